"""Which contacts are one and the same unbroken touch, and so share one place.

An epoch is a stretch of spans through which a spot rests without a break, across the cycle's seam too. In an
alternating movement the seam joins a right spot to the left one of the next half: their places are mirror
images. Where the body travels, places are told as they lie at the cycle's start, and the next cycle starts a
stride ahead of them.
"""

from dataclasses import dataclass

from otehon.motion.skeleton import Array
from otehon.motion.timeline import Contact, Timeline


@dataclass(frozen=True)
class Stay:
    """A contact's part in an epoch: its number, whether it is its mirror image, and how many cycles later."""

    epoch: int
    flipped: bool
    laps: int = 0


def epochs(line: Timeline) -> dict[tuple[int, Contact], Stay]:
    """(span, contact) -> the epoch that it belongs to."""
    stays: dict[tuple[int, Contact], Stay] = {}
    for k, span in enumerate(line.spans):
        for contact in sorted(span.contacts):
            stays[k, contact] = stays.get((k - 1, contact), Stay(len(stays), flipped=False))
    last = len(line.spans) - 1
    for contact in sorted(line.spans[last].contacts):
        _join(stays, (last, contact), (0, line.across_seam(contact)), mirrors=line.closes == "mirrored")
    return stays


def _join(
    stays: dict[tuple[int, Contact], Stay],
    tail: tuple[int, Contact],
    head: tuple[int, Contact],
    *,
    mirrors: bool,
) -> None:
    if head not in stays or stays[head].epoch == stays[tail].epoch:
        return
    old, new = stays[tail], stays[head]
    for place, stay in stays.items():
        if stay.epoch == old.epoch:
            flipped = (stay.flipped != old.flipped) != (new.flipped != mirrors)
            stays[place] = Stay(new.epoch, flipped, stay.laps - old.laps + new.laps - 1)


@dataclass(frozen=True)
class Places:
    """Where the epochs stand, filled while the key poses are solved.

    Args:
        stays: from `epochs`.
        flip: (3,) what mirroring does to the world's axes.
        stride: (3,) how far the body travels in a cycle, metres; mirroring does not change it.
        anchors: epoch -> (3,) the place of its unflipped contacts, metres.
    """

    stays: dict[tuple[int, Contact], Stay]
    flip: Array
    stride: Array
    anchors: dict[int, Array]

    def get(self, span: int, contact: Contact) -> Array | None:
        """(3,) where a contact of a span stands, as the ground lies at the cycle's start; None while no key
        has decided it."""
        stay = self.stays[span, contact]
        place = self.anchors.get(stay.epoch)
        if place is None:
            return None
        return (place * self.flip if stay.flipped else place) - stay.laps * self.stride

    def decide(self, span: int, contact: Contact, place: Array) -> None:
        """Let a contact's epoch stand here, unless it stands already."""
        stay = self.stays[span, contact]
        first = place + stay.laps * self.stride
        self.anchors.setdefault(stay.epoch, first * self.flip if stay.flipped else first)

"""When a movement reaches which key pose, and what touches what in between."""

from dataclasses import dataclass
from typing import Literal

from otehon.drills.movement import Movement, Phase
from otehon.drills.text import Text
from otehon.motion.joints import other_side
from otehon.motion.performance import Kind, Surface
from otehon.motion.spots import spots_of

Contact = tuple[str, Surface]
"""A spot and what it rests on."""


@dataclass(frozen=True)
class Pace:
    """How fast a dose wants it: factors on the file's times. A flight's time is set by gravity and never
    changes."""

    moves: float = 1.0
    holds: float = 1.0


@dataclass(frozen=True)
class Span:
    """The stretch between two keys.

    Args:
        start, end: seconds.
        kind: move, hold or flight.
        contacts: what rests on what all along.
        stops: whether the body comes to rest at its end.
        caption: what the viewer reads.
    """

    start: float
    end: float
    kind: Kind
    contacts: frozenset[Contact]
    stops: bool
    caption: Text | None


@dataclass(frozen=True)
class Timeline:
    """Key poses by name at `times`, with a span between each two; the last key closes the cycle.

    Args:
        names: (k,) poses at the keys.
        spans: (k - 1,) what lies between.
        closes: `same`: the last key is the first; `mirrored`: it is the first's mirror image.
    """

    names: tuple[str, ...]
    spans: tuple[Span, ...]
    closes: Literal["same", "mirrored"]

    @property
    def times(self) -> tuple[float, ...]:
        """Seconds of the keys, from 0."""
        return (0.0, *(span.end for span in self.spans))

    def before(self, key: int) -> frozenset[Contact]:
        """Contacts of the span that leads to a key; for the first key, of the one before the seam."""
        if key:
            return self.spans[key - 1].contacts
        return frozenset(self.across_seam(contact) for contact in self.spans[-1].contacts)

    def after(self, key: int) -> frozenset[Contact]:
        """Contacts of the span that follows a key; for the last key, of the one after the seam."""
        if key < len(self.spans):
            return self.spans[key].contacts
        return frozenset(self.across_seam(contact) for contact in self.spans[0].contacts)

    def across_seam(self, contact: Contact) -> Contact:
        """The contact under the name that it has on the other side of the cycle's seam."""
        spot, surface = contact
        return (other_side(spot), surface) if self.closes == "mirrored" else contact


def timeline(movement: Movement, pace: Pace) -> Timeline:
    """The movement's keys and spans at this pace; of an alternating movement the first half."""
    names, spans, contacts = [movement.start], list[Span](), _Contacts()
    clock, caption = 0.0, None
    for phase in movement.phases:
        contacts = contacts.then(phase)
        caption = phase.caption or caption
        end = clock + _seconds(phase, pace)
        names.append(phase.to or names[-1])
        resting = frozenset[Contact]() if phase.flight else contacts.all()
        spans.append(Span(clock, end, _kind(phase), resting, phase.ease == "stop", caption))
        clock = end
    closes = "mirrored" if movement.repeat == "alternate" else "same"
    return Timeline(tuple(names), tuple(spans), closes)


@dataclass(frozen=True)
class _Contacts:
    floor: frozenset[str] = frozenset()
    step: frozenset[str] = frozenset()
    wall: frozenset[str] = frozenset()
    bar: frozenset[str] = frozenset()

    def then(self, phase: Phase) -> "_Contacts":
        """What a phase changes; what it does not name stays."""
        return _Contacts(
            self.floor if phase.planted is None else spots_of(phase.planted),
            self.step if phase.on_step is None else spots_of(phase.on_step),
            self.wall if phase.on_wall is None else spots_of(phase.on_wall),
            self.bar if phase.on_bar is None else spots_of(phase.on_bar),
        )

    def all(self) -> frozenset[Contact]:
        surfaces: tuple[tuple[Surface, frozenset[str]], ...]
        surfaces = (("floor", self.floor), ("step", self.step), ("wall", self.wall), ("bar", self.bar))
        return frozenset((spot, surface) for surface, spots in surfaces for spot in spots)


def _kind(phase: Phase) -> Kind:
    if phase.hold is not None:
        return "hold"
    return "flight" if phase.flight else "move"


def _seconds(phase: Phase, pace: Pace) -> float:
    if phase.hold is not None:
        return phase.hold * pace.holds
    return (phase.time or 0.0) * (1.0 if phase.flight else pace.moves)

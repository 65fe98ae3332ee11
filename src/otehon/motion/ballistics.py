"""Where the centre of mass has to be when a movement leaves the ground.

In the air it flies a parabola whose rise follows from the time alone. On the ground the push is what it is
between two flights: it begins and ends at nothing and is flat in between, F ∝ 1 - u⁶ with u = -1..1 over the
contact, so that height, speed and acceleration run on into the flights. Where the body comes to rest between
two flights, only the landing up to the rest and the push from it are asked for; what lies between is free.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import numpy as np

from otehon.motion.curves import quintic
from otehon.motion.skeleton import Array
from otehon.motion.timeline import Timeline

GRAVITY: Final = 9.81
"""m/s²"""
_FALL: Final = np.array([0.0, -GRAVITY, 0.0])
Shape = Literal["flight", "contact", "landing", "push_off"]
"""In the air; from one flight to the next; from a flight to rest; from rest to a flight."""


@dataclass(frozen=True)
class Arc:
    """One stretch in the air or on the ground.

    Args:
        start, end: seconds.
        leaves, lands: (3,) the centre of mass at both ends, metres.
        speeds: (2, 3) its velocity at both ends, m/s.
        shape: how it runs between its ends.
    """

    start: float
    end: float
    leaves: Array
    lands: Array
    speeds: Array
    shape: Shape

    def at(self, seconds: Array) -> Array:
        """(n, 3) the centre of mass at (n,) instants of the stretch."""
        u = ((seconds - self.start) / (self.end - self.start))[:, None]
        match self.shape:
            case "flight":
                return self._flight(u)
            case "contact":
                return self._contact(u)
            case _:
                return self._eased(seconds)

    def _flight(self, u: Array) -> Array:
        t = u * (self.end - self.start)
        return self.leaves + self.speeds[0] * t - np.array([0.0, GRAVITY / 2, 0.0]) * t**2

    def _eased(self, seconds: Array) -> Array:
        """Falling freely at the flight's end of the stretch, without acceleration where it rests."""
        ends, places = np.array([self.start, self.end]), np.array([self.leaves, self.lands])
        rest = np.zeros(3)
        bent = np.array([_FALL, rest] if self.shape == "landing" else [rest, _FALL])
        return quintic(ends, places, self.speeds, bent, seconds)

    def _contact(self, u: Array) -> Array:
        """An even push between both speeds, what the ends' heights ask beyond it, and the push's true
        shape."""
        span = self.end - self.start
        first, last = self.speeds
        even = self.leaves + span * u * (first + (last - first) * u / 2)
        missing = self.lands - self.leaves - span * (first + last) / 2
        mean = float(last[1] - first[1]) / span + GRAVITY
        up = np.array([0.0, 1.0, 0.0])
        return even + missing * u**3 * (10 - 15 * u + 6 * u**2) + up * _push(u, mean, span)


def _push(u: Array, mean: float, span: float) -> Array:
    """Height that a push F = 7/6 mean (1 - (2u - 1)⁶) gives beyond an even push of the same sum; 0 and level
    at both ends."""
    v = 2 * u - 1
    return mean * (span / 2) ** 2 * (v**2 / 12 - v**8 / 48 - 1 / 16)


@dataclass(frozen=True)
class _Moment:
    """Seconds, (3,) the centre of mass then and (3,) its velocity."""

    at: float
    place: Array
    speed: Array

    def shifted(self, later: float, flip: Array) -> "_Moment":
        return _Moment(self.at + later, self.place * flip, self.speed * flip)


def arcs(line: Timeline, masses: Array, ground: Array) -> tuple[Arc, ...]:
    """The cycle's flights and what lies between them; none where the body never leaves the ground.

    Args:
        line: the timeline; a flight must not run across its seam.
        masses: (k, 3) the centre of mass at the keys, metres; of keys within a flight it is not used.
        ground: (3,) velocity of the ground, and of a body that rests on it, m/s.
    """
    flights = _flights(line)
    if not flights:
        return ()
    times = line.times
    flying = [_flight(times[a], times[b], masses[a], masses[b]) for a, b in flights]
    rests = [_Moment(times[k], masses[k], ground) for k in _still(line)]
    return (*flying, *_stances(line, flying, rests))


def _still(line: Timeline) -> list[int]:
    """Keys at which the body rests."""
    keys = set[int]()
    for k, span in enumerate(line.spans):
        if span.kind == "hold":
            keys |= {k, k + 1}
        elif span.stops:
            keys.add(k + 1)
    return sorted(keys)


def _flights(line: Timeline) -> list[tuple[int, int]]:
    """Keys at which each unbroken flight begins and ends."""
    flights: list[tuple[int, int]] = []
    for k, span in enumerate(line.spans):
        if span.kind != "flight":
            continue
        if flights and flights[-1][1] == k:
            flights[-1] = (flights[-1][0], k + 1)
        else:
            flights.append((k, k + 1))
    return flights


def _flight(start: float, end: float, leaves: Array, lands: Array) -> Arc:
    span = end - start
    mean = (lands - leaves) / span
    up = np.array([0.0, GRAVITY * span / 2, 0.0])
    return Arc(start, end, leaves, lands, np.array([mean + up, mean - up]), "flight")


def _stances(line: Timeline, flying: Sequence[Arc], rests: Sequence[_Moment]) -> list[Arc]:
    """Between two flights of the cycle, and across its seam as two copies, one before and one after it."""
    period, first, last = line.times[-1], flying[0], flying[-1]
    flip = np.array([1.0, 1, -1]) if line.closes == "mirrored" else np.ones(3)
    still = [
        *(rest.shifted(-period, flip) for rest in rests),
        *rests,
        *(rest.shifted(period, flip) for rest in rests),
    ]
    beside = [
        *pairwise(flying),
        (_shifted(last, -period, flip), first),
        (last, _shifted(first, period, flip)),
    ]
    return [arc for lands, leaves in beside for arc in _grounded(lands, leaves, still)]


def _shifted(arc: Arc, later: float, flip: Array) -> Arc:
    return Arc(
        arc.start + later,
        arc.end + later,
        arc.leaves * flip,
        arc.lands * flip,
        arc.speeds * flip,
        arc.shape,
    )


def _grounded(lands: Arc, leaves: Arc, still: Sequence[_Moment]) -> list[Arc]:
    """From one flight to the next: one push, or to the first rest on the way and from the last."""
    within = [rest for rest in still if lands.end < rest.at < leaves.start]
    down = _Moment(lands.end, lands.lands, lands.speeds[1])
    up = _Moment(leaves.start, leaves.leaves, leaves.speeds[0])
    if not within:
        return [_between(down, up, "contact")]
    return [_between(down, within[0], "landing"), _between(within[-1], up, "push_off")]


def _between(start: _Moment, end: _Moment, shape: Shape) -> Arc:
    return Arc(start.at, end.at, start.place, end.place, np.array([start.speed, end.speed]), shape)


def centres(arcs_: Sequence[Arc], seconds: Array) -> Array:
    """(n, 3) where the centre of mass has to be at (n,) instants of the cycle; NaN where nothing says."""
    places = np.full((len(seconds), 3), np.nan)
    for arc in arcs_:
        within = (seconds >= arc.start) & (seconds < arc.end)
        if within.any():
            places[within] = arc.at(seconds[within])
    return places

"""Where the centre of mass has to be when a movement leaves the ground.

In the air it flies a parabola whose rise follows from the time alone. On the ground the push is what it is
between two flights: it begins and ends at nothing and is flat in between, F ∝ 1 - u⁶ with u = -1..1 over the
contact, so that height, speed and acceleration run on into the flights.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from otehon.motion.skeleton import Array
from otehon.motion.timeline import Timeline

GRAVITY: Final = 9.81
"""m/s²"""


@dataclass(frozen=True)
class Arc:
    """One stretch in the air or on the ground.

    Args:
        start, end: seconds.
        leaves, lands: (3,) the centre of mass at both ends, metres.
        speeds: (2, 3) its velocity at both ends, m/s.
        airborne: whether it is a flight.
    """

    start: float
    end: float
    leaves: Array
    lands: Array
    speeds: Array
    airborne: bool

    def at(self, seconds: Array) -> Array:
        """(n, 3) the centre of mass at (n,) instants of the stretch."""
        u = ((seconds - self.start) / (self.end - self.start))[:, None]
        return self._flight(u) if self.airborne else self._stance(u)

    def _flight(self, u: Array) -> Array:
        t = u * (self.end - self.start)
        return self.leaves + self.speeds[0] * t - np.array([0.0, GRAVITY / 2, 0.0]) * t**2

    def _stance(self, u: Array) -> Array:
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


def arcs(line: Timeline, masses: Array) -> tuple[Arc, ...]:
    """The cycle's flights and what lies between them; none where the body never leaves the ground.

    Args:
        line: the timeline; a flight must not run across its seam.
        masses: (k, 3) the centre of mass at the keys, metres; of keys within a flight it is not used.
    """
    flights = _flights(line)
    if not flights:
        return ()
    times = line.times
    flying = [_flight(times[a], times[b], masses[a], masses[b]) for a, b in flights]
    return (*flying, *_stances(line, flying, masses))


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
    return Arc(start, end, leaves, lands, np.array([mean + up, mean - up]), airborne=True)


def _stances(line: Timeline, flying: Sequence[Arc], masses: Array) -> list[Arc]:
    """Between two flights of the cycle, and across its seam as two copies, one before and one after it."""
    stances = [_stance(a, b) for a, b in pairwise(flying)]
    period, first, last = line.times[-1], flying[0], flying[-1]
    flip = np.array([1.0, 1, -1]) if line.closes == "mirrored" else np.ones(3)
    return [
        *stances,
        _stance(_shifted(last, -period, flip), first),
        _stance(last, _shifted(first, period, flip)),
    ]


def _shifted(arc: Arc, later: float, flip: Array) -> Arc:
    return Arc(
        arc.start + later,
        arc.end + later,
        arc.leaves * flip,
        arc.lands * flip,
        arc.speeds * flip,
        arc.airborne,
    )


def _stance(lands: Arc, leaves: Arc) -> Arc:
    return Arc(
        lands.end,
        leaves.start,
        lands.lands,
        leaves.leaves,
        np.array([lands.speeds[1], leaves.speeds[0]]),
        airborne=False,
    )


def centres(arcs_: Sequence[Arc], seconds: Array) -> Array:
    """(n, 3) where the centre of mass has to be at (n,) instants of the cycle; NaN where nothing says."""
    places = np.full((len(seconds), 3), np.nan)
    for arc in arcs_:
        within = (seconds >= arc.start) & (seconds < arc.end)
        if within.any():
            places[within] = arc.at(seconds[within])
    return places

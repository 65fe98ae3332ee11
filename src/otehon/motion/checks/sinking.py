"""Flesh stays out of floor, wall, step and rope."""

from typing import Final

import numpy as np

from otehon.motion.checks.anatomy import spoken
from otehon.motion.checks.drawn import drawn_distance
from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.finding import Finding
from otehon.motion.checks.nearness import Nearness, deepest
from otehon.motion.rope import curve
from otehon.motion.skeleton import Array, Indices

BOUND: Final = 10.0
"""Millimetres; the product's own requirement: what flesh and mat give way."""
_OWN: Final = 0.02
"""Metres by which the skin may stand out over a ball for the ball to be the flesh that sinks."""
_LOOKS: Final = 8
"""Deepest places of a body around which a deeper one is looked for."""
_HELD: Final = 4
"""Points at either end of the rope that the hands are near to."""
_NEAR: Final = 1.0
"""Metres from the origin within which a hurdle can be met."""
_POINTS: Final = 15
"""Places on a hurdle's bar that are looked at."""
_STRIDE: Final = 0.015
"""Metres that the rope moves between looks: in a sixtieth of a second it moves 0.3 and would miss a foot."""


def sinking(evidence: Evidence) -> list[Finding]:
    """One finding for each surface and each body that comes near it, and two for the rope."""
    found = [
        finding for surface, near in evidence.near.items() for finding in _bodies(evidence, surface, near)
    ]
    return found + _rope(evidence) + _hurdles(evidence)


def _bodies(evidence: Evidence, surface: str, near: Nearness) -> list[Finding]:
    own = np.flatnonzero(near.bare - near.gaps < _OWN)
    own = own[near.gaps[own].argsort(kind="stable")]
    owners = evidence.flesh.bodies[near.balls[own]]
    looked = [own[owners == body][:_LOOKS] for body in np.unique(owners)]
    if not looked:
        return []
    places = np.concatenate(looked)
    gaps = deepest(evidence.flesh, evidence.placed, evidence.surfaces[surface], near, places)
    bodies = evidence.flesh.bodies[near.balls[places]]
    lowest = [int(np.where(bodies == body, gaps, np.inf).argmin()) for body in np.unique(bodies)]
    return [
        _sunk(evidence, surface, int(bodies[i]), int(near.instants[places[i]]), float(gaps[i]))
        for i in lowest
    ]


def _sunk(evidence: Evidence, surface: str, body: int, instant: int, gap: float) -> Finding:
    name, value, passed = evidence.performance.bones.bodies[body], -gap * 1e3, -gap * 1e3 <= BOUND
    time, pose = float(evidence.seconds[instant]), evidence.pose_at(instant)
    stands = any(plant.body == body and plant.down[instant] for plant in evidence.plants)
    saw = f"{spoken(name)}: {max(value, 0):.0f} mm inside the {surface} at {time:.2f} s"
    do = f"change its angle in pose '{pose}'" if stands else f"add a pose before '{pose}' that clears it"
    sentence = saw if passed else f"{saw}: {do}."
    return Finding("sinking", passed, value, BOUND, "mm", name, time, sentence)


def _rope(evidence: Evidence) -> list[Finding]:
    played, rope = evidence.performance, evidence.performance.props.rope
    if rope is None:
        return []
    count = int(np.ceil(2 * np.pi * rope.reach / rope.turn * played.period / _STRIDE))
    seconds = np.arange(count) * played.period / count
    placed = played.pose(seconds)
    free = curve(played.bones, rope, placed, seconds)[:, _HELD:-_HELD]
    instants: Indices = np.repeat(np.arange(count), free.shape[1])
    skin = -drawn_distance(evidence.flesh.shape, placed, instants, free.reshape(-1, 3))
    floor = -free[..., 1].ravel()
    return [_cut(skin, seconds[instants], "skin"), _cut(floor, seconds[instants], "floor")]


def _hurdles(evidence: Evidence) -> list[Finding]:
    """The bars of the hurdles against the skin."""
    played, row = evidence.performance, evidence.performance.props.hurdles
    if row is None:
        return []
    instants, bars = list[int](), list[tuple[float, float, float]]()
    for instant, second in enumerate(evidence.seconds):
        for x in row.places(played.ground[0] * float(second), _NEAR):
            for z in np.linspace(-row.width / 2, row.width / 2, _POINTS):
                instants.append(instant)
                bars.append((float(x), row.height, float(z)))
    at = np.array(instants, dtype=np.intp)
    skin = -drawn_distance(evidence.flesh.shape, evidence.placed, at, np.array(bars))
    worst = int(skin.argmax())
    value, time = float(skin[worst] * 1e3), float(evidence.seconds[at[worst]])
    passed = value <= BOUND
    saw = f"the skin passes a hurdle {-value:.0f} mm off at {time:.2f} s"
    do = f"the body runs {value:.0f} mm deep into a hurdle at {time:.2f} s: lift the foot, or move `first`."
    return [Finding("sinking", passed, value, BOUND, "mm", "hurdle", time, saw if passed else do)]


def _cut(depth: Array, seconds: Array, what: str) -> Finding:
    """How deep the rope is in skin or floor at the worst of its places."""
    worst = int(depth.argmax())
    value, time = float(depth[worst] * 1e3), float(seconds[worst])
    saw = (
        f"passes the {what} {-value:.0f} mm off" if value < 0 else f"cuts {value:.0f} mm deep into the {what}"
    )
    passed = value <= BOUND
    sentence = f"the rope {saw} at {time:.2f} s"
    sentence += "" if passed else ": change `under`, or jump higher, or hold the hands otherwise."
    return Finding("sinking", passed, value, BOUND, "mm", "rope", time, sentence)

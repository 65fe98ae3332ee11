"""The movement's own form rules: what a coach sees and physics does not, such as a sagging plank."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from otehon.drills.form import Above, AngleIs, Apart, FormRule, Height, Level, Reaches, Straight, Tracks
from otehon.errors import InvalidDrill
from otehon.motion.checks.evidence import Evidence, Mask
from otehon.motion.checks.finding import Finding, Unit
from otehon.motion.checks.places import place
from otehon.motion.kinematics import Pose, mirrored, pose
from otehon.motion.poses import mirror_name
from otehon.motion.skeleton import Array, Skeleton

_GROUND = np.array([1.0, 0.0, 1.0])


class Measure(NamedTuple):
    """A rule's figure at k instants.

    Args:
        off: (k,) how far off, never negative where the rule is about a value.
        bound: how far it may be off.
        unit: of both.
        words: what is measured.
    """

    off: Array
    bound: float
    unit: Unit
    words: str


def form(evidence: Evidence, rules: Sequence[FormRule]) -> list[Finding]:
    """One finding for each rule."""
    return [_finding(evidence, rule) for rule in rules]


def _finding(evidence: Evidence, rule: FormRule) -> Finding:
    placed, seconds = _looked_at(evidence, rule)
    off, bound, unit, words = measure(evidence.performance.bones, placed, rule)
    worst = int(off.argmax())
    value, passed, time = float(off[worst]), bool(off[worst] <= bound), float(seconds[worst])
    saw = f"{words}: {value:.1f} {unit} off at {time:.2f} s, {bound:g} allowed"
    where = rule.pose or rule.during or evidence.performance.passage(time).pose
    do = rule.say.en.rstrip(".") if rule.say is not None else f"change pose '{where}'"
    return Finding("form", passed, value, bound, unit, words, time, saw if passed else f"{saw}: {do}.")


def _looked_at(evidence: Evidence, rule: FormRule) -> tuple[Pose, Array]:
    """The posed body at the instants that the rule is about, and their seconds."""
    played = evidence.performance
    if rule.pose is not None:
        solved = key_pose(evidence, rule.pose)
        return pose(played.bones, solved, played.base), np.array([evidence.reached(rule.pose)])
    mask = _during(evidence, rule.during)
    return pose(played.bones, played.coordinates[mask], played.base), evidence.seconds[mask]


def key_pose(evidence: Evidence, name: str) -> Array:
    """(nd,) coordinates of a key pose as solved; `mirrored` in front of its name exchanges the sides.

    Raises:
        InvalidDrill: the cycle does not reach it.
    """
    played = evidence.performance
    if name in played.key_poses:
        return played.key_poses[name]
    if mirror_name(name) not in played.key_poses:
        raise _unreached("pose", name)
    return mirrored(played.bones, played.key_poses[mirror_name(name)], played.base)


def _unreached(key: str, name: str) -> InvalidDrill:
    what = f"A form rule has `{key}: {name}`, and no phase of this cycle goes there."
    return InvalidDrill(what, "Name a pose that every cycle of the drill reaches, `alone` too.")


def _during(evidence: Evidence, name: str | None) -> Mask:
    if name is None:
        return np.ones(len(evidence.seconds), dtype=bool)
    passages = [evidence.performance.passage(float(t)) for t in evidence.seconds]
    mask = np.array([p.pose == (mirror_name(name) if p.mirrored else name) for p in passages])
    if not mask.any():
        raise _unreached("during", name)
    return mask


def measure(bones: Skeleton, placed: Pose, rule: FormRule) -> Measure:
    """How far a body is off a rule at each of its instants."""
    match rule:
        case AngleIs():
            turned = _angle(bones, placed, rule.angle)
            return Measure(np.abs(turned - rule.is_), rule.within, "deg", f"{rule.angle} {rule.is_:g}")
        case Reaches():
            return _reaches(bones, placed, rule)
        case Straight():
            line = "-".join(rule.straight)
            return Measure(_bend(bones, placed, rule), rule.within, "deg", f"straight {line}")
        case Above():
            upper, lower = (place(bones, placed, name) for name in rule.above)
            off = np.linalg.norm((upper - lower) * _GROUND, axis=1) * 1e3
            return Measure(off, rule.within_mm, "mm", " above ".join(rule.above))
        case Level():
            return Measure(_slope(bones, placed, rule), rule.within, "deg", " level with ".join(rule.level))
        case Apart():
            one, other = (place(bones, placed, name) for name in rule.apart)
            off = _outside(np.linalg.norm(one - other, axis=1) * 1e3, rule.least_mm, rule.most_mm)
            return Measure(off, 0.0, "mm", " apart from ".join(rule.apart))
        case Height():
            off = _outside(place(bones, placed, rule.height)[:, 1] * 1e3, rule.least_mm, rule.most_mm)
            return Measure(off, 0.0, "mm", f"height of {rule.height}")
        case Tracks():
            where = "off" if rule.towards == "either" else f"{rule.towards} of"
            words = f"{rule.tracks} knee {where} the line of its foot"
            return Measure(_astray(bones, placed, rule), rule.within_mm, "mm", words)


def _angle(bones: Skeleton, placed: Pose, name: str) -> Array:
    return np.degrees(placed.coordinates[:, bones.coordinate(name)])


def _reaches(bones: Skeleton, placed: Pose, rule: Reaches) -> Measure:
    """The peak counts alone, so every other instant is off by nothing."""
    turned = _angle(bones, placed, rule.reaches)
    peak = int(turned.argmax() if rule.peak == "greatest" else turned.argmin())
    off = np.zeros(len(turned))
    off[peak] = abs(turned[peak] - rule.is_)
    return Measure(off, rule.within, "deg", f"{rule.peak} {rule.reaches} {rule.is_:g}")


def _bend(bones: Skeleton, placed: Pose, rule: Straight) -> Array:
    """(k,) degrees between the line's halves, seen from the body's side; lying on the side, as they are."""
    first, middle, last = (place(bones, placed, name) for name in rule.straight)
    halves = np.stack([middle - first, last - middle])
    if not placed.base.startswith("side"):
        aside = placed.rotation[:, bones.body("pelvis"), :, 2]
        halves = halves - (halves * aside).sum(axis=-1, keepdims=True) * aside
    halves /= np.linalg.norm(halves, axis=-1, keepdims=True)
    return np.degrees(np.arccos(np.clip((halves[0] * halves[1]).sum(axis=-1), -1, 1)))


def _slope(bones: Skeleton, placed: Pose, rule: Level) -> Array:
    one, other = (place(bones, placed, name) for name in rule.level)
    across = other - one
    return np.degrees(np.arctan2(np.abs(across[:, 1]), np.linalg.norm(across * _GROUND, axis=1)))


def _outside(value: Array, least: float, most: float) -> Array:
    return np.maximum(np.maximum(least - value, value - most), 0)


def _astray(bones: Skeleton, placed: Pose, rule: Tracks) -> Array:
    """(k,) millimetres of the knee's centre beside the upright plane through ankle and toe joint, on the side
    that the rule is about."""
    inwards = _inwards(bones, placed, rule.tracks)
    sides = {
        "inwards": np.maximum(inwards, 0),
        "outwards": np.maximum(-inwards, 0),
        "either": np.abs(inwards),
    }
    return sides[rule.towards]


def _inwards(bones: Skeleton, placed: Pose, side: Literal["right", "left"]) -> Array:
    """(k,) millimetres from the foot's plane to the knee, positive towards the other leg."""
    ankle = place(bones, placed, "right ankle" if side == "right" else "left ankle")
    toes = place(bones, placed, "right toes" if side == "right" else "left toes")
    knee = place(bones, placed, "right knee" if side == "right" else "left knee")
    along = (toes - ankle) * _GROUND
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    return np.cross(along, knee - ankle)[:, 1] * (1e3 if side == "right" else -1e3)

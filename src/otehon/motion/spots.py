"""Where the skin can rest on something: small balls inside the drawn flesh that touch its surface.

A ball rolls, so a knee, an elbow or a back needs no special case; and since its radius is measured on the
drawn body, what the solver puts on the floor is what the viewer sees on the floor.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np

from otehon.motion.flesh import BAR_HOLD, GRIP, Capsule, HandShape, flesh
from otehon.motion.joints import Triple, other_side
from otehon.motion.proportions import REFERENCE_STATURE
from otehon.motion.skeleton import Array, Indices, Skeleton
from otehon.motion.skin import depth


@dataclass(frozen=True)
class _Mark:
    """A spot on a capsule: h along its line, -1..1 across it, the way out of the flesh in the body's frame,
    and the metres that melting into another body's flesh adds there."""

    capsule: str
    along: float
    across: float
    out: Triple
    melt: float = 0.0


_DOWN: Final[Triple] = (0.0, -1.0, 0.0)
_OUTWARDS: Final[Triple] = (0.0, 0.0, 1.0)
_FRONT: Final[Triple] = (1.0, 0.0, 0.0)
_BACK: Final[Triple] = (-1.0, 0.0, 0.0)

_RIGHT: Final[dict[str, _Mark]] = {
    "heel_r": _Mark("sole_r", 0.0, 0.0, _DOWN),
    "ball_in_r": _Mark("sole_r", 1.0, -1.0, _DOWN),
    "ball_out_r": _Mark("sole_r", 1.0, 1.0, _DOWN),
    "toe_r": _Mark("toe_sole_r", 1.0, 0.0, _DOWN),
    "edge_heel_r": _Mark("sole_r", 0.15, 1.0, (0.0, 0.0, 1.0)),
    "edge_ball_r": _Mark("sole_r", 0.95, 1.0, (0.0, 0.0, 1.0)),
    "inner_heel_r": _Mark("sole_r", 0.15, -1.0, (0.0, 0.0, -1.0)),
    "inner_ball_r": _Mark("sole_r", 0.95, -1.0, (0.0, 0.0, -1.0)),
    "instep_r": _Mark("toe_cap_r", 0.7, 0.0, (0.0, 1.0, 0.0)),
    "knee_r": _Mark("knee_r", 0.5, 0.0, (1.0, 0.0, 0.0)),
    "elbow_r": _Mark("forearm_r", 0.0, 0.0, _BACK),
    "fist_r": _Mark("palm_r", 0.6, -1.0, (0.0, 0.0, -1.0)),
    "palm_r": _Mark("palm_r", 0.1, 0.0, _FRONT),
    "knuckle_in_r": _Mark("palm_r", 1.0, 1.0, _FRONT),
    "knuckle_out_r": _Mark("palm_r", 1.0, -1.0, _FRONT),
    "fingertip_r": _Mark("finger2_r", 1.0, 0.0, _DOWN),
    "shoulder_back_r": _Mark("shoulder_r", 0.6, 0.0, _BACK),
    "upper_back_r": _Mark("wing_r", 0.8, 0.0, _BACK),
    "low_back_r": _Mark("loin_r", 0.5, 0.0, _BACK, melt=0.005),
    "seat_r": _Mark("seat_r", 0.4, 0.0, _BACK),
    "sit_bone_r": _Mark("seat_r", 0.2, 0.0, _DOWN, melt=0.004),
    "breast_r": _Mark("breast_r", 0.5, 0.0, _FRONT),
    "groin_r": _Mark("groin_r", 0.5, 0.0, _FRONT, melt=0.010),
    "thigh_front_r": _Mark("thigh_front_r", 0.5, 0.0, _FRONT),
    "hip_side_r": _Mark("thigh_r", 0.0, 0.0, _OUTWARDS, melt=0.016),
    "shoulder_side_r": _Mark("arm_top_r", 0.0, 0.0, _OUTWARDS),
    "shin_side_r": _Mark("shank_r", 0.3, 0.0, _OUTWARDS),
}
APART: Final = 0.025
"""Metres from the middle of a grip to either end: the width of the palm."""
_NAPE: Final[Triple] = (-0.9, 0.436, 0.0)
"""Down, where the trunk rises from shoulders to hips by 26 degrees, as in a bridge."""
_MIDDLE: Final[dict[str, _Mark]] = {
    "head": _Mark("cap", 0.3, 0.0, _BACK),
    "nape": _Mark("collar", 0.0, 0.0, _NAPE),
}

_PATCHES: Final[dict[str, tuple[str, ...]]] = {
    "foot": ("heel", "ball_in", "ball_out", "toe"),
    "forefoot": ("ball_in", "ball_out", "toe"),
    "heel": ("heel",),
    "toes": ("toe",),
    "foot edge": ("edge_heel", "edge_ball"),
    "foot inside": ("inner_heel", "inner_ball"),
    "instep": ("instep",),
    "knee": ("knee",),
    "forearm": ("elbow", "fist"),
    "elbow": ("elbow",),
    "grip": ("grip_thumb", "grip_little"),
    "hand": ("palm", "knuckle_in", "knuckle_out"),
    "fingertips": ("fingertip",),
    "shoulders": ("shoulder_back",),
    "upper back": ("upper_back",),
    "low back": ("low_back",),
    "seat": ("seat",),
    "sit bones": ("sit_bone",),
    "balls": ("ball_in", "ball_out"),
    "chest": ("breast",),
    "pelvis": ("groin",),
    "thigh": ("thigh_front",),
    "hip": ("hip_side",),
    "shoulder": ("shoulder_side",),
    "shin": ("shin_side",),
}
_PLURALS: Final = {
    "feet": "foot",
    "forefeet": "forefoot",
    "heels": "heel",
    "insteps": "instep",
    "knees": "knee",
    "forearms": "forearm",
    "elbows": "elbow",
    "thighs": "thigh",
    "hands": "hand",
    "grips": "grip",
}


def spots_of(patches: Iterable[str]) -> frozenset[str]:
    """The spots of contact words such as `right forefoot`, `hands` or `head`. KeyError for another word."""
    return frozenset(spot for patch in patches for spot in _spots_of(patch))


def _spots_of(patch: str) -> tuple[str, ...]:
    if patch in _MIDDLE:
        return (patch,)
    side, _, part = patch.partition(" ")
    if side in ("right", "left"):
        return tuple(f"{spot}_{side[0]}" for spot in _PATCHES[part])
    return tuple(f"{spot}_{side}" for spot in _PATCHES[_PLURALS.get(patch, patch)] for side in "rl")


@dataclass(frozen=True)
class Spots:
    """All spots of a body with hands of one shape.

    Args:
        names: (k,) names.
        bodies: (k,) index of the body that each rides on.
        centres: (k, 3) the balls' centres in their bodies' frames, metres.
        radii: (k,) how deep the centres lie under the drawn skin, metres.
    """

    names: tuple[str, ...]
    bodies: Indices
    centres: Array
    radii: Array

    def index(self, names: Iterable[str]) -> Indices:
        """Indices of spots by name, in the order of the names."""
        return np.array([self.names.index(name) for name in names], dtype=np.intp)


@cache
def spots(bones: Skeleton, hands: HandShape) -> Spots:
    """The spots of this body. Marks on capsules that the hands' shape lacks are left out."""
    capsules = {capsule.name: capsule for capsule in flesh(hands, bones.stature)}
    marks = {**_MIDDLE, **_RIGHT, **{other_side(name): _reflected(mark) for name, mark in _RIGHT.items()}}
    marks = {name: mark for name, mark in marks.items() if mark.capsule in capsules}
    centres = np.array([_centre(capsules[mark.capsule], mark) for mark in marks.values()])
    bodies = [capsules[mark.capsule].body for mark in marks.values()]
    radii = [
        depth([c for c in capsules.values() if c.body == body], centre, np.array(mark.out)) + mark.melt
        for mark, body, centre in zip(marks.values(), bodies, centres, strict=True)
    ]
    held = _held(bones) if hands == "grip" else {}
    return Spots(
        (*marks, *held),
        np.array([bones.body(name) for name in (*bodies, *(body for body, _ in held.values()))]),
        np.concatenate([centres, *(place[None] for _, place in held.values())]),
        np.array([*radii, *(0.0 for _ in held)]),
    )


def _held(bones: Skeleton) -> dict[str, tuple[str, Array]]:
    """Two points on the middle of the bar in each closed hand, by its thumb and by its little finger: name ->
    body and place."""
    body, middle, way = (GRIP[0], np.array(BAR_HOLD), np.array(GRIP[2]))
    ends = {"grip_thumb_r": middle + way * APART, "grip_little_r": middle - way * APART}
    scaled = {name: place * bones.stature / REFERENCE_STATURE for name, place in ends.items()}
    flip = np.array([1.0, 1.0, -1.0])
    return {
        **{name: (body, place) for name, place in scaled.items()},
        **{other_side(name): (other_side(body), place * flip) for name, place in scaled.items()},
    }


def _reflected(mark: _Mark) -> _Mark:
    x, y, z = mark.out
    return replace(mark, capsule=other_side(mark.capsule), out=(x, y, -z))


def _centre(capsule: Capsule, mark: _Mark) -> Array:
    start, end, across = np.array(capsule.start), np.array(capsule.end), np.array(capsule.across)
    width = capsule.width[0] + (capsule.width[1] - capsule.width[0]) * mark.along
    return start + (end - start) * mark.along + across * width * mark.across

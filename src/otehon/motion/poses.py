"""A drill file's key poses as coordinate vectors."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from otehon.drills.movement import KeyPose, Movement
from otehon.errors import InvalidDrill
from otehon.motion.kinematics import mirrored
from otehon.motion.skeleton import Array, Skeleton

NEUTRAL: Final[Mapping[str, float]] = {"pro_sup_r": 90.0, "pro_sup_l": 90.0}
"""Where a pose starts from, degrees: standing, arms down, thumbs forwards."""

SHARED: Final[Mapping[str, tuple[str, str]]] = {
    f"{word}_{action}": (f"{lower}_{action}", f"{upper}_{action}")
    for word, lower, upper in (("spine", "lumbar", "thorax"), ("gaze", "neck", "head"))
    for action in ("extension", "bending", "rotation")
}
"""Words for two joints that share an angle, half each."""


def key_poses(movement: Movement, bones: Skeleton) -> dict[str, Array]:
    """Every key pose by its name, and its mirror image as `mirrored <name>`: (nd,) radians, translations NaN.

    Raises:
        InvalidDrill: a pose inherits from itself, or asks a joint for more than it can do.
    """
    poses = {name: _pose(movement, name, bones) for name in movement.poses}
    return poses | {f"mirrored {name}": mirrored(bones, q, movement.base) for name, q in poses.items()}


def mirror_name(name: str) -> str:
    """What a pose's mirror image is called."""
    return name.removeprefix("mirrored ") if name.startswith("mirrored ") else f"mirrored {name}"


def coordinates_of(word: str) -> tuple[tuple[str, float], ...]:
    """The coordinates that an angle's word stands for, each with its share of the value.

    `knee_angle` stands for both knees, `spine_extension` for half at each of two joints.
    """
    if word in SHARED:
        return tuple((name, 0.5) for name in SHARED[word])
    if word.startswith(("pelvis", "lumbar", "thorax", "neck", "head")):
        return ((word, 1.0),)
    return ((f"{word}_r", 1.0), (f"{word}_l", 1.0))


def _pose(movement: Movement, name: str, bones: Skeleton) -> Array:
    q = np.zeros(len(bones.coordinates))
    q[:3] = np.nan
    for coordinate, degrees in NEUTRAL.items():
        q[bones.coordinate(coordinate)] = np.radians(degrees)
    for ancestor in _lineage(movement, name):
        for coordinate, degrees in _said(ancestor):
            q[bones.coordinate(coordinate)] = _within(bones, name, coordinate, degrees)
    return q


def _lineage(movement: Movement, name: str) -> list[KeyPose]:
    """The pose's ancestors, the first one first, then itself."""
    line: list[KeyPose] = []
    seen: set[str] = set()
    at: str | None = name
    while at is not None:
        if at in seen:
            raise InvalidDrill(f"The pose {name} inherits from itself.", "Change its `from`.")
        seen.add(at)
        line.append(movement.poses[at])
        at = movement.poses[at].from_
    return line[::-1]


def _said(pose: KeyPose) -> Iterator[tuple[str, float]]:
    for word, degrees in pose.trunk.items():
        yield from ((coordinate, degrees * share) for coordinate, share in coordinates_of(word))
    for angles, sides in ((pose.both, "rl"), (pose.right, "r"), (pose.left, "l")):
        for word, degrees in angles.items():
            yield from ((f"{word}_{side}", degrees) for side in sides)


def _within(bones: Skeleton, pose: str, coordinate: str, degrees: float) -> float:
    i = bones.coordinate(coordinate)
    lower, upper = np.degrees(bones.lower[i]), np.degrees(bones.upper[i])
    if not lower - 1e-6 <= degrees <= upper + 1e-6:
        what = f"In the pose {pose}, {coordinate} is {degrees:g} degrees."
        raise InvalidDrill(what, f"The joint goes from {lower:g} to {upper:g}: stay within.")
    return float(np.radians(degrees))

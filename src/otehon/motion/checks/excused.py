"""Which flesh a movement itself lays on which."""

from typing import Final

from otehon.drills.anatomy import Site
from otehon.drills.movement import Movement
from otehon.motion.joints import other_side

_SITES: Final[dict[Site, tuple[str, ...]]] = {
    "hip": ("pelvis", "lumbar", "femur_r"),
    "waist": ("lumbar", "pelvis", "thorax"),
    "chest": ("thorax", "clavicle_r", "clavicle_l", "humerus_l"),
    "thigh": ("femur_r", "tibia_r"),
    "ear": ("head", "neck"),
}
"""The bodies whose flesh a right hand touches where it rests; on the chest it lies on the other side."""
_HANDS: Final = {"hands": "rl", "right hand": "r", "left hand": "l"}


def excused(movement: Movement) -> frozenset[frozenset[str]]:
    """Pairs of a hand and a body that the movement lays on each other, in a mirrored half as well."""
    takes_turns = movement.repeat == "alternate"
    return frozenset(
        frozenset((f"hand_{side}", body if side == "r" else other_side(body)))
        for who, site in movement.on_body.items()
        for side in ("rl" if takes_turns else _HANDS[who])
        for body in _SITES[site]
    )

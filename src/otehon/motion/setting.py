"""Everything that stays the same while a movement is solved: body, spots, wanted poses, props, hands on the
body."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from otehon.drills.anatomy import Site
from otehon.drills.movement import Movement
from otehon.drills.staging import Step
from otehon.motion.demands import Resting, Standing
from otehon.motion.flesh import flesh
from otehon.motion.joints import Triple, other_side
from otehon.motion.poses import key_poses
from otehon.motion.proportions import REFERENCE_STATURE
from otehon.motion.props import NORMALS, Box, Wall
from otehon.motion.skeleton import Array, Skeleton
from otehon.motion.skin import depth
from otehon.motion.solver import Body
from otehon.motion.spots import Spots, spots
from otehon.motion.stiffness import stiffness
from otehon.motion.timeline import Contact

SITES: Final[dict[Site, tuple[str, Triple, Triple]]] = {
    "hip": ("pelvis", (0.025, 0.045, 0.060), (0.0, 0.0, 1.0)),
    "waist": ("lumbar", (0.015, 0.020, 0.060), (0.0, 0.0, 1.0)),
    "chest": ("thorax", (0.050, 0.130, -0.060), (1.0, 0.0, 0.0)),
    "thigh": ("femur_r", (0.015, -0.280, 0.0), (1.0, 0.0, 0.0)),
    "ear": ("head", (0.010, 0.070, 0.050), (0.0, 0.0, 1.0)),
}
"""For a right hand: body, a point inside it in metres at the reference stature, and the way out to the
skin."""
GIVE: Final = 0.004
"""Metres that resting flesh gives way; ours."""


@dataclass(frozen=True)
class Setting:
    """What a movement is solved in.

    Args:
        movement: the file's movement.
        body: whose body, and how stiff.
        spots: where it can touch.
        poses: wanted coordinates by name, (nd,), translations NaN.
        wall: the wall, None where there is none or the first pose has yet to meet it.
        step: the step, None where there is none.
    """

    movement: Movement
    body: Body
    spots: Spots
    poses: dict[str, Array]
    wall: Wall | None
    step: Box | None

    def ball_centre(self, contact: Contact, place: Array) -> Array:
        """(3,) centre of a spot's ball that touches its surface at a place (3,)."""
        return place + self.normal(contact) * self.radius(contact)

    def radius(self, contact: Contact) -> float:
        """Metres from the spot's centre to the drawn skin."""
        return float(self.spots.radii[self.spots.names.index(contact[0])])

    def normal(self, contact: Contact) -> Array:
        """(3,) unit vector out of the surface."""
        asked = self.movement.props.wall
        return np.array(NORMALS[asked.side] if contact[1] == "wall" and asked else (0.0, 1.0, 0.0))

    def anywhere(self, contact: Contact) -> tuple[NDArray[np.bool_], Array]:
        """(3,) along which axes a place is given by the surface alone, and (3,) that place, metres."""
        bar = self.movement.props.bar
        if contact[1] == "bar" and bar is not None:
            return np.array([True, True, False]), np.array([0.0, bar.height, 0.0])
        across = np.abs(self.normal(contact))
        return across > 0, across * self.level(contact)

    def level(self, contact: Contact) -> float:
        """Where the surface lies along its axis: height of floor or step, x or z of the wall; metres."""
        if contact[1] == "wall":
            return self.wall.at if self.wall else 0.0
        return self.step.height if contact[1] == "step" and self.step else 0.0

    def slides(self, contact: Contact) -> bool:
        """Whether what rests there may slide up and down."""
        return contact[1] == "wall" and self.wall is not None and self.wall.slides

    def resting(self) -> tuple[Resting, ...]:
        """The hands that rest on the body."""
        return tuple(
            _resting(self.body.bones, self.spots, side, site)
            for who, site in self.movement.on_body.items()
            for side in {"hands": "rl", "right hand": "r", "left hand": "l"}[who]
        )

    def standing(self, places: Mapping[Contact, Array | None], passed: Array | None = None) -> Standing:
        """The demand that contacts hold: at their place where it is decided, else anywhere on their
        surface; `passed` (n, 3) is how far the ground has moved at each instant."""
        ordered = sorted(places)
        centres, held = np.zeros((len(ordered), 3)), np.ones((len(ordered), 3), dtype=np.bool_)
        for row, contact in enumerate(ordered):
            place = places[contact]
            if place is None:
                held[row], place = self.anywhere(contact)
            centres[row] = self.ball_centre(contact, place)
            held[row, 1] &= not self.slides(contact)
        moved = centres if passed is None else centres + passed[:, None]
        return Standing(self.spots, self.spots.index(spot for spot, _ in ordered), moved, held)


def setting(movement: Movement, bones: Skeleton) -> Setting:
    """The setting of a movement for this body; the wall stands where the file says, or is yet to be met."""
    box, wall = movement.props.step, movement.props.wall
    return Setting(
        movement=movement,
        body=Body(bones, movement.base, stiffness(movement, bones)),
        spots=spots(bones, movement.hands),
        poses=key_poses(movement, bones),
        wall=Wall(wall.at, wall.side, wall.slides) if wall and wall.at is not None else None,
        step=_box(box) if box else None,
    )


def _box(step: Step) -> Box:
    lower = 0.0 if step.thickness is None else step.height - step.thickness
    return Box(step.x, step.z, step.height, max(lower, 0.0))


def _resting(bones: Skeleton, found: Spots, side: str, site: Site) -> Resting:
    body, inner, out = SITES[site]
    body = body if side == "r" else other_side(body)
    spot = found.names.index(f"fist_{side}")
    flip = np.array([1.0, 1, 1 if side == "r" else -1])
    inside, way = np.array(inner) * flip * bones.stature / REFERENCE_STATURE, np.array(out) * flip
    own = [capsule for capsule in flesh("fist", bones.stature) if capsule.body == body]
    skin = inside + way * depth(own, inside, way)
    return Resting(found, spot, bones.body(body), skin + way * (float(found.radii[spot]) - GIVE))

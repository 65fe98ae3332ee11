"""The frames that are compared with stored ones; `make golden` stores them anew.

Their poses are written down here, so that a movement may change without them.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

from otehon.motion.flesh import HandShape
from otehon.motion.kinematics import Base
from otehon.motion.performance import Passage, Performance
from otehon.motion.props import Box, Props, Rope, Terrain, Wall
from otehon.motion.skeleton import Array, skeleton
from otehon.studio.arrays import Bytes
from otehon.studio.camera import FROM_BEHIND, Direction
from otehon.studio.colour import to_rgb
from otehon.studio.look import Look
from otehon.studio.overlay.words import Words
from otehon.studio.sculpt.rest import as_bones
from otehon.studio.sculpt.solid import Solid
from otehon.studio.shoot import photograph
from otehon.studio.shot import Shot
from otehon.studio.size import Size
from otehon.studio.staging import Wish, stage

FOLDER = Path(__file__).parent / "frames"
SIZE = Size(320, 180)
SIDE = Direction(30, 9)


@dataclass(frozen=True)
class Golden:
    """A pose by its angles in degrees (a name without a side means both), and how it is seen."""

    name: str
    angles: dict[str, float]
    base: Base = "upright"
    hands: HandShape = "fist"
    props: Props = field(default_factory=Props)
    muscles: tuple[str, ...] = ()
    direction: Direction = SIDE
    look: Look = Look(SIZE, text="none")  # noqa: RUF009 - frozen

    @property
    def path(self) -> Path:
        """Where it is stored."""
        return FOLDER / f"{self.name}.png"

    def paint(self) -> Bytes:
        """(h, w, 3) as it is painted today."""
        return to_rgb(photograph(self.shot(), 0))

    def shot(self) -> Shot:
        """A clip in which nothing moves."""
        take = stage(self._performance(), self.direction, Wish(mirror=self.look.mirror))
        return Shot(take, Words("もも上げ", "High knees", "10回", ("一", "二", "三")), self.look)

    def _performance(self) -> Performance:
        coordinates = np.tile(self._coordinates(), (60, 1))
        passage = Passage(0.0, 1.0, "hold", "it", False, None, frozenset(self.muscles))
        return Performance(
            skeleton(),
            self.base,
            self.hands,
            1.0,
            1,
            None,
            coordinates,
            (passage,),
            (),
            {},
            frozenset(),
            self.props,
        )

    def _coordinates(self) -> Array:
        """(nd,) with the lowest flesh on the floor."""
        bones = skeleton()
        q = np.zeros(len(bones.coordinates))
        for name, degrees in self.angles.items():
            for one in (name,) if name in bones.coordinates else (f"{name}_r", f"{name}_l"):
                q[bones.coordinate(one)] = np.radians(degrees)
        q[bones.coordinate("pelvis_ty")] -= self._lowest(q)
        return q

    def _lowest(self, q: Array) -> float:
        from otehon.motion.kinematics import pose

        placed = pose(skeleton(), q, self.base)
        posed = Solid.of(self.hands, as_bones(placed.rotation[0], placed.origin[0])).posed.astype(np.float64)
        ends = posed[:, 1] - posed[:, 7], posed[:, 1] + posed[:, 4] - posed[:, 7] - posed[:, 8]
        return float(np.minimum(*ends).min())


THIGHS = ("quadriceps", "gluteus_maximus")
STANDING = {"pro_sup": 90.0, "elbow_flex": 10.0}
SQUAT = {
    "hip_flexion": 95.0,
    "knee_angle": 100.0,
    "ankle_angle": 28.0,
    "pelvis_tilt": -32.0,
    "arm_flex": 95.0,
}
HIGH_KNEE = {
    "hip_flexion_r": 90.0,
    "knee_angle_r": 90.0,
    "arm_flex_l": 45.0,
    "arm_flex_r": -35.0,
    "elbow_flex": 90.0,
}
PLANK = {"arm_flex": 85.0, "elbow_flex": 90.0, "ankle_angle": 20.0, "mtp_angle": 50.0}
BIRD_DOG = {
    "arm_flex_r": 170.0, "arm_flex_l": 90.0, "hip_flexion_r": 90.0, "knee_angle_r": 90.0,
}  # fmt: skip
LEAN = {
    "pelvis_tilt": -35.0,
    "arm_flex": 118.0,
    "ankle_angle": 15.0,
    "hip_flexion_r": 60.0,
    "knee_angle_r": 80.0,
}
TURNED = {"pro_sup": 90.0}
MAT = Props(mat=Box((-1.1, 1.3), (-0.4, 0.4), 0.0))
LYING = Direction(14, 15)
FIRST, SECOND = Box((0.3, 0.65), (-0.5, 0.3), 0.2), Box((0.65, 1.0), (-0.5, 0.3), 0.4)
UPHILL = Props(terrain=Terrain(slope=5.0))

GOLDEN = (
    Golden("standing", STANDING),
    Golden("squat", SQUAT | TURNED, muscles=THIGHS),
    Golden("high_knee", HIGH_KNEE | TURNED, muscles=("iliopsoas_r",)),
    Golden("high_knee_mirrored", HIGH_KNEE | TURNED, look=Look(SIZE, text="none", mirror=True)),
    Golden("high_knee_words", HIGH_KNEE | TURNED, look=Look(Size(640, 360))),
    Golden("overhead", {"arm_flex": 172.0} | TURNED, hands="flat", direction=Direction(60, 10)),
    Golden("plank", PLANK | TURNED, "prone", props=MAT, muscles=("rectus_abdominis",), direction=LYING),
    Golden("bird_dog", BIRD_DOG | TURNED, "prone", "flat", MAT, direction=LYING),
    Golden(
        "lean",
        LEAN | TURNED,
        hands="flat",
        props=Props(wall=Wall(1.15)),
        direction=Direction(-24, 10, FROM_BEHIND),
    ),
    Golden("rope", {"elbow_flex": 80.0} | TURNED, hands="grip", props=Props(rope=Rope(0.3, 1.0, 1.0))),
    Golden(
        "step", STANDING, props=Props(step=Box((0.3, 0.7), (-0.3, 0.3), 0.2)), direction=Direction(-34, 13)
    ),
    Golden("stairs", STANDING, props=Props(step=FIRST, stairs=(SECOND,)), direction=Direction(24, 9)),
    Golden("slope", HIGH_KNEE | TURNED, props=UPHILL, direction=Direction(3, 8, slope=5.0)),
    Golden("grass", HIGH_KNEE | TURNED, props=Props(terrain=Terrain(grass=True), barefoot=True)),
)


def main() -> None:
    """Store all frames."""
    for golden in GOLDEN:
        Image.fromarray(golden.paint()).save(golden.path)


if __name__ == "__main__":
    main()

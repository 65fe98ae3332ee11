"""The joints as a table: what hangs on what, which way each coordinate turns, and how far it may go.

Names, axes and signs are OpenSim's (gait2392, Rajagopal et al. 2016, IEEE TBME 63:2068). x points forward, y
up and z to the runner's RIGHT. Everything at 0 is the anatomical position: upright, arms hanging, palms
forward.

| coordinate | + takes |
|---|---|
| pelvis_tilt | the trunk backwards (a forward lean is negative) |
| pelvis_list | the right side down |
| pelvis_rotation, lumbar_rotation, thorax_rotation, neck_rotation, head_rotation | the front to the left |
| lumbar_extension, thorax_extension, neck_extension, head_extension | the upper part backwards, the gaze up |
| lumbar_bending, thorax_bending, neck_bending, head_bending | the upper part to the right |
| hip_flexion | the knee forwards and up |
| hip_adduction | the ankle towards the other leg |
| hip_rotation | the toes inwards |
| knee_angle | the heel towards the seat (Rajagopal's sign; gait2392 has the opposite) |
| ankle_angle | the toes towards the shin |
| subtalar_angle | the sole inwards (inversion) |
| mtp_angle | the toes up against the foot |
| clavicle_elevation, clavicle_protraction | the shoulder up; the shoulder forwards |
| arm_flex | the elbow forwards and up |
| arm_add | the elbow towards the trunk (abduction is negative) |
| arm_rot | the front of the upper arm inwards |
| elbow_flex | the hand towards the shoulder |
| pro_sup | the palm from forwards (0) over inwards (90, thumb forwards) to backwards (180) |
| wrist_flex | the palm towards the forearm |
| wrist_dev | the hand towards its little finger |

OpenSim has one lumbar joint; here the trunk bends in two (`lumbar_*`, `thorax_*`), the neck in two (`neck_*`,
`head_*`), and the collar bone moves (`clavicle_*`), all named in the same manner. `subtalar_angle` and
`mtp_angle` turn about the foot's own x and z axes instead of OpenSim's oblique ones.

Ranges in degrees: Norkin & White, Measurement of Joint Motion (5th ed. 2016), which gives the AAOS values;
wider where body weight takes a joint further than an examiner's hand: ankle_angle (weight-bearing lunge,
Bennell et al. 1998, Aust J Physiother 44:175: 38 ± 7), mtp_angle (push-off, Bojsen-Møller & Lamoreux 1979,
Acta Orthop Scand 50:471: to 80 and over). The spine's are shared out over our two joints after White &
Panjabi, Clinical Biomechanics of the Spine (1990).
"""

from dataclasses import dataclass
from typing import Final

from otehon.motion.proportions import ANKLE_HEIGHT, BALL_AHEAD, FOREARM, SHANK, SOLE_RADIUS, THIGH, UPPER_ARM

Triple = tuple[float, float, float]

X: Final[Triple] = (1.0, 0.0, 0.0)
Y: Final[Triple] = (0.0, 1.0, 0.0)
Z: Final[Triple] = (0.0, 0.0, 1.0)


@dataclass(frozen=True)
class Coordinate:
    """One angle of a joint.

    Args:
        name: OpenSim's name, or ours in the same manner.
        axis: unit vector in the parent's frame, after the joint's earlier coordinates; + is right-handed
        about it. lower: least angle in degrees. upper: greatest angle in degrees.
    """

    name: str
    axis: Triple
    lower: float
    upper: float


@dataclass(frozen=True)
class Joint:
    """How a body hangs on its parent.

    Args:
        body: OpenSim's name of the body that the joint moves.
        parent: the body that carries it; None for the pelvis.
        offset: the joint's place in the parent's frame, metres at the reference stature.
        coordinates: its angles in the order in which they turn.
    """

    body: str
    parent: str | None
    offset: Triple
    coordinates: tuple[Coordinate, ...]


def _minus(axis: Triple) -> Triple:
    return (-axis[0], -axis[1], -axis[2])


def _spinal(body: str, parent: str, offset: Triple, ranges: tuple[float, float, float, float]) -> Joint:
    extension, flexion, bending, rotation = ranges
    return Joint(
        body,
        parent,
        offset,
        (
            Coordinate(f"{body}_extension", Z, -flexion, extension),
            Coordinate(f"{body}_bending", X, -bending, bending),
            Coordinate(f"{body}_rotation", Y, -rotation, rotation),
        ),
    )


CENTRAL: Final = (
    Joint(
        "pelvis",
        None,
        (0.0, 0.0, 0.0),
        (
            Coordinate("pelvis_tilt", Z, -120, 120),
            Coordinate("pelvis_list", X, -90, 90),
            Coordinate("pelvis_rotation", Y, -180, 180),
        ),
    ),
    _spinal("lumbar", "pelvis", (-0.012, 0.08, 0.0), (25, 50, 20, 10)),
    _spinal("thorax", "lumbar", (0.0, 0.14, 0.0), (20, 35, 20, 35)),
    _spinal("neck", "thorax", (-0.006, 0.27, 0.0), (35, 35, 25, 35)),
    _spinal("head", "neck", (0.012, 0.06, 0.0), (25, 25, 15, 40)),
)

RIGHT: Final = (
    Joint(
        "femur_r",
        "pelvis",
        (0.0, -0.035, 0.088),
        (
            Coordinate("hip_flexion_r", Z, -25, 125),
            Coordinate("hip_adduction_r", X, -45, 30),
            Coordinate("hip_rotation_r", Y, -45, 45),
        ),
    ),
    Joint("tibia_r", "femur_r", (0.0, -THIGH, 0.0), (Coordinate("knee_angle_r", _minus(Z), 0, 150),)),
    Joint(
        "calcn_r",
        "tibia_r",
        (0.0, -SHANK, 0.0),
        (Coordinate("ankle_angle_r", Z, -50, 40), Coordinate("subtalar_angle_r", X, -20, 35)),
    ),
    Joint(
        "toes_r",
        "calcn_r",
        (BALL_AHEAD, -ANKLE_HEIGHT + SOLE_RADIUS, 0.0),
        (Coordinate("mtp_angle_r", Z, -30, 85),),
    ),
    Joint(
        "clavicle_r",
        "thorax",
        (0.0, 0.205, 0.03),
        (
            Coordinate("clavicle_elevation_r", _minus(X), -10, 38),
            Coordinate("clavicle_protraction_r", Y, -22, 25),
        ),
    ),
    Joint(
        "humerus_r",
        "clavicle_r",
        (-0.012, 0.01, 0.148),
        (
            Coordinate("arm_flex_r", Z, -60, 180),
            Coordinate("arm_add_r", X, -180, 45),
            Coordinate("arm_rot_r", Y, -90, 70),
        ),
    ),
    Joint("ulna_r", "humerus_r", (0.0, -UPPER_ARM, 0.0), (Coordinate("elbow_flex_r", Z, 0, 150),)),
    Joint("radius_r", "ulna_r", (0.0, -FOREARM / 2, 0.0), (Coordinate("pro_sup_r", Y, 10, 170),)),
    Joint(
        "hand_r",
        "radius_r",
        (0.0, -FOREARM / 2, 0.0),
        (Coordinate("wrist_flex_r", Z, -85, 80), Coordinate("wrist_dev_r", X, -20, 30)),
    ),
)


def other_side(name: str) -> str:
    """The same name on the other side: `femur_r` -> `femur_l`; a name without a side stays itself."""
    if name.endswith("_r"):
        return name[:-1] + "l"
    return name[:-1] + "r" if name.endswith("_l") else name


def reflected(joint: Joint) -> Joint:
    """The joint on the other side: places reflected in the x-y plane, signs kept anatomical."""
    x, y, z = joint.offset
    return Joint(
        other_side(joint.body),
        None if joint.parent is None else other_side(joint.parent),
        (x, y, -z),
        tuple(
            Coordinate(other_side(c.name), (-c.axis[0], -c.axis[1], c.axis[2]), c.lower, c.upper)
            for c in joint.coordinates
        ),
    )


JOINTS: Final = (*CENTRAL, *RIGHT, *(reflected(joint) for joint in RIGHT))
"""Every joint of the body, parents before children."""

"""Where each joint action takes the limb in the world, on both sides."""

import numpy as np
import pytest

from otehon.motion.joints import Triple
from otehon.motion.kinematics import points, pose
from otehon.motion.skeleton import Array, skeleton

Point = str | tuple[str, Triple]

BONES = skeleton()
OUT = {"r": 1.0, "l": -1.0}
FORWARD, UP, RIGHT = 0, 1, 2


def place(point: Point, **degrees: float) -> Array:
    """World place of a joint's origin, or of (body, local), with the pelvis at the world's origin."""
    q = np.zeros(len(BONES.coordinates))
    for name, angle in degrees.items():
        q[BONES.coordinate(name)] = np.radians(angle)
    body, local = point if isinstance(point, tuple) else (point, (0.0, 0.0, 0.0))
    return points(pose(BONES, q), np.array([BONES.body(body)]), np.array([local]))[0, 0]


def moved(point: Point, **degrees: float) -> Array:
    return place(point, **degrees) - place(point)


def flip(local: Triple, side: str) -> Triple:
    return (local[0], local[1], local[2] * OUT[side])


def test_z_is_the_right_side() -> None:
    assert place("calcn_r")[RIGHT] > 0.05 > -0.05 > place("calcn_l")[RIGHT]
    assert place("hand_r")[RIGHT] > 0.1 > -0.1 > place("hand_l")[RIGHT]


@pytest.mark.parametrize("side", ["r", "l"])
class TestLimbs:
    def test_hip_flexion_brings_the_knee_forwards_and_up(self, side: str) -> None:
        step = moved(f"tibia_{side}", **{f"hip_flexion_{side}": 90})
        assert step[FORWARD] > 0.4
        assert step[UP] > 0.4
        assert abs(step[RIGHT]) < 1e-9

    def test_hip_adduction_takes_the_ankle_inwards_and_abduction_outwards(self, side: str) -> None:
        assert moved(f"calcn_{side}", **{f"hip_adduction_{side}": 20})[RIGHT] * OUT[side] < -0.2
        assert moved(f"calcn_{side}", **{f"hip_adduction_{side}": -20})[RIGHT] * OUT[side] > 0.2

    def test_hip_rotation_turns_the_toes_inwards(self, side: str) -> None:
        assert moved(f"toes_{side}", **{f"hip_rotation_{side}": 30})[RIGHT] * OUT[side] < -0.04

    def test_knee_angle_brings_the_heel_back_and_up(self, side: str) -> None:
        step = moved(f"calcn_{side}", **{f"knee_angle_{side}": 90})
        assert step[FORWARD] < -0.4
        assert step[UP] > 0.4

    def test_ankle_angle_lifts_the_toes_and_plantarflexion_drops_them(self, side: str) -> None:
        assert moved(f"toes_{side}", **{f"ankle_angle_{side}": 20})[UP] > 0.03
        assert moved(f"toes_{side}", **{f"ankle_angle_{side}": -30})[UP] < -0.04

    def test_inversion_turns_the_sole_inwards(self, side: str) -> None:
        sole = f"calcn_{side}", (0.0, -0.07, 0.0)
        assert moved(sole, **{f"subtalar_angle_{side}": 20})[RIGHT] * OUT[side] < -0.02

    def test_mtp_angle_lifts_the_toes(self, side: str) -> None:
        tip = f"toes_{side}", (0.06, 0.0, 0.0)
        assert moved(tip, **{f"mtp_angle_{side}": 40})[UP] > 0.03

    def test_arm_flexion_brings_the_elbow_forwards_and_up(self, side: str) -> None:
        step = moved(f"ulna_{side}", **{f"arm_flex_{side}": 90})
        assert step[FORWARD] > 0.3
        assert step[UP] > 0.3

    def test_arm_abduction_takes_the_elbow_outwards(self, side: str) -> None:
        assert moved(f"ulna_{side}", **{f"arm_add_{side}": -60})[RIGHT] * OUT[side] > 0.25

    def test_internal_arm_rotation_brings_the_hand_of_a_bent_arm_inwards(self, side: str) -> None:
        bent = {f"elbow_flex_{side}": 90}
        turned = place(f"hand_{side}", **bent, **{f"arm_rot_{side}": 40}) - place(f"hand_{side}", **bent)
        assert turned[RIGHT] * OUT[side] < -0.1

    def test_elbow_flexion_brings_the_hand_forwards_and_up(self, side: str) -> None:
        step = moved(f"hand_{side}", **{f"elbow_flex_{side}": 90})
        assert step[FORWARD] > 0.2
        assert step[UP] > 0.2

    def test_pronation_takes_the_palm_from_forwards_over_inwards_to_backwards(self, side: str) -> None:
        def palm(angle: float) -> Array:
            there = place((f"hand_{side}", (0.1, 0.0, 0.0)), **{f"pro_sup_{side}": angle})
            return (there - place(f"hand_{side}", **{f"pro_sup_{side}": angle})) / 0.1

        assert palm(0)[FORWARD] > 0.99
        assert palm(90)[RIGHT] * OUT[side] < -0.99
        assert palm(180)[FORWARD] < -0.99

    def test_the_thumb_of_a_half_turned_hand_points_forwards(self, side: str) -> None:
        thumb = f"hand_{side}", flip((0.0, -0.03, 0.06), side)
        assert (place(thumb, **{f"pro_sup_{side}": 90}) - place(f"hand_{side}"))[FORWARD] > 0.05

    def test_wrist_flexion_takes_the_fingers_towards_the_palm(self, side: str) -> None:
        fingers = f"hand_{side}", (0.0, -0.15, 0.0)
        assert moved(fingers, **{f"wrist_flex_{side}": 45})[FORWARD] > 0.08

    def test_wrist_deviation_takes_the_fingers_towards_the_little_finger(self, side: str) -> None:
        fingers = f"hand_{side}", (0.0, -0.15, 0.0)
        assert moved(fingers, **{f"wrist_dev_{side}": 25})[RIGHT] * OUT[side] < -0.05

    def test_the_shoulder_goes_up_and_forwards(self, side: str) -> None:
        assert moved(f"humerus_{side}", **{f"clavicle_elevation_{side}": 20})[UP] > 0.04
        assert moved(f"humerus_{side}", **{f"clavicle_protraction_{side}": 20})[FORWARD] > 0.04

    def test_flexion_before_abduction_leaves_a_raised_arm_at_its_height(self, side: str) -> None:
        arm = {f"arm_flex_{side}": 90, f"arm_add_{side}": -30}
        step = place(f"ulna_{side}", **arm) - place(f"humerus_{side}", **arm)
        assert abs(step[UP]) < 1e-9
        assert step[RIGHT] * OUT[side] > 0.1


@pytest.mark.parametrize("joint", ["lumbar", "thorax", "neck", "head"])
class TestSpine:
    def test_extension_takes_the_crown_back(self, joint: str) -> None:
        assert moved(("head", (0.0, 0.2, 0.0)), **{f"{joint}_extension": 20})[FORWARD] < -0.02

    def test_bending_takes_the_crown_to_the_right(self, joint: str) -> None:
        assert moved(("head", (0.0, 0.2, 0.0)), **{f"{joint}_bending": 15})[RIGHT] > 0.02

    def test_rotation_takes_the_nose_to_the_left(self, joint: str) -> None:
        assert moved(("head", (0.1, 0.0, 0.0)), **{f"{joint}_rotation": 15})[RIGHT] < -0.02


def test_a_negative_pelvis_tilt_leans_forwards() -> None:
    assert moved("head", pelvis_tilt=-30)[FORWARD] > 0.2


def test_pelvis_list_drops_the_right_hip() -> None:
    assert moved("femur_r", pelvis_list=10)[UP] < -0.01 < 0.01 < moved("femur_l", pelvis_list=10)[UP]


def test_pelvis_rotation_turns_to_the_left() -> None:
    assert moved(("pelvis", (0.1, 0.0, 0.0)), pelvis_rotation=30)[RIGHT] < -0.03

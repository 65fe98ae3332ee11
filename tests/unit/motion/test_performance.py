import numpy as np
import pytest

from otehon.motion.performance import Passage, Performance, Touch
from otehon.motion.props import Box, Props, Rope
from otehon.motion.rope import curve, grips, handle_ends
from otehon.motion.skeleton import skeleton

BONES = skeleton()


def swaying(n: int = 60) -> Performance:
    q = np.zeros((n, len(BONES.coordinates)))
    q[:, BONES.coordinate("hip_flexion_r")] = 0.5 * np.sin(2 * np.pi * np.arange(n) / n)
    q[:, 2] = 0.1
    return Performance(
        bones=BONES,
        base="upright",
        hands="grip",
        period=2.0,
        repetitions=1,
        side="right",
        coordinates=q,
        passages=(
            Passage(0.0, 1.5, "move", "out", False, None, frozenset({"quadriceps_r"})),
            Passage(1.5, 2.0, "hold", "out", False, None, frozenset({"quadriceps_r"})),
        ),
        touches=(Touch("heel_r", "floor", 0.0, 1.0, (0.1, 0.0, 0.2)),),
        key_poses={"out": q[5]},
        resting=frozenset({"fist_r"}),
        props=Props(step=Box((0.0, 0.3), (0.1, 0.4), 0.2), rope=Rope(0.3, 0.5, 1.0)),
    )


def test_the_solved_instants_come_back_exactly() -> None:
    there = swaying()
    np.testing.assert_allclose(there.at(np.arange(60) / 30), there.coordinates, atol=1e-12)


def test_between_instants_the_curve_is_smooth_and_periodic() -> None:
    there = swaying()
    t = np.linspace(0, 4, 481)
    q = there.at(t)[:, BONES.coordinate("hip_flexion_r")]
    np.testing.assert_allclose(q, 0.5 * np.sin(np.pi * t), atol=2e-4)


def test_phases_touches_and_repetitions_wrap_around() -> None:
    there = swaying()
    assert there.passage(3.6).kind == "hold"
    assert [touch.spot for touch in there.touching(2.5)] == ["heel_r"]
    assert there.touching(3.5) == ()
    assert [there.repetition(t) for t in (0.0, 1.9, 2.0, 4.1)] == [0, 0, 1, 2]


def test_the_frames_of_a_cycle_do_not_repeat_its_first() -> None:
    t = swaying().frames(30)
    assert len(t) == 60
    assert t[-1] == pytest.approx(2.0 - 1 / 30)


def test_the_mirror_image_exchanges_names_places_and_props() -> None:
    image = swaying().mirrored()
    assert image.side == "left"
    assert image.passages[0].muscles == {"quadriceps_l"}
    assert image.passages[0].mirrored
    assert image.touches[0] == Touch("heel_l", "floor", 0.0, 1.0, (0.1, 0.0, -0.2))
    assert image.props.step == Box((0.0, 0.3), (-0.4, -0.1), 0.2)
    assert image.resting == {"fist_l"}
    assert image.coordinates[0, 2] == -0.1
    twice = image.mirrored()
    np.testing.assert_allclose(twice.coordinates, swaying().coordinates)
    assert twice.touches == swaying().touches


def test_the_rope_hangs_between_the_handles_and_comes_from_behind_over_the_head() -> None:
    there = swaying()
    rope = there.props.rope
    assert rope is not None
    t = rope.under + rope.turn * np.array([0.0, 0.25, 0.5, 0.75])
    placed = there.pose(t)
    line = curve(BONES, rope, placed, t)
    ends = handle_ends(BONES, placed)
    np.testing.assert_allclose(line[:, 0], ends[:, 0], atol=1e-6)
    np.testing.assert_allclose(line[:, -1], ends[:, 1], atol=1e-6)
    middle = line[:, 16] - ends.mean(axis=1)
    assert middle[0, 1] == pytest.approx(-1.0)
    assert middle[1, 0] == pytest.approx(-1.0)
    assert middle[2, 1] == pytest.approx(1.0)
    assert middle[3, 0] == pytest.approx(1.0)


def test_a_rope_beside_the_body_hangs_outwards_on_the_right_then_on_the_left() -> None:
    there = swaying()
    rope = Rope(0.3, 0.5, 0.8, lean=0.4)
    t = rope.under + rope.turn * np.array([0.0, 1.0, 2.0])
    placed = there.pose(t)
    line = curve(BONES, rope, placed, t)
    hands = grips(BONES, placed)[0]
    np.testing.assert_allclose(line[:, 0], hands[:, 0], atol=1e-6)
    outwards = (line[:, 16] - hands.mean(axis=1))[:, 2]
    assert outwards[0] > 0.15
    assert outwards[1] == pytest.approx(-outwards[0])
    assert outwards[2] == pytest.approx(outwards[0])


def test_in_a_mirror_a_rope_beside_the_body_begins_on_the_other_side() -> None:
    rope = Props(rope=Rope(0.3, 0.5, 0.8, lean=0.4)).mirrored(np.array([1.0, 1, -1])).rope
    assert rope is not None
    assert rope.lean == -0.4

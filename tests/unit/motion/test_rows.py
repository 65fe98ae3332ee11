import numpy as np
import pytest
from pydantic import ValidationError

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.motion.checks.examine import examine
from otehon.motion.joints import other_side
from otehon.motion.kinematics import MIRROR
from otehon.motion.perform import perform
from otehon.motion.performance import Performance
from otehon.motion.props import Rings, Row
from otehon.motion.skeleton import Array
from otehon.studio.pace_board import standing_board
from otehon.studio.rehearsal import rehearsed
from otehon.studio.rods import rods


def hurdled(**changes: float) -> Movement:
    found = catalogue().get("mini_hurdle").movement
    assert found is not None
    row = found.props.hurdles
    assert row is not None
    props = found.props.model_copy(update={"hurdles": row.model_copy(update=changes)})
    return found.model_copy(update={"props": props})


def test_a_row_goes_with_the_ground() -> None:
    row = Row(height=0.15, every=0.5, first=0.2, width=0.5)
    np.testing.assert_allclose(row.places(0.0, 1.0), [-0.8, -0.3, 0.2, 0.7])
    np.testing.assert_allclose(row.places(-0.1, 1.0), [-0.9, -0.4, 0.1, 0.6])
    np.testing.assert_allclose(row.places(-0.5, 1.0), row.places(0.0, 1.0))


@pytest.mark.parametrize("changes", [{"height": 0.35}, {"first": -0.1}])
def test_running_into_a_hurdle_fails(changes: dict[str, float]) -> None:
    spoilt = hurdled(**changes)
    (worst, *_) = examine(spoilt, perform(spoilt)).of("sinking")
    assert not worst.passed
    assert "into a hurdle" in worst.sentence


@pytest.mark.parametrize("drill", ["mini_hurdle", "ladder", "hopscotch", "metronome_run", "tempo"])
def test_what_is_drawn_on_the_ground_repeats_with_the_cycle(drill: str) -> None:
    movement = catalogue().get(drill).movement
    assert movement is not None
    there = rehearsed(movement, "both")
    first, last = rods(there, np.array([0.0, there.period]))
    assert len(first) == len(last)
    for ours, theirs in zip(first, last, strict=True):
        np.testing.assert_allclose(ours.points, theirs.points, atol=1e-5)


def performed(drill: str) -> Performance:
    movement = catalogue().get(drill).movement
    assert movement is not None
    return rehearsed(movement, "both")


def test_rings_go_with_the_ground_and_change_sides_in_a_mirror() -> None:
    rings = Rings(places=((0.1, 0.0), (0.5, 0.2)), every=1.0, width=0.4)
    np.testing.assert_allclose(rings.middles(0.0, 0.8), [[0.1, 0.0], [-0.5, 0.2], [0.5, 0.2]])
    np.testing.assert_allclose(rings.middles(-1.0, 0.8), rings.middles(0.0, 0.8))
    there = performed("hopscotch")
    rings_there = there.props.rings
    mirrored_rings = there.props.mirrored(MIRROR["upright"]).rings
    assert rings_there is not None
    assert mirrored_rings is not None
    assert mirrored_rings.places == tuple((x, -z) for x, z in rings_there.places)


def test_every_foot_of_the_hopscotch_lands_in_a_ring_and_every_ring_is_used() -> None:
    there = performed("hopscotch")
    rings = there.props.rings
    assert rings is not None
    middles = rings.middles(0.0, 3 * rings.every)
    balls = [touch for touch in there.touches if touch.spot.startswith("ball")]
    used: set[int] = set()
    for touch in balls:
        away = np.hypot(*(middles - [touch.place[0], touch.place[2]]).T)
        assert away.min() < rings.width / 2, touch
        used.add(int(away.argmin()) % len(middles))
    # Two patterns of three landings, the third of them with both feet.
    assert len(used) >= 2 * len(rings.places)


def test_the_metronome_turns_back_as_a_foot_lands() -> None:
    there = performed("metronome_run")
    metronome = there.props.metronome
    assert metronome is not None
    # Contacts that run over the seam begin at 0 as well; those are no landings.
    landings = {
        (touch.spot[-1], touch.start)
        for touch in there.touches
        if touch.spot.startswith("heel") and touch.start > 0
    }
    assert {side for side, _ in landings} == {"r", "l"}
    for side, start in landings:
        assert metronome.swing(start) * (1 if side == "r" else -1) > 0.95


def test_a_metronome_that_would_jump_at_the_seam_is_refused() -> None:
    movement = catalogue().get("metronome_run").movement
    assert movement is not None
    data = movement.model_dump(by_alias=True)
    data["props"]["metronome"]["beats"] = 2
    with pytest.raises(ValidationError, match="odd"):
        Movement.model_validate(data)


@pytest.mark.parametrize(
    "drill",
    [
        "jogging",
        "lsd",
        "tempo",
        "sprint",
        "twist_run",
        "walking_drill",
        "race_walk",
        "high_knees",
        "bounding",
        "straight_leg_run",
        "march_in_place",
    ],
)
def test_the_shoulders_turn_against_the_legs(drill: str) -> None:
    there = performed(drill)
    placed = there.pose(np.linspace(0, there.period, 48, endpoint=False))

    def ahead(body: str) -> Array:
        right, left = there.bones.body(body), there.bones.body(other_side(body))
        between = placed.origin[:, right] - placed.origin[:, left]
        pelvis = placed.rotation[:, there.bones.body("pelvis")]
        return np.einsum("nij,ni->nj", pelvis, between)[:, 0]

    shoulders, knees, hands = ahead("humerus_r"), ahead("tibia_r"), ahead("hand_r")
    assert np.corrcoef(shoulders, knees)[0, 1] < -0.7
    assert np.corrcoef(shoulders, hands)[0, 1] > 0.7


def test_a_pace_board_has_a_bar_for_each_stretch_and_changes_sides_in_a_mirror() -> None:
    there = performed("tempo")
    board = there.props.pace_board
    assert board is not None
    drawn = standing_board(board)
    highest = [float(cord.points[:, 1].max()) for cord in drawn[-len(board.bars) :]]
    assert len(drawn) > len(board.bars)
    np.testing.assert_allclose(np.corrcoef(highest, board.bars)[0, 1], 1.0)
    mirrored = there.props.mirrored(MIRROR["upright"]).pace_board
    assert mirrored is not None
    assert mirrored.z == -board.z
    start = catalogue().get("start_dash").movement
    assert start is not None
    assert start.props.pace_board is None

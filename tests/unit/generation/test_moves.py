from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from otehon.engines.base import OutcomeUnknown, Refused, TryAgain, Unavailable, Unclear
from otehon.generation import moves
from otehon.generation.pace import TRIES
from otehon.generation.unclear import DECLARED, SETTLED
from otehon.store.rows import Clip, Stage

NOW = datetime.now(UTC)
PREFERRED = ["cloud", "studio"]


def clip(**changes: Any) -> Clip:
    values: dict[str, Any] = {
        "id": UUID(int=1),
        "video_id": 1,
        "position": 0,
        "drill": "squat",
        "title": "スクワット",
        "words": "スクワット 10回",
        "dose": {"reps": 10},
        "seconds": 5.0,
        "stage": Stage.SUBMITTING,
        "engine": "cloud",
        "tried": ["studio"],
        "handle": {"intent": str(UUID(int=2))},
        "attempt": 0,
        "progress": 0.0,
        "error": None,
        "shown_engine": "studio",
        "studio_media": "a",
        "engine_media": None,
        "deadline": NOW + timedelta(hours=1),
        "revision": 3,
        "created_at": NOW,
        "first_picture_at": NOW,
        "finished_at": None,
    }
    return Clip(**(values | changes))


def test_a_submit_that_did_nothing_begins_again_with_a_new_intent() -> None:
    move = moves.after_paid_submit(clip(), TryAgain("rate_limited", after=9), True, PREFERRED)
    assert (move.changes["stage"], move.wait) == (Stage.QUEUED, 9)


def asked(ago: float, **changes: Any) -> Clip:
    handle = {"intent": str(UUID(int=2)), "asked_at": datetime.now(UTC).timestamp() - ago}
    return clip(handle=handle, **changes)


def test_an_unclear_paid_submit_stays_to_be_looked_up() -> None:
    for error in (Unclear(), OutcomeUnknown("outcome_unknown"), RuntimeError("connection reset")):
        move = moves.after_paid_submit(asked(1), error, True, PREFERRED)
        assert "stage" not in move.changes
        assert move.ledger is None
        assert move.wait


def test_what_the_provider_cannot_tell_is_for_a_person_and_the_studios_clip_stays() -> None:
    move = moves.after_paid_submit(asked(5), OutcomeUnknown("outcome_unknown"), False, PREFERRED)
    assert (move.changes["stage"], move.changes["error"]["cause"]) == (Stage.DONE, "outcome_unknown")
    assert (move.ledger, move.wait) == ("unknown", None)
    bare = asked(5, shown_engine=None)
    move = moves.after_paid_submit(bare, OutcomeUnknown("outcome_unknown"), False, PREFERRED)
    assert move.changes["stage"] is Stage.UNKNOWN


@pytest.mark.parametrize(
    "error", [TryAgain("unreachable"), Unavailable("no_key"), Refused("bad_request"), RuntimeError("x")]
)
def test_a_look_up_that_fails_is_tried_for_two_minutes_and_declared(error: Exception) -> None:
    move = moves.after_paid_submit(asked(DECLARED - 5), error, False, PREFERRED)
    assert move.changes == {"attempt": 1}
    assert move.wait is not None
    assert move.wait <= moves.LOOK_AGAIN
    move = moves.after_paid_submit(asked(DECLARED + 1), error, False, PREFERRED)
    assert (move.changes["error"]["cause"], move.ledger) == ("outcome_unknown", "unknown")


@pytest.mark.parametrize("proves", [True, False])
def test_a_job_that_is_not_listed_may_still_be_on_its_way_for_a_minute(proves: bool) -> None:
    assert moves.not_found(asked(SETTLED - 2), proves).changes == {"attempt": 1}


def test_a_job_that_is_not_listed_is_asked_anew_only_where_that_proves_something() -> None:
    anew = moves.not_found(asked(SETTLED + 1), True)
    assert (anew.changes["stage"], anew.changes["handle"], anew.ledger) == (Stage.QUEUED, None, "refunded")
    with pytest.raises(OutcomeUnknown):
        moves.not_found(asked(SETTLED + 1), False)


def test_a_paid_job_that_exists_is_waited_for_until_the_deadline_and_then_paid() -> None:
    waiting = clip(stage=Stage.WAITING, attempt=TRIES + 20, handle={"job": {"id": "x"}})
    assert moves.tried_in_vain(waiting, TryAgain("unreachable"), PREFERRED, patient=True).wait
    late = clip(stage=Stage.WAITING, handle={"job": {"id": "x"}}, deadline=NOW - timedelta(seconds=1))
    move = moves.tried_in_vain(late, TryAgain("unreachable"), PREFERRED, patient=True)
    assert (move.ledger, move.leaves) == ("settled", {"id": "x"})


def test_what_was_never_begun_is_tried_so_often_and_no_more() -> None:
    queued = clip(stage=Stage.QUEUED, attempt=TRIES - 1, handle=None, deadline=None)
    move = moves.tried_in_vain(queued, TryAgain("renderer_died"), PREFERRED, patient=True)
    assert move.changes["stage"] is Stage.DONE


def test_a_clip_whose_time_ended_between_two_tries_is_told_why_the_first_one_failed() -> None:
    again = moves.tried_in_vain(clip(stage=Stage.SUBMITTING), TryAgain("unreachable"), PREFERRED)
    waiting = clip(stage=again.changes["stage"], handle=again.changes["handle"])
    told = moves.too_late(waiting, PREFERRED).changes["error"]
    assert told == {"step": "submitting", "engine": "cloud", "cause": "unreachable"}
    told = moves.too_late(clip(stage=Stage.QUEUED, handle=None), PREFERRED).changes["error"]
    assert told["cause"] == "time_out"


def test_footage_that_is_broken_is_fetched_three_times() -> None:
    for attempt, stage in ((0, Stage.FETCHING), (1, Stage.FETCHING), (2, Stage.DONE)):
        fetching = clip(stage=Stage.FETCHING, attempt=attempt)
        move = moves.tried_in_vain(fetching, TryAgain("bad_footage"), PREFERRED, patient=True)
        assert move.changes["stage"] is stage
        assert move.ledger == ("settled" if stage is Stage.DONE else None)


@pytest.mark.parametrize(
    ("stage", "error", "ledger"),
    [
        (Stage.SUBMITTING, Refused("moderated_before"), "refunded"),
        (Stage.WAITING, Refused("provider_failed"), "refunded"),
        (Stage.WAITING, Refused("moderated_after", spent=True), "settled"),
        (Stage.FETCHING, Refused("expired"), "settled"),
    ],
)
def test_what_was_made_is_paid_and_what_was_not_is_refunded(
    stage: Stage, error: Refused, ledger: str
) -> None:
    assert moves.given_up(clip(stage=stage), error, PREFERRED).ledger == ledger


def test_a_refused_clip_is_handed_on_or_ends() -> None:
    move = moves.given_up(clip(tried=[], shown_engine=None), Refused("moderated_before"), PREFERRED)
    assert (move.changes["stage"], move.wait) == (Stage.QUEUED, 0.0)
    move = moves.given_up(clip(), Unavailable("no_credit"), PREFERRED)
    assert (move.changes["stage"], move.wait) == (Stage.DONE, None)
    assert move.changes["error"] == {"step": "submitting", "engine": "cloud", "cause": "no_credit"}


def test_tries_end_with_their_number_and_with_the_deadline() -> None:
    waiting = clip(stage=Stage.WAITING)
    again = moves.tried_in_vain(waiting, TryAgain("unreachable"), PREFERRED)
    assert again.changes == {"stage": Stage.WAITING, "attempt": 1}
    for tired in (
        clip(stage=Stage.WAITING, attempt=TRIES - 1),
        clip(stage=Stage.WAITING, deadline=NOW - timedelta(seconds=1)),
    ):
        assert moves.tried_in_vain(tired, TryAgain("unreachable"), PREFERRED).wait is None

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from otehon.engines.base import OutcomeUnknown, Refused, TryAgain, Unavailable
from otehon.generation import moves
from otehon.generation.pace import TRIES
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


def test_an_unclear_paid_submit_stays_to_be_looked_up() -> None:
    for error in (OutcomeUnknown("outcome_unknown"), RuntimeError("connection reset")):
        move = moves.after_paid_submit(clip(), error, True, PREFERRED)
        assert "stage" not in move.changes
        assert move.wait


def test_what_the_provider_cannot_tell_is_for_a_person_and_the_studios_clip_stays() -> None:
    move = moves.after_paid_submit(clip(attempt=1), OutcomeUnknown("outcome_unknown"), False, PREFERRED)
    assert (move.changes["stage"], move.changes["error"]["cause"]) == (Stage.DONE, "outcome_unknown")
    assert move.ledger == "unknown"
    bare = clip(attempt=1, shown_engine=None)
    move = moves.after_paid_submit(bare, OutcomeUnknown("outcome_unknown"), False, PREFERRED)
    assert move.changes["stage"] is Stage.UNKNOWN


def test_a_look_up_that_never_succeeds_ends_as_unknown_and_is_never_submitted_again() -> None:
    tired = clip(attempt=TRIES - 1)
    move = moves.after_paid_submit(tired, TryAgain("unreachable"), False, PREFERRED)
    assert move.changes["error"]["cause"] == "outcome_unknown"
    for attempt in range(TRIES - 1):
        move = moves.after_paid_submit(clip(attempt=attempt), TryAgain("unreachable"), False, PREFERRED)
        assert move.changes == {"attempt": attempt + 1}


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

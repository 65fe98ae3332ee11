from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from otehon.generation.pace import POLL_MAX, backoff, browsing, priority, until_next_poll

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@given(st.integers(0, 100))
def test_backoff_grows_to_about_a_minute(attempt: int) -> None:
    assert 0.7 <= backoff(attempt) <= 78


def test_what_the_provider_asks_for_is_kept_within_reason() -> None:
    assert backoff(0, asked=7) == 7
    assert backoff(0, asked=10**9) == 300


@given(st.floats(0, 1e6))
def test_polls_grow_rarer_and_never_too_rare(waited: float) -> None:
    assert 1.8 <= until_next_poll(waited) <= POLL_MAX * 1.1


def test_a_runs_later_clips_stand_behind_the_first_clips_of_others() -> None:
    third_of_early = priority(NOON, 3)
    first_of_late = priority(NOON + timedelta(seconds=1), 0)
    assert first_of_late > third_of_early


def test_nobody_waits_for_ever_behind_newer_runs() -> None:
    last_of_early = priority(NOON, 29)
    first_of_a_minute_later = priority(NOON + timedelta(minutes=1), 0)
    assert last_of_early > first_of_a_minute_later


def test_a_preview_stands_behind_every_clip_and_before_older_previews() -> None:
    assert browsing(NOON) < priority(NOON + timedelta(days=9000), 29)
    assert browsing(NOON) < browsing(NOON + timedelta(seconds=1))


def test_priorities_fit_the_queues_column_for_decades() -> None:
    assert priority(datetime(2060, 1, 1, tzinfo=UTC), 29) > -(2**31)
    assert browsing(NOON) > -(2**31)

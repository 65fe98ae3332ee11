"""A short run of `python -m benchmarks.paid`."""

import pytest
from benchmarks.paid import measure
from benchmarks.paid_tally import judge


@pytest.mark.timeout(400)
def test_whoever_is_killed_nothing_is_paid_twice_lost_or_stuck() -> None:
    tally = measure("openai-videos", clips=12, kills=3, seed=2)
    assert len(tally.clips) == 12
    assert tally.jobs
    assert judge(tally)

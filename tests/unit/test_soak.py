import math
import time

import pytest
from benchmarks.soak.memory import Memory, slope
from benchmarks.soak.outages import DATABASE, GRACE, Outages
from benchmarks.soak.record import Record


def test_growth_is_seen_through_peaks() -> None:
    steady = [200.0 + 50 * (second % 40 == 0) for second in range(200)]
    leaking = [value + second * 0.2 for second, value in enumerate(steady)]
    assert slope(range(200), steady) == pytest.approx(0, abs=0.01)
    assert slope(range(200), leaking) == pytest.approx(0.2, abs=0.01)


def test_filling_caches_at_the_beginning_is_no_growth() -> None:
    seconds = [float(second) for second in range(100)]
    memory = Memory(1, seconds, [100 + min(second, 20) * 5 for second in seconds])
    assert memory.growth == pytest.approx(0, abs=0.01)


def test_only_what_was_away_excuses_and_only_while_it_was() -> None:
    outages = Outages()
    with outages.away("younger"):
        during = time.monotonic()
    after = time.monotonic() + 0.001
    assert outages.excuse(("younger",), during - 1, during)
    assert not outages.excuse(("elder", DATABASE), during - 1, during)
    assert not outages.excuse(("younger",), after, after + 1)


def test_the_database_excuses_a_little_longer() -> None:
    outages = Outages()
    with outages.away(DATABASE):
        assert outages.windows[0].end == math.inf
    assert GRACE / 2 < outages.windows[0].end - time.monotonic() <= GRACE


def test_a_bad_answer_that_nothing_excuses_is_a_fault() -> None:
    record = Record(Outages())
    now = time.monotonic()
    record.note("status", "200", good=True, away=(), span=(now, now))
    record.note("status", "503", good=False, away=(), span=(now, now))
    with record.outages.away("elder"):
        record.note("status", "503", good=False, away=("elder",), span=(now, time.monotonic()))
    assert record.faults == ["status: 503"]
    assert record.excused == {"status 503": 1}

"""What goes wrong before a paid engine is asked: nothing is spent, and the clip comes to an end."""

from pathlib import Path
from typing import Any

import pytest

from otehon.generation import moves
from otehon.store.rows import Stage
from tests.integration.service import settled, working
from tests.integration.test_paid import costs, jobs, paid


@pytest.mark.parametrize("verb", ["ask", "get_ready"])
async def test_an_engine_that_breaks_its_contract_before_it_is_asked_is_given_up(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    async def broken(_: Any) -> None:
        raise ZeroDivisionError

    def soon(*_: object) -> float:
        return 0.01

    monkeypatch.setattr(moves, "backoff", soon)
    async with working(paid(database_url, tmp_path)) as runtime:
        monkeypatch.setattr(runtime.engines["fake"], verb, broken)
        await runtime.requests.request_video(7, "スクワット", 5)
        clip = (await settled(runtime, 7)).clips[0]
        assert clip.stage is Stage.FAILED
        assert clip.error == {"step": "queued", "engine": "fake", "cause": "internal"}
        assert await costs(runtime) == []
    assert jobs(tmp_path) == []

"""What goes wrong before a paid engine is asked: nothing is spent, and the clip comes to an end."""

from pathlib import Path
from typing import Any

import pytest

from otehon.engines.base import Unavailable
from otehon.generation import moves
from otehon.generation.media import MediaStore, MediaUnreachable
from otehon.generation.pace import TRIES
from otehon.store.rows import Stage
from tests.integration.service import settings_for, settled, working
from tests.integration.test_paid import costs, jobs, paid


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    def soon(*_: object) -> float:
        return 0.01

    monkeypatch.setattr(moves, "backoff", soon)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("verb", ["ask", "get_ready"])
async def test_an_engine_that_breaks_its_contract_before_it_is_asked_is_given_up(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    async def broken(_: Any) -> None:
        raise ZeroDivisionError

    async with working(paid(database_url, tmp_path)) as runtime:
        monkeypatch.setattr(runtime.engines["fake"], verb, broken)
        await runtime.requests.request_video(7, "スクワット", 5)
        clip = (await settled(runtime, 7)).clips[0]
        assert clip.stage is Stage.FAILED
        assert clip.error == {"step": "queued", "engine": "fake", "cause": "internal"}
        assert await costs(runtime) == []
    assert jobs(tmp_path) == []


@pytest.mark.parametrize("verb", ["ask", "get_ready"])
async def test_an_engine_that_says_beforehand_that_it_needs_a_person_is_given_a_rest(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    asked: list[Any] = []

    async def without_key(order: Any) -> None:
        asked.append(order)
        raise Unavailable("no_key")

    async with working(paid(database_url, tmp_path)) as runtime:
        monkeypatch.setattr(runtime.engines["fake"], verb, without_key)
        for run_id in (7, 8):
            await runtime.requests.request_video(run_id, "スクワット", 5)
            clip = (await settled(runtime, run_id)).clips[0]
            assert clip.error == {"step": "queued", "engine": "fake", "cause": "no_key"}
        async with runtime.database.reading() as repository:
            assert await repository.open_cause("fake") == "no_key"
        assert len(asked) == 1
    assert jobs(tmp_path) == []


@pytest.mark.usefixtures("soon")
async def test_where_clips_cannot_be_kept_none_is_looked_for_without_end(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []

    async def away(_: object, media: str, *__: object) -> None:
        looks.append(media)
        raise MediaUnreachable("the bucket does not answer")

    monkeypatch.setattr(MediaStore, "find", away)
    settings = settings_for(database_url, tmp_path, engines=["studio"])
    async with working(settings) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        clip = (await settled(runtime, 7)).clips[0]
        assert clip.stage is Stage.FAILED
        assert clip.error == {"step": "queued", "engine": "studio", "cause": "media_unreachable"}
    assert len(looks) == TRIES

import asyncio
import json
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from otehon.engines.fake_provider import FakeJob, FakeProvider
from otehon.generation import moves, unclear
from otehon.generation.lost import Lost
from otehon.generation.media import PLAIN, Kind
from otehon.generation.runtime import Runtime
from otehon.settings import Settings
from otehon.store.rows import Cost, Stage, VideoStatus
from tests.integration.service import eventually, settings_for, settled, working

PRICES = """
currency: USD
prices:
- {engine: fake, per_second: 0.10, read: 2026-11-25, source: made up for tests}
"""


def paid(database_url: str, home: Path, script: dict[str, Any] | None = None, **more: Any) -> Settings:
    prices = home / "prices.yaml"
    prices.write_text(PRICES)
    script = {"provider": str(home / "provider"), "poll_after": 0.2, **(script or {})}
    return settings_for(database_url, home, script, prices=prices, **more)


def jobs(home: Path) -> list[FakeJob]:
    return FakeProvider(home / "provider").jobs()


async def costs(runtime: Runtime) -> list[Cost]:
    async with runtime.database.reading() as repository:
        return list(await repository.list_costs())


async def test_a_paid_clip_is_checked_labelled_settled_by_what_was_delivered_and_deleted_there(
    database_url: str, tmp_path: Path
) -> None:
    import av

    async with working(paid(database_url, tmp_path)) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)
        (cost,) = await costs(runtime)
        clip = state.clips[0]
        assert clip.stage is Stage.DONE, clip.error
        assert clip.origin == {"ai": True, "checked": False, "movement": True, "credit": None}
        assert (cost.state, cost.estimate, cost.amount) == ("settled", 0.5, 0.5)
        assert cost.delivered == 5.0
        assert cost.provider_id == jobs(tmp_path)[0].id

        file = await runtime.media.find(clip.engine_media or "", PLAIN, Kind.VIDEO)
        assert file is not None
        with av.open(str(tmp_path / "media" / file.key)) as container:
            assert "AI-generated" in container.metadata["comment"]
            assert "fake" in container.metadata["comment"]
        deadline = time.monotonic() + 5
        while not jobs(tmp_path)[0].deleted and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
        assert jobs(tmp_path)[0].deleted


async def test_an_unclear_submit_adopts_the_job_that_was_begun(database_url: str, tmp_path: Path) -> None:
    async with working(paid(database_url, tmp_path, {"submit": ["begun"]})) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)
        (cost,) = await costs(runtime)
    assert state.video.generation_status is VideoStatus.COMPLETED
    assert [job.id for job in jobs(tmp_path)] == [cost.provider_id]


async def test_the_same_words_twice_adopt_two_jobs(database_url: str, tmp_path: Path) -> None:
    async with working(paid(database_url, tmp_path, {"submit": ["begun"]})) as runtime:
        await runtime.requests.request_video(7, "スクワット\nスクワット\nスクワット", 5)
        state = await settled(runtime, 7, within=30)
        assert {clip.stage for clip in state.clips} == {Stage.DONE}
        assert {job.id for job in jobs(tmp_path)} == {cost.provider_id for cost in await costs(runtime)}
    assert len(jobs(tmp_path)) == 3


async def test_an_unclear_submit_that_was_not_begun_is_asked_anew_when_that_is_certain(
    database_url: str, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(moves, "SETTLED", 2.0)
    # The attempt counts the look-ups too: the first submit meets the fault, the second does not.
    script = {"submit": ["dropped"], "lists_at_once": True}
    async with working(paid(database_url, tmp_path, script)) as runtime:
        async with runtime.database.transaction() as repository:
            await repository.ensure_run(7)
        await runtime.requests.request_video(7, "スクワット", 5)
        fake = runtime.engines["fake"]

        async def was_sent() -> bool:
            state = await runtime.requests.state_of_run(7)
            return state is not None and state.clips[0].attempt > 0

        await eventually(was_sent, True)
        fake.script = fake.script.model_copy(update={"submit": ()})  # pyright: ignore
        state = await settled(runtime, 7, within=30)
        states = sorted(cost.state for cost in await costs(runtime))
    assert state.clips[0].stage is Stage.DONE
    assert states == ["refunded", "settled"]
    assert len(jobs(tmp_path)) == 1


async def test_a_job_that_is_not_listed_is_never_asked_anew_by_itself(
    database_url: str, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(moves, "SETTLED", 1.0)
    monkeypatch.setattr("otehon.generation.lost.LOOK_EVERY", 0.0)
    async with working(paid(database_url, tmp_path, {"submit": ["dropped"]})) as runtime:
        video = await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)
        assert (state.clips[0].error or {})["cause"] == "outcome_unknown"
        await Lost(runtime.steps).look()
        assert [cost.state for cost in await costs(runtime)] == ["unknown"]
        assert jobs(tmp_path) == []

        fake: Any = runtime.engines["fake"]
        fake.script = fake.script.model_copy(update={"submit": ()})
        await runtime.requests.retry(video.id)
        state = await settled(runtime, 7)
        assert state.clips[0].stage is Stage.DONE
        assert sorted(cost.state for cost in await costs(runtime)) == ["settled", "unknown"]
    assert len(jobs(tmp_path)) == 1


async def test_where_nothing_is_listed_the_end_is_unknown_and_only_a_person_asks_again(
    database_url: str, tmp_path: Path
) -> None:
    script = {"submit": ["begun"], "lists": False}
    async with working(paid(database_url, tmp_path, script)) as runtime:
        video = await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)
        assert state.clips[0].stage is Stage.UNKNOWN
        assert (state.clips[0].error or {})["cause"] == "outcome_unknown"
        await runtime.requests.request_video(7, "スクワット", 5)
        assert len(jobs(tmp_path)) == 1
        assert (await costs(runtime))[0].state == "unknown"

        runtime.engines["fake"].script = runtime.engines["fake"].script.model_copy(update={"submit": ()})  # type: ignore
        await runtime.requests.retry(video.id)
        state = await settled(runtime, 7)
        assert state.clips[0].stage is Stage.DONE


async def test_an_unknown_end_is_looked_for_again_and_brought_home(
    database_url: str, tmp_path: Path, monkeypatch: Any
) -> None:
    async with working(paid(database_url, tmp_path, {"submit": ["begun"], "lists": False})) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)
        assert state.clips[0].stage is Stage.UNKNOWN
    monkeypatch.setattr("otehon.generation.lost.LOOK_EVERY", 0.0)
    async with working(paid(database_url, tmp_path)) as runtime:
        await Lost(runtime.steps).look()
        state = await settled(runtime, 7)
        assert (state.clips[0].stage, state.clips[0].error) == (Stage.DONE, None)
        assert [cost.state for cost in await costs(runtime)] == ["settled"]
    assert len(jobs(tmp_path)) == 1


async def test_a_lost_job_is_sent_back_only_when_nobody_is_asking_for_the_same(
    database_url: str, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr("otehon.generation.lost.LOOK_EVERY", 0.0)
    async with working(paid(database_url, tmp_path, {"submit": ["begun"], "lists": False})) as runtime:
        video = await runtime.requests.request_video(7, "スクワット", 5)
        await settled(runtime, 7)
    async with working(paid(database_url, tmp_path, {"submit_seconds": 3})) as runtime:
        await runtime.requests.retry(video.id)
        while len(await costs(runtime)) < 2:
            await asyncio.sleep(0.02)
        await Lost(runtime.steps).look()
        (first,) = jobs(tmp_path)
        assert not first.deleted
        assert (await settled(runtime, 7)).clips[0].stage is Stage.DONE
        await Lost(runtime.steps).look()
        assert next(job.id for job in jobs(tmp_path) if job.deleted) == first.id
        assert sorted(cost.state for cost in await costs(runtime)) == ["settled", "settled"]
    assert len(jobs(tmp_path)) == 2


async def test_an_unknown_end_that_never_began_is_refunded_and_may_be_retried(
    database_url: str, tmp_path: Path, monkeypatch: Any
) -> None:
    async with working(paid(database_url, tmp_path, {"submit": ["dropped"], "lists": False})) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        await settled(runtime, 7)
    monkeypatch.setattr("otehon.generation.lost.LOOK_EVERY", 0.0)
    async with working(paid(database_url, tmp_path, {"lists_at_once": True})) as runtime:
        await Lost(runtime.steps).look()
        state = await settled(runtime, 7)
        assert (state.clips[0].error or {})["cause"] == "not_begun"
        assert [cost.state for cost in await costs(runtime)] == ["refunded"]


async def test_a_process_that_slept_after_its_intent_looks_before_it_pays(
    database_url: str, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(unclear, "FRESH", 0.0)
    monkeypatch.setattr(moves, "SETTLED", 1e9)
    async with working(paid(database_url, tmp_path)) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        while not await costs(runtime):
            await asyncio.sleep(0.02)
        # Somebody else submitted for it meanwhile.
        ask = (await costs(runtime))[0].ask
        assert ask is not None
        FakeProvider(tmp_path / "provider").begin(type("A", (), {"as_json": lambda self: ask})(), 0)  # type: ignore
        state = await settled(runtime, 7)
    assert state.clips[0].stage is Stage.DONE
    assert len(jobs(tmp_path)) == 1


async def test_a_budget_that_is_used_up_hands_on_without_asking(database_url: str, tmp_path: Path) -> None:
    settings = paid(database_url, tmp_path, budget_run=0.6)
    async with working(settings) as runtime:
        await runtime.requests.request_video(7, "スクワット\nプランク", 5)
        state = await settled(runtime, 7)
        assert sorted(clip.stage for clip in state.clips) == [Stage.DONE, Stage.FAILED]
        (failed,) = [clip for clip in state.clips if clip.stage is Stage.FAILED]
        assert failed.error == {"step": "queued", "engine": "fake", "cause": "over_budget"}
    assert len(jobs(tmp_path)) == 1


async def test_without_a_price_no_budget_can_be_kept(database_url: str, tmp_path: Path) -> None:
    settings = paid(database_url, tmp_path, budget_day=100).model_copy(update={"prices": None})
    async with working(settings) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)
    assert (state.clips[0].error or {})["cause"] == "price_unknown"
    assert jobs(tmp_path) == []


async def test_no_more_than_so_many_at_once_and_all_end(database_url: str, tmp_path: Path) -> None:
    settings = paid(database_url, tmp_path, {"seconds": 1}, engine_at_once={"fake": 1})
    async with working(settings) as runtime:
        await runtime.requests.request_video(7, "スクワット\nプランク\nランジ", 5)
        state = await settled(runtime, 7, within=60)
    assert {clip.stage for clip in state.clips} == {Stage.DONE}
    begun = [job.begun for job in jobs(tmp_path)]
    assert all(later - earlier >= 1 for earlier, later in pairwise(begun))


async def test_an_engine_without_credit_is_not_asked_for_the_next_clip(
    database_url: str, tmp_path: Path
) -> None:
    async with working(paid(database_url, tmp_path, {"submit": ["unavailable"]})) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        await settled(runtime, 7)
        await runtime.requests.request_video(8, "プランク", 5)
        state = await settled(runtime, 8)
        assert state.clips[0].error == {"step": "queued", "engine": "fake", "cause": "no_credit"}
        assert len(await costs(runtime)) == 1


async def test_what_arrives_and_must_not_be_shown_says_why_and_is_paid(
    database_url: str, tmp_path: Path
) -> None:
    for run_id, (fault, cause) in enumerate(
        {"black": "black", "frozen": "frozen", "garbage": "bad_footage"}.items(), start=1
    ):
        async with working(paid(database_url, tmp_path, {"fetch": [fault] * 9})) as runtime:
            await runtime.requests.request_video(run_id, "スクワット", 5)
            state = await settled(runtime, run_id, within=30)
            assert (state.clips[0].error or {})["cause"] == cause
            assert (await costs(runtime))[0].state == "settled"


async def test_a_cut_file_is_fetched_again(database_url: str, tmp_path: Path) -> None:
    async with working(paid(database_url, tmp_path, {"fetch": ["cut"]})) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)
    assert state.clips[0].stage is Stage.DONE
    assert len(jobs(tmp_path)) == 1


async def test_a_deleted_run_takes_the_job_and_its_words_along(database_url: str, tmp_path: Path) -> None:
    async with working(paid(database_url, tmp_path, {"seconds": 60})) as runtime:
        await runtime.requests.request_video(7, "秘密の言葉", 5)
        while not jobs(tmp_path):
            await asyncio.sleep(0.02)
        await runtime.requests.delete_run(7)
        deadline = time.monotonic() + 8
        while not jobs(tmp_path)[0].deleted and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
        assert jobs(tmp_path)[0].deleted

        async def words() -> object:
            return [cost.ask for cost in await costs(runtime)]

        await eventually(words, [None])
        (cost,) = await costs(runtime)
    assert "秘密" not in json.dumps(str(cost), ensure_ascii=False)

from pathlib import Path

import pytest

from otehon.client import OtehonClient, ServiceAway, ServiceRefused
from tests.integration.real_server import serving
from tests.integration.service import settings_for

ADVICE = "良好です。\n\n【💪 おすすめの補強ドリル】\nスクワット 10回×3セット"


async def test_a_video_from_request_to_end(database_url: str, tmp_path: Path) -> None:
    settings = settings_for(database_url, tmp_path, api_token="open sesame")
    async with serving(settings) as http, OtehonClient(str(http.base_url), "open sesame") as client:
        assert await client.status(7) is None
        answer = await client.request_training_video(7, ADVICE)
        assert (await client.request_training_video(7, ADVICE)).video_id == answer.video_id
        status = await client.wait(7)
        assert status is not None
        assert status.generation_status == "completed"
        assert [clip.drill for clip in status.clips] == ["squat"]
        assert answer.video_id is not None
        assert (await client.retry(answer.video_id)).generation_status == "completed"
        await client.delete_run(7)
        assert await client.status(7) is None

        silent = await client.request_training_video(8, "良好です。")
        assert silent.video_id is None


async def test_what_the_service_refuses_says_why(database_url: str, tmp_path: Path) -> None:
    settings = settings_for(database_url, tmp_path, api_token="open sesame")
    async with serving(settings) as http, OtehonClient(str(http.base_url)) as client:
        with pytest.raises(ServiceRefused) as refused:
            await client.request_training_video(7, ADVICE)
    assert refused.value.status == 401
    assert "OTEHON_API_TOKEN" in refused.value.do


async def test_a_service_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("otehon.client.TRIES", 1)
    async with OtehonClient("http://127.0.0.1:9") as client:
        with pytest.raises(ServiceAway):
            await client.status(7)

from pathlib import Path

import pytest

from otehon.api.models.videos import NoVideo, VideoStatus
from otehon.client import Client, RequestRefused
from tests.integration.http import ended, serving
from tests.integration.service import settings_for


async def test_a_service_asks_for_its_runs_video(database_url: str, tmp_path: Path) -> None:
    settings = settings_for(database_url, tmp_path, api_token="open sesame", shutdown_grace=0)
    async with serving(settings) as http:
        async with Client(str(http.base_url), token="open sesame") as client:
            assert isinstance(await client.status(5), NoVideo)
            first = await client.request_training_video(5, "スクワット 10回")
            again = await client.request_training_video(5, "スクワット 10回")
            assert first.video_id == again.video_id
            await ended(http, 5)
            status = await client.status(5)
            assert isinstance(status, VideoStatus)
            assert status.generation_status == "completed"
            with pytest.raises(RequestRefused) as refused:
                await client.request_training_video(-1, "スクワット")
            assert (refused.value.status, refused.value.code) == (422, "invalid-request")
            assert "run_id" in refused.value.detail
        async with Client(str(http.base_url)) as stranger:
            with pytest.raises(RequestRefused, match="token-required"):
                await stranger.request_training_video(5, "スクワット")

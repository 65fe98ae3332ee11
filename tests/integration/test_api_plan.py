from pathlib import Path

from tests.integration.http import ended, serving
from tests.integration.service import settings_for

DRILLS = "ハイニー 左右各10回\nプランク 30秒"


async def test_the_plans_requests_work_as_they_are(database_url: str, tmp_path: Path):
    async with serving(settings_for(database_url, tmp_path)) as client:
        unknown = await client.get("/status/7")
        assert unknown.status_code == 200
        assert unknown.json() == {"status": "not_found"}

        body = {"run_id": 7, "prompt_text": f"トレーニング動画: {DRILLS}", "duration": 5}
        asked = await client.post("/generate", json=body, timeout=10.0)
        assert asked.status_code == 202
        assert asked.headers["location"] == "/api/video-generation/status/7"
        video_id = asked.json()["video_id"]
        assert asked.json() == {
            "status": "success",
            "message": "動画生成を開始しました",
            "video_id": video_id,
            "generation_status": "pending",
        }

        status = await ended(client, 7)
        assert status["status"] == "success"
        assert status["generation_status"] == "completed"
        assert status["error_message"] is None
        assert status["video_id"] == video_id
        film = await client.get(str(status["video_url"]))
        assert film.status_code == 200
        assert film.headers["content-type"] == "video/mp4"
        assert film.content[4:8] == b"ftyp"
        docs = await client.get("/docs")
        assert docs.status_code == 200

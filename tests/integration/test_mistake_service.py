import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2

from tests.integration.http import ended
from tests.integration.real_server import serving
from tests.integration.service import settings_for

SECTION = "【💪 おすすめの補強ドリル】\nヒップリフト 10回"
FORM = "size=480x360&mistake=true"


async def ready(client: httpx2.AsyncClient, address: str) -> dict[str, Any]:
    answer = await client.get(address)
    while answer.status_code == 202:
        await asyncio.sleep(0.2)
        answer = await client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_the_usual_mistake_is_a_form_of_a_clip_and_says_when_it_is_wrong(
    database_url: str, tmp_path: Path
) -> None:
    settings = settings_for(
        database_url, tmp_path, engines=["studio"], render_processes=1, clip_size="480x360"
    )
    async with serving(settings) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": SECTION, "duration": 4})
        status: dict[str, Any] = await ended(client, 7)
        (lift,) = status["clips"]
        class_of_drills = (await client.get("/drills/trunk_training")).json()
        assert (lift["has_mistake"], class_of_drills["has_mistake"]) == (True, False)
        refused = await client.get(f"/clips/{class_of_drills['clip_id']}?{FORM}")
        assert (refused.status_code, refused.json()["code"]) == (409, "no-mistake")

        both = await ready(client, f"/clips/{lift['clip_id']}?{FORM}")
        plain = await ready(client, f"/clips/{lift['clip_id']}?size=480x360")
        assert (both["mistake"], plain["mistake"], plain["verdicts"]) == (True, False, [])
        assert both["video_url"] != plain["video_url"]
        right, wrong = both["verdicts"]
        assert set(right) == {"from", "to", "right", "words"}
        assert (right["right"], wrong["right"]) == (True, False)
        assert right["from"] == 0 < right["to"] < wrong["from"] < wrong["to"]
        assert wrong["words"] == {"ja": "お尻が上がりきらない", "en": "The hips stay low"}
        captions = (await client.get(both["captions"]["en"])).text
        assert "× The hips stay low" in captions

        # The catalogue's own demonstration has the form too.
        drill = (await client.get("/drills/hip_lift")).json()
        assert drill["has_mistake"]
        assert (await ready(client, f"/clips/{drill['clip_id']}?{FORM}"))["verdicts"] == both["verdicts"]

        # A film to be saved is named after its drill.
        for links, name, plainly in (
            (plain, "ヒップリフト.mp4", "hip_lift.mp4"),
            (both, "ヒップリフト - よくある間違い.mp4", "hip_lift-mistake.mp4"),
        ):
            saved = await client.get(f"{links['video_url']}?download=true")
            expected = f"attachment; filename=\"{plainly}\"; filename*=UTF-8''{quote(name)}"
            assert saved.headers["content-disposition"] == expected
            assert saved.headers["content-type"] == "video/mp4"
        assert "content-disposition" not in (await client.get(plain["video_url"])).headers

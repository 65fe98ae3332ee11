import subprocess
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from otehon.api.guard import OUR_HEADER
from tests.integration.http import ended
from tests.integration.real_server import serving
from tests.integration.service import settings_for

SECTION = "【💪 おすすめの補強ドリル】\nスクワット 10回"
DISK = 6_000_000
LEFT = 20_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not sys.platform.startswith("linux"):
        pytest.skip("a small disk is a tmpfs, which only Linux has")
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "otehon-test", str(disk)]
    try:
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount command here")
    if mounted.returncode != 0:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill(disk: Path) -> Path:
    ballast = disk / "ballast"
    with ballast.open("wb") as out:
        out.write(bytes(DISK - LEFT - 64_000))
    return ballast


async def made_after_the_disk_was_freed(client: httpx2.AsyncClient, ballast: Path) -> None:
    await client.post("/generate", json={"run_id": 7, "prompt_text": SECTION, "duration": 4})
    failed: dict[str, Any] = await ended(client, 7)
    assert failed["generation_status"] == "failed"
    error = failed["clips"][0]["error"]
    assert (error["cause"]["id"], error["next"]["id"]) == ("disk_full", "free_space")
    assert error["step"]["id"]
    assert error["retryable"]

    ballast.unlink()
    retried = await client.post(f"/videos/{failed['video_id']}/retry", headers={OUR_HEADER: "1"})
    assert retried.status_code in (200, 202)
    done: dict[str, Any] = await ended(client, 7)
    assert done["generation_status"] == "completed"
    assert done["clips"][0]["clip_id"] == failed["clips"][0]["clip_id"]
    assert done["clips"][0]["error"] is None
    assert (await client.get(done["video_url"])).content[4:8] == b"ftyp"


async def test_a_clip_that_finds_the_medias_disk_full_fails_and_is_made_when_there_is_space(
    small_disk: Path, database_url: str
) -> None:
    settings = settings_for(
        database_url, small_disk, engines=["studio"], render_processes=1, clip_size="640x360"
    )
    async with serving(settings) as client:
        ballast = fill(small_disk)
        ready = await client.get("/readyz")
        checks = {check["name"]: check["ok"] for check in ready.json()["checks"]}
        assert ready.status_code == 503
        assert (checks["database"], checks["disk"]) == (True, False)
        await made_after_the_disk_was_freed(client, ballast)

        # Nothing half-written is left of the attempt that failed.
        files = [file for file in (small_disk / "media").rglob("*") if file.is_file()]
        assert {file.suffix for file in files} == {".mp4", ".webp", ".vtt"}


async def test_a_clip_that_cannot_even_be_drawn_fails_and_is_made_when_there_is_space(
    small_disk: Path, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    settings = settings_for(
        database_url, tmp_path, engines=["studio"], render_processes=1, clip_size="640x360"
    )
    async with serving(settings) as client:
        await made_after_the_disk_was_freed(client, fill(small_disk))
        assert list(small_disk.glob("otehon-*")) == []

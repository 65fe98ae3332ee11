"""A customer's own clips."""

import io
import json
from pathlib import Path
from typing import Any

import av
import pytest

from otehon.emulator.footage import footage
from otehon.engines.base import Credit, Ready, Refused, Unavailable
from otehon.engines.library import LibraryEngine, create
from otehon.settings import LibrarySettings, Settings
from tests.integration.http import ended, serving
from tests.integration.orders import order
from tests.integration.service import settings_for

SQUAT = {"file": "a/squat.mp4", "title": "スクワット基本", "licence": "CC BY 4.0", "drills": ["squat"]}
BURPEE = {"file": "burpee.mp4", "title": "Burpee", "licence": "社内限定", "words": ["バーピー", "ピー"]}


def shelf(folder: Path, *clips: dict[str, Any]) -> Path:
    """A library with a film behind each entry."""
    for clip in clips:
        (folder / clip["file"]).parent.mkdir(parents=True, exist_ok=True)
        (folder / clip["file"]).write_bytes(footage(320, 240, 5))
    (folder / "index.json").write_text(json.dumps({"clips": clips}))
    return folder


def library(folder: Path, *clips: object) -> LibraryEngine:
    (folder / "index.json").write_text(json.dumps({"clips": clips}))
    return create(Settings.model_validate({"library": {"url": str(folder)}}))


async def test_a_clip_is_found_by_id_and_brings_title_and_licence(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "squat.mp4").write_bytes(footage(320, 240, 2))
    engine, wanted, out = library(tmp_path, BURPEE, SQUAT), order(), tmp_path / "out"
    out.mkdir()
    handle = await engine.submit(wanted)
    assert isinstance(await engine.poll(handle), Ready)
    made = await engine.fetch(handle, wanted, out, lambda _: None)
    assert made.credit == Credit("スクワット基本", "CC BY 4.0")
    assert made.video.read_bytes() == (tmp_path / "a" / "squat.mp4").read_bytes()


@pytest.mark.parametrize("title", ["バーピー", "ﾊﾞｰﾋﾟｰ", "スロー・バーピー"])
async def test_an_unknown_drill_is_found_by_its_words_however_spelt(title: str, tmp_path: Path) -> None:
    handle = await library(tmp_path, SQUAT, BURPEE).submit(order(None, title))
    assert handle["id"] == "burpee.mp4"


async def test_what_the_library_does_not_have_is_handed_on(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        await library(tmp_path, SQUAT).submit(order("plank", "プランク"))
    assert caught.value.cause == "not_in_library"


@pytest.mark.parametrize("file", ["../secret.mp4", "/etc/x.mp4", "a/../../x.mp4", "notes.txt"])
async def test_an_index_cannot_point_outside(file: str, tmp_path: Path) -> None:
    engine = library(tmp_path, {**SQUAT, "file": file})
    with pytest.raises(Unavailable):
        await engine.submit(order())
    assert "clips.0.file" in (await engine.check() or "")


async def test_doctor_names_clips_that_are_not_there(tmp_path: Path) -> None:
    assert "burpee.mp4" in (await library(tmp_path, BURPEE).check() or "")
    assert await create(Settings()).check() == "OTEHON_LIBRARY__URL not set"


async def test_title_and_licence_are_kept_with_the_clip_told_and_in_the_file(
    database_url: str, tmp_path: Path
) -> None:
    own = shelf(tmp_path / "own", SQUAT)
    settings = settings_for(
        database_url, tmp_path / "home", engines=["library"], library=LibrarySettings(url=str(own))
    )
    async with serving(settings) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": "スクワット"})
        answer: dict[str, Any] = await ended(client, 7)
        (clip,) = answer["clips"]
        assert clip["shown_engine"] == "library"
        assert clip["origin"]["credit"] == {"title": "スクワット基本", "licence": "CC BY 4.0"}
        assert not clip["origin"]["ai"]
        file = await client.get(clip["video_url"])
    with av.open(io.BytesIO(file.content), "r") as container:
        assert container.metadata["comment"] == "スクワット基本 (CC BY 4.0)"

from datetime import UTC, datetime
from pathlib import Path

import pytest

from otehon.drills.text import Text
from otehon.generation.media import Kind, MediaFile, MediaStore, MediaUnreachable, key_of
from otehon.generation.verdicts import NOTE, Verdict, parse_verdicts, read_verdicts
from otehon.studio import take
from otehon.studio.captions import VERDICTS, webvtt

WRONG = Text(ja="腰が沈む", en="The hips sink")
RIGHT = Text(ja="正しい動き", en="The right way")


def test_what_the_studio_notes_is_read() -> None:
    assert NOTE == VERDICTS
    noted = (take.Verdict(0, 108, True, RIGHT), take.Verdict(120, 228, False, WRONG))
    for language in ("ja", "en"):
        captions = webvtt((take.Phase(0, 240, "上げる", "lift"),), language, None, noted)
        assert parse_verdicts(captions) == (Verdict(0.0, 3.6, True, RIGHT), Verdict(4.0, 7.6, False, WRONG))


def test_a_clip_without_verdicts_has_none() -> None:
    assert parse_verdicts(webvtt((), "ja")) == ()


async def test_captions_that_go_while_they_are_read_never_make_a_mistake_look_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = MediaStore.at(None, tmp_path)
    gone = MediaFile(key_of("ab", "form", Kind.CAPTIONS_JA), 10, datetime.now(UTC))

    async def find(*_: object) -> MediaFile:
        return gone

    monkeypatch.setattr(store, "find", find)
    with pytest.raises(MediaUnreachable):
        await read_verdicts(store, "ab", "form")

from dataclasses import replace
from urllib.parse import unquote

import pytest

from otehon.api.attachment import disposition
from otehon.drills.catalogue import catalogue
from otehon.engines.base import Variant
from otehon.generation.links import Ticket
from otehon.generation.media import PLAIN, Kind
from otehon.generation.specimens import specimen
from otehon.store.rows import Clip

CLIP = specimen(catalogue().get("high_knees"))


def names(clip: Clip | None, form: Variant | None, kind: Kind = Kind.VIDEO) -> tuple[str, str]:
    """The plain name, and the one in any script."""
    code = PLAIN if form is None else form.code
    header = disposition(clip, form, Ticket(CLIP.id, "studio", "key", code, kind))
    kind_of, plain, full = header.split("; ")
    assert kind_of == "attachment"
    header.encode("ascii")
    return plain.removeprefix('filename="').rstrip('"'), unquote(full.removeprefix("filename*=UTF-8''"))


def test_a_file_is_named_after_its_drill_in_the_clips_language() -> None:
    assert names(CLIP, Variant()) == ("high_knees.mp4", "もも上げ.mp4")
    assert names(CLIP, Variant(lang="en")) == ("high_knees.mp4", "High Knees.mp4")
    assert names(CLIP, Variant(), Kind.CAPTIONS_JA) == ("high_knees.ja.vtt", "もも上げ.ja.vtt")
    assert names(CLIP, None) == ("high_knees.mp4", "もも上げ.mp4")


def test_a_clip_with_the_mistake_says_so() -> None:
    plain, full = names(CLIP, Variant(mistake=True, lang="en"))
    assert (plain, full) == ("high_knees-mistake.mp4", "High Knees - usual mistake.mp4")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("バーピー", "バーピー.mp4"),
        ('a/b\\c:"d"\r\nSet-Cookie: x', "a b c d Set-Cookie x.mp4"),
        ("..", "otehon.mp4"),
        ("あ" * 300, "あ" * 80 + ".mp4"),
    ],
)
def test_what_the_advice_calls_it_cannot_break_a_name_or_a_header(title: str, name: str) -> None:
    assert names(replace(CLIP, drill=None, title=title), Variant()) == ("otehon.mp4", name)


def test_a_clip_that_is_gone_has_a_name_still() -> None:
    assert names(None, Variant()) == ("otehon.mp4", "otehon.mp4")

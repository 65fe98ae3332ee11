import re
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from otehon.cli import command_line
from otehon.cli.gallery_page import Entry, gallery_page
from otehon.drills.catalogue import Catalogue, catalogue
from otehon.drills.model import Mistake


def test_every_movement_and_mistake_has_its_sheets_for_screen_and_phone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Catalogue(catalogue().get(name) for name in ("hip_lift", "squat", "trunk_training"))
    monkeypatch.setattr("otehon.cli.gallery.catalogue", lambda: few)
    result = CliRunner().invoke(command_line(), ["drills", "gallery", "-o", str(tmp_path), "--frames", "3"])
    assert result.exit_code == 0, result.output
    page = (tmp_path / "index.html").read_text("utf-8")
    pictures = set(re.findall(r'src(?:set)?="([^"]+)"', page))
    assert {
        "sheets/squat-wide.webp",
        "sheets/squat-narrow.webp",
        "sheets/hip_lift-mistake-1-wide.webp",
    } <= pictures
    assert pictures == {f"sheets/{file.name}" for file in (tmp_path / "sheets").iterdir()}
    for form, columns in (("wide", 3), ("narrow", 2)):
        with Image.open(tmp_path / "sheets" / f"squat-{form}.webp") as sheet:
            assert sheet.width == columns * 480
    assert few.get("trunk_training").names.ja in page


def test_words_are_text_not_markup() -> None:
    drill = catalogue().get("squat")
    page = gallery_page([Entry("squat", drill, Mistake(ja="<b>膝</b>", en="x", shows=None))], [])
    assert "<b>" not in page
    assert "&lt;b&gt;膝" in page

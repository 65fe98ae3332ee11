from pathlib import Path

import pytest

from otehon.drills.catalogue import proofread
from otehon.drills.source import Source
from otehon.errors import InvalidDrill


@pytest.mark.parametrize(
    ("text", "line"),
    [("id: [1,", 1), ("id: a\n\tnames: 1", 2), ("names: {ja: 1\nen: 2", 2), ("\x00", 1)],
)
def test_what_is_not_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(InvalidDrill, match=rf"broken\.yaml:{line}: .*YAML"):
        Source("broken.yaml", text).drill()


@pytest.mark.parametrize(("text", "line"), [("id: a\nid: b", 2), ("id: a\n---\nid: b", 2)])
def test_proofreading_finds_what_quick_reading_passes_over(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "twice.yaml").write_text(text, "utf-8")

    with pytest.raises(InvalidDrill, match=rf"twice\.yaml:{line}: "):
        proofread(tmp_path)


def test_the_shipped_files_pass_proofreading() -> None:
    proofread()

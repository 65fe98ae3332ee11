import errno
from pathlib import Path

import pytest

from otehon.errors import OutputFailed
from otehon.studio.output import whole, whole_folder


def write_half(path: Path, error: BaseException) -> None:
    with whole(path) as partial:
        partial.write_text("half")
        raise error


def write_one_of_two(folder: Path) -> None:
    with whole_folder(folder) as partial:
        (partial / "a.mp4").write_text("first clip")
        raise KeyboardInterrupt


def test_a_file_takes_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    with whole(tmp_path / "x.txt") as partial:
        partial.write_text("all of it")
        assert not (tmp_path / "x.txt").exists()

    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError("no")])
def test_nothing_is_left_of_a_file_that_was_interrupted(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        write_half(tmp_path / "x.txt", error)

    assert list(tmp_path.iterdir()) == []


def test_the_old_file_stays_when_the_new_one_fails(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_half(tmp_path / "x.txt", KeyboardInterrupt())

    assert (tmp_path / "x.txt").read_text() == "old"


def test_nothing_is_left_of_a_folder_that_was_interrupted(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_one_of_two(tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_files_join_a_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with whole_folder(tmp_path) as partial:
        (partial / "a.mp4").write_text("clip")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mp4", "mine.txt"]


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="The disk is full") as caught, whole(tmp_path / "x.mp4"):
        raise OSError(errno.ENOSPC, "No space left on device")

    assert "\n" not in str(caught.value)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="no such folder"), whole(tmp_path / "no" / "x.mp4") as partial:
        partial.write_text("")

import getpass
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from otehon.studio.kernels import code_cache


def test_the_folder_is_marked_only_for_todays_painter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code_cache, "folder", lambda: tmp_path)

    assert not code_cache.is_filled()
    code_cache.mark_filled()
    assert code_cache.is_filled()


def folder_without_a_home(temporary: Path) -> Path:
    """The folder of a new process that can write to its temporary folder alone."""
    nowhere = {"HOME": "/proc", "OTEHON_HOME": "/proc/otehon", "XDG_CACHE_HOME": "/proc/cache"}
    environment = {**os.environ, **nowhere, "TMPDIR": str(temporary)}
    environment.pop("NUMBA_CACHE_DIR", None)
    code = "from otehon.studio.kernels import code_cache; print(code_cache.folder())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return Path(done.stdout.strip())


def test_without_a_writable_home_a_temporary_folder_is_used(tmp_path: Path) -> None:
    assert folder_without_a_home(tmp_path).is_relative_to(tmp_path)


def test_damaged_machine_code_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_cache, "folder", lambda: tmp_path)
    code_cache.keep("snap", b"machine code")
    assert code_cache.read("snap") == b"machine code"

    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert code_cache.read("snap") is None


def test_what_an_image_brought_along_is_read_and_what_is_new_is_written_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image, home = tmp_path / "image", tmp_path / "home"
    image.mkdir()
    home.mkdir()
    monkeypatch.setattr(code_cache, "folder", lambda: image)
    code_cache.keep("snap", b"machine code")
    code_cache.mark_filled()

    monkeypatch.setattr(code_cache, "folder", lambda: home)
    assert not code_cache.is_filled()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(image))
    assert code_cache.is_filled()
    assert code_cache.read("snap") == b"machine code"

    code_cache.keep("lit", b"more")
    assert code_cache.read("lit") == b"more"
    assert [file.name for file in home.iterdir()] == ["lit.o"]


def aged(file: Path) -> Path:
    long_ago = time.time() - code_cache.STALE - 1
    os.utime(file, (long_ago, long_ago))
    return file


def test_machine_code_that_nobody_names_and_nobody_has_read_for_a_day_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code_cache, "folder", lambda: tmp_path)
    monkeypatch.setattr(code_cache, "_used", set[str]())
    for name in ("stale.o", "stale.o.7.partial", "filled-stale", "of_another_process.o"):
        (tmp_path / name).write_bytes(b"code")
    for name in ("stale.o", "stale.o.7.partial", "filled-stale"):
        aged(tmp_path / name)
    code_cache.keep("snap", b"machine code")
    aged(tmp_path / "snap.o")

    code_cache.mark_filled()

    left = {file.name for file in tmp_path.iterdir() if not file.name.startswith("filled-")}
    assert left == {"snap.o", "of_another_process.o"}
    assert code_cache.is_filled()
    assert not (tmp_path / "filled-stale").exists()


def test_reading_machine_code_keeps_it_for_another_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code_cache, "folder", lambda: tmp_path)
    code_cache.keep("snap", b"machine code")
    aged(tmp_path / "snap.o")
    assert code_cache.read("snap") == b"machine code"
    # Another process, with kernels of its own, sweeps.
    monkeypatch.setattr(code_cache, "_used", set[str]())
    assert code_cache.sweep() == 0


@pytest.mark.parametrize("trap", ["open to all", "a link"])
def test_machine_code_is_never_taken_from_a_folder_that_others_can_write(tmp_path: Path, trap: str) -> None:
    shared = tmp_path / f"otehon-kernels-{getpass.getuser()}"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    if trap == "a link":
        shared.symlink_to(elsewhere)
    else:
        shared.mkdir()
        shared.chmod(0o777)
    used = folder_without_a_home(tmp_path)
    assert used not in (shared, elsewhere)
    assert used.stat().st_mode & 0o077 == 0

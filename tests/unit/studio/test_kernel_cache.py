import os
import subprocess
import sys
from pathlib import Path

import pytest

from otehon.studio import kernel_cache


def test_the_folder_is_marked_only_for_todays_painter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_cache, "folder", lambda: tmp_path)

    assert not kernel_cache.is_filled()
    kernel_cache.mark_filled()
    assert kernel_cache.is_filled()


def test_without_a_writable_home_a_temporary_folder_is_used(tmp_path: Path) -> None:
    nowhere = {"HOME": "/proc", "OTEHON_HOME": "/proc/otehon", "XDG_CACHE_HOME": "/proc/cache"}
    environment = {**os.environ, **nowhere, "TMPDIR": str(tmp_path)}
    environment.pop("NUMBA_CACHE_DIR", None)
    code = "from otehon.studio import kernel_cache; print(kernel_cache.folder())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert Path(done.stdout.strip()).is_relative_to(tmp_path)


def test_damaged_machine_code_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_cache, "folder", lambda: tmp_path)
    kernel_cache.keep("snap", b"machine code")
    assert kernel_cache.read("snap") == b"machine code"

    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert kernel_cache.read("snap") is None


def test_what_an_image_brought_along_is_read_and_what_is_new_is_written_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image, home = tmp_path / "image", tmp_path / "home"
    image.mkdir()
    home.mkdir()
    monkeypatch.setattr(kernel_cache, "folder", lambda: image)
    kernel_cache.keep("snap", b"machine code")
    kernel_cache.mark_filled()

    monkeypatch.setattr(kernel_cache, "folder", lambda: home)
    assert not kernel_cache.is_filled()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(image))
    assert kernel_cache.is_filled()
    assert kernel_cache.read("snap") == b"machine code"

    kernel_cache.keep("lit", b"more")
    assert kernel_cache.read("lit") == b"more"
    assert [file.name for file in home.iterdir()] == ["lit.o"]

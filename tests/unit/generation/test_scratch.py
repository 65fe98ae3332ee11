import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from otehon.engines.scratch import PREFIX, scratch, sweep_scratch

DRAW = """
import sys, time
from otehon.engines.scratch import scratch
with scratch() as folder:
    (folder / "half.mp4").write_bytes(b"half")
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def own_temporary_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_what_a_killed_process_leaves_is_swept_and_what_a_living_one_has_is_not(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DRAW]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={"TMPDIR": str(tmp_path)}
    ) as drawing:
        assert drawing.stdout is not None
        folder = Path(drawing.stdout.readline().strip())
        assert sweep_scratch() == 0
        assert (folder / "half.mp4").exists()
        drawing.kill()
    assert sweep_scratch() == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_waits_for_its_lock_stays(tmp_path: Path) -> None:
    tempfile.mkdtemp(prefix=PREFIX)
    assert sweep_scratch() == 0


def test_a_link_to_elsewhere_and_a_folder_that_others_may_write_stay(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (elsewhere / "kept").write_bytes(b"kept")
    (tmp_path / f"{PREFIX}link").symlink_to(elsewhere)
    open_to_all = tmp_path / f"{PREFIX}open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    (open_to_all / "kept").write_bytes(b"kept")
    assert sweep_scratch() == 0
    assert (elsewhere / "kept").exists()
    assert (open_to_all / "kept").exists()


def test_an_error_inside_removes_the_folder(tmp_path: Path) -> None:
    def fail() -> None:
        with scratch() as folder:
            (folder / "half.mp4").write_bytes(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []

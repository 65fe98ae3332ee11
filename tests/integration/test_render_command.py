import io
import json
import re
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from otehon.cli import command_line
from otehon.errors import OtehonError

ADVICE = """【総評】
腰が落ちています。

【💪 おすすめの補強ドリル】
1. もも上げ 20回×3セット
2. プランク 30秒×3セット
3. バーピー 10回
"""


def render(*arguments: str, advice: str | bytes = ADVICE) -> list[dict[str, Any]]:
    result = CliRunner().invoke(
        command_line(), ["render", "--size", "640x360", *arguments], input=advice, catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def lumas(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as file:
        return [frame.to_ndarray()[:360].astype(np.float32) for frame in file.decode(video=0)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("clips") / "out"
    render("-", "-o", str(out), "--json")
    return out


def test_an_advice_becomes_a_film_with_a_chapter_a_drill(tmp_path: Path) -> None:
    rows = render("-", "-o", str(tmp_path / "x.mp4"), "--json")

    assert [row["drill"] for row in rows] == ["high_knees", "plank", "unknown"]
    assert [row["demonstrated"] for row in rows] == [True, True, False]
    with av.open(str(tmp_path / "x.mp4")) as file:
        titles = [chapter["metadata"]["title"] for chapter in file.chapters()]
        stream = file.streams.video[0]
        assert (stream.width, stream.height, stream.pix_fmt) == (640, 360, "yuv420p")
        assert stream.frames == round(sum(row["seconds"] for row in rows) * 30)
    assert titles[:2] == ["もも上げ", "プランク"]
    data = (tmp_path / "x.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_a_folder_gets_video_poster_and_captions_of_each_drill(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir())

    assert names[:4] == [
        "01-high_knees.en.vtt",
        "01-high_knees.ja.vtt",
        "01-high_knees.mp4",
        "01-high_knees.webp",
    ]
    assert len(names) == 12
    with Image.open(folder / "01-high_knees.webp") as poster:
        assert poster.size == (640, 360)
    for path in folder.glob("*.vtt"):
        assert path.read_text("utf-8").startswith("WEBVTT\n")


@pytest.mark.parametrize("name", ["01-high_knees", "02-plank"])
def test_a_clip_loops_without_a_jump(folder: Path, name: str) -> None:
    # Counter, progress line and the shadow of neither belong to the figure: look below and beside them.
    frames = [luma[90:350, 290:] for luma in lumas(folder / f"{name}.mp4")]
    steps = [float(np.abs(b - a).mean()) for a, b in pairwise(frames)]

    assert float(np.abs(frames[0] - frames[-1]).mean()) < max(steps) + 0.8


def test_with_the_mistake_right_and_wrong_come_in_turn_and_are_marked(tmp_path: Path) -> None:
    advice = "【💪 おすすめの補強ドリル】\nヒップリフト 15回\nバーピー 10回"
    shown, without = render("-", "-o", str(tmp_path), "--with-mistake", "--json", advice=advice)

    right, wrong = shown["verdicts"]
    assert (right["right"], wrong["right"], wrong["ja"]) == (True, False, "お尻が上がりきらない")
    assert 0 == right["from"] < right["to"] < wrong["from"] < wrong["to"] < shown["seconds"]
    assert without["verdicts"] == []
    captions = (tmp_path / "01-hip_lift.ja.vtt").read_text("utf-8")
    assert json.loads(captions.split("NOTE verdicts ")[1].splitlines()[0]) == shown["verdicts"]
    assert "NOTE counter" not in captions
    assert "\n× お尻が上がりきらない\n" in captions


def test_the_figure_moves(folder: Path) -> None:
    frames = lumas(folder / "01-high_knees.mp4")

    assert float(np.abs(frames[0] - frames[5]).max()) > 60


def test_a_drill_without_a_movement_gets_a_card_that_says_so(folder: Path) -> None:
    frames = lumas(folder / "03-unknown.mp4")

    assert 120 <= len(frames) <= 360
    assert float(np.abs(frames[0][:340] - frames[-1][:340]).mean()) < 1.0
    assert "まだありません" in (folder / "03-unknown.ja.vtt").read_text("utf-8")


def test_captions_name_times_within_the_clip(folder: Path) -> None:
    text = (folder / "01-high_knees.ja.vtt").read_text("utf-8")
    ends = [float(end) for end in re.findall(r"--> 00:00:([\d.]+)", text)]

    assert ends == sorted(ends)
    assert all(0 < end <= len(lumas(folder / "01-high_knees.mp4")) / 30 + 0.01 for end in ends)


@pytest.mark.parametrize(
    ("arguments", "advice", "code"),
    [
        (["--drill", "high_nees"], "", 7),
        (["-"], "", 3),
        (["-"], b"\xff\xfe\x00\x01", 3),
        (["-"], "調子がよいですね。このまま続けましょう。", 4),
        (["no-such-file.txt"], "", 3),
        (["--drill", "squat", "-o", "x.mov"], "", 5),
        (["--drill", "trunk_training", "--with-mistake"], "", 11),
        (["-", "--with-mistake"], "【💪 おすすめの補強ドリル】\nバーピー 10回", 11),
        (["--drill", "squat", "-o", "/no/such/folder/x.mp4"], "", 5),
    ],
)
def test_a_mistake_is_told_and_leaves_nothing(
    arguments: list[str], advice: str | bytes, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OtehonError) as caught:
        CliRunner().invoke(command_line(), ["render", *arguments], input=advice, catch_exceptions=False)

    assert caught.value.exit_code == code
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(OtehonError, match="high_knees"):
        CliRunner().invoke(command_line(), ["render", "--drill", "high_nees"], catch_exceptions=False)


def otehon(*arguments: str, cwd: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "otehon", *arguments]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_render_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    process = otehon("render", "--drill", "squat", "-o", "clips/x", cwd=tmp_path)
    deadline = time.monotonic() + 60
    while not list(tmp_path.rglob("*.mp4")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(number)
    _, told = process.communicate(timeout=60)

    assert process.returncode != 0
    assert b"Traceback" not in told
    assert list(tmp_path.rglob("*.*")) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_says_so_in_one_line(tmp_path: Path) -> None:
    # The file-size limit stands in for a full disk: the writes fail half-way.
    command = f"ulimit -f 40; exec {sys.executable} -m otehon render --drill squat -o x.mp4"
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, timeout=120, check=False
    )

    assert done.returncode == 5, done.stderr
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_fragments_play_before_the_clip_is_complete() -> None:
    from otehon.drills.catalogue import catalogue
    from otehon.drills.dose import Dose
    from otehon.studio.clip import make_clip
    from otehon.studio.filming import stream
    from otehon.studio.look import Look
    from otehon.studio.order import Order
    from otehon.studio.size import Size

    drill = catalogue().get("squat")
    look = Look(Size(640, 360))
    clip = make_clip(Order("", drill, Dose()), look)
    target, playable = io.BytesIO(), list[int]()

    def tick() -> None:
        if not playable and target.getvalue().count(b"moof") >= 2:
            with av.open(io.BytesIO(target.getvalue()), "r") as file:
                playable.append(sum(1 for _ in file.decode(video=0)))

    stream(clip, look.size, target, tick)

    assert 5 < playable[0] < clip.frames / 2

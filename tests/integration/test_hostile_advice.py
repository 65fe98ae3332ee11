"""Texts that are made to be slow to read: they take their time, and nobody else's."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from otehon.advice import extract_drill_section, read_advice, read_prescriptions
from otehon.advice.parts import read_parts
from otehon.generation.reading import Reading
from otehon.generation.runtime import open_runtime
from tests.integration.service import read_lines, settings_for

HEADING = "【💪 おすすめの補強ドリル】\n"
SHAPES = (
    *("【", "】【", "（", "10回×3セット", "1.\n", "\t", "<h3>", "&lt;", "が〜\n", "％", "ドリル\n", "a"),
    *("30秒もも上げ: [", "。】【<h3>", "**左右各】【", "スクワット10回、", "か\u3099", "\u200b", "|a|b|\n"),
)
READERS = (read_advice, read_prescriptions, extract_drill_section, read_parts)


def seconds(read: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


@pytest.mark.parametrize("head", ["", HEADING])
@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_at_most_some_four_times_the_time(shape: str, head: str) -> None:
    small, large = (head + shape * (size // len(shape)) for size in (4_000, 16_000))
    for read in READERS:
        # Quadratic would be sixteen. A busy machine may lie, not three times.
        assert any(seconds(read, large) < 8 * seconds(read, small) + 0.1 for _ in range(3))


async def test_while_a_text_is_read_others_are_served(database_url: str, tmp_path: Path) -> None:
    def read_slowly(text: str, length: float) -> Reading:
        time.sleep(1.5)
        return read_lines(text, length)

    async with open_runtime(settings_for(database_url, tmp_path), read_slowly) as runtime:
        reading = asyncio.create_task(runtime.requests.request_video(7, "スクワット", 5))
        await asyncio.sleep(0.2)
        begin = time.monotonic()
        assert await runtime.requests.state_of_run(7) is None
        assert time.monotonic() - begin < 1
        assert not reading.done()
        assert (await reading).run_id == 7

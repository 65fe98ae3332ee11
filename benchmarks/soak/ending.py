"""How every promise ended, once nothing befalls the place any more."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Collection
from typing import Any

import httpx2

from benchmarks.processes import tell
from benchmarks.soak.place import TOKEN
from benchmarks.soak.record import Promise, Record

PATIENCE = 300.0
"""Seconds within which everything must have ended."""

REDRAWN = 60.0
"""Seconds within which a clip that was swept plays again."""

FINAL = ("completed", "failed", "canceled")
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Otehon-Request": "1"}


async def end_of_all(client: httpx2.AsyncClient, record: Record) -> Counter[str]:
    """Wait for the end of every promise, and look at each; how they ended."""
    waiting, ends = list(record.promises.values()), Counter[str]()
    deadline = time.monotonic() + PATIENCE
    while waiting and time.monotonic() < deadline:
        still: list[Promise] = []
        for promise in waiting:
            end = await _end(client, promise)
            if end is None:
                still.append(promise)
            else:
                ends[end] += 1
                if end not in FINAL:
                    tell(f"{end}: {json.dumps(await _video(client, promise), ensure_ascii=False)}")
        waiting = still
        tell(f"{len(waiting)} of {len(record.promises)} have not ended")
        await asyncio.sleep(2)
    for promise in waiting:
        tell(f"stuck: {json.dumps(await _video(client, promise), ensure_ascii=False)}")
    return ends + Counter(stuck=len(waiting))


async def second_chance(client: httpx2.AsyncClient, record: Record) -> None:
    """What failed while the disk was full or the engine had a bad day is asked for once more."""
    for promise in record.promises.values():
        path = f"/videos/{promise.video_id}/retry"
        (await client.post(path, headers=HEADERS)).raise_for_status()


async def still_there(client: httpx2.AsyncClient, deleted: Collection[int]) -> int:
    """How many deleted runs are still known."""
    answers = [(await client.get(f"/runs/{run_id}")).status_code for run_id in deleted]
    return sum(answer != 404 for answer in answers)


async def _end(client: httpx2.AsyncClient, promise: Promise) -> str | None:
    answer = await client.get(f"/videos/{promise.video_id}")
    if answer.status_code == 404:
        return "lost"
    video = answer.json()
    status = video["generation_status"]
    if status not in FINAL:
        return None
    if status == "canceled" and not promise.canceled:
        return "canceled by nobody"
    if status == "failed" and not all(_says_why(clip) for clip in video["clips"]):
        return "failed without a word"
    if status == "completed" and not await _plays(client, promise):
        return "completed without footage"
    return status


def _says_why(clip: dict[str, Any]) -> bool:
    error = clip["error"]
    return error is not None and all(error[part]["ja"] for part in ("step", "cause", "next"))


async def _video(client: httpx2.AsyncClient, promise: Promise) -> dict[str, Any]:
    return (await client.get(f"/videos/{promise.video_id}")).json()


async def _plays(client: httpx2.AsyncClient, promise: Promise) -> bool:
    """Every clip that says that it plays does: one that was swept is drawn again, or gives way."""
    deadline = time.monotonic() + REDRAWN
    while time.monotonic() < deadline:
        clips = (await _video(client, promise))["clips"]
        links = [clip["video_url"] for clip in clips if clip["video_url"]]
        answers = [await client.get(link) for link in links]
        if links and all(a.status_code == 200 and a.content[4:8] == b"ftyp" for a in answers):
            return True
        await asyncio.sleep(0.5)
    return False

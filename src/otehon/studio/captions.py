"""A clip's phases as WebVTT captions."""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from otehon.drills.text import Language
from otehon.studio.encoder import FRAME_RATE
from otehon.studio.take import Phase, Tally, Verdict

VERDICTS: Final = "NOTE verdicts "
"""Begins the line whose rest is a JSON list of what is right and what is not, when."""


def webvtt(
    phases: Sequence[Phase], language: Language, tally: Tally | None = None, verdicts: Sequence[Verdict] = ()
) -> str:
    """One cue a phase (https://www.w3.org/TR/webvtt1/); phases in a row that say the same share theirs.

    A tally and verdicts come first, as notes that players pass over: pages draw the counter, or the marks of
    right and wrong, on a clean picture from them.
    """
    said = (list(run) for _, run in groupby(phases, lambda phase: _text(phase, language)))
    cues = (
        f"{_clock(run[0].first)} --> {_clock(run[-1].end)}\n{_escaped(_text(run[0], language))}\n"
        for run in said
    )
    notes = [] if tally is None else [_counter(tally)]
    notes += [f"{VERDICTS}{json.dumps([judged(one) for one in verdicts])}\n"] if verdicts else []
    return "\n".join(["WEBVTT\n", *notes, *cues])


def _counter(tally: Tally) -> str:
    """`NOTE counter {"unit": "reps", "total": 10, "starts": [0.0, 3.25]}`, starts in seconds."""
    starts = [round(start / FRAME_RATE, 3) for start in tally.starts]
    counter = {"unit": "seconds" if tally.holds else "reps", "total": tally.total, "starts": starts}
    return f"NOTE counter {json.dumps(counter)}\n"


def judged(verdict: Verdict) -> dict[str, object]:
    """`{"from": 0.0, "to": 5.1, "right": true, "ja": "…", "en": "…"}`, seconds."""
    first, end = (round(frame / FRAME_RATE, 3) for frame in (verdict.first, verdict.end))
    return {"from": first, "to": end, "right": verdict.right, "ja": verdict.words.ja, "en": verdict.words.en}


def _text(phase: Phase, language: Language) -> str:
    return phase.ja if language == "ja" else phase.en


def _clock(frame: int) -> str:
    milliseconds = round(frame * 1000 / FRAME_RATE)
    seconds, milliseconds = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

"""A clip's phases as WebVTT captions."""

from collections.abc import Sequence

from otehon.drills.text import Language
from otehon.studio.encoder import FRAME_RATE
from otehon.studio.take import Phase


def webvtt(phases: Sequence[Phase], language: Language) -> str:
    """One cue a phase (https://www.w3.org/TR/webvtt1/)."""
    cues = (
        f"{_clock(phase.first)} --> {_clock(phase.end)}\n{_escaped(_text(phase, language))}\n"
        for phase in phases
    )
    return "\n".join(["WEBVTT\n", *cues])


def _text(phase: Phase, language: Language) -> str:
    return phase.ja if language == "ja" else phase.en


def _clock(frame: int) -> str:
    milliseconds = round(frame * 1000 / FRAME_RATE)
    seconds, milliseconds = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

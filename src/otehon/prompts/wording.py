"""A brief in the words of each kind of engine, as its public prompting guide asks.

Sources: OpenAI's guide for its Videos API (prose, then cinematography, then actions in beats; length and size
never in prose); Google's skill for Gemini Omni (tags for frames, timecodes, negatives in the prompt, several
shots unless told otherwise).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from otehon.prompts.brief import Beat, ShotBrief

Wording = Literal["videos", "omni"]


def prompt_of(brief: ShotBrief, wording: Wording, frames: int = 0) -> str:
    """The whole prompt.

    Args:
        brief: what is shown.
        wording: the kind of engine.
        frames: 1 with a first frame, 2 with a last one too.
    """
    return _WORDINGS[wording](brief, frames)


def _videos(brief: ShotBrief, frames: int) -> str:
    anchor = "The given picture is the first frame; keep its pose and camera.\n" if frames else ""
    return (
        f"Realistic instructional footage. {brief.title}. {brief.subject}. {brief.setting}.\n{anchor}\n"
        f"Cinematography:\nCamera shot: {brief.camera}\nMood: calm, clear, factual\n\n"
        f"Actions:\n{_lines(_timed(beat) for beat in brief.beats)}\n\n"
        f"Rules:\n{_lines(brief.rules)}\n\nMust not happen:\n{_lines(brief.never)}\n\n"
        "Background sound: quiet room."
    )


def _omni(brief: ShotBrief, frames: int) -> str:
    tags = ("", "<FIRST_FRAME> ", "<FIRST_FRAME> <LAST_FRAME> ")[frames]
    beats = "\n".join(f"[{beat.start:g}-{beat.end:g}s] {beat.action}" for beat in _rounded(brief.beats))
    return (
        f"{tags}Single continuous shot, no scene cuts. Realistic instructional footage of {brief.title}. "
        f"{brief.subject}. {brief.setting}. {brief.camera}.\n{beats}\n"
        f"Always: {'. '.join(brief.rules)}.\nNever: {'. '.join(brief.never)}.\nSound: quiet room."
    )


def _rounded(beats: Sequence[Beat]) -> list[Beat]:
    return [
        Beat(start=round(beat.start, 1), end=max(round(beat.end, 1), 0.1), action=beat.action)
        for beat in beats
    ]


def _timed(beat: Beat) -> str:
    return f"{beat.start:.1f} to {beat.end:.1f} s: {beat.action}"


def _lines(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


_WORDINGS: Mapping[Wording, Callable[[ShotBrief, int], str]] = {"videos": _videos, "omni": _omni}

"""A movement's phases as timed beats. Pure."""

from collections.abc import Sequence

from otehon.drills.movement import Movement
from otehon.motion.timeline import Pace, Span, timeline
from otehon.prompts.brief import Beat

SHORTEST_CYCLE = 2.0
"""Seconds below which a repetition is described once, with its rhythm: no engine follows such short beats."""

MOST = 12


def beats_of(movement: Movement, seconds: float) -> tuple[Beat, ...]:
    """What happens when, over so many seconds."""
    spans = timeline(movement, Pace()).spans
    cycle = spans[-1].end
    if movement.repeat == "hold":
        return (Beat(start=0, end=seconds, action=f"holds still, breathing calmly: {_captions(spans)}"),)
    if cycle < SHORTEST_CYCLE:
        side = " on alternate sides" if movement.repeat == "alternate" else ""
        rhythm = f"repeats{side} in an even rhythm, one every {cycle:.2g} s: {_captions(spans)}"
        return (Beat(start=0, end=seconds, action=rhythm),)
    return _repeated(_spoken(spans), cycle, seconds, movement.repeat == "alternate")


def _captions(spans: Sequence[Span]) -> str:
    said = dict.fromkeys(span.caption.en for span in spans if span.caption is not None)
    return "; then ".join(said)[:150] or "the same movement"


def _spoken(spans: Sequence[Span]) -> list[Beat]:
    """Spans with the same sentence are one beat."""
    beats: list[Beat] = []
    for span in spans:
        action = span.caption.en if span.caption else "holds the position"
        if beats and beats[-1].action == action:
            beats[-1] = Beat(start=beats[-1].start, end=span.end, action=action)
        else:
            beats.append(Beat(start=span.start, end=span.end, action=action))
    return beats


def _repeated(beats: Sequence[Beat], cycle: float, seconds: float, alternate: bool) -> tuple[Beat, ...]:
    made: list[Beat] = []
    turn = 0
    while turn * cycle < seconds and len(made) < MOST:
        side = " (other side)" if alternate and turn % 2 else ""
        for beat in beats:
            start, end = beat.start + turn * cycle, min(beat.end + turn * cycle, seconds)
            if end - start > 0.05 and len(made) < MOST:
                made.append(Beat(start=start, end=end, action=beat.action + side))
        turn += 1
    return tuple(made)

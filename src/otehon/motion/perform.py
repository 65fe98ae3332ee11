"""From a drill file's movement to a performance."""

from dataclasses import replace
from typing import Final, Literal

import numpy as np

from otehon.drills.form import FormRule, Reaches
from otehon.drills.movement import Alone, Movement
from otehon.errors import InvalidDrill
from otehon.motion.flesh.muscles import regions
from otehon.motion.frames import solve_frames
from otehon.motion.keys import Keys, solve_keys
from otehon.motion.performance import Passage, Performance, Touch
from otehon.motion.poses import key_poses
from otehon.motion.proportions import REFERENCE_STATURE
from otehon.motion.setting import setting
from otehon.motion.skeleton import Array, Skeleton, skeleton
from otehon.motion.surroundings import surroundings
from otehon.motion.timeline import Contact, Pace, Timeline, timeline

RATE: Final = 30
"""Frames a second for which a cycle is solved; the instants halfway between them are solved too."""
UNMET: Final = 0.001
"""Metres by which a contact may be missed at a key before poses and contacts count as contradicting."""

Side = Literal["right", "left", "both"]

AS_WRITTEN: Final = Pace()


def perform(
    movement: Movement,
    *,
    stature: float = REFERENCE_STATURE,
    side: Side = "both",
    pace: Pace = AS_WRITTEN,
) -> Performance:
    """Solve one cycle of a movement. Pure; takes some tenths of a second, so keep what it returns.

    Args:
        movement: a drill file's block.
        stature: of the body, metres.
        side: which side acts. Of an alternating movement one side alone repeats its half, or what the file
            has under `alone`; without that, halves that run into each other are shown together. A one-sided
            movement is written for the right and mirrored for the left; `both` shows it as written.
        pace: how fast; flights keep their time.

    Raises:
        InvalidDrill: poses and contacts contradict each other, or the cycle does not end where it began.
    """
    if side != "both" and _runs_over(movement, skeleton(stature)):
        if movement.alone is None:
            return perform(movement, stature=stature, pace=pace)
        movement = one_sided(movement, movement.alone)
    line = timeline(movement, pace)
    _check_closes(movement, line)
    _check_lets_go(movement, line)
    keys = solve_keys(setting(movement, skeleton(stature)), line)
    _check_met(keys, line)
    half = _first_half(movement, keys, line)
    if movement.repeat == "alternate" and side == "both":
        return _with_mirror_image(half)
    return half.mirrored() if side == "left" else half


def _runs_over(movement: Movement, bones: Skeleton) -> bool:
    """Whether an alternating movement's halves run into each other: its start is not its own mirror image."""
    poses = key_poses(movement, bones)
    start, image = poses[movement.start], poses[f"mirrored {movement.start}"]
    return movement.repeat == "alternate" and not np.allclose(start, image, equal_nan=True)


def one_sided(movement: Movement, alone: Alone) -> Movement:
    """The movement of the right side alone; what the left leg must reach is not asked of it."""
    own = {"start": alone.start, "phases": alone.phases, "repeat": "loop", "anchor": None, "alone": None}
    form = tuple(rule for rule in movement.form if not _asks_the_left(rule))
    return movement.model_copy(update={**own, "acts": "right", "form": form})


def _asks_the_left(rule: FormRule) -> bool:
    return isinstance(rule, Reaches) and rule.reaches.endswith("_l")


def _check_closes(movement: Movement, line: Timeline) -> None:
    first, last = line.names[0], line.names[-1]
    allowed = {first, f"mirrored {first}"} if line.closes == "mirrored" else {first}
    if last not in allowed:
        what = f"The movement starts at {first} and ends at {last}."
        raise InvalidDrill(what, f"Let the last phase go to {' or '.join(sorted(allowed))}.")


def _check_lets_go(movement: Movement, line: Timeline) -> None:
    """Whoever travels lifts every foot."""
    always = frozenset[Contact].intersection(*(span.contacts for span in line.spans))
    stuck = {contact for contact in always if line.across_seam(contact) in always}
    if stuck and (movement.travel.forward or movement.travel.right):
        what = f"{min(stuck)[0]} is planted all the time although the body travels."
        raise InvalidDrill(what, "Lift it in a phase, or take `travel` away.")


def _check_met(keys: Keys, line: Timeline) -> None:
    worst = int(np.argmax(keys.off))
    if keys.off[worst] > UNMET:
        what = f"In the pose {line.names[worst]} a contact is missed by {keys.off[worst] * 1000:.0f} mm."
        raise InvalidDrill(what, "Change its angles, its contacts or `anchor` so that the body can reach.")


def _first_half(movement: Movement, keys: Keys, line: Timeline) -> Performance:
    """The cycle, or of an alternating movement the half that the file describes."""
    period = line.times[-1]
    count = 2 * max(1, round(period * RATE))
    solution = solve_frames(keys, line, np.arange(count) * period / count)
    solved = keys.setting
    return Performance(
        bones=solved.body.bones,
        base=movement.base,
        hands=movement.hands,
        period=period,
        repetitions=0 if movement.repeat == "hold" else 1,
        side="right" if movement.acts == "right" else None,
        coordinates=solution.coordinates,
        passages=tuple(_passages(movement, line)),
        touches=tuple(_touches(keys, line)),
        key_poses=_key_poses(keys, line),
        resting=frozenset(solved.spots.names[demand.spot] for demand in solved.resting()),
        props=surroundings(solved, solution.coordinates, period),
        ground=_point(keys.velocity),
    )


def _passages(movement: Movement, line: Timeline) -> list[Passage]:
    muscles = regions(movement.muscles)
    return [
        Passage(span.start, span.end, span.kind, name, False, span.caption, muscles)
        for span, name in zip(line.spans, line.names[1:], strict=True)
    ]


def _key_poses(keys: Keys, line: Timeline) -> dict[str, Array]:
    pairs = list(zip(line.names, keys.coordinates, strict=True))
    return dict(reversed(pairs))


def _touches(keys: Keys, line: Timeline) -> list[Touch]:
    """One touch for every unbroken stretch of spans in which a contact keeps its place."""
    touches: list[Touch] = []
    open_: dict[tuple[Contact, tuple[float, float, float]], float] = {}
    for span, places in zip(line.spans, keys.places, strict=True):
        here = {(contact, _point(place)): span.start for contact, place in places.items()}
        touches += [_touch(rest, since, span.start) for rest, since in open_.items() if rest not in here]
        open_ = {rest: open_.get(rest, since) for rest, since in here.items()}
    return touches + [_touch(rest, since, line.times[-1]) for rest, since in open_.items()]


def _point(place: Array) -> tuple[float, float, float]:
    x, y, z = np.round(place, 9)
    return float(x), float(y), float(z)


def _touch(rest: tuple[Contact, tuple[float, float, float]], start: float, end: float) -> Touch:
    (spot, surface), place = rest
    return Touch(spot, surface, start, end, place)


def _with_mirror_image(half: Performance) -> Performance:
    """The half, and then the same with right and left exchanged."""
    image = half.mirrored()
    late = half.period
    later = [_later(touch, late, np.array(half.ground)) for touch in image.touches]
    return replace(
        half,
        period=2 * half.period,
        repetitions=2 * half.repetitions,
        side=None,
        coordinates=np.concatenate([half.coordinates, image.coordinates]),
        passages=(
            *half.passages,
            *(replace(p, start=p.start + late, end=p.end + late) for p in image.passages),
        ),
        touches=_joined(half.touches, later),
    )


def _later(touch: Touch, late: float, ground: Array) -> Touch:
    """The touch as told from a start that lies `late` seconds back."""
    place = _point(touch.place - ground * late)
    return replace(touch, start=touch.start + late, end=touch.end + late, place=place)


def _joined(first: tuple[Touch, ...], second: list[Touch]) -> tuple[Touch, ...]:
    """Touches of both halves; what goes on at the same place across the middle becomes one."""
    merged, rest = list[Touch](), list(second)
    for touch in first:
        after = next((t for t in rest if _goes_on(touch, t)), None)
        if after is not None:
            rest.remove(after)
        merged.append(touch if after is None else replace(touch, end=after.end))
    return (*merged, *rest)


def _goes_on(touch: Touch, after: Touch) -> bool:
    same = touch.spot == after.spot and touch.surface == after.surface and abs(touch.end - after.start) < 1e-9
    return same and float(np.abs(np.subtract(touch.place, after.place)).max()) < 1e-6

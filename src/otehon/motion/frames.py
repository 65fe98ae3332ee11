"""Every instant of a cycle: curves through the solved keys, held to their contacts. Each depends on its time
alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from otehon.motion.ballistics import Arc, arcs, centres
from otehon.motion.curves import agreed, bends, kept_above, quintic, slopes
from otehon.motion.demands import Centred, Lifted, clearance
from otehon.motion.keys import Keys
from otehon.motion.kinematics import centre_of_mass, mirrored, pose
from otehon.motion.skeleton import Array
from otehon.motion.solver import Demand, Solution, solve
from otehon.motion.timeline import Timeline

SOFTNESS: Final = 0.03
"""Metres above the floor at which a heel behind a planted ball begins to be kept from sinking."""
RELEASE: Final = 0.1
"""Seconds over which a heel that lets go of the floor comes to be watched in full; ours."""
INSTANT: Final = 1 / 480
"""Seconds over which a speed is measured at a key."""


@dataclass(frozen=True)
class Course:
    """The wanted course of a cycle.

    Args:
        keys: the solved keys.
        line: their timeline.
        values: (k, nd) the keys, those in the air moved onto the flight.
        speeds: (k, nd) at the keys.
        bent: (k, nd) accelerations at the keys.
        arcs: flights and stances of the centre of mass.
    """

    keys: Keys
    line: Timeline
    values: Array
    speeds: Array
    bent: Array
    arcs: tuple[Arc, ...]


def solve_frames(keys: Keys, line: Timeline, seconds: Array) -> Solution:
    """The coordinates at (n,) instants of the timeline."""
    course = _met_speeds(_course(keys, line))
    span = np.clip(np.searchsorted(line.times, seconds + 1e-9, "right") - 1, 0, len(line.spans) - 1)
    coordinates, off = np.empty((len(seconds), course.values.shape[1])), np.zeros(len(seconds))
    for k in range(len(line.spans)):
        at = np.flatnonzero(span == k)
        if len(at):
            solution = _solve_span(course, k, seconds[at])
            coordinates[at], off[at] = solution.coordinates, solution.off
    return Solution(coordinates, off)


def _course(keys: Keys, line: Timeline) -> Course:
    body, times = keys.setting.body, np.array(line.times)
    masses = centre_of_mass(body.bones, pose(body.bones, keys.coordinates, body.base))
    flown = arcs(line, masses, keys.velocity)
    values = keys.coordinates.copy()
    for k in range(1, len(times) - 1):
        if line.spans[k - 1].kind == line.spans[k].kind == "flight":
            values[k, :3] += centres(flown, times[k : k + 1])[0] - masses[k]
    speeds = _speeds(keys, line, values)
    return Course(keys, line, values, speeds, _bent(keys, line, values, speeds), flown)


def _speeds(keys: Keys, line: Timeline, values: Array) -> Array:
    times = np.array(line.times)
    arriving = (values[-1] - values[-2]) / (times[-1] - times[-2])
    leaving = (values[1] - values[0]) / (times[1] - times[0])
    speeds = slopes(times, values, _over_seam(keys, line, arriving), _over_seam(keys, line, leaving))
    rest = _at_rest(keys)
    for k, span in enumerate(line.spans):
        if span.stops or span.kind == "hold":
            speeds[k + 1] = rest
        if span.kind == "hold":
            speeds[k] = rest
    return speeds


def _at_rest(keys: Keys) -> Array:
    """(nd,) the speed of a body that stands still on its ground."""
    rest = np.zeros(keys.coordinates.shape[1])
    rest[:3] = keys.velocity
    return rest


def _bent(keys: Keys, line: Timeline, values: Array, speeds: Array) -> Array:
    """Accelerations at the keys; none where a hold begins or ends, or a phase stops."""
    starts, ends = bends(np.array(line.times), values, speeds)
    before = np.concatenate([_over_seam(keys, line, ends[-1])[None], ends])
    after = np.concatenate([starts, _over_seam(keys, line, starts[0])[None]])
    bent = agreed(before, after)
    for k, span in enumerate(line.spans):
        if span.kind == "hold":
            bent[[k, k + 1]] = 0.0
        if span.stops:
            bent[k + 1] = 0.0
    if line.spans[0].kind == "hold" or line.spans[-1].kind == "hold" or line.spans[-1].stops:
        bent[[0, -1]] = 0.0
    return bent


def _over_seam(keys: Keys, line: Timeline, speed: Array) -> Array:
    body = keys.setting.body
    return mirrored(body.bones, speed, body.base) if line.closes == "mirrored" else speed


def _met_speeds(course: Course) -> Course:
    """The course with the speeds that the contacts dictate: what leaves the ground flies on as the ground let
    it go.

    Where contacts change at a key, the side with more of them has no choice; the other side takes its speed
    over.
    """
    speeds, line = course.speeds.copy(), course.line
    for k in range(len(line.spans)):
        before, after = line.before(k), line.after(k)
        if before == after or not (speeds[k].any() or course.arcs):
            continue
        if len(after) >= len(before):
            speeds[k] = _speed(course, k, line.times[k], INSTANT)
        elif k:
            speeds[k] = _speed(course, k - 1, line.times[k], -INSTANT)
        else:
            seam = _speed(course, len(line.spans) - 1, line.times[-1], -INSTANT)
            speeds[k] = _over_seam(course.keys, line, seam)
    speeds[-1] = _over_seam(course.keys, line, speeds[0])
    return replace(course, speeds=speeds, bent=_bent(course.keys, line, course.values, speeds))


def _speed(course: Course, span: int, at: float, step: float) -> Array:
    q = _solve_span(course, span, np.array([at, at + step])).coordinates
    return (q[1] - q[0]) / step


def _softness(line: Timeline, k: int, heels: Sequence[str], seconds: Array) -> Array:
    """(n, heels) `SOFTNESS`, less where a heel has just left the floor or is about to stand on it: there it
    lies at 0, and nothing may push it up."""
    start, end = line.spans[k].start, line.spans[k].end
    soft = np.full((len(seconds), len(heels)), SOFTNESS)
    for column, heel in enumerate(heels):
        for contacts, away in ((line.before(k), seconds - start), (line.after(k + 1), end - seconds)):
            if (heel, "floor") in contacts:
                soft[:, column] *= np.clip(away / RELEASE, 1e-3, 1.0)
    return soft


def _solve_span(course: Course, k: int, seconds: Array) -> Solution:
    """Instants of one span, all against the same contacts."""
    setting, body = course.keys.setting, course.keys.setting.body
    wanted = quintic(np.array(course.line.times), course.values, course.speeds, course.bent, seconds)
    passed = seconds[:, None] * course.keys.velocity
    demands: list[Demand] = [setting.standing(course.keys.places[k], passed), *setting.resting()]
    if course.arcs:
        demands.append(Centred(centres(course.arcs, seconds)))
    elif course.keys.steady is not None:
        demands.append(Centred(course.keys.steady.repeat(len(seconds), axis=0)))
    free = solve(body, wanted, wanted, demands)
    spots = {spot for spot, surface in course.keys.places[k] if surface == "floor"}
    watched = [f"heel_{s}" for s in "rl" if f"ball_in_{s}" in spots and f"heel_{s}" not in spots]
    heels = setting.spots.index(watched)
    height = clearance(setting.spots, heels, pose(body.bones, free.coordinates, body.base))
    softness = _softness(course.line, k, watched, seconds)
    raised = np.where(height < softness, kept_above(height, softness), np.nan)
    if np.isnan(raised).all():
        return free
    return solve(body, wanted, free.coordinates, [*demands, Lifted(setting.spots, heels, raised)])

"""The camera of a clip: everything that is drawn in any of its frames fits the figure's window."""

import numpy as np

from otehon.motion.props import Wall
from otehon.studio.arrays import Doubles, Ints
from otehon.studio.camera import Balls
from otehon.studio.figure.capsules import capsules, primitives
from otehon.studio.painter.primitives import COLUMNS, pose_primitives
from otehon.studio.scene.terrain import NEAR_EDGE
from otehon.studio.take import Take

# A movement's poses are close together in time: this many of them show where it goes.
SAMPLES = 24
# How much of a wall must be in the picture, metres: all of it would make the figure small.
WALL_HEIGHT = 1.45
# How much of a slope's side must be seen under its edge, metres.
RAMP_SEEN = 0.16
# Things farther ahead or behind need not be in the picture, metres: rows of them lead out of it.
NEAR = 0.7


def drawn(take: Take) -> Balls:
    """Everything that is drawn, in all frames, with the props that must be seen, as balls."""
    whole = take.direction.bodies is None
    parts = [*_flesh(take), *_cords(take), *_props(take)] if whole else _flesh(take)
    return Balls(
        np.concatenate([part.centres for part in parts]), np.concatenate([part.radii for part in parts])
    )


def _flesh(take: Take) -> list[Balls]:
    shapes, wanted = primitives(take.hands), _wanted(take)
    posed, gates = np.zeros((len(shapes.bone), COLUMNS), np.float32), np.zeros((5, 5), np.float32)
    out: list[Balls] = []
    samples = SAMPLES * max(1, len(take.verdicts))
    for i in dict.fromkeys(np.linspace(0, len(take.bones) - 1, samples).astype(int).tolist()):
        pose_primitives(shapes, take.bones[i], posed, gates)
        p = posed[wanted].astype(np.float64)
        for end in (0.0, 1.0):
            middle, radius = p[:, 0:3] + p[:, 3:6] * end, p[:, 7] + p[:, 8] * end
            across = p[:, 10:13] * (p[:, 13] + p[:, 14] * end)[:, None]
            out += [Balls(middle - across, radius), Balls(middle + across, radius)]
    return out


def _wanted(take: Take) -> Ints:
    """Which pieces of flesh must be in the picture."""
    bodies = take.direction.bodies
    parts = capsules(take.hands)
    return np.flatnonzero([bodies is None or part.body in bodies for part in parts]).astype(np.int32)


def _cords(take: Take) -> list[Balls]:
    found = [cord.points.astype(np.float64) for cords in take.cords for cord in cords]
    props = take.furniture.props
    near = np.inf if props.rope or props.pace_board else NEAR
    return [_points(points[np.abs(points[:, 0]) < near]) for points in found]


def _props(take: Take) -> list[Balls]:
    out: list[Balls] = []
    props = take.furniture.props
    if (step := props.step) is not None:
        out.append(_points(_corners(step.x, (0.0, step.height), step.z)))
    if (wall := props.wall) is not None:
        out.append(_points(_wall(wall)))
    if props.terrain.slope:
        out.append(
            _points(np.array([[0.0, -RAMP_SEEN, np.copysign(NEAR_EDGE, take.direction.to_camera()[2])]]))
        )
    return out


def _wall(wall: Wall) -> Doubles:
    """(3, 3) what must be seen of a wall: its face, its upper edge and a piece of its foot."""
    into, along = -np.array(wall.normal), np.eye(3)[2 - wall.axis]
    up, face = np.array([0.0, 1.0, 0.0]), np.array(wall.point)
    return np.array(
        [face + 0.3 * up, face + 0.06 * into + WALL_HEIGHT * up, face + 0.05 * into + 0.5 * along]
    )


def _points(points: Doubles) -> Balls:
    return Balls(points, np.zeros(len(points)))


def _corners(*spans: tuple[float, float]) -> Doubles:
    return np.stack(np.meshgrid(*spans, indexing="ij"), -1).reshape(-1, 3)

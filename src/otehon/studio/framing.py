"""The camera of a clip: everything that is drawn in any of its frames fits the figure's window."""

import numpy as np

from otehon.studio.arrays import Doubles
from otehon.studio.camera import Camera, Direction, Window, fit
from otehon.studio.figure.capsules import primitives
from otehon.studio.painter.primitives import COLUMNS, pose_primitives
from otehon.studio.size import Size
from otehon.studio.take import Take

# A clip's poses are close together in time: this many of them show where it goes.
SAMPLES = 48
# How much of a wall must be in the picture, metres: all of it would make the figure small.
WALL_HEIGHT = 1.45
_AXES = np.concatenate([np.eye(3), -np.eye(3)])


def drawn_points(take: Take) -> Doubles:
    """(n, 3) points round everything that is drawn, in all frames, with the props that must be seen."""
    return np.concatenate([_flesh(take), *_cords(take), *_props(take)])


def shape_of(points: Doubles, direction: Direction) -> float:
    """How many times as wide as high the points look from there."""
    camera = fit(points, direction, 1000, 1000)
    seen = np.ptp(camera.project(points), axis=0)
    return float(seen[0] / seen[1])


def frame_camera(points: Doubles, direction: Direction, size: Size, window: Window) -> Camera:
    """The clip's camera."""
    return fit(points, direction, size.width, size.height, window)


def _flesh(take: Take) -> Doubles:
    shapes = primitives(take.hands)
    posed, gates = np.zeros((len(shapes.bone), COLUMNS), np.float32), np.zeros((5, 5), np.float32)
    chosen = np.unique(np.linspace(0, len(take.bones) - 1, SAMPLES).astype(int))
    clouds: list[Doubles] = []
    for i in chosen:
        pose_primitives(shapes, take.bones[i], posed, gates)
        for end, radius in ((0, 0.0), (1, 1.0)):
            middle = posed[:, 0:3] + posed[:, 3:6] * end
            reach = posed[:, 7] + posed[:, 8] * radius
            wide = posed[:, 13] + posed[:, 14] * radius
            for side in (-1, 1):
                place = middle + posed[:, 10:13] * (wide * side)[:, None]
                clouds.append(
                    (place[:, None] + reach[:, None, None] * _AXES).reshape(-1, 3).astype(np.float64)
                )
    return np.concatenate(clouds)


def _cords(take: Take) -> list[Doubles]:
    return [cord.points.astype(np.float64) for cords in take.cords for cord in cords]


def _props(take: Take) -> list[Doubles]:
    out: list[Doubles] = []
    props = take.furniture.props
    if (step := props.step) is not None:
        out.append(_corners(step.x, (0.0, step.height), step.z))
    if (wall := props.wall) is not None:
        out.append(
            np.array([[wall.x, 0.3, 0.0], [wall.x + 0.06, WALL_HEIGHT, 0.0], [wall.x + 0.05, 0.0, 0.5]])
        )
    return out


def _corners(*spans: tuple[float, float]) -> Doubles:
    return np.stack(np.meshgrid(*spans, indexing="ij"), -1).reshape(-1, 3)

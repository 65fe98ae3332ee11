"""Where we look from."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from otehon.motion.kinematics import MIRROR, Base
from otehon.studio.arrays import Doubles, Floats
from otehon.studio.painter import view
from otehon.studio.size import Size

FIELD_OF_VIEW = 24.0
FROM_FRONT = (0.45, 0.80, 0.62)
FROM_BEHIND = (-0.40, 0.80, 0.66)
ROUNDS = 12
# The fit is good enough when it changes less than this.
SETTLED = 2e-4


@dataclass(frozen=True)
class Direction:
    """Degrees: azimuth 0 looks from the runner's right, + from the front; elevation + from above.

    `light` points to the key light, in the level world; it need not be a unit vector. `bodies` are those that
    must be in the picture, with nothing else; None: all that is drawn. `slope`: degrees by which the ground
    rises towards x; the camera stays level.
    """

    azimuth: float
    elevation: float
    light: tuple[float, float, float] = FROM_FRONT
    bodies: frozenset[str] | None = None
    slope: float = 0.0

    def mirrored(self, base: Base) -> "Direction":
        """The direction in the mirrored world of a body that lies on that base."""
        flip = MIRROR[base]
        azimuth = -self.azimuth if flip[0] < 0 else 180 - self.azimuth
        x, y, z = (float(part) for part in np.multiply(self.light, flip))
        return replace(self, azimuth=azimuth, light=(x, y, z))

    def to_camera(self) -> Doubles:
        """Unit vector (3,) from what is looked at to the camera."""
        a, e = np.radians(self.azimuth), np.radians(self.elevation)
        return leaned(self.slope) @ np.array([np.sin(a) * np.cos(e), np.sin(e), np.cos(a) * np.cos(e)])


def leaned(slope: float) -> Doubles:
    """(3, 3) turns the level world's vectors into those told on ground that rises towards x by so many
    degrees."""
    sin, cos = np.sin(np.radians(slope)), np.cos(np.radians(slope))
    return np.array([[cos, sin, 0.0], [-sin, cos, 0.0], [0.0, 0.0, 1.0]])


@dataclass(frozen=True)
class Window:
    """The part of the picture that the figure may fill: x and y from 0 to 1, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


WHOLE = Window(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, eq=False)
class Camera:
    """A pinhole camera, equal to another that sees the same. eye (3,) metres; distance to the middle of what
    it is fitted to; axes (3, 3) rows right, up,
    ahead; centre in pixels; light (3,)."""

    eye: Doubles
    distance: float
    axes: Doubles
    pixel: float
    centre: tuple[float, float]
    light: Doubles

    def packed(self) -> Floats:
        """The row of `view.LENGTH` numbers that the kernels take."""
        row = np.concatenate([self.eye, self.axes.ravel(), [self.pixel, *self.centre], self.light])
        assert len(row) == view.LENGTH
        return row.astype(np.float32)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Camera) and self.packed().tobytes() == other.packed().tobytes()

    def __hash__(self) -> int:
        return hash(self.packed().tobytes())

    def project(self, points: Doubles) -> Doubles:
        """World points (n, 3) to pixels (n, 2)."""
        away = np.einsum("ij,kj->ik", points - self.eye, self.axes)
        scale = 1 / (self.pixel * away[:, 2])
        return np.stack([self.centre[0] + away[:, 0] * scale, self.centre[1] - away[:, 1] * scale], 1)

    def rays(self, width: int, height: int) -> Doubles:
        """(h, w, 3) unit directions through the middles of the pixels."""
        u = (np.arange(width) + 0.5 - self.centre[0]) * self.pixel
        v = -(np.arange(height) + 0.5 - self.centre[1]) * self.pixel
        right, up, ahead = self.axes
        rays = ahead + right * u[None, :, None] + up * v[:, None, None]
        return rays / np.linalg.norm(rays, axis=2, keepdims=True)


class Balls(NamedTuple):
    """What must be seen: centres (n, 3) and radii (n,), metres."""

    centres: Doubles
    radii: Doubles


def fit(balls: Balls, direction: Direction, size: Size, window: Window = WHOLE) -> Camera:
    """The camera from that direction in whose window the balls just fit, in the window's middle."""
    width, height = size
    to_camera = direction.to_camera()
    right = np.cross(-to_camera, leaned(direction.slope) @ [0.0, 1.0, 0.0])
    right /= np.linalg.norm(right)
    axes = np.stack([right, np.cross(right, -to_camera), -to_camera])
    pixel = 2 * np.tan(np.radians(FIELD_OF_VIEW) / 2) / height
    span = np.array([(window.right - window.left) * width, (window.bottom - window.top) * height]) * pixel
    at, far = (balls.centres.min(0) + balls.centres.max(0)) / 2, 4.0
    for _ in range(ROUNDS):
        seen = axes @ (balls.centres - (at + to_camera * far)).T
        flat, wide = seen[:2] / seen[2], balls.radii / seen[2]
        low, high = (flat - wide).min(1), (flat + wide).max(1)
        at = at + axes[:2].T @ ((low + high) / 2 * far)
        change = float(((high - low) / span).max())
        off = float(np.abs((low + high) / (high - low)).max())
        far *= change
        if abs(change - 1) < SETTLED and off < SETTLED:
            break
    middle = (width * (window.left + window.right) / 2, height * (window.top + window.bottom) / 2)
    light = leaned(direction.slope) @ np.array(direction.light) / np.linalg.norm(direction.light)
    return Camera(at + to_camera * far, far, axes, float(pixel), middle, light)

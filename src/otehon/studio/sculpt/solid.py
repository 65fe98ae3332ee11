"""The flesh at rest as a field that any number of points can be asked about."""

from dataclasses import dataclass

import numpy as np

from otehon.motion.flesh import Capsule, HandShape
from otehon.studio.arrays import Doubles, Floats, Ints
from otehon.studio.figure.capsules import capsules, primitives
from otehon.studio.figure.material import NAMES
from otehon.studio.painter.field import field_and_gradient
from otehon.studio.painter.lanes import LANES, lanes
from otehon.studio.painter.primitives import COLUMNS, pose_primitives


@dataclass(frozen=True)
class Solid:
    """A posed body. `bones` (bones, 3, 4) float32; `posed` (n, 16) and `gates` (5, 5) as the painter has
    them."""

    parts: tuple[Capsule, ...]
    group: Ints
    bone: Ints
    bones: Floats
    posed: Floats
    gates: Floats

    @classmethod
    def of(cls, hands: HandShape, bones: Floats) -> "Solid":
        """The flesh with hands of that shape on those bones."""
        shapes = primitives(hands)
        posed, gates = np.zeros((len(shapes.bone), COLUMNS), np.float32), np.zeros((5, 5), np.float32)
        pose_primitives(shapes, bones, posed, gates)
        return cls(capsules(hands), shapes.group, shapes.bone, bones, posed, gates)

    def distance(self, points: Floats) -> tuple[Floats, Floats]:
        """Signed distance (n,) and unit gradient (n, 3) at points (n, 3), metres."""
        chosen = np.arange(len(self.posed), dtype=np.int32)
        count = -(-len(points) // LANES) * LANES
        padded = np.resize(points, (count, 3)).astype(np.float32)
        out = np.empty((count, 4), np.float32)
        work = lanes()
        for start in range(0, count, LANES):
            for row, values in zip(work.point, padded[start : start + LANES].T, strict=True):
                row[:] = values
            field_and_gradient(
                self.posed, self.gates, self.group, chosen, len(chosen), work.point, work.whole, work.limb
            )
            out[start : start + LANES] = np.stack(work.whole, 1)
        gradient = out[: len(points), 1:]
        return out[: len(points), 0], gradient / np.maximum(
            np.linalg.norm(gradient, axis=1, keepdims=True), 1e-9
        )

    def snap(self, points: Floats, steps: int = 3) -> Floats:
        """The points, moved onto the skin."""
        for _ in range(steps):
            d, normal = self.distance(points)
            points = (points - normal * d[:, None]).astype(np.float32)
        return points

    def gaps(self, points: Floats) -> Doubles:
        """Distance (n, capsules) from each point to each single capsule."""
        p = self.posed.astype(np.float64)
        out = np.empty((len(points), len(p)))
        for i, row in enumerate(p):
            out[:, i], _ = _capsule(row, points.astype(np.float64))
        return out

    def materials(self, points: Floats) -> Ints:
        """Number of the material (n,) that shows at points on the skin: that of the nearest capsule."""
        gaps = self.gaps(points)
        nearest = gaps.argmin(1)
        out = np.empty(len(points), np.int32)
        for i, part in enumerate(self.parts):
            mine = nearest == i
            _, h = _capsule(self.posed[i].astype(np.float64), points[mine].astype(np.float64))
            first, second = (NAMES.index(name) for name in part.materials)
            out[mine] = np.where(h < part.border, first, second)
        return out


def _capsule(p: Doubles, points: Doubles) -> tuple[Doubles, Doubles]:
    """Distance to one capsule and the place h along it."""
    away = points - p[0:3]
    h = np.clip(away @ p[3:6] * p[6], 0, 1)
    away -= h[:, None] * p[3:6]
    width = p[13] + p[14] * h
    away -= np.clip(away @ p[10:13], -width, width)[:, None] * p[10:13]
    radius = p[7] + p[8] * h * h * (3 - 2 * h) + p[9] * 4 * (h * (1 - h)) ** 2
    return np.linalg.norm(away, axis=1) - radius, h

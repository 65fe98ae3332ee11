"""The dense mesh with as few triangles as the eye allows: many on head and hands, few elsewhere."""

from dataclasses import dataclass

import fast_simplification
import numpy as np

from otehon.motion.flesh import HandShape
from otehon.motion.skeleton import skeleton
from otehon.studio.arrays import Doubles, Floats, Ints

TRIANGLES = 8_000


@dataclass(frozen=True)
class Loupe:
    """A ball that is magnified while triangles are taken away, so that it keeps more of them."""

    centre: Doubles
    radius: float
    power: float

    def enlarge(self, points: Doubles) -> Doubles:
        """Points within the radius move `power` times as far from the centre, the others make room."""
        away = points - self.centre
        far = _length(away)
        room = self.radius * (self.power - 1)
        return self.centre + away / far * np.where(far < self.radius, far * self.power, far + room)

    def shrink(self, points: Doubles) -> Doubles:
        """The way back."""
        away = points - self.centre
        far = _length(away)
        room = self.radius * (self.power - 1)
        inside = far < self.radius * self.power
        return self.centre + away / far * np.where(inside, far / self.power, far - room)


def _length(away: Doubles) -> Doubles:
    return np.maximum(np.sqrt((away * away).sum(-1, keepdims=True)), 1e-9)


def thin(vertices: Floats, triangles: Ints, bones: Floats, hands: HandShape) -> tuple[Floats, Ints]:
    """About `TRIANGLES` triangles and the vertices that they use."""
    points = vertices.astype(np.float64)
    loupes: list[Loupe] = []
    for body, place, radius, power in _details(hands):
        bone = bones[skeleton().body(body)]
        centre = bone[:, :3] @ np.array(place) + bone[:, 3]
        for loupe in loupes:
            centre = loupe.enlarge(centre)
        loupes.append(Loupe(centre, radius, power))
        points = loupes[-1].enlarge(points)
    points, triangles = _decimate(points, triangles)
    for loupe in reversed(loupes):
        points = loupe.shrink(points)
    used, renumbered = np.unique(triangles, return_inverse=True)
    return points[used].astype(np.float32), renumbered.reshape(-1, 3).astype(np.int32)


def _details(hands: HandShape) -> list[tuple[str, tuple[float, float, float], float, float]]:
    power = 1.5 if hands == "fist" else 2.4
    reach = (0.0, -0.09, 0.0)
    return [
        ("head", (0.01, 0.09, 0.0), 0.14, 1.6),
        ("hand_r", reach, 0.125, power),
        ("hand_l", reach, 0.125, power),
    ]


def _decimate(points: Doubles, triangles: Ints) -> tuple[Doubles, Ints]:
    made = fast_simplification.simplify(points, triangles, target_count=TRIANGLES, agg=3)
    return np.asarray(made[0], np.float64), np.asarray(made[1], np.int32)

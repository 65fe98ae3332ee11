"""A solved movement as the checks look at it: the posed flesh at every instant, and what is claimed of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from otehon.motion.checks.balls import Balls, balls
from otehon.motion.checks.nearness import Nearness, nearest, to_skin
from otehon.motion.checks.surfaces import FLOOR, Box, Plane, Rod, Surface
from otehon.motion.kinematics import Pose, points, pose
from otehon.motion.performance import Performance
from otehon.motion.poses import mirror_name
from otehon.motion.props import BAR_RADIUS
from otehon.motion.props import Box as Block
from otehon.motion.skeleton import Array, Indices
from otehon.motion.spots import spots

Mask = NDArray[np.bool_]

_PART: Final = 0.040
"""Metres round a spot within which flesh of its body belongs to the part that it stands for: half a sole's
width."""


@dataclass(frozen=True)
class Plant:
    """A part of the body that the movement puts on a surface.

    Args:
        spot: its name in `otehon.motion.spots`.
        body: index of the body that it rides on.
        surface: what it stands on.
        down: (n,) whether it stands there at each instant.
        centres: (n, 3) the middle of the part's ball of flesh that is nearest to the surface; metres.
        skin: (n, 3) the drawn skin under that ball, towards the surface.
        gaps: (n,) metres from there to the surface; negative inside.
    """

    spot: str
    body: int
    surface: Surface
    down: Mask
    centres: Array
    skin: Array
    gaps: Array


@dataclass(frozen=True)
class Evidence:
    """One cycle, `n` instants about 1/60 s apart, ready to be measured.

    Args:
        performance: the solved movement.
        excused: pairs of bodies that are meant to lie on each other.
    """

    performance: Performance
    excused: frozenset[frozenset[str]] = frozenset()

    @cached_property
    def seconds(self) -> Array:
        """(n,) the solved instants."""
        count = len(self.performance.coordinates)
        return np.arange(count) * self.performance.period / count

    @property
    def interval(self) -> float:
        """Seconds between instants."""
        return self.performance.period / len(self.performance.coordinates)

    @cached_property
    def placed(self) -> Pose:
        """The body at every instant."""
        return pose(self.performance.bones, self.performance.coordinates, self.performance.base)

    @cached_property
    def flesh(self) -> Balls:
        """The drawn flesh."""
        return balls(self.performance.hands, self.performance.bones.stature)

    @cached_property
    def surfaces(self) -> Mapping[str, Surface]:
        """Floor, wall, step, stairs and bar, as far as they are there."""
        props = self.performance.props
        found: dict[str, Surface] = {"floor": FLOOR}
        if props.wall is not None:
            found["wall"] = Plane("wall", props.wall.point, props.wall.normal)
        if props.step is not None:
            found["step"] = _solid("step", props.step)
        if props.bar is not None:
            found["bar"] = Rod("bar", (0.0, props.bar.height, 0.0), BAR_RADIUS, props.bar.width)
        stairs = {f"step {k}": step for k, step in enumerate(props.stairs, 2)}
        return found | {name: _solid(name, step) for name, step in stairs.items()}

    @cached_property
    def near(self) -> Mapping[str, Nearness]:
        """Surface -> where the skin of each capsule is nearest to it."""
        return {name: nearest(self.flesh, self.placed, solid) for name, solid in self.surfaces.items()}

    @cached_property
    def plants(self) -> tuple[Plant, ...]:
        """Every spot that is planted at some instant, once for each surface."""
        claimed: dict[tuple[str, str], Mask] = {}
        for touch in self.performance.touches:
            down = (touch.start <= self.seconds) & (self.seconds < touch.end)
            earlier = claimed.get((touch.spot, touch.surface))
            claimed[touch.spot, touch.surface] = down if earlier is None else down | earlier
        gripped = {key: down for key, down in claimed.items() if key[1] == "bar"}
        pressed = {key: down for key, down in claimed.items() if key not in gripped}
        return (*self._planted(pressed), *self._holding(gripped))

    def _planted(self, claimed: Mapping[tuple[str, str], Mask]) -> tuple[Plant, ...]:
        found = spots(self.performance.bones, self.performance.hands)
        where = [(found.names.index(spot), self.surfaces[surface]) for spot, surface in claimed]
        centres = [self._touching(int(found.bodies[i]), found.centres[i], solid) for i, solid in where]
        outward = [solid.outward(at) for (_, solid), at in zip(where, centres, strict=True)]
        skin = self._skin(centres, outward)
        return tuple(
            Plant(spot, int(found.bodies[i]), solid, down, at, under, solid.distance(under))
            for ((spot, _), down), (i, solid), at, under in zip(
                claimed.items(), where, centres, skin, strict=True
            )
        )

    def _holding(self, claimed: Mapping[tuple[str, str], Mask]) -> Iterator[Plant]:
        """What closed hands hold is where the bar's middle should be: there is no skin in between."""
        found, bar = spots(self.performance.bones, self.performance.hands), self.performance.props.bar
        for (spot, surface), down in claimed.items():
            assert bar is not None
            index = found.names.index(spot)
            body, middle = int(found.bodies[index]), np.array([0.0, bar.height, 0.0])
            held = points(self.placed, found.bodies[index : index + 1], found.centres[index : index + 1])[
                :, 0
            ]
            off = np.linalg.norm((held - middle)[:, :2], axis=1)
            yield Plant(spot, body, self.surfaces[surface], down, held, held, off)

    def _touching(self, body: int, spot: Array, solid: Surface) -> Array:
        """(n, 3) the middle of the ball of flesh round a spot that is nearest to a surface."""
        around = np.linalg.norm(self.flesh.centres - spot, axis=1) < _PART
        part = np.flatnonzero((self.flesh.bodies == body) & around)
        world = points(self.placed, self.flesh.bodies[part], self.flesh.centres[part])
        lowest = (solid.distance(world) - self.flesh.radii[part]).argmin(axis=1)
        return world[np.arange(len(world)), lowest]

    def _skin(self, centres: Sequence[Array], outward: Sequence[Array]) -> list[Array]:
        """Where lines from inside the flesh come to its skin, for each plant (n, 3)."""
        if not centres:
            return []
        count = len(self.seconds)
        instants = np.tile(np.arange(count), len(centres))
        start, along = np.concatenate(centres), np.concatenate(outward)
        skin = to_skin(self.flesh, self.placed, instants, start, -along)
        return list(skin.reshape(len(centres), count, 3))

    def kind(self, wanted: str) -> Mask:
        """(n,) whether a passage of this kind runs at each instant."""
        return np.array([self.performance.passage(t).kind == wanted for t in self.seconds])

    def pose_at(self, instant: int) -> str:
        """Name of the key pose that the movement is on its way to, or holds."""
        return self.performance.passage(float(self.seconds[instant])).pose

    def reached(self, name: str) -> float:
        """Seconds at which a key pose is first reached; in a mirrored half its mirror image is."""
        passages = self.performance.passages
        ends = (p.end for p in passages if p.pose == (mirror_name(name) if p.mirrored else name))
        return next(ends, 0.0) % self.performance.period


def runs(mask: Mask) -> Iterator[Indices]:
    """The unbroken stretches of a cycle in which a mask (n,) holds, each as indices in the order of time.

    A stretch may lead over the cycle's end; one that never ends comes back to its first index.
    """
    count = len(mask)
    if mask.all():
        yield np.arange(count + 1) % count
        return
    starts = np.flatnonzero(mask & ~np.roll(mask, 1))
    for start in starts:
        onward = np.roll(mask, -start)
        yield (start + np.arange(int(np.argmin(onward)))) % count


def _solid(name: str, block: Block) -> Box:
    (x0, x1), (z0, z1) = block.x, block.z
    return Box(name, (x0, block.lower, z0), (x1, block.height, z1))

"""What the body may touch but not enter, as signed distances."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from otehon.motion.joints import Triple
from otehon.motion.skeleton import Array


class Surface(Protocol):
    """Something solid; `name` is what a sentence calls it."""

    @property
    def name(self) -> str:
        """What a sentence calls it."""
        ...

    def distance(self, at: Array) -> Array:
        """(…) metres from points (…, 3) to the solid; negative inside."""
        ...

    def outward(self, at: Array) -> Array:
        """(…, 3) unit vectors along which points (…, 3) leave the solid soonest."""
        ...


@dataclass(frozen=True)
class Plane:
    """A half-space that is solid behind the plane through `point`; `normal` is a unit vector out of it."""

    name: str
    point: Triple
    normal: Triple

    def distance(self, at: Array) -> Array:
        """As `Surface`."""
        return (at - np.asarray(self.point)) @ np.asarray(self.normal)

    def outward(self, at: Array) -> Array:
        """As `Surface`."""
        return np.broadcast_to(np.asarray(self.normal), at.shape)


@dataclass(frozen=True)
class Box:
    """A solid box along the world's axes between two corners, metres."""

    name: str
    lower: Triple
    upper: Triple

    def distance(self, at: Array) -> Array:
        """As `Surface`."""
        beyond = self._beyond(at)
        return np.linalg.norm(np.maximum(beyond, 0), axis=-1) + np.minimum(beyond.max(axis=-1), 0)

    def outward(self, at: Array) -> Array:
        """As `Surface`."""
        beyond, sign = self._beyond(at), np.where(at < self._middle, -1.0, 1.0)
        nearest_face = np.where(beyond == beyond.max(axis=-1, keepdims=True), 1.0, 0.0)
        outside = np.maximum(beyond, 0)
        direction = sign * np.where(outside.any(axis=-1, keepdims=True), outside, nearest_face)
        return direction / np.linalg.norm(direction, axis=-1, keepdims=True)

    @property
    def _middle(self) -> Array:
        return (np.asarray(self.lower) + np.asarray(self.upper)) / 2

    def _beyond(self, at: Array) -> Array:
        """(…, 3) how far points lie beyond the box along each axis; negative between its faces."""
        return np.maximum(np.asarray(self.lower) - at, at - np.asarray(self.upper))


@dataclass(frozen=True)
class Rod:
    """A solid round rod along z through `point`; `length` metres, half of it to either side."""

    name: str
    point: Triple
    radius: float
    length: float

    def distance(self, at: Array) -> Array:
        """As `Surface`."""
        return np.linalg.norm(self._off(at), axis=-1) - self.radius

    def outward(self, at: Array) -> Array:
        """As `Surface`."""
        off = self._off(at)
        return off / np.maximum(np.linalg.norm(off, axis=-1, keepdims=True), 1e-9)

    def _off(self, at: Array) -> Array:
        """(…, 3) from the nearest point of the rod's middle line."""
        off = at - np.asarray(self.point)
        along = np.clip(off[..., 2], -self.length / 2, self.length / 2)
        return off - along[..., None] * np.array([0.0, 0.0, 1.0])


FLOOR = Plane("floor", (0.0, 0.0, 0.0), (0.0, 1.0, 0.0))

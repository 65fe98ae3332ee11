"""A picture of the room in the making: light, the floor under every pixel, and how far everything is."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from otehon.studio.arrays import Flags, Floats
from otehon.studio.camera import Camera
from otehon.studio.size import Size

NEVER = np.float32(1e9)


@dataclass
class Room:
    """What stands in the room is painted into these arrays, all of the picture's size (h, w).

    colour (h, w, 3) linear RGB; ground_x and ground_z where the light's way through that pixel's surface
    meets the floor, metres (NEVER: no shadow falls there); depth along the camera's axis of what may hide the
    figure, metres.
    """

    camera: Camera
    size: Size
    colour: Floats
    ground_x: Floats
    ground_z: Floats
    depth: Floats

    @classmethod
    def empty(cls, camera: Camera, size: Size) -> "Room":
        """Nothing in it yet."""
        shape = (size.height, size.width)
        never = (np.full(shape, NEVER) for _ in range(3))
        return cls(camera, size, np.zeros((*shape, 3), np.float32), *never)

    @cached_property
    def rays(self) -> Floats:
        """(h, w, 3) unit directions through the middles of the pixels."""
        return self.camera.rays(self.size.width, self.size.height).astype(np.float32)

    def reach(self, axis: int, at: float) -> Floats:
        """(h, w) how far along each ray the plane lies where world `axis` is `at`; NEVER where it is not
        met."""
        slope = self.rays[..., axis]
        gap = np.float32(at - self.camera.eye[axis])
        far = np.divide(gap, slope, out=np.full(slope.shape, NEVER), where=np.abs(slope) > 1e-6)
        return np.where(far > 0, far, NEVER)

    def places(self, far: Floats) -> Floats:
        """(h, w, 3) where the rays are after `far` metres."""
        return (self.camera.eye + self.rays * far[..., None]).astype(np.float32)

    def put(self, seen: Flags, colour: Floats, places: Floats) -> None:
        """Paint a surface where it is seen; `colour` (h, w, 3) and `places` (h, w, 3)."""
        self.colour[seen] = colour[seen]
        self.depth[seen] = (places[seen] - self.camera.eye) @ self.camera.axes[2]
        light = self.camera.light
        lean = places[..., 1] / light[1]
        self.ground_x[seen] = (places[..., 0] - lean * light[0])[seen]
        self.ground_z[seen] = (places[..., 2] - lean * light[2])[seen]

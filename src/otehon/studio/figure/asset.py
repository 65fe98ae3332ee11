"""The mesh asset on disk: what `sculpt` made, as the painter needs it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from otehon.motion.flesh import HandShape
from otehon.studio.arrays import Bytes, Floats
from otehon.studio.figure.material import WORKING, palette
from otehon.studio.figure.regions import regions_of
from otehon.studio.painter.mesh import Mesh


@dataclass(frozen=True)
class Asset:
    """A figure's skin: its mesh, the material's number (n,) and the tints (n,) 0..255 by muscle and side."""

    mesh: Mesh
    material: Bytes
    tints: dict[str, Bytes]
    fingerprint: str

    def albedo(self, working: dict[str, float], *, barefoot: bool = False) -> Floats:
        """(3, n) linear colours with the working muscles tinted, each by 0..1; unknown muscles show
        nothing. Bare feet have the shoes' shape."""
        base = palette(barefoot)[self.material]
        shown = np.zeros(len(base), np.float32)
        for muscle, strength in working.items():
            for region in regions_of(muscle):
                if region in self.tints:
                    shown = np.maximum(shown, self.tints[region] * np.float32(strength / 255))
        tinted = base + (np.array(WORKING, np.float32) - base) * shown[:, None]
        return np.ascontiguousarray(tinted.T, np.float32)


@cache
def asset(hands: HandShape) -> Asset:
    """The figure with hands of that shape."""
    with as_file(files("otehon.studio.figure") / "meshes" / f"{hands}.npz") as path, np.load(path) as stored:
        arrays = {name: np.ascontiguousarray(stored[name]) for name in stored.files}
    names = [str(name) for name in arrays.pop("muscles")]
    tints, material = arrays.pop("tints"), arrays.pop("material")
    fingerprint = str(arrays.pop("fingerprint").item())
    arrays["weight"] = arrays["weight"].astype(np.float32) / 65535
    return Asset(Mesh(**arrays), material, dict(zip(names, tints, strict=True)), fingerprint)

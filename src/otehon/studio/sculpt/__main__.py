"""`python -m otehon.studio.sculpt [HANDS…]`: make the mesh assets again."""

import sys
from pathlib import Path
from typing import get_args

import numpy as np

from otehon.motion.flesh import HandShape
from otehon.studio import figure
from otehon.studio.sculpt.assemble import fingerprint, sculpt


def write(hands: HandShape, folder: Path) -> Path:
    """Make and store one mesh."""
    made = sculpt(hands)
    path = folder / f"{hands}.npz"
    arrays = made.mesh._asdict()
    arrays["weight"] = np.round(made.mesh.weight * 65535).astype(np.uint16)
    np.savez_compressed(
        path,
        **arrays,
        material=made.material,
        muscles=np.array(list(made.tints)),
        tints=np.stack(list(made.tints.values())),
        fingerprint=np.array(fingerprint(hands)),
    )
    return path


def main() -> None:
    """Make the named hand shapes, or all."""
    folder = Path(figure.__file__).parent / "meshes"
    folder.mkdir(exist_ok=True)
    shapes: tuple[HandShape, ...] = get_args(HandShape)
    for hands in shapes:
        if len(sys.argv) < 2 or hands in sys.argv[1:]:
            path = write(hands, folder)
            sys.stderr.write(f"{path.name}: {path.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main()

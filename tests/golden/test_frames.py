import numpy as np
import pytest
from PIL import Image

from tests.golden.pictures import GOLDEN, Golden

# Of 255. Another CPU may round a vertex to the next pixel; a limb elsewhere or another light is far more.
MEAN, FAR, FEW = 0.6, 24, 0.004


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.path.stem)
def test_a_frame_looks_as_it_did(golden: Golden) -> None:
    stored = np.asarray(Image.open(golden.path).convert("RGB"), np.float32)
    off = np.abs(golden.paint().astype(np.float32) - stored).max(2)

    assert off.mean() < MEAN, f"{golden.path.name}: look at it, then `make golden` if it is meant"
    assert (off > FAR).mean() < FEW, f"{golden.path.name}: look at it, then `make golden` if it is meant"


def test_the_comparison_sees_a_moved_figure() -> None:
    stored = np.asarray(Image.open(GOLDEN[0].path).convert("RGB"), np.float32)
    off = np.abs(np.roll(stored, 2, axis=1) - stored).max(2)

    assert (off > FAR).mean() > FEW

"""Linear light, display RGB, and BT.709 limited-range YUV in 4:2:0."""

from functools import cache
from typing import Final

import numpy as np

from otehon.studio.arrays import Bytes, Floats
from otehon.studio.planes import Planes

STEPS = 2048
LUMA: Final = np.array([0.1826, 0.6142, 0.0620], np.float32)
BLUE: Final = np.array([-0.1006, -0.3386, 0.4392], np.float32)
RED: Final = np.array([0.4392, -0.3989, -0.0403], np.float32)


@cache
def tone_curve() -> Floats:
    """(2048,) linear light 0..1 -> 0..255 with the sRGB curve (IEC 61966-2-1)."""
    x = np.linspace(0, 1, STEPS)
    return (255 * np.where(x <= 0.0031308, 12.92 * x, 1.055 * x ** (1 / 2.4) - 0.055)).astype(np.float32)


def shown(linear: Floats) -> Floats:
    """Linear light as display values, 0..255."""
    return tone_curve()[(np.clip(linear, 0, 1) * np.float32(STEPS - 1)).astype(np.int32)]


@cache
def ordered_dither() -> Floats:
    """(64,) Bayer's 8 x 8 thresholds in 0.1..0.9, row by row."""
    x, y = np.meshgrid(np.arange(8), np.arange(8))
    value = np.zeros((8, 8), np.int64)
    for bit in range(3):
        value |= (((x ^ y) >> bit) & 1) << (5 - 2 * bit)
        value |= ((y >> bit) & 1) << (4 - 2 * bit)
    return ((value + 0.5) / 64 * 0.8 + 0.1).astype(np.float32).ravel()


def halved(values: Floats) -> Floats:
    """The mean of each 2 x 2 pixels."""
    return (values[::2, ::2] + values[1::2, ::2] + values[::2, 1::2] + values[1::2, 1::2]) * np.float32(0.25)


def to_planes(rgb: Floats) -> Planes:
    """Display RGB (h, w, 3), 0..255, as planes; luma is dithered."""
    height, width, _ = rgb.shape
    dither = np.tile(ordered_dither().reshape(8, 8), (-(-height // 8), -(-width // 8)))[:height, :width]
    luma = np.clip(16 + rgb @ LUMA + dither, 16, 235)
    blue, red = (128.5 + halved(rgb @ row) for row in (BLUE, RED))
    return Planes(luma.astype(np.uint8), blue.astype(np.uint8), red.astype(np.uint8))


def to_rgb(frame: Planes) -> Bytes:
    """(h, w, 3) display RGB of a frame."""
    luma = (frame.luma.astype(np.float32) - 16) * 1.1644
    blue, red = (p.repeat(2, 0).repeat(2, 1).astype(np.float32) - 128 for p in (frame.blue, frame.red))
    rgb = np.stack([luma + 1.7927 * red, luma - 0.2132 * blue - 0.5329 * red, luma + 2.1124 * blue], -1)
    return np.clip(rgb + 0.5, 0, 255).astype(np.uint8)

"""The line at the foot of the picture that grows with time."""

from otehon.studio.planes import Planes

TRACK, DONE = 172, 96
HEIGHT_SHARE = 90


def draw_progress(frame: Planes, share: float) -> None:
    """Draw the line, filled from the left by 0..1."""
    height, width = frame.luma.shape
    rows = max(4, height // HEIGHT_SHARE)
    frame.luma[height - rows :] = TRACK
    frame.luma[height - rows :, : int(width * share)] = DONE

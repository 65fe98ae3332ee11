"""A shot's frames, one after the other, into the encoder's canvas."""

from collections.abc import Iterator

from otehon.studio.film import Patch, ground_of, patches, put, put_back, still, take_away
from otehon.studio.overlay.progress import draw_progress
from otehon.studio.planes import Planes
from otehon.studio.shot import Shot


def shoot(shot: Shot, canvas: Planes) -> Iterator[int]:
    """Show one frame after the other in `canvas`; yields the frame's number each time it is complete."""
    empty, ground = shot.scene.background, ground_of(shot.take, shot.scene)
    put_back(empty, canvas)
    before: Patch | None = None
    signs = shot.signs if shot.is_marked else None
    for i, patch in enumerate(patches(shot.take, shot.figure, shot.scene)):
        if ground is not None or signs is not None:
            take_away(before, empty, canvas)
            before = None
        if signs is not None:
            signs.lift(canvas)
        if ground is not None:
            ground.draw(int(shot.take.shown[i]), canvas)
        put(patch, before, empty, canvas)
        before = patch
        annotate(shot, i, canvas)
        yield i


def annotate(shot: Shot, frame: int, canvas: Planes) -> None:
    """The counter, or what is right or wrong, and the progress line of one frame."""
    if shot.look.text == "none":
        return
    if shot.is_marked:
        shot.signs.lay(shot.take, frame, canvas)
    elif shot.take.total:
        sticker, mixed = shot.counters[int(shot.take.count[frame])]
        sticker.lay(mixed, canvas)
    draw_progress(canvas, (frame + 1) / shot.take.frames)


def photograph(shot: Shot, frame: int) -> Planes:
    """One frame of the shot."""
    canvas = still(shot.take, shot.figure, shot.scene, frame)
    annotate(shot, frame, canvas)
    return canvas

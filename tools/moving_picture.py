"""Make a looping WebP of a clip, for the README: `python tools/moving_picture.py clip.mp4 out.webp`."""

import sys
from pathlib import Path

import av
from PIL import Image

WIDTH = 480
EVERY = 2
"""Every second frame is kept: 15 a second."""


def main(clip: Path, picture: Path) -> None:
    """Read the clip's frames and write them as one moving picture."""
    with av.open(clip) as film:
        frames = [
            frame.to_image().resize((WIDTH, WIDTH * frame.height // frame.width), Image.Resampling.LANCZOS)
            for i, frame in enumerate(film.decode(video=0))
            if i % EVERY == 0
        ]
    frames[0].save(
        picture, save_all=True, append_images=frames[1:], duration=1000 * EVERY // 30, loop=0, quality=60
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

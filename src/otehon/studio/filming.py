"""Clips into files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from otehon.drills.text import LANGUAGES, Language
from otehon.studio.captions import webvtt
from otehon.studio.clip import Clip
from otehon.studio.encoder import Chapter, Encoder
from otehon.studio.output import whole, whole_folder
from otehon.studio.poster import write_poster
from otehon.studio.size import Size

Tick = Callable[[], None]
"""Called after each frame."""


@dataclass(frozen=True)
class Files:
    """What stands on disk for one clip."""

    video: Path
    poster: Path
    captions: Mapping[Language, Path]

    def moved(self, folder: Path) -> "Files":
        """The same names in another folder."""
        captions: dict[Language, Path] = {lang: folder / path.name for lang, path in self.captions.items()}
        return Files(folder / self.video.name, folder / self.poster.name, captions)

    def names(self) -> list[str]:
        """All paths, the video first."""
        return [str(path) for path in (self.video, self.poster, *self.captions.values())]


def film_one(clips: Sequence[Clip], size: Size, path: Path, tick: Tick) -> None:
    """All clips in one MP4, a chapter each.

    Raises:
        OutputFailed: it could not be written.
    """
    ends = list(accumulate(clip.frames for clip in clips))
    starts = [0, *ends[:-1]]
    chapters = [Chapter(c.title, first, end) for c, first, end in zip(clips, starts, ends, strict=True)]
    with whole(path) as partial, Encoder(partial, size, chapters=chapters) as encoder:
        for clip in clips:
            _record(clip, encoder, tick)


def film_each(clip: Clip, size: Size, stem: Path, tick: Tick) -> Files:
    """One clip's MP4, poster and captions, named after `stem`.

    Raises:
        OutputFailed: they could not be written; what was written is removed.
    """
    made = Files(
        stem.with_name(f"{stem.name}.mp4"),
        stem.with_name(f"{stem.name}.webp"),
        {language: stem.with_name(f"{stem.name}.{language}.vtt") for language in LANGUAGES},
    )
    with whole(made.video) as partial, Encoder(partial, size) as encoder:
        _record(clip, encoder, tick)
    write_poster(clip.poster(), made.poster)
    for language, path in made.captions.items():
        with whole(path) as partial:
            partial.write_text(webvtt(clip.phases, language, clip.tally, clip.verdicts), "utf-8")
    return made


def film_all(
    clips: Sequence[Clip], names: Sequence[str], size: Size, folder: Path, tick: Tick
) -> list[Files]:
    """Each clip's files in a folder, all of them or none.

    Raises:
        OutputFailed: they could not be written.
    """
    with whole_folder(folder) as partial:
        made = [film_each(clip, size, partial / name, tick) for clip, name in zip(clips, names, strict=True)]
    return [files.moved(folder) for files in made]


def stream(clip: Clip, size: Size, target: BinaryIO, tick: Tick) -> None:
    """One clip as a fragmented MP4 that can be played while it is still being made."""
    with Encoder(target, size, "fragments") as encoder:
        _record(clip, encoder, tick)


def _record(clip: Clip, encoder: Encoder, tick: Tick) -> None:
    for _ in clip.play(encoder.canvas):
        encoder.write()
        tick()

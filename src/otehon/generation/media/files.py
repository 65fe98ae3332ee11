"""The files that a clip's media consist of."""

from enum import Enum


class MediaFile(Enum):
    """Name in the store and content type. The order is part of links: only append."""

    VIDEO = ("clip.mp4", "video/mp4")
    POSTER = ("poster.webp", "image/webp")
    CAPTIONS_JA = ("captions.ja.vtt", "text/vtt; charset=utf-8")
    CAPTIONS_EN = ("captions.en.vtt", "text/vtt; charset=utf-8")

    @property
    def filename(self) -> str:
        """Its name in the store."""
        return self.value[0]

    @property
    def content_type(self) -> str:
        """What the browser is told that it is."""
        return self.value[1]

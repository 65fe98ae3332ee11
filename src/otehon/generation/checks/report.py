"""What a look at a file found. JSON between the process that decodes and the one that judges."""

from pydantic import BaseModel, ConfigDict


class Report(BaseModel):
    """A video as it was decoded to its end.

    Attributes:
        codec: FFmpeg's name of it.
        width, height: pixels.
        frames: how many there were.
        seconds: from the first frame to the end of the last.
        declared: what the file says of its length, in seconds.
        dark: share of the sampled pictures that are black.
        flat: share of them that are one colour.
        still: share of neighbouring samples between which nothing moves.
        broken: what the decoder complained about; none where it came to the end.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    codec: str = ""
    width: int = 0
    height: int = 0
    frames: int = 0
    seconds: float = 0.0
    declared: float = 0.0
    dark: float = 0.0
    flat: float = 0.0
    still: float = 0.0
    broken: str | None = None

"""Words in the catalogue's two languages."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["ja", "en"]

LANGUAGES: tuple[Language, ...] = ("ja", "en")

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\r\n]*$")]
"""One line of text: not empty, no line breaks."""


class Text(BaseModel):
    """The same line in Japanese and in English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ja: Line
    en: Line

    def of(self, language: Language) -> str:
        """The line in that language."""
        return self.ja if language == "ja" else self.en


class Lines(BaseModel):
    """Lists of lines in Japanese and English; the two need not match one to one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ja: tuple[Line, ...]
    en: tuple[Line, ...]

    def of(self, language: Language) -> tuple[str, ...]:
        """The lines in that language."""
        return self.ja if language == "ja" else self.en

"""Words in the catalogue's two languages."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["ja", "en"]

LANGUAGES: tuple[Language, ...] = ("ja", "en")

Line = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^\r\n]*$")]
"""One line of text, without line breaks."""


class Text(BaseModel):
    """The same line in Japanese and in English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ja: Line
    en: Line

    def of(self, language: Language) -> str:
        """The line in that language."""
        return self.ja if language == "ja" else self.en

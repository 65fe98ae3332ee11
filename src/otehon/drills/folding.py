"""Spelling that makes no difference: width, case, kana, long marks, spaces, dots."""

import re
import unicodedata

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}

_IGNORED = re.compile(r"[\W_ー]+")


def fold(text: str) -> str:
    """The text with all spellings of a word made one: half or full width, case, katakana or hiragana.

    Long marks, spaces, dots, hyphens and brackets are left out: ラダー・ドリル and らだどりる are the same.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _IGNORED.sub("", plain.translate(_KATAKANA_TO_HIRAGANA))

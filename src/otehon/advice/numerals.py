"""Numbers as advice writes them."""

import re

_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100}
_NUMBER = re.compile(r"\d{1,4}(?:\.\d)?|[一二三四五六七八九十百]{1,4}")


def number(text: str) -> float:
    """The value of digits or of a kanji numeral below 1000 (二十五)."""
    if text[0].isdigit():
        return float(text)
    total = current = 0
    for sign in text:
        if sign in _UNITS:
            total += (current or 1) * _UNITS[sign]
            current = 0
        else:
            current = current * 10 + _KANJI[sign]
    return float(total + current)


def numbers(text: str) -> list[tuple[float, str]]:
    """The numbers in a text, each with what follows it up to the next."""
    matches = list(_NUMBER.finditer(text))
    ends = [*(match.start() for match in matches[1:]), len(text)][: len(matches)]
    return [(number(match[0]), text[match.end() : end]) for match, end in zip(matches, ends, strict=True)]

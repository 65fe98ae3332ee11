"""Numbers as advice writes them."""

import re

_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100}
_ENGLISH_NUMBERS = {
    **{1: "one once", 2: "two twice", 3: "three thrice", 4: "four", 5: "five", 6: "six", 7: "seven"},
    **{8: "eight", 9: "nine", 10: "ten", 12: "twelve", 15: "fifteen", 20: "twenty", 30: "thirty"},
    **{40: "forty", 60: "sixty"},
}
_WORDS = {word: value for value, words in _ENGLISH_NUMBERS.items() for word in words.split()}
ENGLISH = rf"(?<![a-z])(?:{'|'.join(_WORDS)})(?![a-z])"
"""A number in English words, folded."""

_NUMBER = re.compile(rf"\d{{1,4}}(?:\.\d)?|[一二三四五六七八九十百]{{1,4}}|{ENGLISH}")


def number(text: str) -> float:
    """The value of digits, of a kanji numeral below 1000 (二十五) or of an English word."""
    if text[0].isdigit():
        return float(text)
    if text in _WORDS:
        return float(_WORDS[text])
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

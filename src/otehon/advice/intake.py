"""Bytes in, advice text out, or an error that says what is wrong with them."""

import re
import unicodedata

from otehon.errors import UnreadableInput

MAX_BYTES = 1_000_000
"""The largest advice that is read, five times the largest that is measured; usual ones have 1 to 10 kB."""

_PASTE = "Save the coach's advice as UTF-8 text and try again."
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.05


def advice_text(data: bytes) -> str:
    """The text of an advice as it was saved or sent.

    Raises:
        UnreadableInput: empty, without a word, binary, not UTF-8, or larger than `MAX_BYTES`.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableInput(
            f"The advice is larger than {MAX_BYTES // 1000} kB.",
            "Cut out the part with the drills and try again.",
        )
    text = _decoded(data)
    check_advice(text)
    return text


def check_advice(text: str) -> None:
    """Check that a text can be advice at all.

    Raises:
        UnreadableInput: it is empty, or holds no letter and no digit.
    """
    if not text:
        raise UnreadableInput("The advice is empty.", "Give a text with a drill section.")
    if not text.strip():
        raise UnreadableInput("The advice is only white space.", "Give a text with a drill section.")
    if not any(unicodedata.category(character)[0] in "LN" for character in text):
        raise UnreadableInput("The advice holds no words.", "Give a text with a drill section.")


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF_16):
        raise UnreadableInput("The advice is UTF-16 text.", _PASTE)
    if b"\x00" in data:
        raise UnreadableInput("The advice is binary data, not text.", _PASTE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"The advice is not UTF-8 text (byte {error.start + 1} of {len(data)})."
        raise UnreadableInput(what, _PASTE) from None
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableInput("The advice is binary data, not text.", _PASTE)
    return text

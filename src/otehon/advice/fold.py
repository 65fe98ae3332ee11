"""Advice folded to one form: one kind of line break, of width, of markup, and nothing invisible."""

import html
import re
import unicodedata

from otehon.advice.folded import Folded, Folding

_BLOCKS = (
    "address article aside blockquote body dd div dl dt figure footer form header hr html "
    "main nav ol p pre section table tbody tfoot thead tr ul"
)
_NEWLINE = dict.fromkeys(["br", *_BLOCKS.split()], "\n")
_TAGS = _NEWLINE | {
    "li": "\n- ",
    "td": " | ",
    "th": " | ",
    **{f"h{level}": "\n" + "#" * level + " " for level in range(1, 7)},
}
_CLOSING_TAGS = _NEWLINE | {f"h{level}": "\n" for level in range(1, 7)}
_EMPHASIS_TAGS = frozenset({"b", "strong", "em", "i", "u", "mark"})
_INLINE_TAGS = frozenset(
    {"a", "span", "font", "small", "sup", "sub", "code", "img", "s", "del", "ins", "label"}
)
_HIDDEN = ("script", "style")

_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f\ud800-\udfff"
)
# What NFKC would change, without the circled numbers: they number lists.
_COMPATIBLE = (
    "\xa0\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\u0132-\u0133\u1680\u2000-\u200a\u2011\u2024-\u2026\u202f\u205f"
    "\u2070-\u209c\u2100-\u2183\u3000\u3131-\u318e\u3200-\u325f\u3280-\u33ff\uf900-\ufaff\ufb00-\ufb06"
    "\ufe30-\ufe6f\uff01-\uffee\U0001d400-\U0001d7ff"
)
_COMBINING = "\u0300-\u034e\u0350-\u036f\u3099\u309a\uff9e\uff9f"
_PIECE = re.compile(
    rf"(?P<line>\r\n?|\x85|[\u2028\u2029]|\\r\\n|\\n(?![a-z]{{3}}))"
    rf"|(?P<tab>\t|\\t(?![a-z]{{3}}))"
    rf"|(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9]{{0,9}})(?:[\s/][^<>]{{0,300}})?>)"
    rf"|(?P<comment><!--)"
    rf"|(?P<entity>&(?:[a-zA-Z]{{2,8}}|\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}});)"
    rf"|(?P<fence>`{{3,}})"
    rf"|(?P<emphasis>\*\*+|__+|`)"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    rf"|(?P<compatible>[^\n{_INVISIBLE}][{_COMBINING}]+|[{_COMPATIBLE}])"
    rf"|(?P<dotted>\u0130)"
)


def fold(source: str) -> Folded:
    """Fold advice: line breaks to LF, width and composition to NFKC, lower case, no tags, all visible.

    Works on any `str` in time linear in its length.
    """
    folding = Folding(source)
    position = 0
    unclosed: set[str] = set()
    while match := _PIECE.search(source, position):
        folding.keep(position, match.start())
        position = _hidden_end(source, match, unclosed) or match.end()
        if match.lastgroup == "emphasis" or _is_emphasis(match):
            folding.emphasise()
        folding.replace(match.start(), position, _rewritten(match))
    folding.keep(position, len(source))
    folded = folding.finish()
    return Folded(_lower(folded.text), source, folded.anchors, folded.origins, folded.emphasis)


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(_lower_one(character) for character in text)


def _lower_one(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def _hidden_end(source: str, match: re.Match[str], unclosed: set[str]) -> int | None:
    """Where a script, style or comment that opens here has closed; None where nothing is to be skipped."""
    name = "!--" if match["comment"] else (match["name"] or "").lower()
    closing = {"!--": "-->"}.get(name, f"</{name}>")
    if (name not in _HIDDEN and name != "!--") or match[0].startswith("</") or name in unclosed:
        return None
    end = source.find(closing, match.end())
    if end < 0:
        unclosed.add(name)  # looked for once: a thousand openings must not mean a thousand searches
        return None
    return end + len(closing)


def _is_emphasis(match: re.Match[str]) -> bool:
    return (match["name"] or "").lower() in _EMPHASIS_TAGS


def _rewritten(match: re.Match[str]) -> str:
    if match["tag"]:
        return _tag(match)
    if match["entity"]:
        return _entity(match[0])
    if match["compatible"]:
        return unicodedata.normalize("NFKC", match[0])
    return {"line": "\n", "tab": " ", "fence": match[0], "dotted": "i"}.get(match.lastgroup or "", "")


def _entity(entity: str) -> str:
    text = unicodedata.normalize("NFKC", html.unescape(entity))
    return "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)


def _tag(match: re.Match[str]) -> str:
    name = match["name"].lower()
    tags = _CLOSING_TAGS if match[0].startswith("</") else _TAGS
    known = name in _TAGS or name in _EMPHASIS_TAGS or name in _INLINE_TAGS or name in _HIDDEN
    return tags.get(name, "") if known else match[0]

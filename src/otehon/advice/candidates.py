"""Names of drills that the catalogue does not have, found by how they stand in the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from otehon.advice.lines import Line
from otehon.advice.names import Mention
from otehon.advice.prescription import UNKNOWN
from otehon.advice.words.candidates import ENDINGS, NO_NAME
from otehon.advice.words.headings import LABELS

_DOSE = (
    r"(?:左右|各|それぞれ|片[足脚]|両[足脚]|約|交互に|\s)*"
    r"(?:\d{1,3}\s?(?:[~〜\-–]\s?\d{1,3}\s?)?"
    r"(?:回|秒|分|セット|往復|歩|reps?|sec|min|sets?|x|[×x]|m)|\d\s?[×x]\s?\d)"
)
# A title: the name alone on its line, or the name and at once its dose or explanation.
_TITLE = re.compile(
    rf"[「『\"]?(?P<name>[^\s。、,:()「」『』【】|\n][^。、,:()「」『』【】|\n]{{1,23}}?)[」』\"]?\s*"
    rf"(?P<rest>$|[:|(\-–—]\s*(?P<dosed>{_DOSE})?|\s*(?P<direct>{_DOSE}))"
)
_SENTENCE = re.compile(
    r"(?:[るすくつむうぶぐぬ]|ます|ましょう|ください|です|ない|[てでにをがはもとのへや])$|を|(?<!は)が|は(?![がぎさ])|ながら|よう|ため|から|まで"
)
_PROSE = re.compile(
    rf"(?P<name>(?:[ァ-ヺー一-龥々]{{2,12}}の(?=ストレッチ|体操))?[ァ-ヺー一-龥々]{{0,14}}(?:{ENDINGS}))"
    rf"(?=(?:を|は|も)?[、\s(]{{0,2}}{_DOSE})"
    rf"|(?<![ァ-ヺー一-龥々])(?P<katakana>[ァ-ヺー]{{4,14}})(?=を\s?{_DOSE}[^。\n]{{0,16}}(?:行[いうっ]|やり|実施|しましょう))"
)
_DOSED = re.compile(_DOSE)
_ENDING = re.compile(rf"(?:{ENDINGS})s?$")
_NO_NAME = re.compile(NO_NAME)
_WORD = re.compile(r"[ァ-ヺー一-龥a-z]{2}")
_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, LABELS))})\d*")


def find_candidates(text: str, lines: Sequence[Line], known: Sequence[Mention]) -> list[Mention]:
    """Mentions of unknown drills in lines and sentences where no known one is named, in order."""
    starts = [mention.start for mention in known]
    found: list[Mention] = []
    for line in lines:
        named = bisect_left(starts, line.start) < bisect_left(starts, line.end)
        title = None if named else _title(text, line)
        found += [title] if title else _in_prose(text, line, known, starts)
    return found


def _title(text: str, line: Line) -> Mention | None:
    if line.step:
        return None
    match = _TITLE.match(text, line.body, line.end)
    if match is None or not _is_name(match["name"]):
        return None
    dosed = match["dosed"] or match["direct"]
    marked = bool(line.mark) or "|" in text[line.start : line.body]
    ends = _ENDING.search(match["name"]) is not None
    explained = match["rest"].startswith(":") and _DOSED.search(text, match.end(), line.end)
    if not (dosed or (ends and (marked or explained))):
        return None
    return Mention(match.start("name"), match.end("name"), UNKNOWN, match["name"])


def _is_name(name: str) -> bool:
    if _SENTENCE.search(name) or _LABEL.fullmatch(name) or not _WORD.search(name):
        return False
    return _NO_NAME.match(name) is None


def _in_prose(text: str, line: Line, known: Sequence[Mention], starts: Sequence[int]) -> Iterator[Mention]:
    for match in _PROSE.finditer(text, line.body, line.end):
        name = match["name"] or match["katakana"]
        before = bisect_left(starts, match.end()) - 1
        free = before < 0 or known[before].end <= match.start()
        if free and len(name) > 3 and _NO_NAME.fullmatch(name) is None and _NO_NAME.match(name) is None:
            yield Mention(match.start(), match.end(), UNKNOWN, name)

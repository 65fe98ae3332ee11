"""Names of drills that the catalogue does not have, found by how they stand in the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from otehon.advice.described import described_drill
from otehon.advice.lines import Line
from otehon.advice.names import Mention
from otehon.advice.prescription import UNKNOWN
from otehon.advice.words.candidates import (
    BEFORE_NAME,
    CATEGORY,
    ENDINGS,
    GENERAL,
    HEADS,
    MOVES,
    NO_NAME,
    STEMS,
)
from otehon.advice.words.labels import LABELS

_DOSE = (
    r"(?:左右|前後|各|それぞれ|片[足脚側]|両[足脚側]|約|交互に|合計|計|hold for|hold|for|\s)*"
    r"(?:\d{1,3}\s?(?:[~〜\-–]\s?\d{1,3}\s?)?"
    r"(?:回|秒|分|セット|往復|歩|呼吸|reps?|sec|min|sets?|[×x]|[ms](?![a-z])|per |each |times|steps)"
    r"|\d\s?[×x]\s?\d)"
)
_PRESCRIBES = "(?:取り入れ|おすすめ|お勧め|行[いう]|試し|効果的|有効|やって|加え|してみ|続け)"
# A title: the name alone on its line, or the name and at once its dose or explanation.
_TITLE = re.compile(
    rf"[「『\"]?(?P<name>[^\s。、,:()「」『』【】|\n][^。、,:()「」『』【】|\n]{{1,23}}?)[」』\"]?\s*"
    rf"(?P<rest>$|\([^()\n]{{1,20}}\)[:\s]?(?P<bracketed>{_DOSE})"
    rf"|(?:[:|(\-–—]|,(?=\s{_DOSE})|\.{{2,3}})\s*(?P<dosed>{_DOSE})?|\s*(?P<direct>{_DOSE}))"
)
_BEFORE_NAME = re.compile(BEFORE_NAME)
_SENTENCE = re.compile(
    r"(?:(?<!ぐ)る|[すくつむうぶぐぬ]|ます|ましょう|ください|です|ない|[てでにをがはもとのへや])$|を|(?<!は)が|は(?![がぎさ])|ながら|よう|ため|から|まで"
)
_PROSE = re.compile(
    rf"(?P<name>(?:[ァ-ヺー一-龥々]{{2,12}}の(?=ストレッチ|体操))?[ァ-ヺー一-龥々]{{0,14}}(?:{ENDINGS}))"
    rf"(?=(?:\([^()\n]{{2,30}}\))?(?:を|は|も)?[、\s(]{{0,2}}{_DOSE})"
    rf"|(?<![ァ-ヺー一-龥々])(?P<katakana>[ァ-ヺー]{{4,14}})(?=を\s?{_DOSE}(?:[^。\n]{{0,16}}(?:行[いうっ]|やり|実施|しましょう|続け|繰り返)|(?:ずつ)?(?:[。、]|$)))"
    rf"|(?<=[、,・/→と])\s?(?P<listed>[^\s、。,:()をがはでにとも]{{2,9}}(?:{ENDINGS})|[ァ-ヺー]{{4,14}})(?=(?:を|\s|\(|:)?\s?{_DOSE})"
    rf"|(?:(?<![^\s、,・/→と。:「はらで])|(?<=次に))(?P<stem>(?:[一-龥]|[^\s、。,:()「」をがはでにとも]{{2,9}}){STEMS})(?=[」』]?を?\s?{_DOSE})"
    rf"|(?<![ァ-ヺー一-龥々])(?P<first>[ァ-ヺー]{{4,14}})(?=(?:と|や|、|→)[ァ-ヺー]{{4,14}}(?:を|は)?\s?{_DOSE})"
    rf"|(?P<prescribed>(?<![ァ-ヺー一-龥々])[ァ-ヺー一-龥々]{{2,12}}{MOVES})(?=[」』]?[をがも][^。、\n]{{0,10}}{_PRESCRIBES})"
    rf"|(?<![ァ-ヺー一-龥々])(?P<explained>[ァ-ヺー]{{4,14}})(?=\([^()\n]{{2,40}}\)(?:を|は)?\s?{_DOSE}|。\s?{_DOSE})"
    rf"|「(?P<called>[^「」、。\n]{{2,14}}(?:{ENDINGS}))(?=」を?\s?{_DOSE}|」[をで][^。\n]{{0,16}}(?:ましょう|ください|おすすめ|行[いう]))"
    rf"|「(?P<quoted>[ァ-ヺー・]{{4,16}})(?=」(?:です|。|\.{{2,3}}|を|\(|、|は|:|$)[^\n]{{0,60}}?{_DOSE})"
)
_OPENING = frozenset("【「")
_DOSED = re.compile(_DOSE)
_ALONE = re.compile(rf"[」』\"]?\s?(?:$|(?:[:(|\-–—…~]\s?)?{_DOSE}[^。\n]{{0,20}})")
_ENDING = re.compile(rf"(?:{ENDINGS})s?$")
_NO_NAME = re.compile(NO_NAME)
_WORD = re.compile(r"[ァ-ヺー一-龥a-z]{2}")
_STEM_END = re.compile(rf"{STEMS}$")
_CATEGORY = re.compile(CATEGORY)
_HEAD = re.compile(HEADS)
_GENERAL = re.compile(rf"(?:{GENERAL})*")
_KATAKANA = re.compile(r"[ァ-ヺー・]{4,}")
_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, LABELS))})\d*")


def find_candidates(text: str, lines: Sequence[Line], known: Sequence[Mention]) -> list[Mention]:
    """Mentions of unknown drills in lines and sentences where no known one is named, in order."""
    starts = [mention.start for mention in known]
    found: list[Mention] = []
    styles = _title_styles(text, lines, known, starts)
    for line in lines:
        named = bisect_left(starts, line.start) < bisect_left(starts, line.end)
        title = None if named else _title(text, line, _style(text, line) in styles)
        found += [title] if title else _in_prose(text, line, known, starts)
    return found


def _style(text: str, line: Line) -> tuple[str, int]:
    """What items of one list share: the kind of their mark and their indent."""
    mark = re.sub(r"\d{1,2}|[①-⑳]", "1", line.mark).strip()
    opening = text[line.body : line.body + 1]
    return (mark or (opening if opening in _OPENING else ""), line.indent)


def _title_styles(
    text: str, lines: Sequence[Line], known: Sequence[Mention], starts: Sequence[int]
) -> frozenset[tuple[str, int]]:
    """The styles of the lines that are nothing but the name of a known drill and its dose."""
    found: set[tuple[str, int]] = set()
    for line in lines:
        first = bisect_left(starts, line.start)
        if first < len(known) and known[first].end <= line.end and _style(text, line)[0]:
            head = text[line.body : known[first].start].lstrip("「")
            rest = text[known[first].end : line.end]
            if not _BEFORE_NAME.sub("", head) and _ALONE.fullmatch(rest):
                found.add(_style(text, line))
    return frozenset(found)


def _title(text: str, line: Line, beside: bool) -> Mention | None:
    """The unknown drill that a line names as its title; `beside`: in a list with known drills."""
    if line.step:
        return None
    prefix = _BEFORE_NAME.match(text, line.body, line.end)
    match = _TITLE.match(text, prefix.end() if prefix else line.body, line.end)
    if match is None or not _is_name(match["name"]):
        return None
    dosed = match["dosed"] or match["direct"] or match["bracketed"]
    marked = bool(line.mark or prefix) or "|" in text[line.start : line.body]
    if not (dosed or match["rest"].startswith((":", ".."))) and _CATEGORY.fullmatch(match["name"]):
        return None
    ends = _ENDING.search(match["name"]) is not None
    explained = match["rest"].startswith((":", "..")) and _DOSED.search(text, match.end(), line.end)
    listed = beside and (explained or match["rest"][:1] not in {":", "|"}) and _is_katakana(match["name"])
    if not (dosed or listed or (ends and (marked or explained))):
        return None
    drill = described_drill(match["name"]) or UNKNOWN
    return Mention(match.start("name"), match.end("name"), drill, match["name"])


def _is_katakana(name: str) -> bool:
    return _KATAKANA.fullmatch(name) is not None and _GENERAL.fullmatch(name) is None


def _is_name(name: str) -> bool:
    if (
        _HEAD.fullmatch(name)
        or _SENTENCE.search(name)
        or _LABEL.fullmatch(name)
        or not (_WORD.search(name) or _STEM_END.search(name))
    ):
        return False
    return _NO_NAME.match(name) is None


def _in_prose(text: str, line: Line, known: Sequence[Mention], starts: Sequence[int]) -> Iterator[Mention]:
    for match in _PROSE.finditer(text, line.body, line.end):
        name = match[match.lastgroup or 0]
        before = bisect_left(starts, match.end()) - 1
        # ランジ&ツイスト is one drill.
        belongs = before >= 0 and text[known[before].end : match.end() - len(name)].strip() == "&"
        free = not belongs and (before < 0 or known[before].end <= match.start())
        general = _GENERAL.fullmatch(name) or _NO_NAME.fullmatch(name) or _NO_NAME.match(name)
        if free and len(name) > (2 if _STEM_END.search(name) else 3) and not general:
            drill = described_drill(name) if match["stem"] else None
            yield Mention(match.end() - len(name), match.end(), drill or UNKNOWN, name)

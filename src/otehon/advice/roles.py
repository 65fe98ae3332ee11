"""What a drill's name is doing in its sentence."""

import re
from enum import Enum

from otehon.advice.doses import tokens
from otehon.advice.mentions import GENERIC
from otehon.advice.names import Mention
from otehon.advice.words import cues
from otehon.advice.words.doses import COUNTED
from otehon.advice.words.names import NEEDS_DOSE


class Role(Enum):
    """How a name is meant."""

    PLAIN = "named, and nothing says otherwise"
    DOING = "prescribed in so many words: a verb of doing or a dose follows"
    WORD = "an everyday word too: counts as a title, in a list, or where nothing better does"
    WEAK = "a posture or a class of drills: counts only where nothing better does"
    OCCASION = "says on which occasion, or is granted: counts only where nothing better does"
    ANCHOR = "only says when, or what for, or names a muscle"
    COMPARED = "only compared with"
    NEGATED = "advised against"

    @property
    def counts(self) -> bool:
        """Whether the name can be that of a prescribed drill."""
        return self not in (Role.ANCHOR, Role.COMPARED, Role.NEGATED)

    @property
    def prescribes(self) -> bool:
        """Whether the name counts without standing as a title."""
        return self in (Role.PLAIN, Role.DOING)


SENTENCE_END = re.compile(r"[。!?\n]|\.(?=\s|$)")
_REPLACED = re.compile(r"\s?(?:その)?(?:代わり|かわり|代替)")
_ASIDE = re.compile(r"^[」』]?\([^()\n]{0,40}\)")
_NOT_NEGATED = re.compile(cues.NOT_NEGATED)
_NEGATED_AFTER = re.compile(cues.NEGATED_AFTER)
_NEGATED_BEFORE = re.compile(cues.NEGATED_BEFORE)
_COMPARED_AFTER = re.compile(cues.COMPARED_AFTER)
_COMPARED_BEFORE = re.compile(cues.COMPARED_BEFORE)
_ANCHORED_AFTER = re.compile(cues.ANCHORED_AFTER)
_OCCASION_AFTER = re.compile(cues.OCCASION_AFTER)
_BETWEEN_BEFORE = re.compile(cues.BETWEEN_BEFORE)
_ANATOMY_AFTER = re.compile(cues.ANATOMY_AFTER)
_POSTURE_AFTER = re.compile(cues.POSTURE_AFTER)
_STANDING_AFTER = re.compile(cues.STANDING_AFTER)
_DOING_AFTER = re.compile(cues.DOING_AFTER)
_GENERIC_AFTER = re.compile(cues.GENERIC_AFTER)
_GENERIC_BEFORE = re.compile(cues.GENERIC_BEFORE)
# Words between a name and a negation that make it one of form (膝を…ないで) or of a case (痛む場合は…).
_OF_FORM = re.compile(r"(?:^(?:で|の(?:とき|時|際|姿勢|動作|ポイント)|中)|[をがに]$|のは$|ことは$|のも$)")
_OF_CASE = re.compile(r"場合|とき|時は|際は|なら|たら|れば|日は|人は|方は|うちは|if|when")
_OF_MANNER = re.compile(cues.OF_MANNER)
_RUNS = frozenset(
    {
        "jogging",
        "sprint",
        "interval_run",
        "strides",
        "metronome_run",
        "high_cadence_run",
        "walking_drill",
        "start_dash",
        "tempo",
        "lsd",
    }
)
_STANDING = frozenset({"single_leg_balance", "plank", "calf_raise", "squat", "lunge", "bridge", "side_plank"})
_REACH = 60
_SCOPE = 200
_BEFORE = 30


def role(text: str, mention: Mention, stop: int) -> Role:
    """What a name does in its sentence; `stop` is where the next name begins, or the section ends."""
    sentence = SENTENCE_END.search(text, mention.end, stop)
    after = text[mention.end : min(sentence.start() if sentence else stop, mention.end + _REACH)]
    after = after.lstrip(" ")
    before = text[max(0, mention.start - _BEFORE) : mention.start].rpartition("\n")[2]
    if _COMPARED_AFTER.match(after) or _COMPARED_BEFORE.search(before):
        return Role.COMPARED
    if _ANATOMY_AFTER.match(after) or (mention.drill in _RUNS and _is_anchor(before, after)):
        return Role.ANCHOR
    replaced = sentence is not None and _REPLACED.match(text, sentence.end()) is not None
    if is_negated(before, _ASIDE.sub("", after), replaced):
        return Role.NEGATED
    if _OCCASION_AFTER.match(after) and not _is_dosed(text[mention.end : min(stop, mention.end + _SCOPE)]):
        return Role.OCCASION
    if _is_weak(before, after, mention):
        return Role.WEAK
    if _DOING_AFTER.match(after):
        return Role.DOING
    return Role.WORD if mention.name in NEEDS_DOSE else Role.PLAIN


def _is_dosed(about: str) -> bool:
    return any(token.kind in COUNTED for token in tokens(about))


def _is_anchor(before: str, after: str) -> bool:
    return bool(_ANCHORED_AFTER.match(after) or _BETWEEN_BEFORE.search(before))


def is_negated(before: str, after: str, replaced: bool = False) -> bool:
    """Whether the words around a name, within its sentence, advise against it.

    `replaced`: the next sentence says what to do instead.
    """
    if _NEGATED_BEFORE.search(before):
        return True
    if _NOT_NEGATED.search(after):
        return False
    cue = _NEGATED_AFTER.search(after)
    if cue is None:
        return False
    between = after[: cue.start()]
    direct = between in {"", "を", "は", "も", "を、", "は、"}
    return direct or replaced or not any(kind.search(between) for kind in (_OF_FORM, _OF_CASE, _OF_MANNER))


def _is_weak(before: str, after: str, mention: Mention) -> bool:
    if _POSTURE_AFTER.match(after):
        return True
    if mention.drill in _STANDING and _STANDING_AFTER.match(after):
        return True
    return mention.drill in GENERIC and bool(_GENERIC_AFTER.match(after) or _GENERIC_BEFORE.search(before))

"""An order and a look make a clip: a demonstration, or an honest card where there is none."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.drills.dose_words import dose_words
from otehon.drills.model import Drill, Mistake
from otehon.drills.movement import Movement
from otehon.drills.muscles import MUSCLE_NAMES
from otehon.drills.text import Language, Text
from otehon.motion.perform import Side
from otehon.studio.card import Card
from otehon.studio.contrast import in_turn
from otehon.studio.demonstration import Demonstration
from otehon.studio.directing import direction_of
from otehon.studio.length import SHORTEST
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.overlay.words import Words
from otehon.studio.planes import Planes
from otehon.studio.rehearsal import rehearsed
from otehon.studio.series import Series
from otehon.studio.shot import Shot
from otehon.studio.staging import Wish, stage
from otehon.studio.take import Phase, Tally, Verdict

USED = {"ja": "使う筋肉　", "en": "Works: "}
BETWEEN = {"ja": "・", "en": ", "}
BREAK = {"ja": "つなぎ：", "en": "In between: "}
MOST_MUSCLES = 4


class Clip(Protocol):
    """What can be filmed."""

    @property
    def title(self) -> str:
        """Its name, in its language."""
        ...

    @property
    def is_card(self) -> bool:
        """Whether it only says that there is no demonstration yet."""
        ...

    @property
    def frames(self) -> int:
        """How many it has."""
        ...

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Its captions."""
        ...

    @property
    def tally(self) -> Tally | None:
        """What it counts; None: nothing."""
        ...

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is right and what is not; empty: nothing is wrong."""
        ...

    def play(self, canvas: Planes) -> Iterator[int]:
        """Show one frame after the other in the canvas; yields each frame's number when it is complete."""
        ...

    def poster(self) -> Planes:
        """Its most telling frame."""
        ...


def make_clip(order: Order, look: Look) -> Clip:
    """The clip of an order.

    Raises:
        InvalidDrill: the drill's movement cannot be performed.
    """
    drill = order.drill
    if drill is not None and drill.movement is not None:
        if order.with_mistake and drill.shown_mistake is not None:
            return Demonstration(contrasted(order, drill, drill.movement, drill.shown_mistake, look))
        if drill.recovery is not None:
            return Series(drill.names.of(look.language), _with_recovery(order, drill, look))
        return Demonstration(demonstrated(order, drill, drill.movement, look))
    if drill is not None and drill.sequence:
        return Series(drill.names.of(look.language), tuple(_parts(order, drill, look)))
    return Card(order, look)


def _parts(order: Order, family: Drill, look: Look) -> Iterator[Shot]:
    """The shots of a class of drills, each as short as a clip may be."""
    for drill_id in family.sequence:
        drill = catalogue().get(drill_id)
        assert drill.movement is not None
        shot = demonstrated(replace(order, seconds=SHORTEST), drill, drill.movement, look)
        named = replace(shot.words, subtitle=family.names.of(look.language))
        yield replace(shot, words=named)


def _with_recovery(order: Order, drill: Drill, look: Look) -> tuple[Shot, ...]:
    """The drill and what is done between its repetitions, each as short as a clip may be."""
    brief = replace(order, seconds=SHORTEST)
    own, between = catalogue().movements(drill)
    return demonstrated(brief, drill, own, look), _between(demonstrated(brief, drill, between, look), drill)


def _between(shot: Shot, drill: Drill) -> Shot:
    """The shot of what is done between: it says so, and counts nothing."""
    assert drill.recovery is not None
    names = catalogue().get(drill.recovery).names
    said = Text(ja=f"{BREAK['ja']}{names.ja}", en=f"{BREAK['en']}{names.en}")
    phase = Phase(0, shot.take.frames, said.ja, said.en)
    words = replace(shot.words, subtitle=said.of(shot.look.language))
    return replace(shot, words=words, take=replace(shot.take, total=0, phases=(phase,)))


def demonstrated(order: Order, drill: Drill, movement: Movement, look: Look) -> Shot:
    """The shot of a drill that has a movement."""
    performance = rehearsed(movement, _side(order.dose))
    wish = Wish(order.dose, order.seconds, look.mirror)
    take = stage(performance, direction_of(movement, look.size), wish)
    return Shot(take, words_of(order, drill, look.language), look)


def contrasted(order: Order, drill: Drill, movement: Movement, mistake: Mistake, look: Look) -> Shot:
    """The shot of a drill in turn with its usual mistake, seen from where the mistake is seen."""
    wrong = mistake.shows
    assert wrong is not None
    right_way, mistaken = (rehearsed(shown, _side(order.dose)) for shown in (movement, wrong))
    words = Text(ja=mistake.ja, en=mistake.en)
    wish = Wish(order.dose, mirror=look.mirror)
    take = in_turn(right_way, mistaken, words, direction_of(wrong, look.size), wish)
    return Shot(take, words_of(order, drill, look.language), look)


def _side(dose: Dose) -> Side:
    return dose.side or "both"


def words_of(order: Order, drill: Drill, language: Language) -> Words:
    """The words on the picture of a known drill."""
    other: Language = "en" if language == "ja" else "ja"
    muscles = BETWEEN[language].join(MUSCLE_NAMES[m].of(language) for m in drill.muscles[:MOST_MUSCLES])
    status = drill.status
    return Words(
        title=drill.names.of(language),
        subtitle=drill.names.of(other),
        dose=dose_words(order.dose, language),
        cues=drill.cues.of(language)[:3],
        muscles=USED[language] + muscles if muscles else "",
        note=status.of(language) if status else "",
    )

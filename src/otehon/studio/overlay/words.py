"""What is written on one clip's picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Lines in the clip's language; an empty one is left out.

    title: the drill's name; subtitle: its name in the other language; dose: what is prescribed; cues: up to
    three calls; muscles: what works; note: one quiet sentence below; wrong: what is done wrong, in
    the place of the cues.
    """

    title: str
    subtitle: str = ""
    dose: str = ""
    cues: tuple[str, ...] = ()
    muscles: str = ""
    note: str = ""
    wrong: str = ""

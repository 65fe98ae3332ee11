"""Under which name a file is saved."""

import re
from typing import Final
from urllib.parse import quote

from otehon.drills.catalogue import catalogue
from otehon.engines.base import Variant
from otehon.generation.links import Ticket
from otehon.store.rows import Clip

MISTAKE: Final = {"ja": "よくある間違い", "en": "usual mistake"}
UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
"""What some system does not allow in a file's name."""

LONGEST: Final = 80


def disposition(clip: Clip | None, form: Variant | None, ticket: Ticket) -> str:
    """The `Content-Disposition` of an attachment named after the drill (RFC 6266, RFC 5987).

    Args:
        clip: None where it is gone.
        form: of a studio clip; its language is that of the name.
    """
    ending = f".{ticket.kind.value}"
    plain = "otehon" if clip is None or clip.drill is None else clip.drill
    if form is not None and form.mistake:
        plain += "-mistake"
    named = quote(_name(clip, form or Variant()) + ending, safe="")
    return f"attachment; filename=\"{plain}{ending}\"; filename*=UTF-8''{named}"


def _name(clip: Clip | None, form: Variant) -> str:
    if clip is None:
        return "otehon"
    known = clip.drill is not None and clip.drill in catalogue()
    called = catalogue().get(clip.drill or "").names.of(form.lang) if known else clip.title
    name = " ".join(UNSAFE.sub(" ", called).split()).strip(" .")[:LONGEST] or "otehon"
    return f"{name} - {MISTAKE[form.lang]}" if form.mistake else name

"""The gallery's page: plain HTML that opens from the disk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from otehon.drills.model import Drill, Mistake
from otehon.drills.vocabulary import CATEGORY_NAMES, Category


@dataclass(frozen=True)
class Entry:
    """One sheet: of a drill, or of a usual mistake of it.

    Args:
        name: of its pictures' files.
        mistake: None: the right way.
    """

    name: str
    drill: Drill
    mistake: Mistake | None


STYLE: Final = """
:root { color-scheme: light; color: #131d31; background: #eceff4; font: 16px/1.6 system-ui, Words }
@font-face { font-family: Words; src: url(words.otf) }
body { margin: 0 auto; max-width: 1200px; padding: 16px }
h1 { font-size: 24px } h2 { margin: 40px 0 8px; font-size: 20px }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px }
a { color: #1a6b86 } nav a { display: inline-block; min-height: 32px }
article { margin: 16px 0; padding: 12px; border-radius: 10px; background: #fff; scroll-margin-top: 56px }
article.mistake { border-left: 6px solid #a8271c }
h3 { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; margin: 0 0 8px; font-size: 18px }
h3 small { font-weight: 400; color: #52607c } .wrong { color: #a8271c }
img { display: block; width: 100%; height: auto; border-radius: 6px; background: #c4cad5 }
label { position: sticky; top: 0; z-index: 1; display: flex; gap: 8px; align-items: center; min-height: 44px;
  background: #eceff4 }
input { width: 20px; height: 20px }
body:has(#blind:checked) .name { filter: blur(9px) } body:has(#blind:checked) .mistake { border-color: #fff }
body:has(#blind:checked) .name:hover { filter: none }
"""


def gallery_page(entries: Sequence[Entry], still: Iterable[Drill]) -> str:
    """The whole page."""
    sections = "".join(_section(category, entries) for category in Category)
    links = "".join(f'<a href="#{category}">{CATEGORY_NAMES[category].ja}</a>' for category in Category)
    waiting = "、".join(escape(drill.names.ja) for drill in still)
    return (
        '<!doctype html><html lang="ja"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Otehon: sheets</title>'
        f"<style>{STYLE}</style><body><h1>{_count(entries)}</h1><nav>{links}</nav>"
        '<label><input type="checkbox" id="blind">名前をかくす（見ただけで分かるか）</label>'
        f"<main>{sections}<h2>シートのない種目</h2><p>{waiting}</p></main></body></html>\n"
    )


def _count(entries: Sequence[Entry]) -> str:
    wrong = sum(entry.mistake is not None for entry in entries)
    return f"{len(entries) - wrong}種目の動きと、よくある間違い{wrong}"


def _section(category: Category, entries: Iterable[Entry]) -> str:
    inside = "".join(_article(entry) for entry in entries if entry.drill.category == category)
    return f'<h2 id="{category}">{CATEGORY_NAMES[category].ja}</h2>{inside}' if inside else ""


def _article(entry: Entry) -> str:
    drill, mistake = entry.drill, entry.mistake
    wrong = "" if mistake is None else f'<span class="wrong">× {escape(mistake.ja)}</span>'
    title = f"{escape(drill.names.ja)} {wrong}<small>{escape(drill.names.en)} · {drill.id}</small>"
    kind = ' class="mistake"' if mistake else ""
    return (
        f'<article id="{entry.name}"{kind}><h3 class="name">{title}</h3><picture>'
        f'<source media="(width &lt; 700px)" srcset="sheets/{entry.name}-narrow.webp">'
        f'<img src="sheets/{entry.name}-wide.webp" loading="lazy" alt=""></picture></article>'
    )

"""`otehon render`: advice in, training video out."""

import json
import signal
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from otehon.advice.intake import advice_text
from otehon.advice.prescription import UNKNOWN, Prescription
from otehon.advice.reader import read_advice
from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose, Side
from otehon.drills.text import Language
from otehon.errors import NoMistakeShown, NothingPrescribed, OutputFailed, UnreadableInput
from otehon.studio.look import Look, TextStyle
from otehon.studio.order import Order
from otehon.studio.size import SizeName, size_of

VIDEO = ".mp4"


@dataclass(frozen=True)
class Row:
    """What is told about one clip."""

    name: str
    drill: str
    demonstrated: bool
    seconds: float
    dose: Dose
    files: list[str]
    verdicts: list[dict[str, object]]

    def as_json(self) -> dict[str, object]:
        """As it stands in `--json`."""
        return {**vars(self), "dose": self.dose.model_dump(exclude_none=True)}


def render(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="The advice; - is standard input.")] = "-",
    out: Annotated[
        Path, typer.Option("-o", "--out", help="x.mp4: one film, a chapter a drill; a folder: files a drill.")
    ] = Path("otehon.mp4"),
    drill: Annotated[str | None, typer.Option(metavar="ID", help="Show this drill, read no advice.")] = None,
    reps: Annotated[int | None, typer.Option(min=1, max=999, help="With --drill: repetitions.")] = None,
    seconds: Annotated[int | None, typer.Option(min=1, max=9999, help="With --drill: seconds.")] = None,
    side: Annotated[Side | None, typer.Option(help="With --drill: which side.")] = None,
    lang: Annotated[Language, typer.Option(help="Language of the words.")] = "ja",
    size: Annotated[SizeName, typer.Option(help="Of the picture.")] = "1280x720",
    text: Annotated[TextStyle, typer.Option(help="Whether words stand on the picture.")] = "burned",
    mirror: Annotated[
        bool, typer.Option("--mirror", help="As in a mirror; left and right stay true.")
    ] = False,
    with_mistake: Annotated[
        bool, typer.Option("--with-mistake", help="The right way and the usual mistake in turn, ○ and ×.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was made, machine-readable.")] = False,
) -> None:
    """Make the training video of the drills that an advice prescribes, or of one drill."""
    # A process that is told to end cleans up as one that is interrupted does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    look = Look(size_of(size), lang, text, mirror)
    kind = _kind(out)
    orders = [_one(drill, Dose(reps=reps, seconds=seconds, side=side))] if drill else _prescribed(file)
    rows = _film(_with_mistakes(orders) if with_mistake else orders, look, out, kind)
    if as_json:
        typer.echo(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1))
    else:
        for path in dict.fromkeys(name for row in rows for name in row.files):
            typer.echo(path)


def _kind(out: Path) -> Literal["film", "folder"]:
    if out.suffix.lower() == VIDEO and not out.is_dir():
        return "film"
    if out.suffix and not out.is_dir():
        raise OutputFailed(f"{out} is neither an .mp4 nor a folder.", "Choose -o x.mp4 or -o folder/.")
    return "folder"


def _one(drill_id: str, dose: Dose) -> Order:
    drill = catalogue().get(drill_id)
    given = dose != Dose()
    return Order(drill.names.ja, drill, dose if given else (drill.dose or dose))


def _prescribed(file: str) -> list[Order]:
    reading = read_advice(advice_text(_read(file)))
    if reading is None:
        raise NothingPrescribed(
            "The advice has no drill section.", "It needs a heading such as 【💪 おすすめの補強ドリル】."
        )
    if not reading.prescriptions:
        raise NothingPrescribed(
            "The drill section names no drill.", "`otehon drills list` shows the drills that are known."
        )
    return [_order(prescription) for prescription in reading.prescriptions]


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UnreadableInput(
            f"{file} cannot be read: {error.strerror}.", "Give a text file, or -."
        ) from None


def _order(prescription: Prescription) -> Order:
    drill = None if prescription.drill == UNKNOWN else catalogue().get(prescription.drill)
    silent = prescription.dose == Dose()
    usual = drill.dose if drill and silent and drill.dose else prescription.dose
    return Order(prescription.name, drill, usual, prescription.words)


def _with_mistakes(orders: list[Order]) -> list[Order]:
    """The orders, each with the usual mistake of its drill; those whose drill shows none are named on stderr.

    Raises:
        NoMistakeShown: none of them has one.
    """
    lacking = [order for order in orders if order.drill is None or order.drill.shown_mistake is None]
    names = ", ".join(dict.fromkeys(order.drill.id if order.drill else order.name for order in lacking))
    if len(lacking) == len(orders):
        raise NoMistakeShown(
            f"No usual mistake is shown yet of {names}.",
            "Leave --with-mistake out; `otehon drills list --with-mistake` names the drills that show one.",
        )
    if lacking:
        told = f"otehon: no usual mistake is shown yet of {names}: the right way alone."
        Console(stderr=True, highlight=False, soft_wrap=True).print(told, markup=False)
    return [replace(order, with_mistake=True) for order in orders]


def _film(orders: list[Order], look: Look, out: Path, kind: Literal["film", "folder"]) -> list[Row]:
    # The painter's kernels are loaded only now, so that mistakes in the input are told at once.
    from otehon.cli.kernels import announce
    from otehon.studio.captions import judged
    from otehon.studio.clip import make_clip
    from otehon.studio.filming import film_all, film_one
    from otehon.studio.kernels import code_cache

    console = Console(stderr=True, highlight=False)
    announce(console)
    with _progress(console) as progress:
        task = progress.add_task("preparing", total=None)
        clips = [make_clip(order, look) for order in orders]
        progress.update(task, total=sum(clip.frames for clip in clips), description="frames")

        def tick() -> None:
            progress.advance(task)

        if kind == "film":
            film_one(clips, look.size, out, tick)
            files = [[str(out)] for _ in clips]
        else:
            names = [f"{i:02}-{_slug(order)}" for i, order in enumerate(orders, 1)]
            files = [made.names() for made in film_all(clips, names, look.size, out, tick)]
    code_cache.mark_filled()
    verdicts = [[judged(verdict) for verdict in clip.verdicts] for clip in clips]
    return [
        Row(order.name, _slug(order), not clip.is_card, clip.frames / 30, order.dose, made, told)
        for order, clip, made, told in zip(orders, clips, files, verdicts, strict=True)
    ]


def _slug(order: Order) -> str:
    return order.drill.id if order.drill else UNKNOWN


def _progress(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True)

"""`otehon prompt`: what would be sent to a cloud engine for an advice. Spends nothing, sends nothing."""

import json
from typing import Annotated

import typer
from rich.console import Console

from otehon.cli.advice_input import STDIN, read_advice_file
from otehon.errors import NothingPrescribed


def prompt(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="The advice; - is standard input.")] = STDIN,
    seconds: Annotated[float, typer.Option(help="Length of a clip.", min=4, max=12)] = 5,
    frames: Annotated[bool, typer.Option(help="As with the coach's frames beside it.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable.")] = False,
) -> None:
    """Show the brief and the prompts of every drill of an advice, as the templates write them.

    Exit codes: 3 the input cannot be read; 4 no drill is prescribed in it.
    """
    from otehon.advice import read_advice
    from otehon.drills.catalogue import catalogue
    from otehon.prompts.template import brief_of
    from otehon.prompts.wording import prompt_of

    reading = read_advice(read_advice_file(file))
    if reading is None or not reading.prescriptions:
        raise NothingPrescribed("The advice prescribes no drill.", "`otehon extract` shows what is read.")
    console = Console(highlight=False, soft_wrap=True)
    made: list[dict[str, object]] = []
    for asked in reading.prescriptions:
        drill = catalogue().get(asked.drill) if asked.drill in catalogue() else None
        brief = brief_of(drill, asked.name, asked.dose, seconds)
        guided = frames and brief.guided
        prompts = {
            "openai-videos": prompt_of(brief, "videos", int(guided)),
            "gemini-omni": prompt_of(brief, "omni", 2 if guided else 0),
        }
        made.append({"drill": asked.drill, "brief": brief.model_dump(), "prompts": prompts})
        if not as_json:
            for engine, text in prompts.items():
                console.print(f"── {brief.title} · {engine}\n{text}\n", markup=False)
    if as_json:
        typer.echo(json.dumps(made, ensure_ascii=False, indent=1))

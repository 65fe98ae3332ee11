"""`otehon costs`: what paid engines have cost, and what an advice would."""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from otehon.cli.advice_input import read_advice_file
from otehon.cli.configuration import load_settings

if TYPE_CHECKING:
    from otehon.generation.bills import Bill, Quote
    from otehon.settings import Settings


def costs(
    dry_run: Annotated[
        Path | None, typer.Option("--dry-run", help="Price this advice (a file, or -); nothing is spent.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say it machine-readable.")] = False,
) -> None:
    """What paid engines have cost; or what an advice would cost."""
    settings = load_settings()
    if dry_run is not None:
        _tell_quotes(asyncio.run(_quotes(settings, read_advice_file(str(dry_run)))), as_json)
    else:
        _tell_bill(asyncio.run(_bill(settings)), as_json)


async def _quotes(settings: "Settings", advice: str) -> "list[Quote]":
    from otehon.engines.base import Variant
    from otehon.engines.registry import load_engines
    from otehon.generation.advice_reader import read_advice_as_clips
    from otehon.generation.bills import quote
    from otehon.generation.policy import policy_of

    engines = load_engines(settings)
    try:
        clips = read_advice_as_clips(advice, 5).clips
        variant = Variant(lang=settings.clip_lang, size=settings.clip_size, text=settings.clip_text)
        return await quote(clips, engines, policy_of(settings), variant)
    finally:
        for engine in engines.values():
            await engine.close()


async def _bill(settings: "Settings") -> "Bill":
    from otehon.generation.bills import read_bill
    from otehon.generation.policy import policy_of
    from otehon.generation.runtime import database_address, reach
    from otehon.store.database import Database
    from otehon.store.migrate import migrate

    async with database_address(settings) as url:
        await reach(url)
        await asyncio.to_thread(migrate, url)
        database = Database(url)
        try:
            return await read_bill(database, policy_of(settings))
        finally:
            await database.close()


def _tell_quotes(quotes: "list[Quote]", as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps([asdict(quote) for quote in quotes], ensure_ascii=False, indent=1))
        return
    table = Table("drill", "engine", "model", "s", "size", "price", "says", box=None)
    for quote in quotes:
        price = quote.hindrance or ("unknown" if quote.amount is None else f"{quote.amount:.2f}")
        seconds = f"{quote.seconds:g}"
        table.add_row(quote.title, quote.engine, quote.model, seconds, quote.size, price, quote.source)
    console = Console(highlight=False)
    console.print(table)
    known = sum(quote.amount or 0.0 for quote in quotes)
    console.print(f"All of them, where the price is known: {known:.2f}. Nothing was asked for.")


def _tell_bill(bill: "Bill", as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(asdict(bill), ensure_ascii=False, indent=1, default=str))
        return
    table = Table("engine", "state", "attempts", "settled", "at most", box=None)
    for total in bill.totals:
        amounts = (f"{total.amount:.2f}", f"{total.at_most:.2f}")
        table.add_row(total.engine, total.state, str(total.attempts), *amounts)
    console = Console(highlight=False)
    console.print(table)
    for name, spent, limit in (
        ("today", bill.spent.day, bill.budgets.day),
        ("this month", bill.spent.month, bill.budgets.month),
    ):
        of = "" if limit is None else f" of {limit:.2f}"
        console.print(f"{name}: {spent:.2f}{of} {bill.currency}")
    for engine, cause in bill.paused.items():
        console.print(f"{engine} is given a rest: {cause}", markup=False)

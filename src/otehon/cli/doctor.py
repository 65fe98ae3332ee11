"""`otehon doctor`: what works here, what does not, and how to mend it."""

import asyncio
import json
from typing import Annotated

import typer
from rich.console import Console

from otehon.cli.configuration import load_settings

UNWELL = 9
"""Exit code when some part does not work."""


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Say it machine-readable.")] = False,
) -> None:
    """Check home, database, media, kernels, access and engines."""
    from otehon.generation.diagnosis import Finding, examine

    settings = load_settings()
    console = Console(highlight=False, soft_wrap=True)

    async def look() -> list[Finding]:
        findings: list[Finding] = []
        async for finding in examine(settings):
            findings.append(finding)
            if not as_json:
                mark = "ok  " if finding.ok else "MEND"
                console.print(f"{mark}  {finding.part:<14} {finding.detail}", markup=False)
                if not finding.ok:
                    console.print(f"      → {finding.mend}", markup=False)
        return findings

    findings = asyncio.run(look())
    if as_json:
        typer.echo(json.dumps([finding.as_json() for finding in findings], ensure_ascii=False, indent=1))
    if not all(finding.ok for finding in findings):
        raise typer.Exit(UNWELL)

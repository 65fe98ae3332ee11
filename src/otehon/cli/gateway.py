"""`otehon gateway`: what nginx needs to serve the pages as `otehon serve` does."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from otehon.cli.configuration import load_settings
from otehon.errors import OutputFailed

if TYPE_CHECKING:
    from otehon.settings import Settings


def gateway(
    folder: Annotated[Path, typer.Argument(help="Where to write; deploy/nginx expects /srv/otehon.")],
) -> None:
    """Write the pages, and nginx files with each page's headers, for the gateway in front."""
    from otehon.api.gateway import write_gateway
    from otehon.api.web import export_folder

    settings = load_settings()
    export = export_folder()
    if export is None:
        raise OutputFailed("The pages have not been built.", "Run `make web` in the repository.")
    media = asyncio.run(_media_origin(settings))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pages = write_gateway(folder.resolve(), export, settings.embed_origins, media)
    except OSError as error:
        raise OutputFailed(f"{folder} cannot be written: {error}.", "Give another folder.") from error
    typer.echo(pages)


async def _media_origin(settings: "Settings") -> str | None:
    """Where players are sent for films, where that is a bucket."""
    from otehon.generation.media import MediaStore, MediaUnreachable

    if not settings.media_redirect or settings.media_url is None:
        return None
    try:
        return await MediaStore.at(settings.media_url, settings.home).origin()
    except MediaUnreachable as error:
        do = "Look at OTEHON_MEDIA_URL and the bucket's credentials."
        raise OutputFailed(f"The bucket gives no links: {error}.", do) from error

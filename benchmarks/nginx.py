"""The gateway as `deploy/nginx` has it, in a real nginx in front of services on this machine."""

import os
import re
import shutil
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import Popen

import httpx2

from benchmarks.processes import Site, free_port

NGINX = Path(os.environ.get("NGINX", "/usr/sbin/nginx"))
CONFIGURATION = Path(__file__).parents[1] / "deploy" / "nginx"

PAGES = "/srv/otehon"
"""Where the configuration expects what `otehon gateway` writes."""

NAMED = "server video_generation:8006 resolve"
BY_DOCKER = "resolver 127.0.0.11 valid=5s ipv6=off;"
"""What needs Docker's name server, and an nginx that Debian does not have yet."""


def start_gateway(
    place: Site,
    replicas: Sequence[int],
    changes: Mapping[str, tuple[str, str]] = {},
    listen: str = "listen.conf",
) -> str:
    """Start nginx with the configuration as it is, but for the addresses; answer with its own.

    Args:
        place: where it runs, and with which it ends.
        replicas: ports of the services behind it.
        changes: by file, a text of the configuration and what stands in its place.
        listen: the file that says where it listens.
    """
    port = free_port()
    folder = place.home / f"gateway-{port}"
    pages = pages_of(place)
    shutil.copytree(CONFIGURATION, folder / "nginx")
    shutil.copy(CONFIGURATION / listen, folder / "nginx" / "listen.conf")
    for file, (old, new) in changes.items():
        change(folder / "nginx" / file, old, new)
    scheme = put_addresses(folder / "nginx", port, replicas, pages)
    address = f"{scheme}://127.0.0.1:{port}"
    wait_for(place.run(command(folder), folder=folder), address)
    return address


def pages_of(place: Site) -> Path:
    """What `otehon gateway` writes, once for all gateways of a site."""
    pages = place.home / "pages"
    if not pages.is_dir() and place.start("gateway", str(pages)).wait() != 0:
        raise SystemExit("The pages are not there: run `make web`.")
    return pages


def put_addresses(folder: Path, port: int, replicas: Sequence[int], pages: Path) -> str:
    """Write our addresses in the place of Docker's; whether it is http or https that nginx speaks."""
    for file in folder.glob("*.conf"):
        file.write_text(file.read_text().replace(PAGES, str(pages)))
    where = folder / "listen.conf"
    where.write_text(re.sub(r"(?m)^listen \d+", f"listen 127.0.0.1:{port}", where.read_text()))
    upstream = folder / "upstream.conf"
    for line in [line for line in upstream.read_text().splitlines() if NAMED in line]:
        servers = [line.replace(NAMED, f"server 127.0.0.1:{replica}") for replica in replicas]
        change(upstream, line, "\n".join(servers))
    change(upstream, BY_DOCKER, "")
    return "https" if " ssl" in where.read_text() else "http"


def change(file: Path, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = file.read_text()
    if old not in text:
        raise SystemExit(f"{file.name} has no {old!r} any more")
    file.write_text(text.replace(old, new))


def command(folder: Path) -> list[str]:
    """How nginx is started: in the foreground; as root only where we are."""
    user = " user root;" if os.geteuid() == 0 else ""
    return [
        str(NGINX),
        *("-p", str(folder)),
        *("-c", str(folder / "nginx" / "nginx.conf")),
        *("-g", f"daemon off;{user}"),
    ]


def wait_for(nginx: Popen[bytes], address: str) -> None:
    """Wait until it answers."""
    while nginx.poll() is None:
        with suppress(httpx2.TransportError):
            httpx2.get(address, verify=False)
            return
        time.sleep(0.02)
    raise SystemExit("nginx did not start; its words are in the site's log")

"""Where a clip may come from, over real HTTP and TLS."""

import asyncio
import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from otehon.engines import public_address
from otehon.engines.base import EngineError, Refused, TryAgain
from otehon.engines.download import Source, download
from tests.integration.asgi_server import serving_app

PRIVATE = [
    "http://127.0.0.1:9/x", "http://127.1/x", "http://0x7f000001/x", "http://2130706433/x", "http://0/x",
    "http://[::1]/x", "http://[::ffff:127.0.0.1]/x", "http://[fe80::1]/x", "http://[fd00::1]/x",
    "http://localhost/x", "http://169.254.169.254/latest/meta-data/", "http://10.1.2.3/x",
    "http://192.168.0.1/x", "http://100.64.0.1/x", "https://user:word@172.16.0.1/x", "http://224.0.0.1/x",
]  # fmt: skip
NONSENSE = ["", "/x", "clip.mp4", "http://", "http://h:port/", "file:///etc/passwd", "ftp://x/"]


class Server:
    """Sends every request where `leads` says, and notes what came."""

    def __init__(self, leads: str | None = None) -> None:
        self.leads = leads
        self.came: list[Request] = []
        self.app = Starlette(routes=[Route("/{path:path}", self._answer)])

    async def _answer(self, request: Request) -> Response:
        self.came.append(request)
        return Response(b"a clip") if self.leads is None else RedirectResponse(self.leads, 302)


async def fetched(url: str, trusted: str, folder: Path, **client: Any) -> bytes:
    source = Source(trusted, {"Authorization": "Bearer canary"}, 1000)
    async with httpx2.AsyncClient(timeout=5, **client) as web:
        await download(web, url, source, folder / "clip", lambda _: None)
    return (folder / "clip").read_bytes()


class Names:
    """Answers look-ups of one name with one address after the other; the last one stays."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, *addresses: str) -> None:
        self._name, self._addresses = name, list(addresses)
        self._real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self._look_up)

    def _look_up(self, host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        if host not in (self._name, self._name.encode()):
            return self._real(host, port, *rest, **more)
        address = self._addresses.pop(0) if len(self._addresses) > 1 else self._addresses[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or 0))]


@pytest.mark.parametrize("link", PRIVATE)
async def test_a_private_address_is_refused_as_a_link_and_as_a_redirect(link: str, tmp_path: Path) -> None:
    async with serving_app(Server(link).app) as trusted:
        for url in (link, f"{trusted}/x"):
            with pytest.raises(EngineError) as caught:
                await fetched(url, trusted, tmp_path)
            assert caught.value.cause in ("blocked", "unreachable")
    assert not (tmp_path / "clip").exists()
    if "[fe80" not in link:
        assert isinstance(caught.value, Refused)


@pytest.mark.parametrize("link", NONSENSE)
async def test_what_is_no_web_address_is_refused(link: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        await fetched(link, "https://videos.example/v1", tmp_path)
    assert caught.value.cause == "blocked"


async def test_a_name_that_leads_into_a_private_network_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inside = Server()
    async with serving_app(inside.app) as address:
        Names(monkeypatch, "clips.example", "127.0.0.1")
        link = address.replace("127.0.0.1", "clips.example")
        async with serving_app(Server(link).app) as trusted:
            for url in (link, f"{trusted}/x"):
                with pytest.raises(Refused, match="private network"):
                    await fetched(url, trusted, tmp_path)
    assert inside.came == []


async def test_a_name_that_changes_after_the_look_is_not_followed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inside = Server()
    async with serving_app(inside.app) as address:
        # A public address on which nothing answers; the second look-up would lead to the server inside.
        Names(monkeypatch, "clips.example", "192.88.99.1", "127.0.0.1")
        link = address.replace("127.0.0.1", "clips.example")
        with pytest.raises(TryAgain):
            await asyncio.wait_for(fetched(link, "https://videos.example/v1", tmp_path), 8)
    assert inside.came == []


async def test_a_foreign_host_is_told_its_name_and_not_the_key(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(public_address, "is_public", lambda address: address == "127.0.0.1")  # type: ignore
    foreign = Server()
    async with serving_app(foreign.app) as address, serving_app(Server().app) as trusted:
        Names(monkeypatch, "clips.example", "127.0.0.1", "127.0.0.9")
        port = address.rpartition(":")[2]
        link = f"http://somebody:word@clips.example:{port}/x"
        assert await fetched(link, trusted, tmp_path) == b"a clip"
    headers = foreign.came[0].headers
    assert headers["host"] == f"clips.example:{port}"
    assert "canary" not in str(headers)


@pytest.mark.parametrize(("name", "trusts"), [("clips.example", True), ("other.example", False)])
async def test_the_certificate_must_be_the_names_although_the_address_is_kept(
    name: str, trusts: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(public_address, "is_public", lambda address: address == "127.0.0.1")  # type: ignore
    certificate, key = certified("clips.example", tmp_path)
    async with serving_app(Server().app, ssl_certfile=certificate, ssl_keyfile=key) as address:
        Names(monkeypatch, name, "127.0.0.1")
        link = address.replace("127.0.0.1", name).replace("http:", "https:")
        trust = ssl.create_default_context(cafile=str(certificate))
        if trusts:
            assert await fetched(link, "https://videos.example/v1", tmp_path, verify=trust) == b"a clip"
        else:
            with pytest.raises(TryAgain):
                await fetched(link, "https://videos.example/v1", tmp_path, verify=trust)


def certified(name: str, folder: Path) -> tuple[Path, Path]:
    """A certificate of that name, signed by itself, and its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    files = folder / "certificate.pem", folder / "key.pem"
    files[0].write_bytes(made.public_bytes(pem))
    files[1].write_bytes(key.private_bytes(pem, *plain))
    return files

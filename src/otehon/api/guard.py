"""Who may write, and who may read by id: no foreign page can spend money."""

import ipaddress
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from otehon.api.problems import ApiProblem
from otehon.api.session import COOKIE
from otehon.api.state import OurSessions, OurSettings
from otehon.settings import Settings

OUR_HEADER = "Otehon-Request"
"""A header that other sites' pages cannot send without being asked: writes without a body need it."""

_bearer = HTTPBearer(auto_error=False, description="OTEHON_API_TOKEN, where one is set.")
_cookie = APIKeyCookie(name=COOKIE, auto_error=False, description="Given by POST /session.")

Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
Cookie = Annotated[str | None, Depends(_cookie)]


async def json_body(request: Request) -> None:
    """A body must say that it is JSON: a form of a foreign page cannot."""
    if not _is_json(request):
        raise ApiProblem("json-required", "Send JSON with `Content-Type: application/json`.")


async def no_body(request: Request) -> None:
    """Where nothing is sent, our own header stands for the content type."""
    if OUR_HEADER not in request.headers and not _is_json(request):
        raise ApiProblem("json-required", f"Send the header `{OUR_HEADER}: 1`.")


async def known_host(request: Request, settings: OurSettings) -> None:
    """We must be called by a name of ours: a foreign one may point at us, an address cannot."""
    name = _hostname(f"//{request.headers.get('host', '')}")
    if "*" not in settings.allowed_hosts and not _is_address(name) and name not in _names(settings):
        raise ApiProblem("foreign-host", f"Add {name or 'a name'} to OTEHON_ALLOWED_HOSTS.")


async def known_origin(request: Request, settings: OurSettings) -> None:
    """A page that writes must be ours, or of an origin that OTEHON_CORS_ORIGINS names."""
    origin = request.headers.get("origin")
    if origin in settings.cors_origins:
        return
    ours = request.headers.get("sec-fetch-site", "none") in ("none", "same-origin")
    if origin is not None:
        ours = ours and _hostname(origin) == _hostname(f"//{request.headers.get('host', '')}")
    if not ours:
        raise ApiProblem("foreign-origin", f"{origin or 'This page'} is not among OTEHON_CORS_ORIGINS.")


async def authenticated(sessions: OurSessions, bearer: Bearer, cookie: Cookie) -> bool:
    """Whether the request carries the token or the page's cookie."""
    if bearer is not None and sessions.is_token(bearer.credentials):
        return True
    return cookie is not None and sessions.is_cookie(cookie)


IsAuthenticated = Annotated[bool, Depends(authenticated)]


async def token(sessions: OurSessions, known: IsAuthenticated, bearer: Bearer) -> None:
    """Where a token is set the request must carry it."""
    if sessions.required and not known:
        code = "token-required" if bearer is None else "wrong-token"
        detail = "Send `Authorization: Bearer …` with the service's OTEHON_API_TOKEN, or ask POST /session."
        raise ApiProblem(code, detail, {"WWW-Authenticate": "Bearer"})


async def token_to_read(
    settings: OurSettings, sessions: OurSessions, known: IsAuthenticated, bearer: Bearer
) -> None:
    """The same for reads by sequential id, where OTEHON_PROTECT_READS is set."""
    if settings.protect_reads:
        await token(sessions, known, bearer)


SAME_SITE = [Depends(known_host), Depends(known_origin)]
WRITES_JSON = [*SAME_SITE, Depends(token), Depends(json_body)]
WRITES_NOTHING = [*SAME_SITE, Depends(token), Depends(no_body)]
READS = [Depends(token_to_read)]

WRITE_PROBLEMS = (
    "foreign-host",
    "foreign-origin",
    "token-required",
    "wrong-token",
    "json-required",
    "body-too-large",
)
READ_PROBLEMS = ("token-required", "wrong-token", "invalid-request")


def _is_json(request: Request) -> bool:
    media_type = request.headers.get("content-type", "").partition(";")[0]
    return media_type.strip().lower() == "application/json"


def _hostname(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _names(settings: Settings) -> set[str | None]:
    return {_hostname(f"//{name}") for name in settings.allowed_hosts}


def _is_address(name: str | None) -> bool:
    try:
        ipaddress.ip_address(name or "")
    except ValueError:
        return False
    return True

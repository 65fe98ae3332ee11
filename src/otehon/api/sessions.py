"""The page's log-in: the token once, then a cookie that no script can read."""

from fastapi import APIRouter, Depends, Request, Response

from otehon.api.guard import SAME_SITE, WRITE_PROBLEMS, IsAuthenticated, json_body, no_body
from otehon.api.models.sessions import SessionAnswer, SessionRequest
from otehon.api.problems import ApiProblem, documented
from otehon.api.session import COOKIE, LIFE
from otehon.api.state import OurSessions, OurSettings

router = APIRouter(prefix="/session", tags=["session"])


@router.get("", summary="What this caller may do")
async def get_session(sessions: OurSessions, settings: OurSettings, known: IsAuthenticated) -> SessionAnswer:
    """Whether a token is needed here, and whether this request carried it."""
    return SessionAnswer(
        token_required=sessions.required,
        reads_protected=sessions.required and settings.protect_reads,
        authenticated=known,
    )


@router.post(
    "",
    status_code=204,
    summary="Trade the token for a cookie",
    dependencies=[*SAME_SITE, Depends(json_body)],
    responses=documented(*WRITE_PROBLEMS, "invalid-request", "unreadable-body"),
)
async def log_in(body: SessionRequest, request: Request, response: Response, sessions: OurSessions) -> None:
    """Sets the cookie. Where no token is set there is nothing to do."""
    if not sessions.required:
        return
    if not sessions.is_token(body.token):
        raise ApiProblem(
            "wrong-token", "It is the value of OTEHON_API_TOKEN.", {"WWW-Authenticate": "Bearer"}
        )
    response.set_cookie(
        COOKIE,
        sessions.cookie(),
        max_age=LIFE,
        path="/",
        httponly=True,
        samesite="strict",
        secure=_is_https(request),
    )


@router.delete(
    "",
    status_code=204,
    summary="Forget the cookie",
    dependencies=[*SAME_SITE, Depends(no_body)],
    responses=documented(*WRITE_PROBLEMS),
)
async def log_out(response: Response) -> None:
    """Takes the cookie back."""
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")


def _is_https(request: Request) -> bool:
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto"))

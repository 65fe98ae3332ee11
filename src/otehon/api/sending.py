"""Sending an answer without validating it a second time."""

import gzip
import re

from fastapi import Request, Response

from otehon.api.models.base import Answer


def as_json(answer: Answer) -> Response:
    """The answer on the wire: it is a model already, so FastAPI need not check it again."""
    return Response(answer.model_dump_json(by_alias=True), media_type="application/json")


def as_small_json(answer: Answer, request: Request) -> Response:
    """The same for a long answer: gzipped for who takes that."""
    response = as_json(answer)
    response.headers["Vary"] = "Accept-Encoding"
    if accepts_gzip(request):
        response.body = gzip.compress(bytes(response.body), compresslevel=4, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.body))
    return response


REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")


def accepts_gzip(request: Request) -> bool:
    """Whether the client takes gzip."""
    asked = request.headers.get("accept-encoding", "").lower().split(",")
    return any(one.strip().startswith("gzip") and not REFUSED.search(one) for one in asked)

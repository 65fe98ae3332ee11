"""The page's log-in."""

from typing import Annotated

from pydantic import Field

from otehon.api.models.base import Answer, Request


class SessionRequest(Request):
    """The token, once; the page then keeps a cookie."""

    token: Annotated[str, Field(min_length=1, max_length=4096)]


class SessionAnswer(Answer):
    """What this caller may do."""

    token_required: bool = Field(description="Whether writes need a token here.")
    reads_protected: bool = Field(description="Whether reads by run and video id need it too.")
    authenticated: bool = Field(description="Whether this request carried it.")

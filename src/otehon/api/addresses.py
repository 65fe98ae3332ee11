"""Addresses in answers: always those of the gateway."""

from datetime import UTC, datetime

from otehon.generation.links import Links, Ticket

PREFIX = "/api/video-generation"
"""The gateway's path. Every route answers there and without it."""


def status_address(run_id: int) -> str:
    """Where a run's video is told of."""
    return f"{PREFIX}/status/{run_id}"


def run_address(run_id: int) -> str:
    """Where a run is."""
    return f"{PREFIX}/runs/{run_id}"


class MediaAddresses:
    """Makes links to media."""

    def __init__(self, links: Links) -> None:
        self._links = links

    def of(self, ticket: Ticket) -> str:
        """The link to a file."""
        return f"{PREFIX}/media/{self._links.token(ticket)}"

    def expire_at(self) -> datetime:
        """Until when a link made now is valid."""
        return datetime.fromtimestamp(self._links.expires_at(), UTC)

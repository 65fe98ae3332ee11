"""The repository: every query there is, on one transaction."""

from otehon.store.breakers import BreakerQueries
from otehon.store.clips import ClipQueries
from otehon.store.costs import CostQueries
from otehon.store.health import HealthQueries
from otehon.store.runs import RunQueries
from otehon.store.states import StateQueries
from otehon.store.videos import VideoQueries


class Repository(
    RunQueries, VideoQueries, ClipQueries, CostQueries, BreakerQueries, HealthQueries, StateQueries
):
    """All SQL of the service, grouped by table. Made by `Database.transaction`."""

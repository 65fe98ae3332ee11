"""What /metrics tells: this process's counters, and what the database knows of clips and queue."""

from collections.abc import Iterable, Sequence

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from otehon.store.database import Database
from otehon.telemetry import REGISTRY

Counts = Sequence[tuple[str, str, int]]


MEASURES = ("otehon_clips", "otehon_clip_errors", "otehon_queue_jobs")
"""What is counted in the database."""


class Counted(Collector):
    """One measure with two labels, counted already."""

    def __init__(self, name: str, text: str, labels: tuple[str, str], counts: Counts) -> None:
        self._name, self._text, self._labels, self._counts = name, text, labels, counts

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """The measure."""
        family = GaugeMetricFamily(self._name, self._text, labels=self._labels)
        for first, second, count in self._counts:
            family.add_metric([first, second], count)
        yield family


async def collect(database: Database) -> bytes:
    """Everything in Prometheus' text format."""
    async with database.reading() as repository:
        measures = [
            Counted(
                MEASURES[0],
                "Clips by stage and engine.",
                ("stage", "engine"),
                await repository.count_clips(),
            ),
            Counted(
                MEASURES[1],
                "Clips that carry an error, by cause and engine.",
                ("cause", "engine"),
                await repository.count_errors(),
            ),
            Counted(
                MEASURES[2],
                "Jobs that are not finished, by queue and status.",
                ("queue", "status"),
                await repository.queue_depth(),
            ),
        ]
    registry = CollectorRegistry()
    for measure in measures:
        registry.register(measure)
    return generate_latest(REGISTRY) + generate_latest(registry)

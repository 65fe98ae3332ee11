"""Says that a budget has come to a level: in the log, as a measure, and by a signed webhook."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import httpx2
import structlog
from standardwebhooks import Webhook

from otehon.errors import OtehonError
from otehon.generation.budgets import Alert
from otehon.settings import Settings
from otehon.telemetry import observe_alert

log = structlog.get_logger()

PATIENCE = 10.0


class WrongAlerts(OtehonError):
    """The alerts have an address and no secret, or one that is no Base64."""

    exit_code = 2


@dataclass(frozen=True)
class Alerter:
    """Gives alerts.

    Args:
        url: where they go; none is nowhere but the log.
        webhook: signs them.
    """

    currency: str
    url: str | None = None
    webhook: Webhook | None = None

    async def give(self, alert: Alert) -> None:
        """Give one. Raises where the receiver does not take it: then it is given again later."""
        log.warning("a budget is being used up", **asdict(alert), currency=self.currency)
        observe_alert(alert.budget, alert.percent)
        if self.url is not None and self.webhook is not None:
            await _send(self.url, self.webhook, alert, self.currency)


def alerter_of(settings: Settings, currency: str = "USD") -> Alerter:
    """The alerter that the settings describe.

    Raises:
        WrongAlerts: no usable secret.
    """
    if settings.alert_url is None:
        return Alerter(currency)
    try:
        secret = "" if settings.alert_secret is None else settings.alert_secret.get_secret_value()
        webhook = Webhook(secret)
    except (RuntimeError, ValueError) as error:
        raise WrongAlerts(
            "OTEHON_ALERT_URL is set and OTEHON_ALERT_SECRET is missing or no `whsec_…`.",
            "Set OTEHON_ALERT_SECRET to whsec_ and 24 or more random bytes in Base64.",
        ) from error
    return Alerter(currency, settings.alert_url.get_secret_value(), webhook)


async def _send(url: str, webhook: Webhook, alert: Alert, currency: str) -> None:
    # The same id however often it is sent, so that the receiver can tell.
    name = f"budget-{alert.budget}-{alert.period}-{alert.percent}"
    now = datetime.now(UTC)
    data = {**asdict(alert), "currency": currency}
    body = json.dumps({"type": "budget.reached", "timestamp": now.isoformat(), "data": data})
    headers = {
        "Content-Type": "application/json",
        "webhook-id": name,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": webhook.sign(name, now, body),
    }
    async with httpx2.AsyncClient(timeout=PATIENCE, follow_redirects=False) as client:
        (await client.post(url, content=body, headers=headers)).raise_for_status()

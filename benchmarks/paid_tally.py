"""The provider's own ledger beside ours: who was paid how often, and how every clip ended."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.processes import verdict
from otehon.store.rows import Cost

FREE = ("failed", "failed_without_code", "moderated_after", "canceled", "expired_job")
"""Jobs that ended without a clip: a refund is right."""


@dataclass(frozen=True)
class Tally:
    """What came of a run of clips.

    Args:
        jobs: what the provider accepted, and so was paid.
        costs: our ledger, one row an attempt.
        clips: every clip as the API tells it, in the end.
    """

    jobs: Sequence[Mapping[str, Any]]
    costs: Sequence[Cost]
    clips: Sequence[Mapping[str, Any]]

    @property
    def paid_twice(self) -> list[str]:
        """Clips for which the provider accepted more than one job: it notes their intents, and no more."""
        clip_of = {str(cost.intent): str(cost.clip_id) for cost in self.costs}
        accepted = Counter(clip_of.get(job["intent"], "nobody's") for job in self.jobs)
        return [clip for clip, times in accepted.items() if times > 1]

    @property
    def lost(self) -> list[str]:
        """Paid jobs that no attempt owns. One that may exist unseen is an attempt that is `unknown`."""
        owned = {cost.provider_id for cost in self.costs}
        orphans = [str(job["id"]) for job in self.jobs if job["id"] not in owned]
        return orphans[sum(cost.state == "unknown" for cost in self.costs) :]

    @property
    def shared(self) -> list[str]:
        """Jobs that two attempts own."""
        owners = Counter(cost.provider_id for cost in self.costs if cost.provider_id)
        return [job for job, times in owners.items() if times > 1]

    @property
    def written_off(self) -> list[str]:
        """Jobs that were made and paid, and that our ledger calls refunded."""
        refunded = {cost.provider_id for cost in self.costs if cost.state == "refunded"}
        return [str(job["id"]) for job in self.jobs if job["id"] in refunded and job["fault"] not in FREE]

    @property
    def stuck(self) -> list[str]:
        """Clips without an end."""
        return self._named("pending", "generating")

    @property
    def unexplained(self) -> list[str]:
        """Clips that have neither the engine's clip nor an error with step, engine, cause and next."""
        return [
            str(clip["clip_id"])
            for clip in self.clips
            if clip["shown_engine"] != "openai-videos" and not _explains(clip["error"])
        ]

    def _named(self, *states: str) -> list[str]:
        return [str(clip["clip_id"]) for clip in self.clips if clip["generation_status"] in states]


def judge(tally: Tally) -> bool:
    """Print the figures beside their bars."""
    unknown = sum(cost.state == "unknown" for cost in tally.costs)
    print(f"{len(tally.jobs)} jobs paid for {len(tally.clips)} clips, {len(tally.costs)} attempts,")
    print(f"{unknown} of them unknown; faults {_counted(job['fault'] for job in tally.jobs)}")
    print("shown:", _counted(clip["shown_engine"] for clip in tally.clips))
    print("causes:", _counted(clip["error"] and clip["error"]["cause"]["id"] for clip in tally.clips))
    bars: Mapping[str, Collection[str]] = {
        "clips paid twice": tally.paid_twice,
        "paid jobs that nobody owns (lost)": tally.lost,
        "jobs that two attempts own": tally.shared,
        "clips that were made and called refunded": tally.written_off,
        "clips stuck": tally.stuck,
        "clips without an end that says why": tally.unexplained,
    }
    met = [verdict(name, len(found), 0) for name, found in bars.items()]
    return all(met)


def _explains(error: Mapping[str, Any] | None) -> bool:
    if error is None:
        return False
    sentences = (error["step"], error["cause"], error["next"])
    return bool(error["engine"]) and all(said["ja"] and said["en"] for said in sentences)


def _counted(values: Iterable[object]) -> dict[str, int]:
    return dict(Counter(str(value or "none") for value in values).most_common())

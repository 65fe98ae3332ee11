"""Whether a decoded clip may be shown. Pure."""

from otehon.engines.base import Ask, EngineError, Refused, TryAgain
from otehon.generation.checks.report import Report

PLAYABLE = frozenset({"h264", "hevc", "vp9", "av1", "libdav1d", "libvpx-vp9"})
"""Codecs that browsers play in an MP4."""

SHORT, LONG = 0.9, 1.5
"""Shares of the promised length: encoders drop a frame or two at the end, and add a few."""

SLACK = 0.5
"""Seconds that no one misses."""

MOST = 0.6
"""Share of the pictures that must not be black or flat."""

ALL_STILL = 0.97
"""Share of still neighbours above which nothing moves: in a hold the figure still breathes."""


def fault_of(report: Report, ask: Ask | None) -> EngineError | None:
    """What is wrong with a clip; none where nothing is. `TryAgain`: fetching it once more may help.

    Args:
        report: what was found.
        ask: what was asked for; none where nothing was promised.
    """
    if report.broken is not None:
        return TryAgain("bad_footage", report.broken)
    if report.declared and report.seconds < report.declared * SHORT - SLACK:
        return TryAgain("cut_short", f"{report.seconds:.1f} s of {report.declared:.1f} s")
    if report.codec not in PLAYABLE:
        return Refused("bad_footage", f"browsers do not play {report.codec}", spent=True)
    return _look_of(report) or (None if ask is None else _promise_of(report, ask))


def _promise_of(report: Report, ask: Ask) -> EngineError | None:
    if report.seconds < ask.seconds * SHORT - SLACK:
        return Refused("cut_short", f"{report.seconds:.1f} s for {ask.seconds:g} s", spent=True)
    if report.seconds > ask.seconds * LONG + SLACK:
        return Refused("too_large", f"{report.seconds:.1f} s for {ask.seconds:g} s", spent=True)
    if f"{report.width}x{report.height}" != ask.size:
        return Refused("wrong_size", f"{report.width}x{report.height} for {ask.size}", spent=True)
    return None


def _look_of(report: Report) -> EngineError | None:
    if report.dark > MOST:
        return Refused("black", f"{report.dark:.0%} black", spent=True)
    if report.flat > MOST:
        return Refused("slate", f"{report.flat:.0%} of one colour", spent=True)
    if report.still > ALL_STILL:
        return Refused("frozen", f"{report.still:.0%} still", spent=True)
    return None

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIN = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<where>.+?))?(?P<hashes>(?: \\\n +--hash=\S+)+)$", re.M
)

ELSEWHERE_IN_DEVELOPMENT = {"python-dateutil", "tzdata"}
"""moto holds python-dateutil below 2.9.1; only from version 4 on does that need tzdata everywhere."""


def pins(file: str) -> dict[tuple[str, str], str]:
    """The version of each package and platform that a lock names."""
    return {
        (pin["name"], pin["where"] or ""): pin["version"] for pin in PIN.finditer((ROOT / file).read_text())
    }


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_hashes_and_no_registry_is_named(file: str) -> None:
    text = (ROOT / file).read_text()
    assert len(pins(file)) == text.count("==") - text.count(" == '") > 50
    assert "://" not in text


def test_production_runs_what_was_tested() -> None:
    production, development = pins("requirements.lock"), pins("requirements-dev.lock")
    others = {
        name for (name, where), version in production.items() if development.get((name, where)) != version
    }
    assert others <= ELSEWHERE_IN_DEVELOPMENT


def test_no_tool_of_development_is_in_production() -> None:
    names = {name for name, _ in pins("requirements.lock")}
    assert (
        names & {"moto", "pytest", "pyright", "ruff", "schemathesis", "hypothesis", "scipy", "boto3"} == set()
    )

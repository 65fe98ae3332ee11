from pathlib import Path

import pytest

from otehon.emulator.script import FAULTS
from otehon.engines.answers import CODES, STATUSES
from otehon.engines.openai_videos_profiles import PROFILES
from otehon.generation.causes import CAUSES

CLOUD = (Path(__file__).parents[2] / "docs" / "cloud.md").read_text()


@pytest.mark.parametrize("name", [name for names in FAULTS.values() for name in names])
def test_every_fault_of_the_emulator_is_documented(name: str) -> None:
    assert f"`{name}`" in CLOUD


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_is_documented(name: str) -> None:
    assert f"| `{name}` |" in CLOUD


@pytest.mark.parametrize("cause", sorted({cause for _, cause in (*CODES.values(), *STATUSES.values())}))
def test_every_cause_of_a_refusal_has_sentences_and_stands_in_the_docs(cause: str) -> None:
    assert cause in CAUSES
    assert f"| `{cause}` |" in CLOUD

"""Every movement of the catalogue keeps every bound."""

import pytest

from otehon.drills.catalogue import catalogue
from otehon.motion.checks.examine import examine
from otehon.motion.perform import perform


@pytest.mark.parametrize("drill_id", [drill.id for drill in catalogue() if drill.movement])
def test_the_movement_passes_its_checks(drill_id: str) -> None:
    movement = catalogue().get(drill_id).movement
    assert movement is not None
    failed = [f.sentence for f in examine(movement, perform(movement)).findings if not f.passed]
    assert failed == []

"""Every movement of the catalogue keeps every bound."""

import pytest

from otehon.cli.check_page import demonstrations
from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.motion.checks.examine import examine
from otehon.motion.perform import perform

SHOWN = dict(pair for drill in catalogue() for pair in demonstrations(drill))


@pytest.mark.parametrize("movement", SHOWN.values(), ids=SHOWN.keys())
def test_the_movement_passes_its_checks(movement: Movement) -> None:
    failed = [f.sentence for f in examine(movement, perform(movement)).findings if not f.passed]
    assert failed == []

"""Every movement of the catalogue keeps every bound; every mistake that is shown breaks a rule of form."""

import pytest

from otehon.cli.check_page import Shown, demonstrations
from otehon.drills.catalogue import catalogue
from otehon.motion.checks.examine import Report

SHOWN = [shown for drill in catalogue() for shown in demonstrations(drill)]


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.name)
def test_the_movement_passes_its_checks(shown: Shown) -> None:
    report = shown.outcome()
    assert isinstance(report, Report), str(report)
    assert [f.sentence for f in report.findings if not f.passed] == []

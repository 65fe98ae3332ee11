import pytest

from otehon.api.hub import Snapshot, until_next_look


@pytest.mark.parametrize(("ahead", "seconds"), [(0, 1.0), (10, 2.0), (2000, 201.0)])
def test_the_head_of_the_line_is_looked_at_most(ahead: int, seconds: float) -> None:
    assert until_next_look(Snapshot("1-a", "{}", final=False, ahead=ahead)) == seconds


def test_who_does_not_stand_in_line_is_looked_at_when_something_changed() -> None:
    assert until_next_look(Snapshot("1-a", "{}", final=False)) is None
    assert until_next_look(None) is None


def test_two_thousand_waiting_pages_cost_fifty_looks_a_second() -> None:
    looks = sum(1 / (until_next_look(Snapshot("1-a", "{}", False, place)) or 1) for place in range(2000))
    assert looks < 60

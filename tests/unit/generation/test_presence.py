from otehon.generation.presence import CLOSING, Presence


def test_a_job_that_nobody_is_at_is_forgotten_only_after_a_while() -> None:
    presence = Presence()
    assert presence.forgotten([1, 2], now=0) == []
    assert presence.forgotten([1, 2], now=CLOSING - 1) == []
    assert presence.forgotten([2], now=CLOSING + 1) == [2]


def test_one_that_was_closed_meanwhile_and_is_taken_again_begins_anew() -> None:
    presence = Presence()
    presence.forgotten([1], now=0)
    presence.forgotten([], now=5)
    assert presence.forgotten([1], now=CLOSING + 1) == []

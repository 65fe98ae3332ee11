"""Which requests the gateway sends to another replica, and that restarts in turn lose nothing."""

from collections.abc import Generator

import httpx2
import pytest
from benchmarks.nginx import NGINX, start_gateway
from benchmarks.processes import Site, free_port, site
from benchmarks.rolling import SCRIPT, roll
from benchmarks.traffic import Crowd

from otehon.api.addresses import PREFIX
from otehon.api.models.problems import Problem
from otehon.api.web import export_folder
from tests.integration.replicas import Habit, replica

pytestmark = pytest.mark.skipif(
    not NGINX.is_file() or export_folder() is None,
    reason="needs nginx and the pages: `make web`, `make test`",
)

READ = ("GET", "/status/1")
TWICE = ("POST", "/generate")
ONCE = ("POST", "/runs")


@pytest.fixture(scope="module")
def place() -> Generator[Site]:
    with site(SCRIPT, OTEHON_STALLED_AFTER=8) as place:
        yield place


@pytest.mark.parametrize(
    ("habit", "request_", "moves_on"),
    [
        ("is starting", READ, True),
        ("is starting", TWICE, True),
        ("is starting", ONCE, True),
        ("hangs up", READ, True),
        ("hangs up", TWICE, True),
        ("hangs up", ONCE, False),
        ("is gone", READ, True),
        ("is gone", TWICE, True),
        ("is gone", ONCE, True),
    ],
)
def test_what_goes_to_another_replica(
    place: Site, habit: str, request_: tuple[str, str], moves_on: bool
) -> None:
    method, path = request_
    bad: Habit = "hangs up" if habit == "is gone" else habit  # pyright: ignore[reportAssignmentType]
    with replica(bad) as first, replica("answers") as second:
        port = free_port() if habit == "is gone" else first.port
        gateway = start_gateway(place, [port, second.port], {"nginx.conf": ("processes auto", "processes 1")})
        answers = [httpx2.request(method, f"{gateway}{PREFIX}{path}", content=b"body") for _ in range(2)]
        assert (len(first.bodies) > 0) == (habit != "is gone")
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == ([200, 200] if moves_on else [200, 503])
    assert second.bodies == [b"body"] * statuses.count(200)


@pytest.mark.parametrize("request_", [READ, TWICE])
def test_where_every_replica_starts_their_own_answer_passes(place: Site, request_: tuple[str, str]) -> None:
    method, path = request_
    with replica("is starting") as first, replica("is starting") as second:
        gateway = start_gateway(place, [first.port, second.port])
        for _ in range(4):
            answer = httpx2.request(method, f"{gateway}{PREFIX}{path}")
            assert (answer.status_code, answer.text) == (503, "no!")


@pytest.mark.parametrize("other", ["is starting", "hangs up", "is gone"])
def test_a_new_run_that_nobody_takes_ends_in_words(place: Site, other: str) -> None:
    habit: Habit = "hangs up" if other == "is gone" else other  # pyright: ignore[reportAssignmentType]
    with replica("is starting") as first, replica(habit) as second:
        gateway = start_gateway(place, [first.port, free_port() if other == "is gone" else second.port])
        for _ in range(4):
            answer = httpx2.post(f"{gateway}{PREFIX}/runs", content=b"body")
            assert answer.status_code == 503
            assert answer.text == "no!" or Problem.model_validate_json(answer.content)
        if other == "hangs up":
            assert len(second.bodies) <= 4


@pytest.mark.timeout(300)  # eight starts of Python, on a machine that may be busy
def test_restarted_one_after_the_other_under_load_no_request_fails_and_no_run_is_lost(place: Site) -> None:
    rolled = roll(place, rounds=1, crowd=Crowd(players=4, watchers=2, pause=0.2))
    assert rolled.tally.failures == []
    assert (rolled.lost, rolled.doubled) == (0, 0)
    assert all(rolled.tally.answers[kind] > 0 for kind in ("ask", "save", "poll", "film", "stream"))

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otehon.generation.links import BadLink, ExpiredLink, Links, Ticket, link_secret
from otehon.generation.media import Kind
from otehon.settings import Settings

TICKET = Ticket(UUID(int=7), "studio", "ab" * 16, "ja-p-960x720-none", Kind.VIDEO)
NOON = 1_800_000_000.0


def test_a_link_stays_the_same_for_half_its_life() -> None:
    links = Links("secret", life=3600)
    begin = NOON - NOON % 1800
    assert links.token(TICKET, begin) == links.token(TICKET, begin + 1799)
    assert links.token(TICKET, begin) != links.token(TICKET, begin + 1800)


@given(st.floats(0, 3600))
def test_a_link_lives_at_least_half_and_at_most_its_life(later: float) -> None:
    links = Links("secret", life=3600)
    token = links.token(TICKET, NOON + later)
    assert links.read(token, NOON + later + 1799) == TICKET
    with pytest.raises(ExpiredLink):
        links.read(token, NOON + later + 3601)


@given(st.text(max_size=200))
def test_what_we_did_not_sign_is_no_link(token: str) -> None:
    with pytest.raises(BadLink):
        Links("secret", life=3600).read(token)


def test_a_link_of_another_secret_or_a_changed_one_is_no_link() -> None:
    token = Links("secret", life=3600).token(TICKET)
    with pytest.raises(BadLink):
        Links("other", life=3600).read(token)
    with pytest.raises(BadLink):
        Links("secret", life=3600).read(token[:-1] + ("A" if token[-1] != "A" else "B"))


def test_there_is_no_directory_in_a_token() -> None:
    assert "/" not in Links("secret", life=3600).token(TICKET)


def test_the_secret_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, home=tmp_path)  # pyright: ignore[reportCallIssue]
    assert link_secret(settings) == link_secret(settings)
    assert len(link_secret(settings)) >= 48
    assert (tmp_path / "link-secret").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["link-secret"]

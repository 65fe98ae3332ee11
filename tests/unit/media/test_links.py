import stat
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otehon.errors import OutputFailed
from otehon.generation.media.files import MediaFile
from otehon.generation.media.links import ExpiredLink, Links, MediaAddress, TamperedLink
from otehon.generation.media.secret import link_secret

ADDRESS = MediaAddress(UUID(int=7), "0123456789abcdef" * 2, MediaFile.POSTER)


class Clock:
    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def links(clock: Clock) -> Links:
    return Links(b"secret", ttl=3600, clock=clock)


@pytest.mark.parametrize("file", list(MediaFile))
def test_a_token_leads_where_it_was_made_for(links: Links, file: MediaFile):
    address = MediaAddress(UUID(int=2**127 + 5), "ff" * 16, file)
    assert links.read(links.token(address)) == address


def test_a_token_stays_the_same_for_half_its_life(links: Links, clock: Clock):
    start = clock.now // 1800 * 1800
    clock.now = start
    token = links.token(ADDRESS)
    clock.now = start + 1799
    assert links.token(ADDRESS) == token
    clock.now = start + 1800
    assert links.token(ADDRESS) != token


@pytest.mark.parametrize("offset", [0, 1, 899, 1799])
def test_a_token_lives_between_half_and_all_of_its_time(links: Links, clock: Clock, offset: int):
    clock.now = clock.now // 1800 * 1800 + offset
    token = links.token(ADDRESS)
    clock.now += 1800
    assert links.read(token) == ADDRESS
    clock.now += 1801
    with pytest.raises(ExpiredLink):
        links.read(token)


def test_every_changed_character_is_noticed(links: Links):
    token = links.token(ADDRESS)
    for index, other in product(range(len(token)), "AQgw."):
        changed = token[:index] + other + token[index + 1 :]
        if changed == token:
            continue
        with pytest.raises(TamperedLink):
            links.read(changed)


def test_another_secret_does_not_sign_for_us(links: Links):
    with pytest.raises(TamperedLink):
        links.read(Links(b"other", ttl=3600).token(ADDRESS))


def test_an_expired_foreign_token_is_foreign(clock: Clock, links: Links):
    token = Links(b"other", ttl=2, clock=clock).token(ADDRESS)
    clock.now += 10_000
    with pytest.raises(TamperedLink):
        links.read(token)


@given(st.text())
def test_anything_else_is_tampered(text: str):
    with pytest.raises(TamperedLink):
        Links(b"secret", ttl=3600).read(text)


def test_a_token_names_no_folder(links: Links):
    assert "/" not in links.token(ADDRESS)
    assert "clip" not in links.token(ADDRESS)


def test_a_given_secret_is_taken_and_nothing_is_written(tmp_path: Path):
    assert link_secret(tmp_path / "home", "given") == b"given"
    assert not (tmp_path / "home").exists()


def test_the_secret_is_made_once_for_its_owner_alone(tmp_path: Path):
    home = tmp_path / "home"
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(link_secret, [home] * 32, [None] * 32))
    assert len(secrets) == 1
    assert len(secrets.pop()) >= 32
    assert [file.name for file in home.iterdir()] == ["link-secret"]
    assert stat.S_IMODE((home / "link-secret").stat().st_mode) == 0o600


def test_a_home_that_cannot_be_written_says_what_to_do(tmp_path: Path):
    (tmp_path / "home").touch()
    with pytest.raises(OutputFailed, match="OTEHON_LINK_SECRET"):
        link_secret(tmp_path / "home", None)

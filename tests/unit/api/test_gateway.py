import json
import os
from pathlib import Path

import pytest

from otehon.api.gateway import NotForNginx, write_gateway

EMBED = "embed/_/index.html"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    export = tmp_path / "out"
    for page in ("index.html", EMBED):
        (export / page).parent.mkdir(parents=True, exist_ok=True)
        (export / page).write_text("<p>")
    (export / "csp.json").write_text(json.dumps({EMBED: ["sha256-abc="], "index.html": []}))
    return export


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gateway").mkdir()
    return tmp_path / "gateway"


def policy_of(folder: Path, page: str) -> str:
    lines = (folder / "maps.conf").read_text().splitlines()
    return next(line.split('"')[1] for line in lines if line.strip().startswith(f"/{page} "))


def test_each_page_has_its_own_policy(export: Path, folder: Path) -> None:
    write_gateway(folder, export, ["https://club.example"], "https://bucket.example")

    embed = policy_of(folder, EMBED)
    assert "script-src 'self' 'sha256-abc=';" in embed
    assert "frame-ancestors 'self' https://club.example" in embed
    assert "media-src 'self' blob: https://bucket.example;" in embed
    assert policy_of(folder, "index.html").endswith("frame-ancestors 'none'")


def test_pages_of_a_new_release_stand_beside_the_last_ones(export: Path, folder: Path) -> None:
    releases: list[Path] = []
    for release in range(3):
        (export / "index.html").write_text(f"<p>{release}")
        releases.append(write_gateway(folder, export, [], None))
        os.utime(releases[-1], (release, release))

    assert (releases[2] / "index.html").read_text() == "<p>2"
    assert f'"{releases[2]}"' in (folder / "maps.conf").read_text()
    assert sorted(folder.glob("pages-*")) == sorted(releases[1:])


def test_the_same_pages_are_the_same_folder(export: Path, folder: Path) -> None:
    first = write_gateway(folder, export, [], None)
    assert write_gateway(folder, export, ["https://club.example"], None) == first
    assert "https://club.example" in policy_of(folder, EMBED)
    assert not list(folder.glob(".*"))


def test_an_icon_that_alone_has_changed_is_copied_too(export: Path, folder: Path) -> None:
    (export / "icon.svg").write_text("old")
    write_gateway(folder, export, [], None)
    (export / "icon.svg").write_text("new")
    assert (write_gateway(folder, export, [], None) / "icon.svg").read_text() == "new"


def test_half_a_copy_of_any_release_goes(export: Path, folder: Path) -> None:
    (folder / ".pages-abc" / "embed").mkdir(parents=True)
    write_gateway(folder, export, [], None)
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize(
    "origin", ['https://a"; return 200 "', "https://$host", "https://a\\", "https://a\nb"]
)
def test_an_origin_cannot_leave_its_quotes(export: Path, folder: Path, origin: str) -> None:
    with pytest.raises(NotForNginx):
        write_gateway(folder, export, [origin], None)
    assert list(folder.iterdir()) == []

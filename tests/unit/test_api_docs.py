import re
from pathlib import Path

import pytest

from otehon.api import costs, health
from otehon.api.measures import MEASURES
from otehon.api.openapi import document
from otehon.api.problems import TITLES
from otehon.telemetry import REGISTRY

DOCS = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
METHODS = {"get", "post", "delete", "put", "patch"}


def routes() -> set[str]:
    paths = document()["paths"].items()
    api = {f"{method.upper()} {path}" for path, item in paths for method in item if method in METHODS}
    operations = (*health.router.routes, *costs.router.routes)
    return api | {f"GET {route.path}" for route in operations}  # pyright: ignore


def test_every_route_is_in_the_docs_and_every_documented_route_exists():
    assert set(re.findall(r"^\| `((?:GET|POST|DELETE) [^`]+)`", DOCS, re.MULTILINE)) == routes()


@pytest.mark.parametrize("code", TITLES)
def test_every_problem_is_in_the_docs_with_its_status(code: str):
    row = next(
        line for line in DOCS.splitlines() if line.startswith("| ") and f"`{code}`" in line.split("|")[1]
    )
    assert row.split("|")[2].strip() == str(TITLES[code][0])


def test_every_documented_problem_exists():
    table = DOCS[DOCS.index("| code |") :]
    first_cells = " ".join(line.split("|")[1] for line in table.splitlines()[2:])
    assert set(re.findall(r"`([a-z-]+)`", first_cells)) == set(TITLES)


def test_every_metric_is_in_the_docs():
    names = {family.name for family in REGISTRY.collect()} | set(MEASURES)
    assert {name for name in names if f"`{name}`" not in DOCS} == set()

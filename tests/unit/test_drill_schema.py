import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from otehon.drills.catalogue import SHIPPED
from otehon.drills.schema import drill_schema
from otehon.drills.source import Source

NAMES = sorted(file.name for file in SHIPPED.iterdir() if file.name.endswith(".yaml"))
VALIDATOR = Draft202012Validator(drill_schema())


def data_of(name: str) -> Any:
    return Source(name, (SHIPPED / name).read_text("utf-8")).data()


def test_the_kept_schema_is_the_models() -> None:
    kept = json.loads((files("otehon.drills") / "drill.schema.json").read_text("utf-8"))
    assert kept == drill_schema(), "The files' model has changed: run `make schema`."


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(drill_schema())


@pytest.mark.parametrize("name", NAMES)
def test_every_drill_file_follows_it(name: str) -> None:
    errors = [
        f"{'.'.join(map(str, one.absolute_path))}: {one.message}"
        for one in VALIDATOR.iter_errors(data_of(name))
    ]  # pyright: ignore
    assert errors == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("movment",), {}),
        (("muscles", 0), "gluteus"),
        (("cues", "ja", 0), "二十二文字を超えるとても長い合図は絵の上に収まらない"),
        (("movement", "poses", "up", "both", "knee_flexion"), 20),
        (("movement", "poses", "up", "both", "knee_angle"), 200),
        (("movement", "phases", 0, "planted"), ["elbows and knees"]),
        (("mistakes", 0, "shows", "poses", "up", "trunk", "pelvis_tlit"), 6),
        (("mistakes", 0, "shows", "camera", "azimut"), 6),
        (("mistakes", 0, "show"), {}),
    ],
)
def test_what_an_editor_should_underline(path: tuple[str | int, ...], value: object) -> None:
    data = data_of("hip_lift.yaml")
    place = data
    for key in path[:-1]:
        place = place.setdefault(key, {}) if isinstance(place, dict) else place[key]  # pyright: ignore
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(data)


def test_a_difference_may_leave_out_and_take_away() -> None:
    data = data_of("hip_lift.yaml")
    data["movement"] = {"like": "squat", "camera": {"azimuth": 40}, "travel": None, "poses": {"low": None}}
    assert VALIDATOR.is_valid(data)
    del data["movement"]["like"]
    assert not VALIDATOR.is_valid(data)

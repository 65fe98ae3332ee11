from dataclasses import replace
from uuid import UUID

import pytest

from otehon.generation.media.key import Recipe, engine_key, is_key, studio_key
from otehon.generation.media.variant import STANDARD

RECIPE = Recipe("squat", "スクワット", "", {"poses": [1, 2]}, {"reps": 10}, 5.0, STANDARD, "default", "1")


@pytest.mark.parametrize(
    "other",
    [
        replace(RECIPE, drill="lunge"),
        replace(RECIPE, title="深いスクワット"),
        replace(RECIPE, words="ゆっくり"),
        replace(RECIPE, movement={"poses": [1, 3]}),
        replace(RECIPE, movement=None),
        replace(RECIPE, dose={"reps": 12}),
        replace(RECIPE, seconds=6.0),
        replace(RECIPE, look="night"),
        replace(RECIPE, version="2"),
        replace(RECIPE, variant=replace(STANDARD, language="en")),
        replace(RECIPE, variant=replace(STANDARD, mirror=True)),
        replace(RECIPE, variant=replace(STANDARD, size="720x720")),
        replace(RECIPE, variant=replace(STANDARD, text="none")),
    ],
)
def test_each_ingredient_decides_the_key(other: Recipe):
    assert studio_key(other) != studio_key(RECIPE)


def test_the_same_recipe_has_the_same_key_whatever_the_order_of_its_facts():
    one = replace(RECIPE, dose={"reps": 10, "sets": 3})
    assert studio_key(one) == studio_key(replace(RECIPE, dose={"sets": 3, "reps": 10}))
    assert is_key(studio_key(one))


def test_no_two_deliveries_share_a_key():
    clip = UUID(int=1)
    keys = {engine_key(clip, "a", "1"), engine_key(clip, "a", "2"), engine_key(clip, "b", "1")}
    assert len(keys | {engine_key(UUID(int=2), "a", "1")}) == 4

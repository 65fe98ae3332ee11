"""The format of a drill file as a JSON Schema, for editors: what may stand there, and what it means."""

from collections.abc import Mapping
from typing import Any, Final, cast

from otehon.drills.model import Drill
from otehon.drills.variants import LIKE

Schema = dict[str, Any]

ID: Final = "https://json-schema.org/draft/2020-12/schema"
REF: Final = "#/$defs/"
CHANGE: Final = "Change"
"""Ends the name of what says only how something differs."""


def drill_schema() -> Schema:
    """The schema of one file. A movement, and what a mistake shows, may be told by their difference."""
    made = Drill.model_json_schema(by_alias=True)
    definitions: dict[str, Schema] = made["$defs"]
    changes = {
        name + CHANGE: _change(definitions[name], definitions) for name in _within("Movement", definitions)
    }
    definitions |= changes
    definitions["MovementLike"] = _like(changes["Movement" + CHANGE], made["properties"]["id"])
    _set_choice(made["properties"]["movement"], "Movement", "MovementLike")
    _set_choice(definitions["Mistake"]["properties"]["shows"], "Movement" + CHANGE)
    return {"$schema": ID, **cast(Schema, _without_titles(made))}


def _set_choice(field: Schema, *names: str) -> None:
    field["anyOf"] = [*({"$ref": REF + name} for name in names), {"type": "null"}]


def _like(change: Schema, drill_id: Schema) -> Schema:
    """What differs from another drill's movement."""
    base = {k: v for k, v in drill_id.items() if k in ("type", "pattern")}
    base["description"] = "The id of the drill whose movement this is, but for what follows."
    return {
        **change,
        "description": "Another drill's movement, and what differs.",
        "properties": {LIKE: base, **change["properties"]},
        "required": [LIKE],
    }


def _change(definition: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """The same fields, none of them needed; null takes one away. Lists are replaced, mappings gone into."""
    fields = {name: _changed(field, definitions) for name, field in definition["properties"].items()}
    return {k: v for k, v in definition.items() if k != "required"} | {"properties": fields}


def _changed(field: Schema, definitions: Mapping[str, Schema]) -> Schema:
    known = {k: v for k, v in field.items() if k in ("description", "title")}
    choices = field.get("anyOf") or [{k: v for k, v in field.items() if k not in (*known, "default")}]
    changed = [_into(choice, definitions) for choice in choices if choice != {"type": "null"}]
    return known | {"anyOf": [*changed, {"type": "null"}]}


def _into(choice: Schema, definitions: Mapping[str, Schema]) -> Schema:
    name = _named(choice)
    if name is not None and "properties" in definitions[name]:
        return {"$ref": REF + name + CHANGE}
    if "patternProperties" in choice:
        each = {key: _changed(one, definitions) for key, one in choice["patternProperties"].items()}
        return choice | {"patternProperties": each}
    if isinstance(choice.get("additionalProperties"), dict):
        return choice | {"additionalProperties": _changed(choice["additionalProperties"], definitions)}
    return choice


def _within(name: str, definitions: Mapping[str, Schema]) -> list[str]:
    """The definition and all that its mappings, not its lists, lead to."""
    found, open_ones = list[str](), [name]
    while open_ones:
        one = open_ones.pop()
        if one in found or "properties" not in definitions[one]:
            continue
        found.append(one)
        for field in definitions[one]["properties"].values():
            parts = [field, *field.get("anyOf", ()), *field.get("patternProperties", {}).values()]
            open_ones += [inside for part in parts if (inside := _named(part)) is not None]
    return found


def _named(schema: Schema) -> str | None:
    reference = schema.get("$ref")
    return reference.removeprefix(REF) if isinstance(reference, str) else None


def _without_titles(schema: object) -> object:
    """Without pydantic's titles, which say the fields' names once more; a field may itself be called so."""
    if isinstance(schema, list):
        return [_without_titles(one) for one in cast("list[object]", schema)]
    if not isinstance(schema, dict):
        return schema
    known = cast(Schema, schema)
    return {k: _without_titles(v) for k, v in known.items() if k != "title" or not isinstance(v, str)}

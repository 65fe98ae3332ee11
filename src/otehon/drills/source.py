"""One drill file's text: read as YAML 1.2, and asked for line numbers where it is wrong."""

import json
from dataclasses import dataclass
from typing import cast

import yaml12
from pydantic import ValidationError

from otehon.drills.complaint import Path, complaint
from otehon.drills.model import Drill
from otehon.errors import InvalidDrill

Data = dict[str, object]
"""What a file says, as JSON has it."""


@dataclass(frozen=True)
class Source:
    """A drill file: its name, such as `squat.yaml`, and what is written in it."""

    name: str
    text: str

    @property
    def stem(self) -> str:
        """The file's name without its ending: the drill's id."""
        return self.name.removesuffix(".yaml")

    def data(self) -> Data:
        """What is written in it, not yet looked at.

        Raises:
            InvalidDrill: it is not YAML, or no mapping.
        """
        try:
            parsed = yaml12.parse_yaml(self.text)
        except (ValueError, TypeError) as error:
            self.proofread()
            raise self._not_yaml(1, str(error).splitlines()[0]) from None
        if not isinstance(parsed, dict):
            raise self._not_yaml(1, "it has no fields")
        return cast(Data, parsed)

    def drill(self, data: Data | None = None) -> Drill:
        """The drill that the file describes, or that its data describe once variants are written out.

        Raises:
            InvalidDrill: it is not YAML, or does not follow the format; file, line and remedy are named.
        """
        found = self._json(self.data() if data is None else data)
        try:
            return Drill.model_validate_json(found, strict=True, by_alias=True, by_name=False)
        except ValidationError as invalid:
            path, what, do = complaint(invalid)
            raise self.wrong(path, what, do) from None

    def wrong(self, path: Path, what: str, do: str) -> InvalidDrill:
        """The error that names this file and the line of the value at `path`.

        Raises:
            InvalidDrill: the file is not what it looks like, which comes first.
        """
        self.proofread()

        from otehon.drills.yaml_lines import line_of

        return InvalidDrill(f"{self.name}:{line_of(self.text, path)}: {what}", do)

    def proofread(self) -> None:
        """Look for what quick reading passes over: a key given twice, a second document.

        Raises:
            InvalidDrill: there is one; file and line are named.
        """
        # Loaded only to complain: it takes longer than reading all drills.
        from otehon.drills.yaml_lines import flaw

        found = flaw(self.text)
        if found is not None:
            raise self._not_yaml(*found) from None

    def _json(self, data: Data) -> str:
        try:
            return json.dumps(data)
        except (ValueError, TypeError) as error:
            self.proofread()
            raise self._not_yaml(1, str(error).splitlines()[0]) from None

    def _not_yaml(self, line: int, problem: str) -> InvalidDrill:
        what = f"{self.name}:{line}: this is not plain YAML: {problem.rstrip('.')}."
        return InvalidDrill(what, "Check indentation, colons and quotes.")

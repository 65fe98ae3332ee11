"""Sample advice that ships with Otehon, one text a language and complaint."""

from importlib.resources import files


def sample_advice(name: str = "leaning_back.ja") -> str:
    """The text of a sample: `leaning_back.ja` or `bouncing.ja`."""
    return (files("otehon.samples") / f"{name}.txt").read_text("utf-8")

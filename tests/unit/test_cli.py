import os
import subprocess
import sys

from typer.testing import CliRunner

from otehon.cli import command_line


def test_help_names_the_product() -> None:
    result = CliRunner().invoke(command_line(), ["--help"])

    assert result.exit_code == 0
    assert "training video" in result.output


def test_japanese_is_printed_whatever_the_locale() -> None:
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    shown = subprocess.run(
        [sys.executable, "-m", "otehon", "drills", "show", "plank"],
        env=plain,
        capture_output=True,
        check=True,
    )

    assert "プランク" in shown.stdout.decode("utf-8")

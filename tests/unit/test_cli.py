from typer.testing import CliRunner

from otehon.cli import app


def test_help_names_the_product() -> None:
    result = CliRunner().invoke(app, ["--help"])

    assert result.exit_code == 0
    assert "training video" in result.output

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from otehon.settings import Settings, setting_names
from tests.image.recipe import Stage, allowed, stages

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
TOOLS = Path(sys.executable).parent
BUILT: list[Stage] = stages(DEPLOY / "Dockerfile")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
OURS: dict[str, Any] = yaml.safe_load((DEPLOY / "service.yaml").read_text())
OF_OTHERS = {
    "AWS_ACCESS_KEY_ID",
    "AWS_ENDPOINT_URL",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "GARAGE_DEFAULT_ACCESS_KEY",
    "GARAGE_DEFAULT_BUCKET",
    "GARAGE_DEFAULT_SECRET_KEY",
    "POSTGRES_DB",
    "POSTGRES_PASSWORD",
    "POSTGRES_USER",
}
"""Variables that Otehon hands on or that its neighbours read."""


def whole(name: str) -> dict[str, Any]:
    """A service of compose.yaml with what it extends, as far as the tests below look."""
    service: dict[str, Any] = COMPOSE["services"][name]
    base: dict[str, Any] = OURS["services"].get(service.get("extends", {}).get("service"), {})
    return {**base, **service}


def variables(file: Path, commented: bool = False) -> dict[str, str]:
    line = r"^#?([A-Z][A-Z_]+)=(.*)$" if commented else r"^([A-Z][A-Z_]+)=(.*)$"
    return dict(re.findall(line, file.read_text(), re.MULTILINE))


def run(*command: str) -> subprocess.CompletedProcess[str]:
    tool, *rest = command
    return subprocess.run([str(TOOLS / tool), *rest], cwd=ROOT, capture_output=True, text=True)


def test_the_linter_has_nothing_against_the_dockerfile() -> None:
    done = run("hadolint", "deploy/Dockerfile")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("file", ["compose.yaml", "service.yaml"])
def test_the_compose_files_follow_the_specification(file: str) -> None:
    done = run("check-jsonschema", "--builtin-schema", "vendor.compose-spec", f"deploy/{file}")
    assert done.returncode == 0, done.stdout


def test_the_specification_refuses_a_file_that_does_not_follow_it(tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text("services: {a: {image: b, restart: [always]}}")
    done = run("check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(tmp_path / "wrong.yaml"))
    assert done.returncode == 1


def test_all_that_the_dockerfile_copies_is_sent_to_the_builder_and_no_secret_is() -> None:
    sent = allowed(DEPLOY / "Dockerfile.dockerignore")
    for source in copied():
        assert (ROOT / source).exists(), source
        assert any(source == place or source.startswith(f"{place}/") for place in sent), source
    assert not any(place.startswith(".env") or place in (".", ".git") for place in sent)


def copied() -> Iterator[str]:
    for stage in BUILT:
        for step in stage.steps:
            if step.name == "COPY" and step.flag("from") is None:
                yield from step.words[:-1]


def test_images_are_pinned_to_a_version_and_the_service_is_nobody_special() -> None:
    earlier = {stage.name for stage in BUILT}
    bases = [stage.base for stage in BUILT if stage.base not in earlier]
    images = bases + [service["image"] for service in COMPOSE["services"].values() if "image" in service]
    assert len(images) > 4
    assert [image for image in images if not re.search(r":v?\d", image)] == []
    assert [step.words for step in BUILT[-1].steps if step.name == "USER"] == [("8006:8006",)]


@pytest.mark.parametrize("name", ["video_generation", "worker", "gateway", "pages"])
def test_what_we_run_may_write_nothing_and_has_no_rights(name: str) -> None:
    service = whole(name)
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert any(place.startswith("/tmp") for place in service["tmpfs"])


@pytest.mark.parametrize("name", ["video_generation", "worker"])
def test_ours_read_the_defaults_and_then_env_where_there_is_one(name: str) -> None:
    service = whole(name)
    assert service["env_file"] == [{"path": "defaults.env"}, {"path": "../.env", "required": False}]
    assert service["restart"] == "unless-stopped"
    assert not {"container_name", "ports"} & service.keys(), "there may be several"
    assert COMPOSE["services"][name]["depends_on"] == {"postgres": {"condition": "service_healthy"}}


def test_the_plans_name_and_port_are_kept() -> None:
    service = OURS["services"]["video_generation"]
    assert service["environment"]["OTEHON_PORT"] == "8006"
    assert service["expose"] == ["8006"]


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_what_is_waited_for_exists_and_can_become_so(name: str) -> None:
    for other, how in whole(name).get("depends_on", {}).items():
        if how["condition"] == "service_healthy":
            of_image = other == "video_generation"
            assert of_image or "test" in whole(other)["healthcheck"], other
        else:
            assert whole(other)["restart"] == "no", other


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_every_volume_and_file_that_is_mounted_is_there(name: str) -> None:
    for mount in whole(name).get("volumes", []):
        source = mount.split(":")[0]
        assert source in COMPOSE["volumes"] or (DEPLOY / source).exists(), source


def test_every_variable_is_one_that_somebody_reads() -> None:
    known = {*setting_names(), *OF_OTHERS}
    named = {
        *variables(ROOT / ".env.example", commented=True),
        *variables(DEPLOY / "defaults.env"),
        *(name for service in OURS["services"].values() for name in service["environment"]),
    }
    assert named - known == set()


def test_the_example_alone_starts_and_each_of_its_lines_is_valid(tmp_path: Path) -> None:
    example = (ROOT / ".env.example").read_text()
    assert variables(ROOT / ".env.example") == {}

    file = tmp_path / ".env"
    file.write_text(re.sub(r"^#(?=[A-Z_]+=.)", "", example, flags=re.MULTILINE))
    settings = Settings(_env_file=file)  # pyright: ignore[reportCallIssue]
    assert settings.engines == ["gemini-omni", "studio"]
    assert settings.media_redirect is False


def test_the_password_of_the_default_database_is_the_one_in_its_address() -> None:
    defaults = variables(DEPLOY / "defaults.env")
    user, password, name = (defaults[f"POSTGRES_{part}"] for part in ("USER", "PASSWORD", "DB"))
    assert defaults["DATABASE_URL"] == f"postgresql://{user}:{password}@postgres:5432/{name}"

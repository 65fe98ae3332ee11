"""Builds a Dockerfile's stages as folders, instruction by instruction."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from string import Template

from tests.image.recipe import Stage, Step, allowed
from tests.image.root import Root


def context_of(repository: Path, ignore_file: Path, folder: Path) -> Path:
    """What the builder is sent: the files of the repository that the .dockerignore lets through."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", *allowed(ignore_file)],
        cwd=repository,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(repository / name, place)
    return folder


def build(stage: Stage, root: Root, context: Path, others: Mapping[str, Root]) -> Root:
    """Take every step of a stage on a root that is a copy of its base.

    Raises:
        NotImplementedError: an instruction, or a form of one, that is not known here.
        subprocess.CalledProcessError: a step failed.
    """
    defaults: dict[str, str] = {}
    for step in stage.steps:
        print(f"[{stage.name}] {step.name} {' '.join(step.words)}", flush=True)
        if step.name == "ARG":
            name, _, value = step.words[0].partition("=")
            defaults[name] = value
        else:
            _take(step, root, context, others, defaults)
    return root


def _take(
    step: Step, root: Root, context: Path, others: Mapping[str, Root], defaults: Mapping[str, str]
) -> None:
    match step.name:
        case "RUN":
            root.build(step.words[0])
        case "COPY":
            other = step.flag("from")
            _copy(step.words, root, context if other is None else others[other].folder)
        case "ENV":
            known = {**defaults, **root.environment}
            pairs = zip(step.words[::2], step.words[1::2], strict=True)
            root.environment |= {name: Template(value).substitute(known) for name, value in pairs}
        case "WORKDIR":
            root.workdir = step.words[0]
            root.path(".").mkdir(parents=True, exist_ok=True)
        case "USER":
            root.user = step.words[0]
        case "ENTRYPOINT" | "CMD" | "HEALTHCHECK":
            root.notes[step.name] = step.words
        case "EXPOSE":
            pass
        case _:
            raise NotImplementedError(step.name)


def _copy(words: tuple[str, ...], root: Root, source: Path) -> None:
    """Docker's rules: of a folder its content; into a folder where the place ends in `/` or is one."""
    *names, place = words
    for name in names:
        found, target = source / name.lstrip("/"), root.path(place)
        if found.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            subprocess.run(["cp", "--archive", f"{found}/.", str(target)], check=True)
        elif place.endswith("/") or target.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy2(found, target / found.name)
        else:
            shutil.copy2(found, target)

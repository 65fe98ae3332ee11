"""Builds deploy/Dockerfile without a container engine, and tries what comes out.

    python -m tests.image [folder]

Each stage is a Debian in a folder; Python's and Node's images stand on that Debian too, and are made up from
its own Python and from the wheel with Node. As root, with debootstrap; six minutes, the second time four.
"""

import os
import shutil
import sys
from pathlib import Path

from tests.image.builder import build, context_of
from tests.image.recipe import stages
from tests.image.root import Root, debian

REPOSITORY = Path(__file__).parents[2]
DOCKERFILE = REPOSITORY / "deploy" / "Dockerfile"
NODE = "node:24-bookworm-slim"
PYTHON = "python:3.11-slim-bookworm"
SERVICE_USER = 8006


def bases(folder: Path) -> dict[str, Root]:
    """What stands in for the images that the Dockerfile begins with."""
    plain = debian(folder / "debian", "bookworm")
    python = folder / "python"
    if not (python / "ready-python").exists():
        shutil.rmtree(python, ignore_errors=True)
        root = plain.copy(python)
        root.build("python3 -m venv /usr/local")
        (python / "ready-python").touch()
    node = folder / "node"
    if not (node / "ready-node").exists():
        shutil.rmtree(node, ignore_errors=True)
        root = Root(python).copy(node)
        shutil.copy2(REPOSITORY / "web" / "node.lock", node / "node.lock")
        root.build("pip install --no-cache-dir --require-hashes -r /node.lock")
        (node / "ready-node").touch()
    return {PYTHON: Root(python), NODE: Root(node)}


def image(folder: Path) -> Root:
    """The image `service`."""
    built, work = bases(folder), folder / "stages"
    shutil.rmtree(work, ignore_errors=True)
    context = context_of(REPOSITORY, DOCKERFILE.with_name("Dockerfile.dockerignore"), work / "context")
    for stage in stages(DOCKERFILE):
        root = built[stage.base].copy(work / stage.name)
        built[stage.name] = build(stage, root, context, built)
    return built["service"]


def tried(root: Root, folder: Path) -> int:
    """The exit code of trying it as a container with volumes, read-only, without rights."""
    volumes = {folder / "home": "/var/lib/otehon", folder / "pages": "/srv/otehon"}
    for volume in volumes:
        shutil.rmtree(volume, ignore_errors=True)
        volume.mkdir()
        os.chown(volume, SERVICE_USER, SERVICE_USER)
    health = root.notes["HEALTHCHECK"][root.notes["HEALTHCHECK"].index("CMD") + 1 :]
    text = (Path(__file__).with_name("inside.py")).read_text()
    return root.run(["/opt/otehon/bin/python", "-", *health], volumes, {}, text)


def main() -> None:
    """Build and try."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/var/tmp/otehon-image").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    raise SystemExit(tried(image(folder), folder))


if __name__ == "__main__":
    main()

"""A Debian in a folder, and commands that run in it as in a container: own processes, mounts and user."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LENT_FILES = ("/etc/resolv.conf", "/etc/ssl/certs")
LENT_VARIABLES = ("PIP_", "UV_", "SSL_CERT_", "REQUESTS_CA_", "NODE_EXTRA_", "HTTP_PROXY", "HTTPS_PROXY")
"""How this machine reaches package registries. A real builder has its own way."""

MOUNTS = """
mount --bind "$ROOT" "$ROOT"
for place in $LENT; do mount --rbind "$place" "$ROOT$place"; done
mount -t proc proc "$ROOT/proc"
mount --rbind /dev "$ROOT/dev"
mount -t tmpfs tmpfs "$ROOT/tmp"
for volume in $VOLUMES; do mount --bind "${volume%%:*}" "$ROOT${volume#*:}"; done
"""
SEALED = """
mount -o remount,bind,ro "$ROOT"
ip link set lo up
"""
ENTER = 'exec /usr/sbin/chroot "$ROOT" /usr/bin/env -i "$@"'


@dataclass(slots=True)
class Root:
    """A root file system, and what an image notes beside it.

    Args:
        folder: where it lies.
        environment: variables of every process in it.
        workdir: where they start.
        user: `uid:gid` that they run as; empty for root.
        notes: `ENTRYPOINT`, `CMD` and `HEALTHCHECK`.
    """

    folder: Path
    environment: dict[str, str] = field(
        default_factory=lambda: {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    )
    workdir: str = "/"
    user: str = ""
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def path(self, inside: str) -> Path:
        """Where a path of the inside lies outside."""
        return self.folder / str(Path(self.workdir) / inside).lstrip("/")

    def copy(self, folder: Path) -> "Root":
        """The same again in another folder."""
        subprocess.run(["cp", "--archive", "--reflink=auto", str(self.folder), str(folder)], check=True)
        return Root(folder, dict(self.environment), self.workdir, self.user, dict(self.notes))

    def build(self, line: str) -> None:
        """Run a line of shell in it, as a builder does; it may write and reach the network.

        Raises:
            subprocess.CalledProcessError: it failed.
        """
        lent = {name: value for name, value in os.environ.items() if name.upper().startswith(LENT_VARIABLES)}
        lent.pop("PIP_FIND_LINKS", None)
        for place in LENT_FILES:
            _make_mount_point(Path(place), self.folder / place.lstrip("/"))
        self._run(["/bin/sh", "-c", line], lent | self.environment, MOUNTS, LENT_FILES).check_returncode()

    def run(
        self, command: Sequence[str], volumes: Mapping[Path, str], settings: Mapping[str, str], text: str = ""
    ) -> int:
        """Run a command as compose.yaml has it run; its exit code.

        Nothing can be written but `/tmp` and the volumes, there is no network but loopback, and no right
        beyond those of its user.

        Args:
            volumes: folders of this machine, and where they are seen inside.
            settings: further variables.
            text: what it reads from standard input.
        """
        uid, _, gid = self.user.partition(":")
        rights = ["--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--clear-groups"]
        dropped = ["/usr/bin/setpriv", f"--reuid={uid}", f"--regid={gid}", *rights, *command]
        return self._run(
            dropped, {**self.environment, **settings}, MOUNTS + SEALED, (), volumes, text
        ).returncode

    def _run(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        script: str,
        lent: Sequence[str],
        volumes: Mapping[Path, str] | None = None,
        text: str = "",
    ) -> subprocess.CompletedProcess[str]:
        namespaces = ["--mount", "--pid", "--fork", "--kill-child", *(["--net"] if SEALED in script else [])]
        inside = ["/bin/sh", "-c", f'cd {self.workdir} && exec "$@"', "sh", *command]
        variables = [f"{name}={value}" for name, value in environment.items()]
        places = {
            "ROOT": str(self.folder),
            "LENT": " ".join(lent),
            "VOLUMES": " ".join(f"{outside}:{seen}" for outside, seen in (volumes or {}).items()),
        }
        return subprocess.run(
            ["unshare", *namespaces, "sh", "-euc", script + ENTER, "sh", *variables, *inside],
            env={"PATH": os.environ["PATH"], **places},
            input=text,
            text=True,
        )


def _make_mount_point(like: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if like.is_dir():
        place.mkdir(exist_ok=True)
    elif not place.exists():
        place.touch()


def debian(folder: Path, release: str) -> Root:
    """A small Debian with Python, made once and kept; takes two minutes."""
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        packages = "--include=python3,python3-venv,ca-certificates"
        subprocess.run(["debootstrap", "--variant=minbase", packages, release, str(folder)], check=True)
        (folder / "ready").touch()
    return Root(folder)

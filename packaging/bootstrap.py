"""Sets everything up on a machine that has only Python, then runs the demo or the tests.

    python3 packaging/bootstrap.py demo [arguments of `polka demo`]
    python3 packaging/bootstrap.py test [arguments of pytest]
    python3 packaging/bootstrap.py setup

Standard library only.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
UV = "uv==0.13.9"
OLDEST_PYTHON = (3, 11)

# Library: the Debian package that has it. What Qt's wheels expect to find on the system.
LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "X11-xcb": "libx11-xcb1",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-randr": "libxcb-randr0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xinerama": "libxcb-xinerama0",
    "xcb-xkb": "libxcb-xkb1",
}
# Program: the Debian package that has it. What the tests need besides.
TEST_PROGRAMS = {"gnome-keyring-daemon": "gnome-keyring", "dbus-run-session": "dbus"}
QUIET = subprocess.DEVNULL
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")


class SetupError(Exception):
    """A step that cannot be taken; the text says what the person can do."""


def main(arguments: Sequence[str]) -> int:
    """Run one of the three commands; the exit code is that of what was run."""
    if not arguments or arguments[0] not in {"demo", "test", "setup"}:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    command, rest = arguments[0], list(arguments[1:])
    try:
        set_up(for_tests=command == "test")
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 1
    return run(command, rest)


def run(command: str, arguments: list[str]) -> int:
    """Run what was asked for, in the environment that was made."""
    python = str(BIN / "python")
    commands = {
        "demo": [python, "-m", "app", "demo", *arguments],
        "test": [python, "-m", "pytest", *arguments],
        "setup": [python, "-m", "app", "--version"],
    }
    try:
        return subprocess.call(commands[command], cwd=ROOT)
    except KeyboardInterrupt:
        return 1


def set_up(*, for_tests: bool) -> None:
    """Take every step that is still to be taken, each with a word."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise SetupError(f"Polka needs Python {wanted} or newer; this is {sys.version.split()[0]}.")
    install_system_packages(missing_packages(for_tests=for_tests))
    stamp, wanted_stamp = VENV / f"ready-{'test' if for_tests else 'run'}", locked_state()
    if stamp.is_file() and stamp.read_text() == wanted_stamp:
        return
    make_environment()
    install_dependencies(for_tests=for_tests)
    stamp.write_text(wanted_stamp)
    say("Everything is set up.")


def say(words: str) -> None:
    """One step, at once."""
    print(f"* {words}", flush=True)


def locked_state() -> str:
    """Changes when anything that is installed or compiled changes."""
    digest = hashlib.sha256()
    files = [ROOT / "uv.lock", ROOT / "pyproject.toml"]
    for path in [*files, *sorted((ROOT / "resources" / "translations").glob("*.ts"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def missing_packages(*, for_tests: bool) -> list[str]:
    """Debian packages to install; empty on other systems."""
    if shutil.which("apt-get") is None:
        return []
    missing = [package for name, package in LIBRARIES.items() if not has_library(name)]
    if find_spec("ensurepip") is None:
        missing.append("python3-venv")
    if not any(next(folder.rglob("*.[to]tf"), None) for folder in FONT_FOLDERS if folder.is_dir()):
        missing.append(FONT_PACKAGE)
    if for_tests:
        missing += [p for name, p in TEST_PROGRAMS.items() if shutil.which(name) is None]
    return missing


def has_library(name: str) -> bool:
    """Whether the loader finds it."""
    if ctypes.util.find_library(name):
        return True
    # find_library needs ldconfig or gcc, which a bare system may lack: look where Debian puts them.
    folders = ("/usr/lib", "/lib")
    return any(next(Path(folder).glob(f"*/lib{name}.so*"), None) for folder in folders)


def install_system_packages(packages: Sequence[str]) -> None:
    """Install them, or raise with the exact command to type."""
    if not packages:
        return
    say(f"Missing system packages: {', '.join(packages)}.")
    prefix = rights()
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if prefix is None:
        raise SetupError(
            "There is no right to install them here. Type this, then run the same command again:\n\n"
            f"    sudo apt-get update && sudo {' '.join(install)}\n"
        )
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    say("Installing them with apt-get; this takes a minute.")
    for command in (["apt-get", "update", "-q"], install):
        if subprocess.call([*prefix, *command], env=environment, stdout=QUIET):
            raise SetupError(
                "apt-get could not do it (its words are above). Without network, or with another "
                f"package manager, install by hand: {' '.join(packages)}"
            )


def rights() -> list[str] | None:
    """What to put before a command that needs rights; None where there are none."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.call(["sudo", "-n", "true"], stderr=QUIET) == 0
    return ["sudo", "-E"] if allowed else None


def make_environment() -> None:
    """A virtual environment in `.venv`; one that is broken is made anew."""
    python = BIN / ("python.exe" if os.name == "nt" else "python")
    works = python.exists() and not subprocess.call(
        [str(python), "-m", "pip", "--version"],
        stdout=QUIET,
        stderr=QUIET,
    )
    if works:
        return
    say("Making the virtual environment .venv.")
    if VENV.exists():
        shutil.rmtree(VENV)
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]):
        raise SetupError("Python could not make a virtual environment (its words are above).")


def install_dependencies(*, for_tests: bool) -> None:
    """Exactly what `uv.lock` says, and the project itself with its translations."""
    python = str(BIN / "python")
    if subprocess.call([python, "-m", "uv", "--version"], stdout=QUIET, stderr=QUIET):
        say("Installing uv, which reads the lock.")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV]
        if subprocess.call(pip):
            raise SetupError(no_network())
    say("Installing the locked dependencies (about 110 MB to download the first time).")
    groups = [] if for_tests else ["--no-dev"]
    sync = [python, "-m", "uv", "sync", "--locked", "--inexact", *groups]
    environment = {**os.environ, "VIRTUAL_ENV": str(VENV), "UV_PYTHON": python}
    if subprocess.call(sync, cwd=ROOT, env=environment):
        raise SetupError(no_network())


def no_network() -> str:
    """What to do when a download failed."""
    return (
        "The packages could not be installed (the reason is above). Is there a network? Behind a "
        "company's proxy set HTTPS_PROXY, then run the same command again."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

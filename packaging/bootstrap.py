"""Sets everything up on a machine that has only Python, then runs the demo or the tests.

    python3 packaging/bootstrap.py demo [arguments of `polka demo`]
    python3 packaging/bootstrap.py test [arguments of pytest]
    python3 packaging/bootstrap.py setup

Standard library only.
"""

from __future__ import annotations

import ctypes
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
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
UV = "uv==0.13.9"
OLDEST_PYTHON = (3, 11)

# Library: the Debian package that has it. What Qt's wheel expects to find on a Linux system.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Program: the Debian package that has it. What the tests need besides.
TEST_PROGRAMS = {"gnome-keyring-daemon": "gnome-keyring", "dbus-run-session": "dbus"}
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
QUIET = subprocess.DEVNULL


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
        return run(command, rest)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
    except OSError as error:
        print(f"\n{no_access(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
    return 1


def run(command: str, arguments: list[str]) -> int:
    """Run what was asked for, in the environment that was made."""
    commands = {
        "demo": [PYTHON, "-m", "app", "demo", *arguments],
        "test": [PYTHON, "-m", "pytest", "--numprocesses", "auto", *arguments],
        "setup": [PYTHON, "-m", "app", "--version"],
    }
    return subprocess.call(commands[command], cwd=ROOT)


def set_up(*, for_tests: bool) -> None:
    """Take every step that is still to be taken, each with a word."""
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError(old_python())
    install_system_packages(missing_packages(for_tests=for_tests))
    stamp, wanted_stamp = VENV / f"ready-{'test' if for_tests else 'run'}", locked_state()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted_stamp:
        return
    make_environment()
    install_dependencies(for_tests=for_tests)
    stamp.write_text(wanted_stamp, encoding="utf-8")
    say("Everything is set up.")


def say(words: str) -> None:
    """One step, at once."""
    print(f"* {words}", flush=True)


def locked_state() -> str:
    """Changes when anything that is installed or compiled changes, or Python, or the folder's place."""
    digest = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    files = [ROOT / "uv.lock", ROOT / "pyproject.toml"]
    for path in [*files, *sorted((ROOT / "resources" / "translations").glob("*.ts"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def missing_packages(*, for_tests: bool) -> list[str]:
    """Debian packages to install; empty on Windows and macOS.

    Raises `SetupError` on a Linux without apt-get where Qt's libraries are missing.
    """
    if not sys.platform.startswith("linux"):
        return []
    libraries = [name for name in LIBRARIES if not has_library(name)]
    if shutil.which("apt-get") is None:
        if libraries:
            raise SetupError(other_linux(libraries))
        return []
    missing = [LIBRARIES[name] for name in libraries]
    if find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if not CERTIFICATES.exists():
        missing.append("ca-certificates")
    if not any(next(folder.rglob("*.[to]tf"), None) for folder in FONT_FOLDERS):
        missing.append("fonts-dejavu-core")
    if for_tests:
        missing += [p for name, p in TEST_PROGRAMS.items() if shutil.which(name) is None]
    return missing


def has_library(name: str) -> bool:
    """Whether the loader finds it, with all that it needs in turn."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_system_packages(packages: Sequence[str]) -> None:
    """Install them, or raise with the exact command to type."""
    if not packages:
        return
    say(f"Missing system packages: {', '.join(packages)}.")
    prefix = rights()
    if prefix is None:
        raise SetupError(no_rights(packages, with_sudo=shutil.which("sudo") is not None))
    say("Installing them with apt-get; this takes a minute.")
    words = ""
    for command in (["apt-get", "update"], apt_install(packages)):
        done = run_apt([*prefix, *command])
        words += done.stdout
        if done.returncode:
            print(words, file=sys.stderr)
            raise SetupError(apt_failed(packages))


def run_apt(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Its words are kept: they matter only when it fails."""
    return subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=QUIET,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )


def apt_install(packages: Sequence[str]) -> list[str]:
    """The command that installs them."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


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
    if answers("pip"):
        return
    if VENV.exists():
        say("The virtual environment .venv is not whole: removing it.")
        shutil.rmtree(VENV)
    say("Making the virtual environment .venv.")
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]):
        raise SetupError("Python could not make a virtual environment (its words are above).")


def answers(module: str) -> bool:
    """Whether the environment's Python runs, and has this tool."""
    try:
        return subprocess.call([PYTHON, "-m", module, "--version"], stdout=QUIET, stderr=QUIET) == 0
    except OSError:
        return False


def install_dependencies(*, for_tests: bool) -> None:
    """Exactly what `uv.lock` says, and the project itself with its translations."""
    if not answers("uv"):
        say("Installing uv, which reads the lock.")
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV]
        if subprocess.call(pip):
            raise SetupError(no_network())
    say("Installing the locked dependencies (about 95 MB to download the first time).")
    groups = [] if for_tests else ["--no-dev"]
    sync = [PYTHON, "-m", "uv", "sync", "--locked", "--inexact", *groups]
    environment = {
        "UV_SYSTEM_CERTS": "1",  # a company's proxy has a certificate that only the system knows
        **os.environ,
        "VIRTUAL_ENV": str(VENV),
        "UV_PROJECT_ENVIRONMENT": str(VENV),
        "UV_PYTHON": PYTHON,
    }
    if subprocess.call(sync, cwd=ROOT, env=environment):
        raise SetupError(no_network())


def old_python() -> str:
    """What to do with a Python that is too old."""
    wanted = ".".join(map(str, OLDEST_PYTHON))
    return (
        f"Polka needs Python {wanted} or newer; this is {sys.version.split()[0]}. Install a newer one "
        "(https://www.python.org/downloads/) and run this command with it."
    )


def no_rights(packages: Sequence[str], *, with_sudo: bool) -> str:
    """The exact command for a person who may do more than this program may."""
    install = " ".join(apt_install(packages))
    command = f"su -c 'apt-get update && {install}'"
    if with_sudo:
        command = f"sudo apt-get update && sudo {install}"
    return (
        "There is no right to install them here. Type this, or have the administrator type it, then run "
        f"the same command again:\n\n    {command}\n"
    )


def other_linux(libraries: Sequence[str]) -> str:
    """What to do where the packages' names are not known."""
    return (
        f"These libraries are missing: {', '.join(libraries)}. There is no apt-get here: install them "
        "with this system's package manager, then run the same command again."
    )


def apt_failed(packages: Sequence[str]) -> str:
    """What to do when apt-get would not."""
    return (
        "apt-get could not do it (its words are above). Is there a network? Run the same command again, "
        f"or install by hand: {' '.join(packages)}"
    )


def no_network() -> str:
    """What to do when a download failed."""
    return (
        "The packages could not be installed (the reason is above). Is there a network? Behind a "
        "company's proxy set HTTPS_PROXY, then run the same command again."
    )


def no_access(error: OSError) -> str:
    """What to do when a file or a program of the environment would not open."""
    return (
        f"{error.filename or ROOT}: {error.strerror}. Close whatever uses this folder, see that it may be "
        "written to and that the disk is not full, then run the same command again."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

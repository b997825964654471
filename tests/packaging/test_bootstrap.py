"""What set-up says and decides before it touches the system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull, "UV_OFFLINE": "1"}


def bootstrap(folder: Path = ROOT) -> dict[str, Any]:
    return run_path(str(folder / "packaging" / "bootstrap.py"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder of its own with what set-up reads; nothing is installed in it."""
    folder = tmp_path / "polka"
    (folder / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "bootstrap.py", folder / "packaging")
    shutil.copytree(ROOT / "resources" / "translations", folder / "resources" / "translations")
    for name in ("uv.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "packaging/bootstrap.py", *arguments],
        cwd=folder,
        env={**os.environ, **OFFLINE},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_without_a_command_it_says_which_there_are() -> None:
    asked, mistyped = run(ROOT, "--help"), run(ROOT, "tset")
    assert "bootstrap.py demo" in asked.stdout
    assert (asked.returncode, mistyped.returncode) == (0, 2)


def test_a_step_that_fails_is_told_in_a_sentence_and_can_be_repeated(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "half").touch()
    first, second = run(checkout, "setup"), run(checkout, "setup")
    assert (first.returncode, second.returncode) == (1, 1)
    assert "not whole: removing it" in first.stdout
    assert "Is there a network?" in first.stderr
    assert "Traceback" not in first.stderr + second.stderr
    assert "Making the virtual environment" not in second.stdout


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(checkout: Path) -> None:
    (checkout / ".venv").write_text("a file in the way")
    answer = run(checkout, "setup")
    assert answer.returncode == 1
    assert "may be written to" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_the_command_to_type_is_whole_with_sudo_and_without() -> None:
    packages = ["libegl1", "python3.11-venv"]
    install = "apt-get install -y --no-install-recommends libegl1 python3.11-venv"
    no_rights = bootstrap()["no_rights"]
    assert f"sudo apt-get update && sudo {install}" in no_rights(packages, with_sudo=True)
    assert f"su -c 'apt-get update && {install}'" in no_rights(packages, with_sudo=False)


def test_a_library_that_the_loader_does_not_find_is_missing() -> None:
    assert not bootstrap()["has_library"]("libthere-is-no-such.so.1")


def test_set_up_is_repeated_when_the_lock_or_a_translation_changes(checkout: Path) -> None:
    locked_state = bootstrap(checkout)["locked_state"]
    states = [locked_state()]
    for path in (checkout / "uv.lock", checkout / "resources" / "translations" / "polka_ru.ts"):
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        states.append(locked_state())
    assert locked_state() == states[-1]
    assert len(set(states)) == 3

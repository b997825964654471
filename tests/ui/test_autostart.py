"""Starting with the system: what is written where, for each system."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import PolkaError
from app.ui.desktop.autostart import Autostart

COMMAND = ("/opt/Моя полка/polka", "--hidden", "--data", '/home/a/100% "$HOME" `x` \\ y')


@pytest.mark.skipif(sys.platform == "win32", reason="a shell undoes the quoting")
def test_a_linux_entry_says_the_command_as_the_specification_quotes_it() -> None:
    entry = Autostart("polka-1", COMMAND, "linux")
    assert not entry.is_on
    entry.switch(is_on=True)
    assert entry.is_on
    lines = entry.path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    (exec_line,) = (line.removeprefix("Exec=") for line in lines if line.startswith("Exec="))
    unescaped = exec_line.replace("\\\\", "\\").replace("%%", "%")
    shell = subprocess.run(["sh", "-c", f"printf '%s\\n' {unescaped}"], check=True, capture_output=True)
    assert tuple(shell.stdout.decode().splitlines()) == COMMAND
    entry.switch(is_on=False)
    assert not entry.is_on
    entry.switch(is_on=False)


@pytest.mark.parametrize("word", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(word: str) -> None:
    entry = Autostart("polka-1", COMMAND, "linux")
    entry.switch(is_on=True)
    with entry.path.open("a", encoding="utf-8") as file:
        file.write(word + "\n")
    assert not entry.is_on
    entry.switch(is_on=True)
    assert entry.is_on


def test_a_macos_agent_runs_at_login() -> None:
    entry = Autostart("polka-1", COMMAND, "darwin")
    entry.switch(is_on=True)
    agent = plistlib.loads(entry.path.read_bytes())
    assert agent == {"Label": "polka-1", "ProgramArguments": list(COMMAND), "RunAtLoad": True}
    assert entry.path.parent.name == "LaunchAgents"


def test_two_folders_have_two_entries_and_start_hidden(tmp_path: Path) -> None:
    one, two = Autostart.of_folder(tmp_path / "one"), Autostart.of_folder(tmp_path / "two")
    assert one.name != two.name
    assert one.command[0] == sys.executable
    assert one.command[-3:] == ("--hidden", "--data", str(tmp_path / "one"))


def test_a_folder_that_may_not_be_written_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    with pytest.raises(PolkaError, match="could not be changed"):
        Autostart("polka-1", COMMAND, "linux").switch(is_on=True)

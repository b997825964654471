"""Starting with the system: an entry of the person's own, for one data folder.

Linux: Desktop Application Autostart Specification, `~/.config/autostart`. macOS: a launch agent. Windows:
the key `Run` of the person's registry.
"""

from __future__ import annotations

import hashlib
import os
import plistlib
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from app.domain.errors import PolkaError
from app.domain.text import translate

RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
SWITCHED_OFF = ("Hidden=true", "X-GNOME-Autostart-enabled=false")
"""What desktops write into an entry that a person switched off in their settings."""


@dataclass(frozen=True, slots=True)
class Autostart:
    """The entry of one data folder. `command` is what the system starts."""

    name: str
    command: tuple[str, ...]
    platform: str = sys.platform

    @classmethod
    def of_folder(cls, folder: Path) -> Autostart:
        """The entry that opens this folder as an icon beside the clock."""
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
        return cls(f"polka-{digest}", (*_program(), "--hidden", "--data", str(folder.resolve())))

    @property
    def is_on(self) -> bool:
        """Whether the system starts it."""
        if self.platform == "win32":
            return _run_key().contains(self.name)
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except OSError:
            return False
        return not any(line in SWITCHED_OFF for line in lines)

    def switch(self, *, is_on: bool) -> None:
        """Write or remove the entry. Raises `PolkaError` where that is not allowed."""
        try:
            if self.platform == "win32":
                self._switch_key(is_on=is_on)
            elif is_on:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.path.write_text(self._entry(), encoding="utf-8")
            else:
                self.path.unlink(missing_ok=True)
        except OSError as error:
            raise PolkaError(
                translate("Autostart", "Starting with the system could not be changed."),
                translate("Autostart", "Polka may not write to {path}.").format(path=self.path),
            ) from error

    @property
    def path(self) -> Path:
        """The file of the entry on Linux and macOS."""
        if self.platform == "darwin":
            return Path.home() / "Library" / "LaunchAgents" / f"{self.name}.plist"
        config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        return Path(config) / "autostart" / f"{self.name}.desktop"

    def _entry(self) -> str:
        if self.platform == "darwin":
            agent = {"Label": self.name, "ProgramArguments": list(self.command), "RunAtLoad": True}
            return plistlib.dumps(agent).decode()
        exec_line = " ".join(map(_quoted, self.command)).replace("\\", "\\\\")
        lines = ("[Desktop Entry]", "Type=Application", "Name=Polka", f"Exec={exec_line}", "Terminal=false")
        return "\n".join((*lines, ""))

    def _switch_key(self, *, is_on: bool) -> None:
        key = _run_key()
        if is_on:
            key.setValue(self.name, subprocess.list2cmdline(self.command))
        else:
            key.remove(self.name)
        key.sync()


def _run_key() -> QSettings:
    return QSettings(RUN_KEY, QSettings.Format.NativeFormat)


def _program() -> tuple[str, ...]:
    """The program as it was installed. `-P`: a folder that happens to be called `app` is not it."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    windowed = Path(sys.executable).with_name("pythonw.exe")
    return (str(windowed) if windowed.exists() else sys.executable, "-P", "-m", "app")


def _quoted(argument: str) -> str:
    """As the Desktop Entry Specification quotes an argument of `Exec`."""
    escaped = re.sub(r'(["`$\\])', r"\\\1", argument).replace("%", "%%")
    return f'"{escaped}"'

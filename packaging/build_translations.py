"""Compiles the translations while the project is built; hatchling calls it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there only while building
    """Makes `resources/translations/*.qm` from the `.ts` beside them."""

    PLUGIN_NAME = "translations"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Run Qt's lrelease on every language."""
        for source in sorted(Path(self.root, "resources", "translations").glob("*.ts")):
            target = source.with_suffix(".qm")
            subprocess.run([str(lrelease()), "-silent", str(source), "-qm", str(target)], check=True)


def lrelease() -> Path:
    """The lrelease that PySide6 brings along."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise RuntimeError("PySide6 is not installed in the build environment")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    return Path(spec.origin).parent / name

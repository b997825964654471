"""Measures speed and memory and prints the README's table of them: python -m tests.benchmarks [NAME …]

Each figure is compared with its counterpart in the same run; every program runs in a process of its own.
"""

from __future__ import annotations

import os
import platform
import sys
from importlib import import_module

import PySide6

NAMES = ("start", "receiver", "sender", "table", "events", "importing", "in_window")
HEAD = ("| | bare | Polka | ratio | target | |", "|---|---|---|---|---|---|")


def main(names: list[str]) -> None:
    """Print the table line by line, as the figures come."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what "offscreen" cannot do
    print(*HEAD, sep="\n", flush=True)
    for name in names or NAMES:
        for figure in import_module(f"tests.benchmarks.{name}").measure():
            print(figure.as_row(), flush=True)
    print(
        f"\n{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}, "
        f"PySide {PySide6.__version__}, {os.environ['QT_QPA_PLATFORM']}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])

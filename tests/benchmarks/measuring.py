"""A benchmark's figures, and the processes that they are measured in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

KINDS = ("bare", "polka")
"""Measured in turn, so that a busy moment of the machine meets both."""


@dataclass(frozen=True)
class Figure:
    """A line of the printed table; `bare` is what Polka is compared with."""

    name: str
    polka: str
    target: str
    is_met: bool
    bare: str = ""
    ratio: str = ""

    def as_row(self) -> str:
        """The line in Markdown."""
        met = "met" if self.is_met else "**missed**"
        return f"| {self.name} | {self.bare} | {self.polka} | {self.ratio} | {self.target} | {met} |"


def at_most(name: str, polka: float, most: float, unit: str, note: str = "") -> Figure:
    """A figure that must stay below a limit of its own."""
    return Figure(name, f"{polka:.0f} {unit}{note}", f"< {most:.0f} {unit}", polka < most)


def command(module: str, *arguments: str) -> list[str]:
    """How a module of this package is run in a process of its own."""
    return [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]


def printed_by(module: str, *arguments: str) -> str:
    """What it prints until it ends."""
    return subprocess.run(command(module, *arguments), check=True, stdout=subprocess.PIPE, text=True).stdout


class Child:
    """A process that is talked to in lines."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def read(self) -> str:
        """Its next line; an empty one if it has ended."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def say(self, line: str) -> None:
        """Send it a line."""
        assert self._process.stdin is not None
        print(line, file=self._process.stdin, flush=True)


@contextmanager
def child(module: str, *arguments: str) -> Iterator[Child]:
    """A process that is killed at the end, so that only what it has committed remains."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command(module, *arguments), stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield Child(process)
        finally:
            process.kill()

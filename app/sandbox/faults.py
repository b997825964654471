"""How the sandbox misbehaves when it is told to.

`NAME` always, `NAME:3` for the next three requests, `NAME@0.2` for one in five, `NAME=2.5` with a value;
parts combine: `latency=2:5`. See `NAMES`.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

API = frozenset(
    {
        "latency", "401", "403", "410", "422", "429", "500", "502", "503", "302",
        "timeout-before", "timeout-after", "cut-before", "cut-after",
        "html", "error-text", "huge",
    }
)  # fmt: skip
WEBHOOK = frozenset({"duplicate", "delay", "reorder"})
NAMES = API | WEBHOOK

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
_FORM = re.compile(rf"([a-z0-9-]+)(?:=({_NUMBER}))?(?::([0-9]{{1,6}}))?(?:@({_NUMBER}))?")


@dataclass(slots=True)
class Fault:
    """One way to misbehave. `left`: so many times more, None: always. `value`: seconds."""

    name: str
    value: float | None = None
    left: int | None = None
    probability: float = 1.0


def parse_fault(text: str) -> Fault:
    """Read one fault. Raises `ValueError` with the names that there are."""
    found = _FORM.fullmatch(text.strip())
    if found is None or found[1] not in NAMES:
        message = f"there is no fault “{text}”; there are {', '.join(sorted(NAMES))}"
        raise ValueError(message)
    name, value, left, probability = found.groups()
    return Fault(
        name,
        None if value is None else float(value),
        None if left is None else int(left),
        1.0 if probability is None else float(probability),
    )


@dataclass(slots=True)
class Faults:
    """The faults that are set now."""

    rng: random.Random = field(default_factory=random.Random)
    active: list[Fault] = field(default_factory=list[Fault])

    def take(self, names: frozenset[str]) -> dict[str, float | None]:
        """Those that strike this time, {name: value}; counted ones are used up by one."""
        struck: dict[str, float | None] = {}
        for fault in self.active:
            if fault.name in names and fault.left != 0 and self.rng.random() < fault.probability:
                struck[fault.name] = fault.value
                if fault.left is not None:
                    fault.left -= 1
        return struck

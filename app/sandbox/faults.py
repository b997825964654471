"""How the sandbox misbehaves when it is told to.

`NAME` always, `NAME:3` for the next three requests, `NAME@0.2` for one in five, `NAME=2.5` with a value in
seconds; parts combine: `latency=2:5`. Together the names lead to every row of the table *Outcomes* of the
protocol page, but for a connection that cannot be made: for that one stops the sandbox.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

STATUSES = frozenset(
    {
        "301", "302", "303", "307", "308",
        "400", "401", "403", "404", "405", "408", "409", "410", "413", "415", "422", "425", "429",
        "500", "502", "503", "504",
    }
)  # fmt: skip
"""Answers in place of the right one; nothing is applied. A value becomes `Retry-After`."""

DATED = frozenset({"429-date", "503-date"})
"""The same, with `Retry-After` as a date (RFC 9110 10.2.3)."""

ODD_ANSWERS = frozenset({"html", "error-text", "huge"})
"""A page with status 500, a 200 that speaks of an error, a 200 of 50 MB; nothing is applied."""

ERRORS_AFTER = frozenset({"500-after", "502-after", "503-after", "504-after"})
"""The action is applied, and the answer says that something failed."""

SILENCES = frozenset(
    {"timeout-before", "timeout-after", "cut-before", "cut-after", "reset-before", "reset-after", "late"}
)
"""No whole answer, before or after applying: none for a value's seconds; one that breaks off after its
head; a connection that is reset without a byte. `late`: reset at once, applied a value's seconds later."""

API = STATUSES | DATED | ODD_ANSWERS | ERRORS_AFTER | SILENCES | {"latency"}
WEBHOOK = frozenset({"duplicate", "delay", "reorder", "lose"})
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

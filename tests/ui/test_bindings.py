"""The bindings keep Python's books: a reference too few to None ends the program on Python 3.11."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

TIMES = 1000


class Bell(QObject):
    rung = Signal()


def test_asking_qt_costs_no_reference_to_none_or_true() -> None:
    bell = Bell()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(TIMES):
        bell.parent()
        bell.rung.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(now > then - TIMES // 2 for then, now in zip(before, after, strict=True))

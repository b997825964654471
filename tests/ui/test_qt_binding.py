"""What the binding to Qt must be able to do, whichever version is locked."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_a_call_into_qt_leaves_none_its_references() -> None:
    # PySide 6.12.0 takes one away with each call, and before Python 3.12 that ends the program.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) - before > -CALLS / 2

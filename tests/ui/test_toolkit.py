"""What Polka relies on in PySide itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal


class Sender(QObject):
    told = Signal()


def test_none_and_true_are_counted_right() -> None:
    """PySide 6.12 on Python 3.11 gave them away at every signal and empty cell until Python aborted."""
    sender, model = Sender(), QStringListModel(["x"])
    cell = model.index(0)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(100):
        sender.told.emit()
        cell.data(Qt.ItemDataRole.UserRole)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(now > then - 50 for then, now in zip(before, after, strict=True))

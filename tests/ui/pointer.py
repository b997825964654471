"""The pointer over a widget. Without a screen a move does not always reach the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget


def enter(*widgets: QWidget) -> None:
    """The pointer comes upon these, the outer ones first."""
    for widget in widgets:
        inside = QPointF(widget.rect().center())
        in_window = QPointF(widget.mapTo(widget.window(), inside))
        QApplication.sendEvent(widget, QEnterEvent(inside, in_window, widget.mapToGlobal(inside)))
        assert widget.underMouse()


def leave(*widgets: QWidget) -> None:
    """The pointer goes away from these, the inner ones first."""
    for widget in widgets:
        QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
        assert not widget.underMouse()

"""The question before a link is changed or undone: what that does, in figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_about_link(
    parent: QWidget, title: str, words: str, button: str, agreed: Callable[[], object]
) -> QMessageBox:
    """Open the question; `agreed` is called where the person says yes."""
    box = QMessageBox(QMessageBox.Icon.Question, title, words, QMessageBox.StandardButton.Cancel, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sure = box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
    sure.clicked.connect(agreed)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box

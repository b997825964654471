"""A secret: typed unseen, or created; what is saved is not shown again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget


class SecretField(QWidget):
    """A created one is shown and copied at once: the sender has to get it."""

    def __init__(self, new: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = new
        self._is_saved = False
        self.edit = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.make = QPushButton()
        self.setFocusProxy(self.edit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.edit, 1)
        line.addWidget(self.make)
        self.make.clicked.connect(self._on_make_clicked)
        self.edit.textEdited.connect(lambda: self.edit.setEchoMode(QLineEdit.EchoMode.Password))

    @property
    def text(self) -> str:
        """What is typed; nothing where the saved one stays."""
        return self.edit.text()

    def show_saved(self, *, is_saved: bool) -> None:
        """Whether there is one already."""
        self._is_saved = is_saved
        self.edit.setPlaceholderText(self.tr("saved") if is_saved else "")

    def clear(self) -> None:
        """It is saved now, and shown no longer."""
        self.edit.clear()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)

    def retranslate(self, name: str) -> None:
        """Show the words in the language of now."""
        self.edit.setAccessibleName(name)
        self.make.setText(self.tr("Create and copy"))
        self.make.setAccessibleName(f"{self.tr('Create and copy')}: {name}")
        self.show_saved(is_saved=self._is_saved)

    def _on_make_clicked(self) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal)
        self.edit.setText(self._new())
        self.edit.setCursorPosition(0)
        QGuiApplication.clipboard().setText(self.edit.text())

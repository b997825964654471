"""Workbooks to fill in: which one, and where it is saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.services.import_templates import TEMPLATES, save_template
from app.ui.context import UiContext
from app.ui.exports import ask_workbook_path
from app.ui.i18n import translated


class TemplateButton(QPushButton):
    """A button with a menu of the templates."""

    message = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._menu = QMenu(self)
        self._menu.triggered.connect(lambda action: self._ask(action.data(), action.text()))
        self.setMenu(self._menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.setText(self.tr("Templates"))
        self.setToolTip(self.tr("Empty workbooks whose columns Polka knows"))
        words = {
            "long": self.tr("Quantities: a row for each size"),
            "wide": self.tr("Quantities: a column for each size"),
            "prices": self.tr("Prices"),
            "count": self.tr("Stock count"),
        }
        self._menu.clear()
        for name in TEMPLATES:
            self._menu.addAction(words[name]).setData(name)

    def _ask(self, template: str, title: str) -> None:
        name = title.replace(":", "")
        ask_workbook_path(self.window(), title, name, lambda path: self.save(template, path)).open()

    def save(self, template: str, path: str) -> None:
        """Write a template."""
        shop, done = self._context.shop, partial(self._on_saved, path)
        self._context.tasks.run(save_template, shop, Path(path), template, translated, done=done)

    def _on_saved(self, path: str, _: object) -> None:
        self.message.emit(
            self.tr("Saved: {name}. Fill it in and drop it here.").format(name=Path(path).name)
        )

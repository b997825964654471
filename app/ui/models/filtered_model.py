"""A table over a query that a filter narrows."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from app.ui.context import UiContext
from app.ui.models.window_model import Row, WindowModel

Wanted = TypeVar("Wanted")


class FilteredModel(WindowModel[Row], Generic[Row, Wanted]):
    """`bold` is for the cells that a person looks for."""

    def __init__(self, context: UiContext, wanted: Wanted, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.wanted = wanted
        self.bold = QFont()
        self.bold.setWeight(QFont.Weight.DemiBold)

    def show_filter(self, wanted: Wanted) -> None:
        """Show what another filter finds."""
        self.wanted = wanted
        self.start_anew()

"""The line at the top of a page: its name, then what the page puts there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.whole_label import WholeLabel


class PageHeader(QWidget):
    """Title at the left; `add` puts widgets beside it, `add_right` at the right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = WholeLabel()  # the navigation says it, too
        self._title.setProperty("pageTitle", True)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(18, 13, 18, 13)
        self._line.setSpacing(10)
        self._line.addWidget(self._title)
        self._line.addSpacing(4)
        self._line.addStretch(1)
        self._left_count = 2

    def set_title(self, title: str) -> None:
        """The page's name."""
        self._title.setText(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget after those at the left."""
        self._line.insertWidget(self._left_count, widget, stretch)
        self._left_count += 1

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._line.addWidget(widget)

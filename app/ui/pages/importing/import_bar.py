"""The bar below the steps: how much is ready, back and on; while something takes long, how far that is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.services.progress import Progress
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.work_line import WorkLine


class ImportBar(QWidget):
    """*Back* and *Next* stay where they are, whatever stands beside them."""

    back_clicked = Signal()
    next_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pendingBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ready = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._ready.setProperty("strong", True)
        self._rest = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._rest.setProperty("muted", True)
        self.work = WorkLine()
        self.back, self.next = QPushButton(), QPushButton()
        self.next.setProperty("primary", True)
        self.back.clicked.connect(self.back_clicked)
        self.next.clicked.connect(self.next_clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 11, 18, 11)
        line.setSpacing(12)
        line.addWidget(self._ready)
        line.addWidget(self._rest, 1)
        line.addWidget(self.work, 2)
        line.addWidget(self.back)
        line.addWidget(self.next)

    @property
    def words(self) -> str:
        """What it says."""
        return " · ".join(filter(None, (self._ready.accessibleName(), self._rest.accessibleName())))

    def show_words(self, ready: str, rest: str = "") -> None:
        """How much is ready, and what else there is to say."""
        self._ready.set_whole(ready)
        self._ready.setMinimumWidth(self._ready.fontMetrics().horizontalAdvance(ready) + 4)
        self._rest.set_whole(rest)

    def show_buttons(self, back: str, on: str, *, can_go_on: bool) -> None:
        """The words of the buttons; an empty one hides its button."""
        self.back.setText(back)
        self.back.setVisible(bool(back))
        self.next.setText(on)
        self.next.setVisible(bool(on))
        self.next.setEnabled(can_go_on)

    def watch(self, progress: Progress | None, words: str) -> None:
        """Show how far this work is."""
        self.work.watch(progress, words)

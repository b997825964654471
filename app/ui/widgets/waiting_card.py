"""The card of what waits for a person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.overview_views import Overview, Waiting
from app.services.refused_events import REFUSED
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.widgets.look import set_look


class WaitingCard(QFrame):
    """The sum in large type, and a line for each kind that leads to its rows."""

    waiting_chosen = Signal(object)  # Waiting

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._overview = Overview()
        self._caption, self._figure = QLabel(), QLabel()
        self._caption.setProperty("muted", True)
        self._figure.setProperty("figure", True)
        self.lines = {kind: QPushButton() for kind in Waiting}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 13)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addWidget(self._figure)
        for kind, line in self.lines.items():
            line.setProperty("link", True)
            line.clicked.connect(self._emitter(kind))
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def show_overview(self, overview: Overview) -> None:
        """Show what waits."""
        self._overview = overview
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._caption.setText(self.tr("Waiting for you"))
        count = self._overview.waiting_count
        self._figure.setText(shown.number(count) if count else self.tr("Nothing"))
        set_look(self._figure, "tone", "bad" if count else "ok")
        set_look(self, "tone", "bad" if count else "")
        for kind, line in self.lines.items():
            number = self._overview.waiting.get(kind, 0)
            line.setText(self._words(kind, number))
            line.setVisible(number > 0)
        refused = self._overview.refused
        why = "" if refused is None else translated(REFUSED[refused])
        self.lines[Waiting.REFUSED].setToolTip(why)
        self.lines[Waiting.REFUSED].setAccessibleDescription(why)

    @property
    def words(self) -> list[str]:
        """The lines that are shown."""
        return [line.text() for line in self.lines.values() if not line.isHidden()]

    def _words(self, kind: Waiting, number: int) -> str:
        match kind:
            case Waiting.UNKNOWN:
                return self.tr("%n delivery(ies) without an answer", "", number)
            case Waiting.OVERSOLD:
                return self.tr("%n size(s) oversold", "", number)
            case Waiting.REFUSED:
                return self.tr("Events are refused")
            case Waiting.REJECTED:
                return self.tr("%n delivery(ies) rejected", "", number)
            case Waiting.UNLINKED:
                return self.tr("%n event(s) not recognised", "", number)
            case Waiting.FLAGGED:
                return self.tr("%n size(s) to compare", "", number)

    def _emitter(self, kind: Waiting) -> Callable[[], None]:
        return lambda: self.waiting_chosen.emit(kind)

"""Whether the rows that a file hides or strikes out are imported, too: one of two answers, none before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QWidget

from app.spreadsheet.lines import LeftOut
from app.ui.widgets.flow_layout import FlowLayout

LINE_HEIGHT = 22


class RowsQuestion(QFrame):
    """Hidden where there are none."""

    answered = Signal(bool)  # whether they are imported, too

    def __init__(self, why: LeftOut, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = why
        self.setObjectName("guard")
        self._question = QLabel()
        self.without, self.with_them = QRadioButton(), QRadioButton()
        line = FlowLayout(self)
        line.setContentsMargins(14, 8, 14, 8)
        for widget in (self._question, self.without, self.with_them):
            widget.setMinimumHeight(LINE_HEIGHT)
            line.addWidget(widget)
        self.without.clicked.connect(lambda: self.answered.emit(False))
        self.with_them.clicked.connect(lambda: self.answered.emit(True))
        self.hide()

    def ask(self, count: int, answer: bool | None) -> None:  # noqa: FBT001  # one of two, or none yet
        """Ask about so many rows; an answer can be changed."""
        self._question.setText(self._words(count))
        self.without.setText(self.tr("Leave them out", "", count))
        self.with_them.setText(self.tr("Import them, too", "", count))
        for button, value in ((self.without, False), (self.with_them, True)):
            button.setAutoExclusive(False)  # else one of them stays chosen for ever
            button.setChecked(answer is value)
            button.setAutoExclusive(True)
            button.setAccessibleName(f"{self._question.text()} {button.text()}")
        self.setVisible(count > 0)

    def _words(self, count: int) -> str:
        if self._why is LeftOut.HIDDEN:
            return self.tr("%n row(s) are hidden or filtered out in the file.", "", count)
        return self.tr("In %n row(s) the article or a number is struck out.", "", count)

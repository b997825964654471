"""Columns whose numbers can be read in two ways: each is asked about once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.spreadsheet.layout import Layout
from app.spreadsheet.lines import Ambiguity, Checked
from app.spreadsheet.numbers import Reading
from app.ui import format as shown
from app.ui.models.import_sample_model import column_letters


class ReadingQuestions(QFrame):
    """Hidden where all numbers are clear."""

    chosen = Signal(int, object)  # column, Reading

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guard")
        self._asked: tuple[object, ...] = ()
        self.buttons: dict[tuple[int, Reading], QRadioButton] = {}
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 14, 8)
        self.hide()

    def show_questions(self, checked: Checked, layout: Layout, chosen: Mapping[int, Reading]) -> None:
        """Ask about these; what was chosen can be changed."""
        asked = [
            one for one in checked.ambiguities if one.column in chosen or one.column not in checked.readings
        ]
        key = (tuple((one.column, one.was) for one in asked), tuple(chosen.items()), self.tr("{was} is"))
        if key == self._asked:
            return
        self._asked = key
        self._build(asked, layout, chosen)
        self.setVisible(bool(asked))

    def forget(self) -> None:
        """Nothing is asked of a file that nobody has read."""
        self._asked = ()
        self.hide()

    def _build(self, asked: Sequence[Ambiguity], layout: Layout, chosen: Mapping[int, Reading]) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self.buttons = {}
        self._lines = [self._line(one, layout, chosen.get(one.column)) for one in asked]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, asked: Ambiguity, layout: Layout, chosen: Reading | None) -> QWidget:
        widget = QWidget()
        line = QHBoxLayout(widget)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        label = layout.columns[asked.column].label if asked.column in layout.columns else ""
        words = self.tr("Column «{name}»: how much is {was}?")
        question = QLabel(words.format(name=label or column_letters(asked.column), was=asked.was))
        question.setTextFormat(Qt.TextFormat.PlainText)
        line.addWidget(question)
        group = QButtonGroup(widget)
        for reading, value in asked.readings.items():
            button = QRadioButton(shown.money(value))
            button.setChecked(reading is chosen)
            button.setAccessibleName(f"{question.text()} {button.text()}")
            button.clicked.connect(lambda _=False, r=reading: self.chosen.emit(asked.column, r))
            group.addButton(button)
            line.addWidget(button)
            self.buttons[asked.column, reading] = button
        line.addStretch(1)
        return widget

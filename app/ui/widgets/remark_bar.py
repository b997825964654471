"""The remark of the chosen row in full, and what repairs it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.services.import_rows import CheckRow, CheckRows
from app.spreadsheet.flaws import Level, Problem
from app.ui.widgets.look import set_look

HEIGHT = 52
TONES = {Level.ERROR: "bad", Level.WARNING: "warn", Level.NOTE: ""}


class RemarkBar(QWidget):
    """As high as always, so that nothing moves when another row is chosen."""

    fix_clicked = Signal(object)  # Problem
    fix_all_clicked = Signal(object)  # Problem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.fix, self.fix_all = QPushButton(), QPushButton()
        self.fix.clicked.connect(lambda: self.fix_clicked.emit(self._problem))
        self.fix_all.clicked.connect(lambda: self.fix_all_clicked.emit(self._problem))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.fix)
        line.addWidget(self.fix_all)
        self.setMinimumHeight(HEIGHT)
        self.show_row(None, "", None)

    def show_row(self, row: CheckRow | None, remark: str, rows: CheckRows | None) -> None:
        """Show what is said of a row, and what can be done about its worst problem."""
        worst = None if row is None else row.worst
        level = None if row is None else row.level
        self._problem = worst
        words = ""
        if row is not None and level is not None:
            words = self.tr("Row {row}: {words}").format(row=row.row, words=remark)
        self.words.setText(words)
        set_look(self.words, "tone", "" if level is None else TONES[level])
        can_fix = worst is not None and worst.proposed is not None
        self.fix.setVisible(can_fix)
        many = rows.fixable[worst.flaw] if can_fix and worst is not None and rows is not None else 0
        self.fix_all.setVisible(many > 1)
        if worst is not None and can_fix:
            self.fix.setText(self.tr("Make it «{value}»").format(value=worst.proposed))
            self.fix_all.setText(self.tr("Repair all %n of this kind", "", many))

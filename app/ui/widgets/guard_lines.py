"""What the guard asks about in a review: a sentence for each danger that leads to its rows, and a way to
leave just those out and to put them back.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.guard import Danger


class GuardLines(QFrame):
    """Nothing is shown where nothing is dangerous."""

    show_clicked = Signal(object)  # Danger
    leave_out_clicked = Signal(object)  # Danger
    put_back_clicked = Signal(object)  # Danger

    def __init__(self, counts: Mapping[Danger, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guard")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self.lines: dict[Danger, GuardLine] = {}
        self.show_counts(counts, {})

    def show_counts(self, counts: Mapping[Danger, int], left_out: Mapping[Danger, int]) -> None:
        """How many items each danger has, and how many of them are left out now."""
        for danger in counts:
            if danger not in self.lines:
                self.lines[danger] = GuardLine(danger, self)
                self._column.addWidget(self.lines[danger])
        for danger, line in self.lines.items():
            line.setVisible(danger in counts)
            line.show_counts(counts.get(danger, 0), left_out.get(danger, 0))
        self.setVisible(bool(counts))


class GuardLine(QWidget):
    """One danger; when its items are left out, the line says that instead of asking."""

    def __init__(self, danger: Danger, parent: GuardLines) -> None:
        super().__init__(parent)
        self._danger = danger
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "warn")
        self.show_rows = self._button(self.tr("Show"))
        self.show_rows.clicked.connect(lambda: parent.show_clicked.emit(danger))
        self.leave_out = self._button(self.tr("Leave out"))
        self.leave_out.clicked.connect(lambda: parent.leave_out_clicked.emit(danger))
        self.put_back = self._button(self.tr("Put back"))
        self.put_back.clicked.connect(lambda: parent.put_back_clicked.emit(danger))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words, 1)
        for button in (self.show_rows, self.leave_out, self.put_back):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("link", True)
        button.setAutoDefault(False)
        return button

    @property
    def words(self) -> str:
        """What it asks, or says."""
        return self._words.text()

    def show_counts(self, count: int, left_out: int) -> None:
        """How many items there are, and how many of them are left out."""
        is_asking = count > left_out
        words = self._question(count - left_out) if is_asking else ""
        if left_out:
            said = self.tr("Left out ({what}): %n.", "", left_out).format(what=self._name())
            words = f"{words} {said}".strip()
        self._words.setText(words)
        has_rows = self._danger is not Danger.MANY_PRODUCTS
        had_focus = self.leave_out.hasFocus() or self.put_back.hasFocus()
        self.show_rows.setVisible(has_rows)
        self.leave_out.setVisible(has_rows and is_asking)
        self.put_back.setVisible(has_rows and left_out > 0)
        if had_focus and has_rows:  # a button that goes away would hand the focus to anybody
            (self.leave_out if is_asking else self.put_back).setFocus()
        for button in (self.show_rows, self.leave_out, self.put_back):
            button.setAccessibleName(f"{button.text()}: {words}")

    def _name(self) -> str:
        match self._danger:
            case Danger.PRICE_JUMP:
                return self.tr("large change of price")
            case Danger.BELOW_ZERO:
                return self.tr("below zero")
            case Danger.UNUSUAL_QUANTITY:
                return self.tr("unusually many pieces")
            case Danger.UNKNOWN_STOCK:
                return self.tr("stock not known")
            case Danger.MANY_PRODUCTS:
                return self.tr("many products")

    def _question(self, count: int) -> str:
        match self._danger:
            case Danger.PRICE_JUMP:
                return self.tr("%n price(s) change a lot. Is that meant?", "", count)
            case Danger.BELOW_ZERO:
                return self.tr("%n action(s) would take the stock below zero.", "", count)
            case Danger.UNUSUAL_QUANTITY:
                return self.tr("%n action(s) have far more pieces than usual.", "", count)
            case Danger.UNKNOWN_STOCK:
                return self.tr("%n action(s) set a stock that nobody has told Polka yet.", "", count)
            case Danger.MANY_PRODUCTS:
                return self.tr("%n product(s) at once. Is that meant?", "", count)

"""In the panel of a product: which sizes need a person, why, and what to do about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.event_views import Readings
from app.services.views import ProductRow, SizeRow
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.widgets.look import set_look
from app.ui.widgets.reading_choice import ReadingChoice

MOST = 3
"""Sizes that are told one by one; of more all are compared at once."""


class AttentionCard(QWidget):
    """Empty where nothing is wrong."""

    reading_chosen = Signal(object, object)  # Readings, Choice
    reconcile_requested = Signal(object)  # sizes
    cancel_requested = Signal(int, int)  # a size, and the pieces that an order asks for in vain

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_product(
        self, product: ProductRow | None, readings: Mapping[int, Readings] | None = None
    ) -> None:
        """Tell of the flagged sizes of a product. `readings`: of those sizes that have several."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        flagged = [size for size in product.sizes if size.flag] if product else []
        of_size = {} if readings is None else readings
        self._lines = [self._line(size, of_size.get(size.id)) for size in flagged[:MOST]]
        if len(flagged) > MOST:
            self._lines.append(self._rest(flagged))
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(flagged))

    def words(self) -> str:
        """What is told, as text."""
        return "\n".join(label.text() for line in self._lines for label in line.findChildren(QLabel))

    def _line(self, size: SizeRow, readings: Readings | None) -> QWidget:
        label = QLabel(f"{size.value}: {self._why(size)}")
        buttons = [self._button(self.tr("Reconcile this size…"), partial(self._reconcile, [size]))]
        if size.here < 0 and size.pending is None:
            words = self.tr("The order is cancelled: %n pc(s)", "", -size.here)
            buttons.insert(0, self._button(words, partial(self._cancel, size)))
        return self._box(label, buttons, "bad" if size.here < 0 else "warn", readings)

    def _rest(self, flagged: Sequence[SizeRow]) -> QWidget:
        label = QLabel(self.tr("%n size(s) of this product need a look.", "", len(flagged)))
        button = self._button(self.tr("Reconcile them…"), partial(self._reconcile, flagged))
        return self._box(label, [button], "warn")

    def _why(self, size: SizeRow) -> str:
        if size.here < 0:
            return self.tr(
                "%n more sold than there was. If the customer's order is cancelled, say so; if the goods "
                "were found, type a receipt.",
                "",
                -size.here,
            )
        if size.pending is not None and size.pending.corrects:
            return self.tr(
                "the marketplace has {agreed}, here it is {here}. The correction is prepared: review and "
                "send it."
            ).format(agreed=shown.number(size.agreed or 0), here=shown.number(size.here))
        return translated(size.flag)

    def _box(
        self, label: QLabel, buttons: Sequence[QPushButton], tone: str, readings: Readings | None = None
    ) -> QWidget:
        box = QWidget()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_look(label, "tone", tone)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        choice = ReadingChoice()
        choice.chosen.connect(self.reading_chosen)
        column.addWidget(choice)
        choice.show_readings(readings)
        for button in buttons:
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        return box

    def _button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _: slot())
        return button

    def _reconcile(self, sizes: Sequence[SizeRow]) -> None:
        self.reconcile_requested.emit(tuple(size.id for size in sizes))

    def _cancel(self, size: SizeRow) -> None:
        self.cancel_requested.emit(size.id, -size.here)

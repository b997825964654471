"""From where on the review asks before sending."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.guard import GuardLimits
from app.services.reviewing import load_guard, save_guard
from app.ui.context import UiContext
from app.ui.widgets.correction_choice import CorrectionChoice
from app.ui.widgets.number_field import NumberField

PAUSE_MS = 400
"""After the last key, so that 5 on the way to 50 is not kept."""


class GuardTab(QWidget):
    """Kept as soon as it is typed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._intro = QLabel()
        self._intro.setWordWrap(True)
        self._names = [QLabel() for _ in range(3)]
        self.percent, self.times = NumberField(1, 1000), NumberField(2, 1000)
        self.products = NumberField(1, 100_000)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._save)
        form = QFormLayout()
        form.setVerticalSpacing(9)
        for name, field in zip(self._names, self._fields, strict=True):
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addLayout(form)
        column.addWidget(CorrectionChoice(context))
        self._retranslate()
        context.tasks.run(load_guard, context.shop, done=self._on_loaded)

    @property
    def _fields(self) -> tuple[NumberField, NumberField, NumberField]:
        return self.percent, self.times, self.products

    def _on_loaded(self, limits: GuardLimits) -> None:
        self.percent.setValue(limits.price_percent)
        self.times.setValue(limits.usual_times)
        self.products.setValue(limits.products)
        for field in self._fields:
            field.valueChanged.connect(self._timer.start)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._intro.setText(
            self.tr(
                "The review asks about what is probably a slip of the finger. A stock below zero is always "
                "asked about."
            )
        )
        words = (
            self.tr("A price changes by more than, %"),
            self.tr("A quantity is more than the usual, times"),
            self.tr("More products at once than"),
        )
        for name, field, text in zip(self._names, self._fields, words, strict=True):
            name.setText(text)
            field.setAccessibleName(text)

    def _save(self) -> None:
        limits = GuardLimits(self.percent.value(), self.times.value(), self.products.value())
        self._context.tasks.run(save_guard, self._context.shop, limits, lane="write")

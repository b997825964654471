"""The questions that the protocol leaves open, with the JSON that the answers make."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.services.examples import Example, example
from app.ui.widgets.code_view import CodeView
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.segmented import SegmentedControl

FASTEST = 100


class DialectForm(QWidget):
    """Every change counts at once; the example shows it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self._sold = ComboBox(), ComboBox()
        self._price, self.repeat, self._key = QCheckBox(), QCheckBox(), QCheckBox()
        self._rate = NumberField(0, FASTEST)
        self._count_name, self._sold_name, self._rate_name = QLabel(), QLabel(), QLabel()
        self._repeat_hint = QLabel()
        self._repeat_hint.setProperty("caption", True)
        self.examples = SegmentedControl(list(Example))
        self._example_name, self._example = QLabel(), CodeView(12)
        for label in (self._repeat_hint, self._count_name, self._sold_name, self._example_name):
            label.setWordWrap(True)
        self._lay_out()
        self._retranslate()
        self.show_dialect(Dialect(), None)
        for combo in (self.count, self._sold):
            combo.currentIndexChanged.connect(self._on_changed)
        for box in (self._price, self.repeat, self._key):
            box.toggled.connect(self._on_changed)
        self._rate.valueChanged.connect(self._on_changed)
        self.examples.chosen.connect(self._show_example)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.addRow(self._count_name, self.count)
        form.addRow(self._sold_name, self._sold)
        form.addRow(self._rate_name, self._rate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(form)
        for widget in (self._price, self.repeat, self._repeat_hint, self._key):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.examples)
        column.addWidget(self._example_name)
        column.addWidget(self._example)

    @property
    def dialect(self) -> Dialect:
        """What is chosen."""
        return Dialect(
            count=list(CountMeaning)[self.count.currentIndex()],
            sold_count=list(SoldCountMeaning)[self._sold.currentIndex()],
            price_with_every_action=self._price.isChecked(),
            repeat_is_harmless=self.repeat.isChecked(),
            idempotency_key=self._key.isChecked(),
        )

    @property
    def example_text(self) -> str:
        """The JSON that the choice makes."""
        return self._example.toPlainText()

    @property
    def rate_per_second(self) -> float | None:
        """Requests per second; None: no limit."""
        return float(self._rate.value()) or None

    def show_dialect(self, dialect: Dialect, rate: float | None) -> None:
        """Show what is saved; nothing counts as changed."""
        self.blockSignals(True)
        self.count.setCurrentIndex(list(CountMeaning).index(dialect.count))
        self._sold.setCurrentIndex(list(SoldCountMeaning).index(dialect.sold_count))
        self._price.setChecked(dialect.price_with_every_action)
        self.repeat.setChecked(dialect.repeat_is_harmless)
        self._key.setChecked(dialect.idempotency_key)
        self._rate.setValue(round(rate or 0))
        self.blockSignals(False)
        self._show_example()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._count_name.setText(self.tr("“count” means"))
        self._sold_name.setText(self.tr("“soldCount” means"))
        self._rate_name.setText(self.tr("At most per second"))
        self._rate.setSpecialValueText(self.tr("no limit"))
        _set_words(
            self.count,
            (self.tr("the stock left after the action"), self.tr("the quantity of this action")),
        )
        _set_words(
            self._sold,
            (
                self.tr("the pieces of this sale"),
                self.tr("all sold so far"),
                self.tr("leave it out"),
            ),
        )
        self._price.setText(self.tr("Send the price with every action"))
        self.repeat.setText(self.tr("The marketplace ignores a repeated action"))
        self._key.setText(self.tr("Send an Idempotency-Key header"))
        self._repeat_hint.setText(
            self.tr(
                "Then an action without an answer is repeated by itself; otherwise you are asked what the"
                " cabinet shows."
            )
        )
        self.examples.set_words(
            (self.tr("Sale"), self.tr("Receipt"), self.tr("New price"), self.tr("Online sale"))
        )
        self._show_example()
        names = (self._count_name, self._sold_name, self._rate_name)
        for name, widget in zip(names, (self.count, self._sold, self._rate), strict=True):
            widget.setAccessibleName(name.text())

    def _on_changed(self) -> None:
        if not self.signalsBlocked():
            self._show_example()
            self.changed.emit()

    def _show_example(self) -> None:
        words = {
            Example.SOLD: self.tr("Three XL were there, one was sold. Sent is:"),
            Example.RECEIPTS: self.tr("Three XL were there, two arrived. Sent is:"),
            Example.PRICE: self.tr("A new price, three XL and four L are there. Sent is:"),
            Example.EVENT: self.tr(
                "Three XL were there, one was sold online, six in all so far. The marketplace reports:"
            ),
        }
        kind = Example(str(self.examples.value))
        head, body = example(kind, self.dialect)
        self._example_name.setText(words[kind])
        self._example.setAccessibleName(words[kind])
        self._example.show_body(body, head)


def _set_words(combo: ComboBox, words: tuple[str, ...]) -> None:
    for number, text in enumerate(words):
        if number < combo.count():
            combo.setItemText(number, text)
        else:
            combo.addItem(text)

"""Whether corrections of what our writes overwrote go without a question."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.conflicts import load_corrects_alone, save_corrects_alone
from app.services.shop import Shop
from app.ui.context import UiContext


class CorrectionChoice(QWidget):
    """Kept as soon as it is chosen."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.box, self._explanation = QCheckBox(), QLabel()
        self._explanation.setWordWrap(True)
        self._explanation.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.box)
        column.addWidget(self._explanation)
        self._retranslate()
        self.box.setEnabled(False)  # until it is known
        context.tasks.run(load_corrects_alone, context.shop, done=self._on_loaded)

    def _on_loaded(self, is_on: bool) -> None:  # noqa: FBT001  # a slot, called with the state
        self.box.setChecked(is_on)
        self.box.setEnabled(True)
        self.box.toggled.connect(self._on_toggled)

    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001  # a slot, called with the state
        self._context.tasks.run(_save, self._context.shop, is_on, lane="write")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.box.setText(self.tr("Correct without asking"))
        self._explanation.setText(
            self.tr(
                "When your delivery overwrites an online sale that was not known yet, Polka prepares a "
                "correction of the marketplace's stock. Switched on, it goes at once. Everything else is "
                "still asked about."
            )
        )


def _save(shop: Shop, is_on: bool) -> None:  # noqa: FBT001  # a task is given plain values
    save_corrects_alone(shop, is_on=is_on)

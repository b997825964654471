"""How long events and their bodies are kept, and what was removed last."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from app.services.retention import Removed, Retention, last_removed, load_retention, save_retention
from app.services.views import Change
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.pages.settings.guard_tab import PAUSE_MS
from app.ui.widgets.number_field import NumberField

LONGEST = 3650


class RetentionForm(QWidget):
    """Kept as soon as it is typed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._removed: Removed | None = None
        self._name, self._hint, self._last = QLabel(), QLabel(), QLabel()
        self._name.setProperty("fieldName", True)
        self._hint.setProperty("caption", True)
        for label in (self._hint, self._last):
            label.setWordWrap(True)
        self._names = (QLabel(), QLabel())
        self.events, self.bodies = NumberField(1, LONGEST), NumberField(1, LONGEST)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._save)
        form = QFormLayout()
        form.setVerticalSpacing(9)
        for name, field in zip(self._names, (self.events, self.bodies), strict=True):
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addWidget(self._last)
        context.tasks.run(load_retention, context.shop, done=self._on_loaded)
        context.bridge.changed.connect(self._on_changed)
        self._read_last()

    @property
    def words(self) -> str:
        """What was removed last."""
        return self._last.text()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._name.setText(self.tr("Old events"))
        texts = (self.tr("Keep events, days"), self.tr("Keep the bodies of requests, days"))
        fields = (self.events, self.bodies)
        for name, field, words in zip(self._names, fields, texts, strict=True):
            name.setText(words)
            field.setAccessibleName(words)
        self._hint.setText(
            self.tr(
                "Checked every hour. What still waits for you stays whatever its age, and so does the "
                "history of the stock."
            )
        )
        self._show_last()

    def _on_loaded(self, kept: Retention) -> None:
        self.events.setValue(kept.event_days)
        self.bodies.setValue(kept.body_days)
        for field in (self.events, self.bodies):
            field.valueChanged.connect(self._timer.start)

    def _on_changed(self, change: Change) -> None:
        if change.settings:
            self._read_last()

    def _read_last(self) -> None:
        self._context.tasks.run(last_removed, self._context.shop, done=self._on_last_read)

    def _on_last_read(self, removed: Removed | None) -> None:
        self._removed = removed
        self._show_last()

    def _show_last(self) -> None:
        if self._removed is None:
            self._last.setText(self.tr("Nothing has been removed yet."))
            return
        self._last.setText(
            self.tr("Removed last: {when}, {events}, {bodies}.").format(
                when=shown.when(self._removed.at),
                events=self.tr("%n event(s)", "", self._removed.events),
                bodies=self.tr("%n body(ies) of requests", "", self._removed.bodies),
            )
        )

    def _save(self) -> None:
        kept = Retention(self.events.value(), self.bodies.value())
        self._context.tasks.run(save_retention, self._context.shop, kept, lane="write")

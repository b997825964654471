"""What is known of the meaning of `count`, and the way to check it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.services import calibration
from app.services.calibration import Standing
from app.services.views import Change
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.dialogs.calibration_dialog import CalibrationDialog
from app.ui.dialogs.calibration_words import standing_words
from app.ui.i18n import translated
from app.ui.tasks import Task
from app.ui.widgets.look import set_look


class CalibrationLine(QFrame):
    """Says so while the meaning is assumed; afterwards when it was established, and by whom."""

    told = Signal(object)  # Standing

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._standing: Standing | None = None
        self._reading = Task.nothing()
        self.dialog: QDialog | None = None  # the one that is open
        self.setObjectName("card")
        self.words, self.check = QLabel(), QPushButton()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.check.setProperty("link", True)
        self.check.clicked.connect(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 16, 9)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        context.bridge.changed.connect(self._on_changed)
        self._read()

    def open(self) -> None:
        """Begin a check, or go on with the one that is under way."""
        self._context.tasks.run(calibration.standing, self._context.shop, done=self._on_asked)

    def _on_asked(self, standing: Standing) -> None:
        if self.dialog is not None:
            return
        self.dialog = CalibrationDialog(self._context, standing, self.window())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        self.dialog = None
        self.check.setFocus()

    def _on_changed(self, change: Change) -> None:
        if change.settings:
            self._read()

    def _read(self) -> None:
        self._reading.cancel()  # an older answer must not come after a newer one
        self._reading = self._context.tasks.run(
            calibration.standing, self._context.shop, done=self._on_read
        )

    def _on_read(self, standing: Standing) -> None:
        self._standing = standing
        self._show()
        self.told.emit(standing)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._standing is None:
            return
        found = self._standing.established
        when = "" if found is None else shown.when(found.moment)
        self.words.setText(translated(standing_words(self._standing, when)))
        is_open = self._standing.is_assumed and self._standing.trial is None
        set_look(self.words, "tone", "warn" if is_open else "")
        if self._standing.trial is not None:
            self.check.setText(self.tr("Go on with the check…"))
        elif self._standing.is_assumed:
            self.check.setText(self.tr("Check on one size…"))
        else:
            self.check.setText(self.tr("Check again…"))
        self.show()

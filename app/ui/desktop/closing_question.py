"""What closing the window means, asked the first time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QMessageBox, QWidget

from app.ui.desktop.choices import Closing
from app.ui.dialogs.confirmation import ICON_PIXELS
from app.ui.icons import pixmap
from app.ui.theme import Theme


class ClosingQuestion(QMessageBox):
    """Escape leaves the window as it is."""

    chosen = Signal(object, bool)  # Closing, whether to ask no more

    def __init__(self, theme: Theme, parent: QWidget, *, has_tray: bool = True) -> None:
        """`has_tray`: whether the window may go beside the clock; else it is kept by making it small."""
        super().__init__(parent)
        self.setIconPixmap(pixmap("warning", theme.color("warn"), ICON_PIXELS, parent.devicePixelRatioF()))
        self.setWindowTitle(self.tr("Close the window"))
        if has_tray:
            self.setText(self.tr("Close the window and go on receiving events?"))
            self.setInformativeText(
                self.tr(
                    "Polka stays beside the clock: it hears of online sales and sends what is queued. "
                    "After Quit, events do not come in until Polka is started again."
                )
            )
        else:
            self.setText(self.tr("Events do not come in while Polka is closed."))
            self.setInformativeText(
                self.tr(
                    "Online sales and returns of that time may never be told. To go on receiving, make the "
                    "window small instead of closing it."
                )
            )
        self.ask_no_more = QCheckBox(self.tr("Don't ask again (Settings, Background)"))
        self.ask_no_more.setChecked(True)
        self.setCheckBox(self.ask_no_more)
        keep = self.tr("Keep receiving") if has_tray else self.tr("Make it small")
        self.keep = self.addButton(keep, QMessageBox.ButtonRole.AcceptRole)
        self.quit = self.addButton(self.tr("Quit"), QMessageBox.ButtonRole.DestructiveRole)
        self.setStandardButtons(self.standardButtons() | QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(self.keep)
        self.setEscapeButton(QMessageBox.StandardButton.Cancel)
        self.buttonClicked.connect(self._on_button_clicked)

    def _on_button_clicked(self, button: QAbstractButton) -> None:
        answers = {self.keep: Closing.KEEP, self.quit: Closing.QUIT}
        for answer, closing in answers.items():
            if button is answer:
                self.chosen.emit(closing, self.ask_no_more.isChecked())

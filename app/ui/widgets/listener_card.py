"""The card above the log: is the listener on, and the address to enter in the cabinet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.refused_events import REFUSED
from app.services.status_views import Lamp, Status
from app.ui.i18n import translated
from app.ui.theme import Theme
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.lamp_dot import LampDot


class ListenerCard(QFrame):
    """Switch, copy, and the way to the settings."""

    switched = Signal(bool)
    settings_requested = Signal()
    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._status = Status()
        self._dot = LampDot(theme)
        self._title, self._words = QLabel(), ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self._title.setProperty("strong", True)
        self._words.setProperty("muted", True)
        self.copy, self.switch, self._settings = QPushButton(), QPushButton(), QPushButton()
        self.copy.clicked.connect(self._on_copy_clicked)
        self.switch.clicked.connect(lambda: self.switched.emit(self._status.listener is Lamp.OFF))
        self._settings.clicked.connect(self.settings_requested)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addWidget(self._dot)
        line.addLayout(words, 1)
        for button in (self.copy, self.switch, self._settings):
            line.addWidget(button)
        self.retranslate()

    @property
    def title(self) -> str:
        """Whether it is on, and works."""
        return self._title.text()

    def show_status(self, status: Status) -> None:
        """Show how the listener is."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        lamp, address = self._status.listener, self._status.listener_address
        self._dot.show_lamp(lamp)
        self.copy.setText(self.tr("Copy address"))
        self.copy.setVisible(bool(address))
        self._settings.setText(self.tr("Settings"))
        self.switch.setText(self.tr("Switch on") if lamp is Lamp.OFF else self.tr("Switch off"))
        if lamp is Lamp.OFF:
            self._title.setText(self.tr("Receiving is off"))
            self._words.set_whole(self.tr("Online sales and returns do not arrive here."))
        elif lamp is Lamp.BAD:
            self._title.setText(self.tr("Receiving does not work"))
            self._words.set_whole(translated(self._status.listener_words))
        else:
            self._title.setText(self._on_words())
            words = self.tr("Enter this address in the cabinet: {address}").format(address=address)
            refused = self._status.refused
            self._words.set_whole(words if refused is None else translated(REFUSED[refused]))

    def _on_words(self) -> str:
        if self._status.listener is not Lamp.WARNING:
            return self.tr("Receiving is on")
        if self._status.refused is not None:
            return self.tr("Receiving is on, but events are refused")
        if self._status.reach is not None and self._status.reach.lamp is Lamp.BAD:
            return self.tr("Receiving is on, but not reached from outside")
        return self.tr("Receiving is on, but nothing has come for long")

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._status.listener_address)
        self.copied.emit()

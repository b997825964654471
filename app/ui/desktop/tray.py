"""The icon beside the clock: how the shop is, notices, and the menu."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from typing_extensions import override

from app.domain.notices import Notice, NoticeKind, Spot
from app.services.event_views import EventCounts
from app.services.glance import Standing, standing
from app.services.status_views import Status
from app.ui.desktop.bus_notices import BusNotices
from app.ui.desktop.notice_words import NoticeWords
from app.ui.icons import own_icon
from app.ui.tasks import TaskRunner

NOTICE_MS = 10_000
PANEL_MS = 5000
"""A panel can start after Polka, at a login: so often it is looked for."""


class Tray(QObject):
    """Works also where the system shows no tray, and then shows nothing."""

    open_requested = Signal()
    deliveries_requested = Signal()
    events_requested = Signal()
    pause_requested = Signal(bool)
    notice_clicked = Signal(object)  # the spot that it leads to
    quit_requested = Signal()

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None, *, is_demo: bool = False) -> None:
        super().__init__(parent)
        self._is_demo = is_demo
        self._status = Status()
        self._unlinked = 0
        self._lines = ""
        self._spot: Spot | None = None  # of the last notice: Qt does not say which one was clicked
        self._bus = BusNotices(tasks, self)
        self._words = NoticeWords(self)
        self.menu = TrayMenu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self._connect()
        self._show()
        self._waiting = QTimer(self, interval=PANEL_MS)
        self._waiting.timeout.connect(self._show_where_possible)
        self._waiting.start()
        self._show_where_possible()

    def _connect(self) -> None:
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self._on_message_clicked)
        self._bus.clicked.connect(self._on_notice_clicked)
        self.menu.open_polka.triggered.connect(self.open_requested)
        self.menu.deliveries.triggered.connect(self.deliveries_requested)
        self.menu.events.triggered.connect(self.events_requested)
        self.menu.pause.triggered.connect(self._on_pause_triggered)
        self.menu.quit.triggered.connect(self.quit_requested)
        self.menu.language_changed.connect(self._show)

    @property
    def standing(self) -> Standing:
        """What the icon shows."""
        return standing(self._status, self._unlinked)

    def show_status(self, status: Status, lines: str) -> None:
        """The engine's status, and the three lines under the navigation, which say it in words."""
        self._status, self._lines = status, lines
        self._show()

    def show_events(self, counts: EventCounts) -> None:
        """How many events wait for their product."""
        self._unlinked = counts.unlinked
        self._show()

    def show_notice(self, notice: Notice) -> None:
        """Say it through the desktop; a click on it leads to its spot."""
        self._spot = notice.spot
        title, words = self._words.title(notice), self._words.lines(notice)
        icon = "tray-good" if notice.kind is NoticeKind.SALE else "tray-person"
        if self._bus.is_there:
            self._bus.show(title, words, icon, notice.spot)
        else:
            self.icon.showMessage(title, words, own_icon(icon), NOTICE_MS)

    def _show_where_possible(self) -> None:
        """Qt warns where it tries to show one and no system takes it."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._waiting.stop()
            self.icon.show()

    def close(self) -> None:
        """Take the icon away."""
        self._waiting.stop()
        self._bus.close()
        self.icon.hide()
        self.menu.deleteLater()

    def _show(self) -> None:
        self.icon.setIcon(own_icon(f"tray-{self.standing}"))
        name = self.tr("Polka: demo") if self._is_demo else self.tr("Polka")
        self.icon.setToolTip(f"{name}\n{self._lines}".strip())
        self.menu.show_status(self._status, self._unlinked)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On macOS a click opens the menu and is told as well.
        if reason == QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.open_requested.emit()

    def _on_message_clicked(self) -> None:
        if self._spot is not None:
            self._on_notice_clicked(self._spot)

    def _on_notice_clicked(self, spot: Spot) -> None:
        self.open_requested.emit()
        self.notice_clicked.emit(spot)

    def _on_pause_triggered(self) -> None:
        self.pause_requested.emit(self._status.paused is None)


class TrayMenu(QMenu):
    """Open, what waits for a person, pause or resume, quit."""

    language_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.open_polka = self.addAction("")
        self.setDefaultAction(self.open_polka)
        self.addSeparator()
        self.deliveries, self.events = self.addAction(""), self.addAction("")
        self.nothing = self.addAction("")
        self.nothing.setEnabled(False)
        self.addSeparator()
        self.pause = self.addAction("")
        self.addSeparator()
        self.quit = self.addAction("")

    def show_status(self, status: Status, unlinked: int) -> None:
        """What waits now, and whether sending is paused."""
        waiting = status.deliveries.needs_person
        self.open_polka.setText(self.tr("Open Polka"))
        self.deliveries.setText(self.tr("%n delivery(s) wait for you", "", waiting))
        self.deliveries.setVisible(waiting > 0)
        self.events.setText(self.tr("%n event(s) not recognised", "", unlinked))
        self.events.setVisible(unlinked > 0)
        self.nothing.setText(self.tr("Nothing waits for you"))
        self.nothing.setVisible(not waiting and not unlinked)
        is_paused = status.paused is not None
        self.pause.setText(self.tr("Resume sending") if is_paused else self.tr("Pause sending"))
        self.quit.setText(self.tr("Quit Polka"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
        super().changeEvent(event)

"""What goes on beside the window of an open shop: the tray, notices, and closing that only hides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from app.domain.notices import Notice
from app.services.news import Seen
from app.services.pausing import pause, resume
from app.services.receiving import ListenerSettings, load_listener
from app.services.status_views import Status
from app.ui.context import UiContext
from app.ui.desktop.announcer import Announcer
from app.ui.desktop.choices import Closing, load_closing, save_closing
from app.ui.desktop.closing_question import ClosingQuestion
from app.ui.desktop.tray import Tray
from app.ui.frame import Frame
from app.ui.main_window import MainView


class Desktop(QObject):
    """`has_tray` says whether the system shows a tray at that moment: a panel can start after Polka."""

    open_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        context: UiContext,
        view: MainView,
        frame: Frame,
        seen: Seen,
        has_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._frame = frame
        self._view = view
        self._has_tray = has_tray
        self.question: ClosingQuestion | None = None  # the one that is open
        self.tray = Tray(context.tasks, self, is_demo=context.is_temporary)
        self.announcer = Announcer(context, seen, self._is_watched, self)
        self._connect()
        self._on_status_changed(context.bridge.status)

    def _connect(self) -> None:
        self.announcer.due.connect(self._on_notice_due)
        self.tray.open_requested.connect(self.open_requested)
        self.tray.quit_requested.connect(self.quit_requested)
        self.tray.notice_clicked.connect(self._view.lead_to)
        self.tray.deliveries_requested.connect(self._on_deliveries_requested)
        self.tray.events_requested.connect(self._on_events_requested)
        self.tray.pause_requested.connect(self._on_pause_requested)
        self._view.events_counted.connect(self.tray.show_events)
        self._context.bridge.status_changed.connect(self._on_status_changed)

    def close(self) -> None:
        """Nothing is left on the desktop."""
        self.announcer.close()
        self.tray.close()

    def close_window(self) -> None:
        """The person closes the window: keep it, quit, or ask which of the two."""
        match load_closing(self._context.memory):
            case Closing.KEEP:
                self._keep()
            case Closing.QUIT:
                self.quit_requested.emit()
            case Closing.ASK:
                # Not the lamp: that says nothing before the listener has begun.
                self._context.tasks.run(
                    load_listener,
                    self._context.shop,
                    done=self._on_listener_read,
                    failed=lambda _: self.quit_requested.emit(),
                )

    def _keep(self) -> None:
        """Where there is no tray it is minimised: hidden, nobody would find it."""
        if self._has_tray():
            self._frame.hide()
        else:
            self._frame.showMinimized()

    def _on_listener_read(self, listener: ListenerSettings) -> None:
        if listener.enabled:
            self._ask()
        else:
            self.quit_requested.emit()

    def _ask(self) -> None:
        if self.question is None:
            theme = self._context.theme
            self.question = ClosingQuestion(theme, self._frame, has_tray=self._has_tray())
            self.question.chosen.connect(self._on_closing_chosen)
            self.question.finished.connect(self._on_question_finished)
            self.question.open()

    def _on_closing_chosen(self, closing: Closing, is_remembered: bool) -> None:  # noqa: FBT001  # a signal's
        if is_remembered:
            save_closing(self._context.memory, closing)
        if closing is Closing.KEEP:
            self._keep()
        else:
            self.quit_requested.emit()

    def _on_question_finished(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None

    def _is_watched(self) -> bool:
        return self._frame.isVisible() and QApplication.activeWindow() is not None

    def _on_status_changed(self, status: Status) -> None:
        self.tray.show_status(status, self._view.navigation.status_words)

    def _on_notice_due(self, notice: Notice) -> None:
        self.tray.show_notice(notice)

    def _on_deliveries_requested(self) -> None:
        self.open_requested.emit()
        self._view.show_waiting_deliveries()

    def _on_events_requested(self) -> None:
        self.open_requested.emit()
        self._view.show_unlinked_events()

    def _on_pause_requested(self, is_wanted: bool) -> None:  # noqa: FBT001  # a signal's
        self._context.tasks.run(pause if is_wanted else resume, self._context.shop, lane="write")

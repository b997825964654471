"""Notices: hears what is committed and how the engine is, gathers it, and says it when it is due."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import PolkaError
from app.domain.notices import Gathering, News, NoticeKind
from app.services.news import Seen, is_over, news_since, status_news
from app.services.status_views import Status
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.desktop.choices import load_notice_choices

HINDRANCES = (NoticeKind.PAUSE, NoticeKind.RECEIVING)


class Announcer(QObject):
    """`due` carries a notice. `is_watched` says whether somebody works in the window now."""

    due = Signal(object)  # Notice

    def __init__(
        self,
        context: UiContext,
        seen: Seen,
        is_watched: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._seen = seen
        self._is_watched = is_watched
        self._status = Status()
        self._gathering = Gathering()
        self._is_open = True
        self._is_reading = False
        self._read_again = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        context.bridge.changed.connect(self._on_changed)
        context.bridge.status_changed.connect(self._on_status_changed)
        self._on_status_changed(context.bridge.status)

    @property
    def is_waiting(self) -> bool:
        """Whether something is gathered that is not told yet."""
        return self._gathering.due is not None

    def close(self) -> None:
        """Tell nothing more: what is still on its way from other threads finds the window gone."""
        self._is_open = False
        self._timer.stop()

    def _on_changed(self, change: Change) -> None:
        if change.events or change.deliveries:
            self._read()

    def _read(self) -> None:
        self._read_again = self._is_reading
        if not self._is_reading:
            self._is_reading = True
            self._context.tasks.run(
                news_since, self._context.shop, self._seen, done=self._on_read, failed=self._on_read_failed
            )

    def _on_read(self, found: tuple[Seen, tuple[News, ...]]) -> None:
        self._is_reading = False
        self._seen, news = found
        self._gather(self._gathering.joined(news, time.monotonic()))
        if self._read_again:
            self._read()

    def _on_read_failed(self, _: PolkaError) -> None:
        """The pages read the same database and say what is wrong with it."""
        self._is_reading = False

    def _on_status_changed(self, status: Status) -> None:
        before, self._status = self._status, status
        gathering = self._gathering.joined(status_news(before, status), time.monotonic())
        for kind in HINDRANCES:
            if is_over(kind, status):
                gathering = gathering.without(kind)
        self._gather(gathering)

    def _gather(self, gathering: Gathering) -> None:
        self._gathering = gathering
        if gathering.due is None or not self._is_open:
            self._timer.stop()
        else:
            self._timer.start(max(round(1000 * (gathering.due - time.monotonic())), 0))

    def _on_timeout(self) -> None:
        choices = load_notice_choices(self._context.memory)
        is_quiet = choices.quiet_while_active and self._is_watched()
        if is_quiet:
            self._gather(Gathering(told=self._gathering.told))
            return
        gathering, notice = self._gathering.taken(choices, time.monotonic())
        self._gather(gathering)
        if notice is not None:
            self.due.emit(notice)

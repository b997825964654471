"""What the strip of a batch shows and does: it is looked at while the page is, and never waited for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import PolkaError
from app.services import batches
from app.services.batch_views import BatchProgress, BatchRest
from app.services.batches import CANCELLED_AT_ONCE, BatchWatch
from app.services.pausing import pause_batch, resume_batch
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.tasks import Task
from app.ui.widgets.batch_strip import BatchStrip

LOOK_MS = 250
"""While a batch moves it is looked at so often."""

QUIET_MS = 1000
"""While it only waits, so often: a time left that was told has to go when it stands still."""


class BatchControl(QObject):
    """Feeds the strip and carries out what it asks for."""

    message = Signal(str)

    def __init__(self, context: UiContext, strip: BatchStrip, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._strip = strip
        self._window = parent
        self._watch = BatchWatch(context.shop)
        self._progress: BatchProgress | None = None
        self._chosen: int | None = None
        self._looking: Task | None = None
        self._look_again = False
        self._is_shown = False
        self._cancelling: int | None = None  # the batch whose rest is being cancelled
        self._cancelled = 0
        self._goes_on = True  # where that is not wanted after all
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        context.bridge.changed.connect(self._on_changed)
        strip.pause_clicked.connect(self._on_pause_clicked)
        strip.cancel_clicked.connect(self._on_cancel_clicked)
        strip.dismiss_clicked.connect(self._on_dismiss_clicked)
        strip.other_chosen.connect(self.show_batch)

    def start(self) -> None:
        """The page is looked at."""
        self._is_shown = True
        self.look()

    def stop(self) -> None:
        """It is not."""
        self._is_shown = False
        self._timer.stop()

    def look(self) -> None:
        """Read how far the batch is; one look at a time."""
        if self._looking is not None:
            self._look_again = True
            return
        self._look_again = False
        self._timer.stop()
        self._looking = self._context.tasks.run(
            self._watch.look, self._chosen, done=self._on_looked, failed=self._on_look_failed
        )

    def _on_looked(self, progress: BatchProgress | None) -> None:
        self._looking = None
        is_news = progress != self._progress
        if is_news:
            self._progress = progress
            self._strip.show_progress(progress)
        is_moving = progress is not None and not (progress.batch.is_finished or progress.batch.is_paused)
        if self._is_shown and (is_moving or self._look_again):
            self._timer.start(LOOK_MS if is_news or self._look_again else QUIET_MS)

    def _on_look_failed(self, error: PolkaError) -> None:
        self._looking = None
        if self._is_shown:
            self._timer.start(QUIET_MS)
        self._context.tasks.failed.emit(error)

    def _on_changed(self, change: Change) -> None:
        if self._is_shown and (change.deliveries or change.settings):
            self.look()

    def show_batch(self, batch_id: int) -> None:
        """Tell about this batch rather than the newest."""
        self._chosen = batch_id
        self.look()

    def _on_pause_clicked(self) -> None:
        if self._progress is not None:
            batch = self._progress.batch
            function = resume_batch if batch.is_paused else pause_batch
            self._context.tasks.run(function, self._context.shop, batch.id, lane="write")

    def _on_dismiss_clicked(self) -> None:
        if self._progress is not None:
            number = self._progress.batch.id
            self._context.tasks.run(batches.dismiss, self._context.shop, number, lane="write")

    def _on_cancel_clicked(self) -> None:
        if self._progress is not None and self._cancelling is None:
            self._cancelling, self._cancelled = self._progress.batch.id, 0
            self._context.tasks.run(
                batches.stop_to_ask,
                self._context.shop,
                self._cancelling,
                done=self._ask,
                failed=self._on_cancel_failed,
                lane="write",
            )

    def _ask(self, rest: BatchRest) -> None:
        self._goes_on = not rest.was_paused
        if not rest.cancellable:
            self._on_cancel_left()
            self.message.emit(self.tr("Everything has begun already; nothing can be stopped any more."))
            return
        words = self.tr(
            "%n delivery(ies) will not be sent, and the stock here goes back.", "", rest.cancellable
        )
        if rest.begun:
            words += " " + self.tr("%n cannot be stopped: it may have arrived already.", "", rest.begun)
        title, sure = self.tr("Do not send the rest"), self.tr("Do not send")
        box = Confirmation(self._context.theme, title, words, sure, self._window)
        box.rejected.connect(self._on_cancel_left)
        box.ask(self._cancel_some)

    def _on_cancel_left(self) -> None:
        """All is as it was before the question."""
        number, self._cancelling = self._cancelling, None
        if self._goes_on:
            self._context.tasks.run(resume_batch, self._context.shop, number, lane="write")

    def _cancel_some(self) -> None:
        """A part at a time, so that what a person types meanwhile is written between two parts."""
        self._context.tasks.run(
            batches.cancel_some,
            self._context.shop,
            self._cancelling,
            done=self._on_some_cancelled,
            failed=self._on_cancel_failed,
            lane="write",
        )

    def _on_some_cancelled(self, number: int) -> None:
        self._cancelled += number
        if number == CANCELLED_AT_ONCE:
            self._cancel_some()
            return
        self._cancelling = None
        words = self.tr(
            "%n delivery(ies) will not be sent; the stock is what it was before.", "", self._cancelled
        )
        self.message.emit(words)

    def _on_cancel_failed(self, error: PolkaError) -> None:
        self._cancelling = None
        self._context.tasks.failed.emit(error)

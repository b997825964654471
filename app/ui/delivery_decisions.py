"""What a person decides on the page of deliveries is carried out: for the one shown, or for all chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.delivery import Step
from app.domain.errors import PolkaError
from app.services import deciding
from app.services.deciding_many import Cancelled, Chosen, cancel_many, possible, retry_many
from app.services.undoing import draft_undo
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.long_work import LongWork
from app.ui.standstill_words import later_words, sent_again_words


class DeliveryDecisions(QObject):
    """Says afterwards what became of it."""

    message = Signal(str)
    drafted = Signal(int)  # the product for which something is typed now

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent

    def arrived(self, delivery_id: int) -> None:
        """A person saw that it arrived."""
        self._decide(deciding.resolve_arrived, delivery_id, self.tr("Noted: the marketplace took it."))

    def not_arrived(self, delivery_id: int) -> None:
        """A person saw that it did not."""
        words = sent_again_words(self._context.bridge.status)
        self._decide(deciding.resolve_not_arrived, delivery_id, words)

    def retry(self, delivery_id: int) -> None:
        """Try one now."""
        self._decide(deciding.retry, delivery_id, sent_again_words(self._context.bridge.status))

    def undo(self, delivery_id: int, product_id: int) -> None:
        """Type what takes a delivered one back."""
        self._context.tasks.run(
            draft_undo,
            self._context.shop,
            delivery_id,
            done=lambda _: self.drafted.emit(product_id),
            lane="write",
        )

    def _decide(self, function: Callable[..., None], delivery_id: int, words: str) -> None:
        self._context.tasks.run(
            function,
            self._context.shop,
            delivery_id,
            done=lambda _: self.message.emit(words),
            lane="write",
        )

    def ask_cancel(self, delivery_id: int) -> None:
        """Do not send one, if the person is sure."""
        words = self.tr("It will not be sent; the stock is what it was before.")
        self._ask(
            self.tr("The marketplace will not be told, and the stock here goes back to what it was."),
            lambda: self._decide(deciding.cancel, delivery_id, words),
        )

    def _ask(self, words: str, sure: Callable[[], None]) -> None:
        do_not_send = self.tr("Do not send")
        Confirmation(self._context.theme, do_not_send, words, do_not_send, self._window).ask(sure)

    # Many at once

    def retry_many(self, chosen: Chosen, total: int) -> None:
        """Try all chosen ones now where that may be."""
        self._work(self.tr("Queueing…"), retry_many, chosen, partial(self._on_many_retried, total))

    def _on_many_retried(self, total: int, done: int) -> None:
        words = self.tr("Queued again: {number} of {total}.").format(number=done, total=total)
        later = later_words(self._context.bridge.status) if done else ""
        self.message.emit(f"{words} {later}".strip())

    def ask_cancel_many(self, chosen: Chosen, total: int) -> None:
        """Do not send the chosen ones that can be stopped, if the person is sure."""
        self._context.tasks.run(
            possible,
            self._context.shop,
            chosen,
            Step.CANCEL,
            done=partial(self._ask_about_many, total),
        )

    def _ask_about_many(self, total: int, ids: list[int]) -> None:
        if not ids:
            self.message.emit(self.tr("None of the chosen deliveries can be stopped any more."))
            return
        words = self.tr(
            "%n of {total} chosen deliveries will not be sent, and the stock here goes back.",
            "",
            len(ids),
        ).format(total=total)
        self._ask(words, lambda: self._cancel_many(ids, total))

    def _cancel_many(self, ids: list[int], total: int) -> None:
        self._work(self.tr("Cancelling…"), cancel_many, ids, partial(self._on_many_cancelled, total))

    def _on_many_cancelled(self, total: int, done: Cancelled) -> None:
        words = self.tr("Withdrawn: {number} of {total}; their stock is what it was before.")
        words = words.format(number=done.cancelled, total=total)
        if done.in_doubt:
            words += " " + self.tr("%n may have arrived already: look in the cabinet.", "", done.in_doubt)
        self.message.emit(words)

    def _work(
        self, words: str, function: Callable[..., Any], chosen: Chosen, done: Callable[[Any], None]
    ) -> None:
        work = LongWork(words, self._window)
        self._context.tasks.run(
            function,
            self._context.shop,
            chosen,
            work.progress,
            done=partial(self._on_worked, work, done),
            failed=partial(self._on_failed, work),
            lane="write",
        )

    def _on_worked(self, work: LongWork, done: Callable[[Any], None], answer: object) -> None:
        work.end()
        done(answer)

    def _on_failed(self, work: LongWork, error: PolkaError) -> None:
        work.end()
        self._context.tasks.failed.emit(error)

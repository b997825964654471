"""The panel of a delivery: what happened, the attempts, request and answer, what may be done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.times import Times
from app.services import outbox
from app.services.batch_views import BatchPart, BatchRow
from app.services.delivery_views import AttemptRow, DeliveryDetails, DeliveryRow
from app.services.shop import Shop
from app.services.status_views import Status
from app.ui import format as shown
from app.ui.doubt_words import expected_text
from app.ui.i18n import translated
from app.ui.models.delivery_table_model import sizes_text
from app.ui.standstill_words import joined, later_words
from app.ui.tasks import TaskRunner
from app.ui.widgets.side_panel import SidePanel
from app.ui.words import action_words, state_words

COPIED_MS = 2500


@dataclass(frozen=True, slots=True)
class ChosenFigures:
    """How many rows of the log are chosen, and of how many each thing may be done."""

    total: int = 0
    retryable: int = 0
    cancellable: int = 0


class DeliveryPanel(SidePanel):
    """Says what a person wants done with the delivery that is shown, or with all that are chosen."""

    arrived_told = Signal(int)
    not_arrived_told = Signal(int)
    retry_requested = Signal()
    cancel_requested = Signal()
    undo_requested = Signal(int, int)  # delivery, product
    earlier_requested = Signal(int)
    resolve_requested = Signal(object)  # DeliveryDetails
    batch_requested = Signal(object)  # BatchPart

    def __init__(self, shop: Shop, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._details: DeliveryDetails | None = None
        self._status = Status()
        self._chosen = ChosenFigures()
        self._build()
        self._copied_timer = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied_timer.timeout.connect(self._show_curl_words)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._happened = self.add_words()
        self._sizes = self.add_words()
        self.arrived, self.not_arrived = QPushButton(), QPushButton()
        self.resolve, self.retry, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self.undo, self.curl = QPushButton(), QPushButton()
        self.show_earlier, self.show_batch = QPushButton(), QPushButton()
        for button in (self.resolve, self.retry):
            button.setProperty("primary", True)
        for link in (self.show_earlier, self.show_batch):
            link.setProperty("link", True)
        self._decisions = self.add_buttons(
            self.resolve, self.arrived, self.not_arrived, self.retry, self.cancel, self.undo
        )
        self._earlier = self.add_words()
        self._earlier_row = self.add_buttons(self.show_earlier)
        self._batch = self.add_words()
        self._batch_row = self.add_buttons(self.show_batch)
        self._attempts = self.add_words()
        self._request = self.add_code()
        self._answer = self.add_code()
        self.add_buttons(self.curl)
        self.finish()

    def _connect(self) -> None:
        self.resolve.clicked.connect(self._on_resolve_clicked)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.arrived.clicked.connect(self._on_arrived_clicked)
        self.not_arrived.clicked.connect(self._on_not_arrived_clicked)
        self.retry.clicked.connect(self.retry_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.curl.clicked.connect(self._on_curl_clicked)
        self.show_earlier.clicked.connect(self._on_show_earlier_clicked)
        self.show_batch.clicked.connect(self._on_show_batch_clicked)

    @property
    def delivery_id(self) -> int | None:
        """The delivery that is shown."""
        return None if self._details is None else self._details.row.id

    @property
    def words(self) -> str:
        """What happened, and what is asked."""
        return self._happened.text

    @property
    def attempts(self) -> str:
        """Every attempt in a line of its own."""
        return self._attempts.text

    @property
    def earlier_words(self) -> str:
        """Which earlier delivery it waits for."""
        return self._earlier.text

    @property
    def batch_words(self) -> str:
        """Which batch it was sent in."""
        return self._batch.text

    @property
    def answer_caption(self) -> str:
        """What the answer is called."""
        return self._answer.caption.text()

    def show_details(self, details: DeliveryDetails | None) -> None:
        """Show a delivery, or nothing."""
        if details is None or details.row.id != self.delivery_id:
            self.scroll_bar.setValue(0)
            self._show_curl_words()
        self._details = details
        self.show_content(details is not None)
        if details is None:
            return
        row = details.row
        self.title.setText(f"{row.article} · {action_words(row.action)}")
        self._show_subtitle(details)
        self._happened.show_text(self._what_happened(details))
        self._show_captions(details)
        self._sizes.show_text(sizes_text(row))
        self._show_earlier(row)
        self._batch.show_text("" if details.batch is None else self._batch_words(details.batch))
        self._batch_row.setVisible(details.batch is not None)
        self._attempts.show_text("\n".join(self._attempt(n, a) for n, a in enumerate(details.attempts, 1)))
        last = details.attempts[-1] if details.attempts else None
        self._request.show_text(last.request if last else details.preview)
        self._show_answer(last)
        self._show_decisions(details)

    def _show_answer(self, last: AttemptRow | None) -> None:
        is_cut = last is not None and last.is_cut
        words = self.tr("Answer: its beginning, the rest was too long to keep")
        self._answer.set_caption(words if is_cut else self.tr("Answer"))
        self._answer.show_text("" if last is None else last.answer or "")

    def show_status(self, status: Status) -> None:
        """Whether anything is sent now."""
        has_changed = status.standstill != self._status.standstill
        self._status = status
        if has_changed and self._details is not None:
            self._happened.show_text(self._what_happened(self._details))

    def show_chosen(self, chosen: ChosenFigures) -> None:
        """How many are chosen, and what may be done with how many of them."""
        self._chosen = chosen
        self._show_retry_words()
        if self._details is not None:
            self._show_subtitle(self._details)
            self._show_decisions(self._details)

    def _show_subtitle(self, details: DeliveryDetails) -> None:
        """With several chosen also that the panel shows one of them alone."""
        parts = [details.title, details.row.who]
        if self._chosen.total > 1:
            words = self.tr("one of {total} chosen is shown")
            parts.append(words.format(total=shown.number(self._chosen.total)))
        self.subtitle.setText(" · ".join(filter(None, parts)))

    def _show_captions(self, details: DeliveryDetails) -> None:
        """What was never tried is told as what would be."""
        is_sent = bool(details.attempts)
        if details.row.action is Action.PRICE:
            self._sizes.set_caption(self.tr("Price"))
        elif is_sent:
            self._sizes.set_caption(self.tr("Stock at the marketplace"))
        else:
            self._sizes.set_caption(self.tr("Stock at the marketplace, if sent"))
        self._request.set_caption(self.tr("Request") if is_sent else self.tr("Request, if sent"))

    def _show_decisions(self, details: DeliveryDetails) -> None:
        """With several chosen what may be done with any of them."""
        has_figures, several = bool(details.row.lines), self._chosen.total > 1
        self.resolve.setVisible(details.can_resolve and has_figures)
        self.arrived.setVisible(details.can_resolve and not has_figures)
        self.not_arrived.setVisible(details.can_resolve and not has_figures)
        can_retry = self._chosen.retryable > 0 if several else details.can_retry
        can_cancel = self._chosen.cancellable > 0 if several else details.can_cancel
        self.undo.setVisible(details.can_undo)
        self.retry.setVisible(can_retry)
        self.cancel.setVisible(can_cancel)
        self._decisions.setVisible(can_retry or can_cancel or details.can_resolve or details.can_undo)

    def _show_retry_words(self) -> None:
        chosen = self._chosen
        retry, cancel = self.tr("Retry"), self.tr("Do not send")
        if chosen.total > 1:
            words = self.tr("{what}: {number} of {total} chosen")
            total = shown.number(chosen.total)
            retry = words.format(what=retry, number=shown.number(chosen.retryable), total=total)
            cancel = words.format(what=cancel, number=shown.number(chosen.cancellable), total=total)
        self.undo.setText(self.tr("Undo the one shown…") if chosen.total > 1 else self.tr("Undo…"))
        self.retry.setText(retry)
        self.cancel.setText(cancel)

    def _show_earlier(self, row: DeliveryRow) -> None:
        earlier = row.waits_for
        words = ""
        if earlier is not None:
            words = self.tr(
                "An earlier delivery of this product needs your decision: {action}, {time}, {state}. "
                "This one goes after it."
            ).format(
                action=action_words(earlier.action),
                time=shown.when(earlier.created_at),
                state=state_words(earlier.state),
            )
        self._earlier.show_text(words)
        self._earlier_row.setVisible(earlier is not None)

    def ask_cancel(self) -> None:
        """The Delete key."""
        if self._details is not None and not self.cancel.isHidden():
            self.cancel_requested.emit()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._happened.set_caption(self.tr("What happened"))
        self._batch.set_caption(self.tr("Sent in one go"))
        self.show_batch.setText(self.tr("Show the whole batch"))
        self._attempts.set_caption(self.tr("Attempts"))
        self.resolve.setText(self.tr("Type what the cabinet shows…"))
        self._earlier.set_caption(self.tr("Waits for its turn"))
        self.show_earlier.setText(self.tr("Show the earlier one"))
        self.arrived.setText(self.tr("The marketplace took it"))
        self.not_arrived.setText(self.tr("It did not, send again"))
        self._show_retry_words()
        self._show_curl_words()
        self.set_placeholder(
            self.tr("Choose a delivery to see what was sent and what the marketplace answered.")
        )
        self.show_details(self._details)

    def _what_happened(self, details: DeliveryDetails) -> str:
        row = details.row
        sentence = state_words(row.state)
        parts = [sentence[:1].upper() + sentence[1:] + "."]
        if row.state is State.UNKNOWN:
            parts.append(self._question(details))
        elif row.reason is not None and (row.waits_for is None or row.state is State.HELD):
            parts.append(translated(row.reason))
        if row.state in {State.QUEUED, State.WAITING} and row.waits_for is None:
            parts.append(later_words(self._status))
        return joined(*parts)

    def _batch_words(self, batch: BatchRow) -> str:
        words = self.tr("Batch {number}: %n product(s)", "", batch.products)
        parts = [words.format(number=shown.number(batch.id)), batch.title, shown.when(batch.created_at)]
        return " · ".join(filter(None, parts))

    def _question(self, details: DeliveryDetails) -> str:
        row = details.row
        if row.action is Action.PRICE or not row.lines:
            return self.tr("Look in the cabinet whether the new price is there.")
        asked = () if details.question is None else details.question.rows
        figures = "; ".join(
            self.tr("{size}: if it arrived the cabinet shows {after}, if not {before}").format(
                size=line.size,
                before=expected_text(line.if_not_arrived),
                after=expected_text(line.if_arrived),
            )
            for line in asked
            if line.delivery_id == row.id and line.if_not_arrived and line.if_arrived
        )
        words = self.tr("Nobody knows whether the marketplace took it in. Look in the cabinet.")
        return f"{words} {figures}." if figures else words

    def _attempt(self, number: int, attempt: AttemptRow) -> str:
        parts = [str(number), shown.when(attempt.at)]
        if attempt.status is not None:
            parts.append(str(attempt.status))
        if attempt.milliseconds is not None:
            parts.append(self.tr("{milliseconds} ms").format(milliseconds=round(attempt.milliseconds)))
        line = " · ".join(parts)
        if attempt.times is not None:
            line = f"{line} ({self._parts(attempt.times)})"
        is_taken = attempt.status is not None and attempt.status < 300
        return line if attempt.words is None or is_taken else f"{line}: {translated(attempt.words)}"

    def _parts(self, times: Times) -> str:
        return self.tr("connecting {connecting}, sending {sending}, waiting {waiting}").format(
            connecting=round(times.connecting), sending=round(times.sending), waiting=round(times.waiting)
        )

    def _on_resolve_clicked(self) -> None:
        if self._details is not None:
            self.resolve_requested.emit(self._details)

    def _on_undo_clicked(self) -> None:
        if self._details is not None:
            self.undo_requested.emit(self._details.row.id, self._details.row.product_id)

    def _on_arrived_clicked(self) -> None:
        if self._details is not None:
            self.arrived_told.emit(self._details.row.id)

    def _on_not_arrived_clicked(self) -> None:
        if self._details is not None:
            self.not_arrived_told.emit(self._details.row.id)

    def _on_show_earlier_clicked(self) -> None:
        if self._details is not None and self._details.row.waits_for is not None:
            self.earlier_requested.emit(self._details.row.waits_for.id)

    def _on_show_batch_clicked(self) -> None:
        if self._details is not None and self._details.batch is not None:
            self.batch_requested.emit(BatchPart(self._details.batch.id))

    def _on_curl_clicked(self) -> None:
        if self._details is not None:
            self._tasks.run(outbox.as_curl, self._shop, self._details, done=self._on_curl_made)

    def _on_curl_made(self, command: str) -> None:
        QGuiApplication.clipboard().setText(command)
        self.curl.setText(self.tr("Copied ✓"))
        self._copied_timer.start()

    def _show_curl_words(self) -> None:
        self._copied_timer.stop()
        self.curl.setText(self.tr("Copy as cURL"))

"""The strip above the deliveries: how far a batch is, and in the end what became of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.services.batch_views import BatchPart, BatchProgress, BatchResult, BatchRow
from app.ui import format as shown
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.look import set_look

TONES = {
    BatchResult.DELIVERED: "ok",
    BatchResult.REJECTED: "bad",
    BatchResult.UNKNOWN: "bad",
    BatchResult.CORRECTED: "warn",
    BatchResult.NOT_SENT: "quiet",
    BatchResult.WAITING: "warn",
}
BAR_HEIGHT = 8


class BatchStrip(QFrame):
    """Hidden while there is no batch to tell about. Every figure leads to the deliveries that it counts."""

    pause_clicked = Signal()
    cancel_clicked = Signal()
    dismiss_clicked = Signal()
    part_chosen = Signal(object)  # BatchPart
    other_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchStrip")
        self._progress: BatchProgress | None = None
        self._title, self._note = ElidedLabel(Qt.TextElideMode.ElideRight), QLabel()
        self._title.setProperty("strong", True)
        self._others, self.pause, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self._others.setProperty("link", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(BAR_HEIGHT)
        self.links = {result: self._link(result) for result in BatchResult}
        self._menu = QMenu(self)
        self._build()
        self._others.clicked.connect(self._on_others_clicked)
        self._menu.triggered.connect(self._on_other_triggered)
        self.pause.clicked.connect(self.pause_clicked)
        self.cancel.clicked.connect(self.cancel_clicked)
        self.close_button.clicked.connect(self.dismiss_clicked)
        self.hide()

    def _link(self, result: BatchResult) -> QPushButton:
        link = QPushButton()
        link.setProperty("link", True)
        link.setProperty("tone", TONES[result])
        link.setProperty("result", result)
        link.clicked.connect(self._on_link_clicked)
        return link

    def _build(self) -> None:
        first, last = QHBoxLayout(), QHBoxLayout()
        for line in (first, last):
            line.setSpacing(10)
        first.addWidget(self._title, 1)
        for button in (self.pause, self.cancel, self.close_button):
            first.addWidget(button)
        figures = QWidget()
        flow = FlowLayout(figures)
        for link in self.links.values():
            flow.addWidget(link)
        last.addWidget(figures, 1)
        last.addWidget(self._others)
        last.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 9, 18, 7)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self.bar)
        column.addLayout(last)
        for part in (self.bar, self.pause, self.cancel, self.close_button):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing moves under the pointer when a batch ends
            part.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What it says about the batch; nothing while it is hidden."""
        return (
            ""
            if self.isHidden()
            else " · ".join(filter(None, (self._title.accessibleName(), self._note.text())))
        )

    @property
    def others(self) -> list[QAction]:
        """The other unfinished batches, to choose from."""
        return self._menu.actions()

    def show_progress(self, progress: BatchProgress | None) -> None:
        """Show this, or nothing."""
        self._progress = progress
        if progress is None:
            self.hide()
            return
        batch, counts = progress.batch, progress.batch.counts
        self._title.set_whole(self._title_of(batch))
        self._show_note(progress)
        self._show_others(progress.others)
        self.bar.setVisible(not batch.is_finished)
        self.bar.setMaximum(counts.total)
        self.bar.setValue(counts.settled + counts.not_sent)
        self.bar.setAccessibleName(self._title_of(batch))
        for result, link in self.links.items():
            link.setText(self._figure(batch, result))
            link.setVisible(counts.of(result) > 0)
        self.pause.setText(self.tr("Resume the batch") if batch.is_paused else self.tr("Pause the batch"))
        self.pause.setVisible(not batch.is_finished)
        self.cancel.setText(self.tr("Do not send the rest…"))
        self.cancel.setVisible(counts.waiting > 0)
        self.close_button.setVisible(batch.is_finished)
        self.close_button.setAccessibleName(self.tr("Close"))
        self.show()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.show_progress(self._progress)

    def _title_of(self, batch: BatchRow) -> str:
        if batch.is_finished and batch.counts.waiting:
            words = self.tr("Sending of %n product(s): the rest waits for you", "", batch.products)
        elif batch.is_finished:
            words = self.tr("Sending of %n product(s) has ended", "", batch.products)
        else:
            words = self.tr("Sending %n product(s)", "", batch.products)
        return f"{words} · {batch.title}" if batch.title else words

    def _show_note(self, progress: BatchProgress) -> None:
        batch, counts = progress.batch, progress.batch.counts
        undecided = counts.rejected + counts.unknown
        words, tone = "", ""
        if batch.is_finished:
            if undecided:
                words, tone = self.tr("%n delivery(ies) need your decision", "", undecided), "bad"
        elif batch.is_paused:
            words, tone = self.tr("paused by you"), "warn"
        elif progress.is_connection_paused:
            words, tone = self.tr("all sending is paused"), "warn"
        elif progress.seconds_left is not None:
            words = shown.time_left(progress.seconds_left)
        self._note.setText(words)
        set_look(self._note, "tone", tone)

    def _show_others(self, others: tuple[BatchRow, ...]) -> None:
        self._others.setVisible(bool(others))
        self._others.setText(self.tr("%n more unfinished", "", len(others)))
        if self._menu.isVisible():
            return
        self._menu.clear()
        for batch in others:
            title = self._title_of(batch).replace("&", "&&")
            action = self._menu.addAction(f"{shown.when(batch.created_at)} · {title}")
            action.setData(batch.id)

    def _figure(self, batch: BatchRow, result: BatchResult) -> str:
        match result:
            case BatchResult.DELIVERED:
                words = self.tr("Delivered {count}")
            case BatchResult.REJECTED:
                words = self.tr("Rejected {count}")
            case BatchResult.UNKNOWN:
                words = self.tr("No answer {count}")
            case BatchResult.CORRECTED:
                words = self.tr("Corrected by the cabinet {count}")
            case BatchResult.NOT_SENT:
                words = self.tr("Withdrawn {count}")
            case BatchResult.WAITING if batch.is_finished:  # held back by what waits for a person
                words = self.tr("Waiting for an earlier one {count}")
            case BatchResult.WAITING:
                words = self.tr("Waiting {count}")
        return words.format(count=shown.number(batch.counts.of(result)))

    def _on_link_clicked(self) -> None:
        link = self.sender()
        if self._progress is not None and isinstance(link, QPushButton):
            result = BatchResult(link.property("result"))
            self.part_chosen.emit(BatchPart(self._progress.batch.id, result))

    def _on_others_clicked(self) -> None:
        self._menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))

    def _on_other_triggered(self, action: QAction) -> None:
        self.other_chosen.emit(action.data())

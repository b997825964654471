"""*Reconcile*: the cabinet's counts beside ours; each difference is taken over, corrected or left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from app.domain.errors import PolkaError
from app.services.reconciling import (
    CountRow,
    Reconciled,
    Scope,
    Verdict,
    count_rows,
    export_counts,
    write_counts,
)
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.count_print import count_line, count_paper
from app.ui.dialogs.figure_dialog import FigureDialog
from app.ui.long_work import LongWork
from app.ui.models.count_model import CountModel, DecideCommand
from app.ui.widgets.count_table import CountTable

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

NEXT = {None: Verdict.CABINET, Verdict.CABINET: Verdict.OURS, Verdict.OURS: None}


class ReconcileDialog(FigureDialog):
    """Rows without a figure, and differences that nobody decided, stay as they are."""

    written = Signal(str, int)  # in words; how many corrections wait for the review

    def __init__(self, context: UiContext, scope: Scope, parent: QWidget | None = None) -> None:
        model = CountModel(context.theme)
        table = CountTable(context, model)
        super().__init__(context, model, table, parent)
        self.model = model
        self.table: CountTable = table
        self._scope = scope
        self._is_stale = False
        self.setWindowTitle(self.tr("Reconcile with the cabinet"))
        self.intro.setText(
            self.tr(
                "Type what the cabinet shows now, or paste a column of it. For each difference say who is "
                "right. Rows that you leave empty stay as they are."
            )
        )
        self._make_tools()
        self.show_summary()
        table.asked_for_next.connect(self._on_next_asked)
        table.left.connect(self._read_if_stale)
        table.selectionModel().selectionChanged.connect(self._show_answers)
        context.bridge.changed.connect(self._on_changed)
        self._work: LongWork | None = LongWork(self.tr("Reading the stock…"), self)
        self._read(scope, self._on_read, self._work)

    def _make_tools(self) -> None:
        self.cabinet, self.ours, self.leave = QPushButton(), QPushButton(), QPushButton()
        tips = (
            self.tr("Our stock follows the cabinet (Alt+1)."),
            self.tr("A correction is prepared for the marketplace (Alt+2). It goes after the review."),
            self.tr("Nothing is done about the difference (Alt+3)."),
        )
        which = self.tr(
            "For the chosen rows (Ctrl+A: all); where none of them has a difference, for all that are open."
        )
        for button, tip in zip(self._answers, tips, strict=True):
            button.setToolTip(f"{tip} {which}")
            button.setAutoDefault(False)
            self.tools.addWidget(button)
        self.cabinet.clicked.connect(lambda: self._say_who_is_right(Verdict.CABINET))
        self.ours.clicked.connect(lambda: self._say_who_is_right(Verdict.OURS))
        self.leave.clicked.connect(lambda: self._say_who_is_right(None))
        self.tools.addStretch(1)

    @property
    def _answers(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        return self.cabinet, self.ours, self.leave

    # What is compared

    def _read(
        self, scope: Scope, done: Callable[[Sequence[CountRow]], None], work: LongWork | None = None
    ) -> None:
        self._context.tasks.run(
            count_rows,
            self._context.shop,
            scope,
            *([work.progress] if work else []),
            done=done,
            failed=self._on_not_read,
        )

    def _on_read(self, rows: Sequence[CountRow]) -> None:
        self._end_work()
        self.model.show(rows)
        if rows:
            self.table.go_to(0)
            self.table.setFocus()

    def _on_read_again(self, rows: Sequence[CountRow]) -> None:
        """Figures of sizes that are shown; none comes or goes while somebody compares."""
        if self.table.is_editing:
            self._is_stale = True
            return
        new = {row.place: row for row in rows}
        old = self.model.rows
        changed = [row for row in old if new.get(row.place, row) != row and row.place in self._typed()]
        self.model.show([new.get(row.place, row) for row in old])
        if changed:
            self.say(self.tr("The stock of %n typed row(s) has changed meanwhile.", "", len(changed)))

    def _typed(self) -> Collection[object]:
        return {row.place for row, count in self.model.counts if count is not None}

    def _on_not_read(self, error: PolkaError) -> None:
        self._end_work()
        self.report(error)

    def _end_work(self) -> None:
        if self._work is not None:
            self._work.end()
            self._work = None

    def _read_if_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._on_changed(Change(None))

    def _on_changed(self, change: Change) -> None:
        products = {row.place.product_id for row in self.model.rows}
        touched = products if change.products is None else products & change.products
        if touched:
            self._read(Scope(products=tuple(touched)), self._on_read_again)

    # Who is right

    def _say_who_is_right(self, verdict: Verdict | None) -> None:
        self.table.finish_typing()
        self._decide(self._chosen_differences() or self.model.open_rows(), verdict)

    def _chosen_differences(self) -> list[int]:
        return [row for row in self.table.chosen_rows() if self.model.can_decide(row)]

    def _show_answers(self) -> None:
        """Each button says of how many rows it speaks."""
        chosen = len(self._chosen_differences())
        count = chosen or len(self.model.open_rows())
        words = (
            self.tr("Cabinet is right: %n row(s)", "", count) if count else self.tr("Cabinet is right"),
            self.tr("We are right: %n row(s)", "", count) if count else self.tr("We are right"),
            self.tr("Leave open: %n row(s)", "", chosen) if chosen else self.tr("Leave open"),
        )
        for number, (button, text) in enumerate(zip(self._answers, words, strict=True), start=1):
            button.setText(text)
            button.setShortcut(f"Alt+{number}")  # a new text takes it away
            button.setEnabled(bool(chosen if button is self.leave else count))

    def _on_next_asked(self) -> None:
        if rows := self._chosen_differences():
            now = self.model.decided([self.model.place_at(rows[0])])
            self._decide(rows, NEXT[next(iter(now.values()))])

    def _decide(self, rows: Sequence[int], verdict: Verdict | None) -> None:
        if rows:
            self.say("")
            places = [self.model.place_at(row) for row in rows]
            self.history.push(DecideCommand(self.model, dict.fromkeys(places, verdict)))

    @override
    def show_summary(self) -> None:
        counted = self.model.counted()
        equal = sum(not one.row.missing(one.count) for one in counted)
        ours = sum(one.verdict is Verdict.OURS for one in counted)
        parts = self._parts(equal, len(counted) - equal - ours, ours)
        if undecided := len(self.model.open_rows()):
            parts.append(self.tr("%n difference(s) to decide", "", undecided))
        if waiting := sum(row.is_in_flight for row in self.model.rows):
            parts.append(self.tr("%n wait(s) for an answer", "", waiting))
        words = f"{', '.join(parts)}."
        nothing = self.tr("Nothing is typed yet.")
        self.summary.setText(words[:1].upper() + words[1:] if parts else nothing)
        self.apply.setEnabled(bool(counted))
        self._show_answers()

    def _parts(self, equal: int, followed: int, drafted: int) -> list[str]:
        words = (
            (equal, self.tr("%n agree(s)", "", equal)),
            (followed, self.tr("the stock of %n size(s) follows the cabinet", "", followed)),
            (drafted, self.tr("%n correction(s) are prepared for the review", "", drafted)),
        )
        return [text for count, text in words if count]

    # What is written

    @override
    def write(self) -> None:
        self.table.finish_typing()
        counted = self.model.counted()
        if not counted or not self.apply.isEnabled():
            return
        self.apply.setEnabled(False)
        work = LongWork(self.tr("Writing what the cabinet shows…"), self)
        self._context.tasks.run(
            write_counts,
            self._context.shop,
            counted,
            work.progress,
            done=partial(self._on_written, work),
            failed=partial(self._on_not_written, work),
            lane="write",
        )

    def _on_written(self, work: LongWork, done: Reconciled) -> None:
        work.end()
        parts = self._parts(len(done.equal), len(done.followed), len(done.drafted))
        if done.changed:
            parts.append(self.tr("%n left: changed meanwhile", "", len(done.changed)))
        words = self.tr("Written: {what}.").format(what=", ".join(parts) or self.tr("nothing"))
        self.history.clear()
        self.model.forget([*done.equal, *done.followed, *done.drafted])
        self.written.emit(words, len(done.drafted))
        if any(count is not None for _, count in self.model.counts):
            self.say(words)
            self._on_changed(Change(None))
        else:
            self.accept()

    def _on_not_written(self, work: LongWork, error: PolkaError) -> None:
        work.end()
        self.report(error)
        self.show_summary()

    # Paper and files

    @override
    def print_table(self, printer: QPrinter) -> None:
        count_paper().print(printer, map(count_line, self.model.rows))

    @override
    def export_to(self, path: str) -> None:
        self.exporter.write(export_counts, self._context.shop, path, self.model.counts)

    @override
    def file_name(self) -> str:
        return self.tr("reconcile with the cabinet")

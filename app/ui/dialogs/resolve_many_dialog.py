"""*Check against the cabinet*: many deliveries without an answer in one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.doubt import Conclusion
from app.domain.errors import PolkaError
from app.services.delivery_views import Answered, OpenQuestion
from app.services.doubts import answer, open_questions
from app.services.exporting import export_doubts
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.dialogs.figure_dialog import FigureDialog
from app.ui.doubt_print import doubt_line, doubt_paper
from app.ui.long_work import LongWork
from app.ui.models.doubt_model import DoubtModel
from app.ui.widgets.doubt_table import DoubtTable
from app.ui.widgets.look import set_look

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class ResolveManyDialog(FigureDialog):
    """Rows without a figure stay open; what is typed is written with *Apply* alone."""

    resolved = Signal(str)  # what was noted, in words

    def __init__(
        self, context: UiContext, delivery_ids: Collection[int] | None, parent: QWidget | None = None
    ) -> None:
        model = DoubtModel(context.theme)
        super().__init__(context, model, DoubtTable(context, model), parent)
        self.model = model
        self._ids = delivery_ids
        self._answered: set[int] = set()  # by this dialog: they go without a word
        self.is_stale = False  # something has changed that the table does not show yet
        self._is_reading = False
        self.setWindowTitle(self.tr("Check against the cabinet"))
        self.intro.setText(
            self.tr(
                "Open each product in the marketplace's cabinet and type what it shows now. Polka then "
                "knows which deliveries arrived. Rows that you leave empty stay as they are."
            )
        )
        self.table.left.connect(self._read_if_stale)
        context.bridge.changed.connect(self._on_changed)
        self._read()

    # What is asked

    def _read(self) -> None:
        if self._is_reading:
            self.is_stale = True
            return
        self.is_stale, self._is_reading = False, True
        self._context.tasks.run(
            open_questions,
            self._context.shop,
            self._ids,
            done=self._on_read,
            failed=self._on_not_read,
        )

    def _on_read(self, questions: Sequence[OpenQuestion]) -> None:
        self._is_reading = False
        if self.table.is_editing:
            self.is_stale = True
            return
        self._ask(questions)
        self._read_if_stale()

    def _on_not_read(self, error: PolkaError) -> None:
        self._is_reading = False
        self.report(error)

    def _ask(self, questions: Sequence[OpenQuestion]) -> None:
        before, place, row = self.model.deliveries, self.table.place, self.table.currentIndex().row()
        outdated = self.model.show(questions)
        gone = before - self.model.deliveries - self._answered
        if outdated:
            self.say(
                self.tr(
                    "An online sale changed %n figure(s) meanwhile; they are empty again. Read them in the "
                    "cabinet once more.",
                    "",
                    outdated,
                )
            )
        elif gone:
            self.say(self.tr("%n delivery(s) got an answer meanwhile and left the table.", "", len(gone)))
        if before != self.model.deliveries:
            self.table.setFocus()  # before the cell is chosen: with the focus comes the first one
        if not before:
            self.table.go_to(0)
        elif place is not None and not self.table.go_to_place(place) and not gone:
            self.table.go_to(min(row, self.model.rowCount() - 1))

    def _read_if_stale(self) -> None:
        if self.is_stale:
            self._read()

    def _on_changed(self, change: Change) -> None:
        if change.deliveries or change.events:
            self._read()

    # What follows

    @override
    def show_summary(self) -> None:
        found = Counter(self.model.conclusions.values())
        written = [found[c] for c in _WRITTEN]
        parts = self._parts(*written)
        left = len(self.model.deliveries) - sum(written)
        parts.append(self.tr("%n stay(s) open", "", left))
        words = f"{', '.join(parts)}."
        asked = words[:1].upper() + words[1:]
        odd = found[Conclusion.SOMETHING_ELSE]
        if odd:
            doubt = self.tr(
                "The figures of %n delivery(s) fit neither case: check them again first.", "", odd
            )
            asked = f"{asked} {doubt}"
        set_look(self.summary, "tone", "warn" if odd else "")
        self.summary.setText(asked if self.model.rowCount() else self.tr("All are answered."))
        self.apply.setEnabled(any(written))
        for button in (self.print, self.export):
            button.setEnabled(self.model.rowCount() > 0)

    def _parts(self, arrived: int, not_arrived: int, corrected: int) -> list[str]:
        """How many of each kind, those that there are."""
        words = (
            (arrived, self.tr("%n arrived", "", arrived)),
            (not_arrived, self.tr("%n did not arrive and go(es) again", "", not_arrived)),
            (corrected, self.tr("%n follow(s) the cabinet", "", corrected)),
        )
        return [text for count, text in words if count]

    # What is written

    @override
    def write(self) -> None:
        self.table.finish_typing()
        answers = self.model.answers()
        if not answers or not self.apply.isEnabled():
            return
        self.apply.setEnabled(False)
        work = LongWork(self.tr("Writing what the cabinet shows…"), self)
        self._context.tasks.run(
            answer,
            self._context.shop,
            answers,
            work.progress,
            done=partial(self._on_answered, work),
            failed=partial(self._on_not_answered, work),
            lane="write",
        )

    def _on_answered(self, work: LongWork, answered: Answered) -> None:
        work.end()
        written = (answered.arrived, answered.not_arrived, answered.corrected)
        self._answered.update(*written, answered.ended)
        words = self._result(answered)
        self.resolved.emit(words)
        if sum(map(len, written)) == len(self.model.deliveries):
            self.accept()
            return
        self.say(words)
        self._read()
        self.show_summary()

    def _result(self, answered: Answered) -> str:
        parts = self._parts(len(answered.arrived), len(answered.not_arrived), len(answered.corrected))
        if answered.ended:
            parts.append(self.tr("%n got an answer meanwhile", "", len(answered.ended)))
        if answered.changed:
            parts.append(
                self.tr("%n left as it was: its figures changed meanwhile", "", len(answered.changed))
            )
        return self.tr("Written: {what}.").format(what=", ".join(parts) or self.tr("nothing"))

    def _on_not_answered(self, work: LongWork, error: PolkaError) -> None:
        work.end()
        self.report(error)
        self.show_summary()

    # Paper and files

    @override
    def print_table(self, printer: QPrinter) -> None:
        doubt_paper().print(printer, map(doubt_line, self.model.rows))

    @override
    def export_to(self, path: str) -> None:
        self.exporter.write(export_doubts, self._context.shop, path, self.model.doubts)

    @override
    def file_name(self) -> str:
        return self.tr("check against the cabinet")


_WRITTEN = (Conclusion.ARRIVED, Conclusion.NOT_ARRIVED, Conclusion.SOMETHING_ELSE)

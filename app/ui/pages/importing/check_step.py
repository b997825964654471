"""The third step: every row with what it would do, or with what is wrong and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.import_rows import Part
from app.services.import_views import Creating
from app.spreadsheet.flaws import Problem
from app.spreadsheet.lines import LeftOut
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.numbers import Reading
from app.ui import format as shown
from app.ui.delegates.check_delegate import CheckDelegate
from app.ui.import_commands import ChooseCommand, CreateCommand
from app.ui.import_flow import ImportFlow
from app.ui.models.import_check_model import CheckColumn, ImportCheckModel
from app.ui.rows_aside import RowsAside
from app.ui.theme import Theme
from app.ui.widgets.flow_layout import GAP, FlowLayout
from app.ui.widgets.log_table import LogTable
from app.ui.widgets.newcomers import Newcomers
from app.ui.widgets.reading_questions import ReadingQuestions
from app.ui.widgets.remark_bar import RemarkBar
from app.ui.widgets.rows_question import RowsQuestion
from app.ui.widgets.segmented import SegmentedControl

WIDTHS: Mapping[int, int] = {
    CheckColumn.ROW: 66,
    CheckColumn.ARTICLE: 130,
    CheckColumn.SIZE: 84,
    CheckColumn.BEFORE: 76,
    CheckColumn.NUMBER: 86,
    CheckColumn.AFTER: 80,
    CheckColumn.PRICE: 92,
    CheckColumn.REMARK: 200,
}
_PIECES = 888_888
SAMPLES: Mapping[int, Callable[[], str]] = {
    CheckColumn.ROW: lambda: shown.number(8_888_888),
    CheckColumn.SIZE: lambda: "8888-88-88",  # a size that a program turned into a date
    CheckColumn.BEFORE: lambda: shown.number(-_PIECES),
    CheckColumn.NUMBER: lambda: shown.number(-_PIECES),
    CheckColumn.AFTER: lambda: shown.number(-_PIECES),
}


class CheckStep(QWidget):
    """Filters, questions, what is new, the table, the remark of the row that is chosen."""

    save_failed_requested = Signal()

    def __init__(
        self,
        flow: ImportFlow,
        rows_aside: RowsAside,
        theme: Theme,
        memory: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._flow, self._rows_aside = flow, rows_aside
        self.undo_stack = QUndoStack(self)
        self.filters = SegmentedControl(list(Part))
        self.undo, self.redo = QPushButton(), QPushButton()
        self.hidden, self.struck = RowsQuestion(LeftOut.HIDDEN), RowsQuestion(LeftOut.STRUCK)
        self.questions = ReadingQuestions()
        self.newcomers, self.remark = Newcomers(), RemarkBar()
        self.model = ImportCheckModel(theme, self)
        self.table = LogTable(memory, "import-check")
        self._set_up_table(theme)
        self._build()
        self._connect()
        self.retranslate()

    def _set_up_table(self, theme: Theme) -> None:
        table, triggers = self.table, QAbstractItemView.EditTrigger
        table.setModel(self.model)
        table.setItemDelegate(CheckDelegate(theme, table))
        table.set_widths(WIDTHS, CheckColumn.REMARK, SAMPLES)
        table.spare = (CheckColumn.PRICE, CheckColumn.BEFORE)
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def _build(self) -> None:
        top = QFrame()
        line = FlowLayout(top)
        line.addWidget(self.filters)
        line.addWidget(self._side_by_side(self.undo, self.redo))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 6)
        column.setSpacing(10)
        for part in (top, self.hidden, self.struck, self.questions, self.newcomers):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.remark)

    def _side_by_side(self, *buttons: QPushButton) -> QWidget:
        """Buttons that go to the next line together."""
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        for button in buttons:
            line.addWidget(button)
        return both

    def _connect(self) -> None:
        self.filters.chosen.connect(self._on_part_chosen)
        self.undo.clicked.connect(self.undo_stack.undo)
        self.redo.clicked.connect(self.undo_stack.redo)
        self.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        self.undo_stack.canRedoChanged.connect(self.redo.setEnabled)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo_stack.undo, context=scope)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.undo_stack.redo, context=scope)
        self.model.edited.connect(self._on_edited, Qt.ConnectionType.QueuedConnection)
        self.remark.fix_clicked.connect(self._on_fix_clicked)
        self.remark.fix_all_clicked.connect(self._on_fix_all_clicked)
        self.hidden.answered.connect(lambda are: self._on_rows_answered(LeftOut.HIDDEN, are_imported=are))
        self.struck.answered.connect(lambda are: self._on_rows_answered(LeftOut.STRUCK, are_imported=are))
        self._rows_aside.answered.connect(self._show_rows_aside)
        self.questions.chosen.connect(self._on_reading_chosen)
        self.newcomers.chosen.connect(self._on_creating_chosen)
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self._flow.checked.connect(self._show_result)
        self._flow.begun.connect(self._forget)
        self._flow.left.connect(self._forget)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.table.setAccessibleName(self.tr("The rows of the file"))
        self.undo.setText(self.tr("Undo"))
        self.redo.setText(self.tr("Redo"))
        for button, can in ((self.undo, self.undo_stack.canUndo()), (self.redo, self.undo_stack.canRedo())):
            button.setEnabled(can)
        self.table.retranslate()
        self._show_result()

    def _forget(self) -> None:
        """Nothing is checked yet; what was checked before takes no memory any more."""
        self.undo_stack.clear()
        meaning = self._flow.draft.meaning if self._flow.has_file else Meaning.RECEIPTS
        self.model.show_rows(None, meaning, Part.ALL)
        self.filters.choose(Part.ALL)
        self.hidden.hide()
        self.struck.hide()
        self.questions.forget()
        self.newcomers.hide()
        self._show_counts()
        self._show_remark()

    def _show_counts(self) -> None:
        result = self._flow.result
        words = {
            Part.ALL: self.tr("All {count}"),
            Part.ERRORS: self.tr("Errors {count}"),
            Part.WARNINGS: self.tr("Warnings {count}"),
            Part.NOTES: self.tr("Notes {count}"),
            Part.UNCHANGED: self.tr("No change {count}"),
        }
        counts = {part: 0 if result is None else result.rows.count(part) for part in Part}
        self.filters.set_words([words[part].format(count=shown.number(counts[part])) for part in Part])

    def _show_result(self) -> None:
        """The rows of now; the one that was chosen stays chosen."""
        result = self._flow.result
        self._show_counts()
        if result is None:
            return
        index = self.table.currentIndex()
        chosen = self.model.row_at(index.row())
        self._show_rows_aside()
        self.questions.show_questions(result.checked, result.draft.layout, result.draft.choices.readings)
        self.newcomers.show_plan(result.plan, result.draft.creating)
        top = self.table.verticalScrollBar().value()
        self.model.show_rows(result.rows, result.draft.meaning, self.model.part)
        self.table.verticalScrollBar().setValue(top)
        place = None if chosen is None else self.model.place_of(chosen.row, chosen.column)
        row = index.row() if place is None else place
        row = min(max(row, 0), self.model.rowCount() - 1)
        column = index.column() if index.isValid() else self.model.column_of_problem(row)
        self.table.setCurrentIndex(self.model.index(row, column))
        self._show_remark()

    def _show_rows_aside(self) -> None:
        if self._flow.result is None:
            return
        for why, question in ((LeftOut.HIDDEN, self.hidden), (LeftOut.STRUCK, self.struck)):
            question.ask(self._rows_aside.count(why), self._rows_aside.answer(why))

    def _show_remark(self) -> None:
        result = self._flow.result
        row = self.model.row_at(self.table.currentIndex().row())
        remark = "" if row is None else self.model.text(row, CheckColumn.REMARK)
        self.remark.show_row(row, remark, None if result is None else result.rows)

    def _on_current_changed(self, current: QModelIndex) -> None:
        del current
        self._show_remark()

    def _on_part_chosen(self, part: Part) -> None:
        result = self._flow.result
        if result is not None:
            self.model.show_rows(result.rows, result.draft.meaning, part)
            self.table.setCurrentIndex(self.model.index(0, self.model.column_of_problem(0)))
            self._show_remark()

    def _on_edited(self, row: int, column: int, text: str) -> None:
        choices = self._flow.draft.choices
        edits = {**choices.edits, (row, column): text}
        self.undo_stack.push(ChooseCommand(self._flow, replace(choices, edits=edits)))

    def _on_fix_clicked(self, problem: Problem) -> None:
        if problem.proposed is not None:
            self._on_edited(problem.row, problem.column, problem.proposed)

    def _on_fix_all_clicked(self, problem: Problem) -> None:
        choices = self._flow.draft.choices
        fixed = replace(choices, fixes=choices.fixes | {problem.flaw})
        self.undo_stack.push(ChooseCommand(self._flow, fixed))

    def _on_reading_chosen(self, column: int, reading: Reading) -> None:
        choices = self._flow.draft.choices
        read = replace(choices, readings={**choices.readings, column: reading})
        self.undo_stack.push(ChooseCommand(self._flow, read))

    def _on_rows_answered(self, why: LeftOut, *, are_imported: bool) -> None:
        choices = self._rows_aside.choices(why, are_imported=are_imported)
        if choices != self._flow.draft.choices:
            self.undo_stack.push(ChooseCommand(self._flow, choices))
        self._rows_aside.note(why, are_imported=are_imported)

    def _on_creating_chosen(self, creating: Creating) -> None:
        self.undo_stack.push(CreateCommand(self._flow, creating))

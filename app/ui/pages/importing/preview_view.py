"""A file that is looked at: which sheet, what it means, what one should know, and its first rows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.services.import_checking import Beginning
from app.services.import_views import ImportRow
from app.services.import_works import begin_message, begin_turned
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.lines import LeftOut
from app.spreadsheet.meaning import Meaning
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.import_flow import ImportFlow
from app.ui.import_words import meaning_words, short_meaning
from app.ui.models.import_sample_model import ImportSampleModel
from app.ui.rows_aside import RowsAside
from app.ui.theme import Theme
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.encoding_choice import EncodingChoice
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.look import set_look
from app.ui.widgets.rows_question import RowsQuestion

COLUMN_WIDTH = 120
ROW_HEIGHT = 29
LINE_HEIGHT = 32


class PreviewView(QWidget):
    """The first step once there is a file."""

    other_requested = Signal()

    def __init__(
        self, flow: ImportFlow, rows_aside: RowsAside, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flow, self._rows_aside = flow, rows_aside
        self.sheets = ChoiceBox(self.tr("Sheet"))
        self.meanings = ChoiceBox(self.tr("What the file means"))
        self._sheet_name, self._meaning_name = QLabel(), QLabel()
        self.other = QPushButton()
        self.encodings = EncodingChoice()
        self.notes = QLabel()
        self.notes.setObjectName("notice")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.turn, self.message = QPushButton(), QPushButton()
        self.hidden, self.struck = RowsQuestion(LeftOut.HIDDEN), RowsQuestion(LeftOut.STRUCK)
        self.model = ImportSampleModel(theme, self)
        self.table = sample_table(self.model)
        self._build()
        self.sheets.chosen.connect(self._on_sheet_chosen)
        self.meanings.chosen.connect(self._on_meaning_chosen)
        self.meanings.activated.connect(self._on_meaning_chosen)  # also the one that is there already
        self.encodings.chosen.connect(self._on_encoding_chosen)
        self.turn.clicked.connect(lambda: flow.begin_made(begin_turned))
        self.message.clicked.connect(lambda: flow.begin_made(begin_message, translated))
        self.hidden.answered.connect(lambda are: self._on_rows_answered(LeftOut.HIDDEN, are_imported=are))
        self.struck.answered.connect(lambda are: self._on_rows_answered(LeftOut.STRUCK, are_imported=are))
        rows_aside.answered.connect(self._show_rows_aside)
        self.other.clicked.connect(self.other_requested)
        flow.begun.connect(self.show_file)
        flow.changed.connect(self._show_choices)
        flow.repetition_known.connect(self._show_notes)
        self.retranslate()

    def _build(self) -> None:
        top = QFrame()
        line = FlowLayout(top)
        for label in (self._meaning_name, self._sheet_name):
            label.setMinimumHeight(LINE_HEIGHT)
        for widget in (self._meaning_name, self.meanings, self._sheet_name, self.sheets, self.other):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 0)
        column.setSpacing(10)
        for part in (top, self.encodings, self.notes):
            column.addWidget(part)
        for button in (self.turn, self.message):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.hidden)
        column.addWidget(self.struck)
        column.addWidget(self.table, 1)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._sheet_name.setText(self.tr("Sheet"))
        self._meaning_name.setText(self.tr("What the file means"))
        for box, name in ((self.sheets, self._sheet_name), (self.meanings, self._meaning_name)):
            box.setAccessibleName(name.text())
            box.setToolTip(name.text())
        self.other.setText(self.tr("Another file"))
        self.turn.setText(self.tr("Turn the table"))
        self.message.setText(self.tr("Make a table of the message"))
        self.table.setAccessibleName(self.tr("The first rows of the file"))
        self.encodings.retranslate()
        if self._flow.has_file:
            self.show_file()

    def show_file(self) -> None:
        """Show the file of now."""
        beginning = self._flow.beginning
        if beginning is None:
            return
        sheets = enumerate(beginning.book.sheets, 1)
        names = [sheet.name or self.tr("Table {number}").format(number=number) for number, sheet in sheets]
        words = [
            self.tr("{name} (hidden)").format(name=name) if sheet.is_hidden else name
            for sheet, name in zip(beginning.book.sheets, names, strict=True)
        ]
        self.sheets.offer([(name, number) for number, name in enumerate(words)], beginning.draft.sheet)
        for widget in (self.sheets, self._sheet_name):
            widget.setVisible(len(words) > 1)
        set_look(self.sheets, "doubt", bool(beginning.other_sheets))
        self.turn.setVisible(beginning.lies_on_its_side)
        self.message.setVisible(beginning.is_message)
        self.encodings.show_readings(beginning.book.readings, beginning.book.encoding)
        sheet = beginning.sheet
        self.model.show_rows(beginning.rows, beginning.draft.layout, sheet.hidden_rows, sheet.looks)
        self.table.horizontalHeader().setStretchLastSection(_ends_in_words(beginning.draft.layout))
        self._show_choices()

    def _show_choices(self) -> None:
        draft = self._flow.draft
        self.meanings.offer([(meaning_words(meaning), meaning) for meaning in Meaning], draft.meaning)
        set_look(self.meanings, "doubt", self._flow.is_meaning_asked)
        self._show_rows_aside()
        self.model.show_layout(draft.layout, draft.choices)
        self._show_notes()

    def _show_rows_aside(self) -> None:
        for why, question in ((LeftOut.HIDDEN, self.hidden), (LeftOut.STRUCK, self.struck)):
            question.ask(self._rows_aside.count(why), self._rows_aside.answer(why))

    def _show_notes(self) -> None:
        beginning, earlier = self._flow.beginning, self._flow.earlier
        if beginning is None:
            return
        notes: list[str] = self._change_words(beginning.dropped) if beginning.is_changed else []
        if self._flow.is_meaning_asked:
            notes.append(self._doubt())
        if earlier is not None:
            notes.append(self._repetition_words(earlier))
        notes += [translated(note) for note in beginning.book.notes]
        notes += self._reading_words(beginning)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _repetition_words(self, earlier: ImportRow) -> str:
        words = self.tr(
            "This file was imported already: {when}, {who}, {meaning}. "
            "Go on only if all of it happened a second time."
        )
        when, who = shown.when(earlier.at), earlier.who
        return words.format(when=when, who=who, meaning=short_meaning(earlier.meaning))

    def _reading_words(self, beginning: Beginning) -> Iterator[str]:
        if beginning.other_sheets:
            others = ", ".join(self.sheets.itemText(place) for place in beginning.other_sheets)
            words = self.tr("Only one sheet is imported. These look like goods as well: {sheets}.")
            yield words.format(sheets=others)
        if beginning.lies_on_its_side:
            yield self.tr(
                "Products stand side by side here, and their sizes below each other. Turn the table."
            )
        if beginning.is_message:
            yield self.tr(
                "This is no table but a message: its lines name articles, sizes and pieces. "
                "Make a table of it: beside each line you will see what was understood."
            )
        if beginning.is_returned:
            yield self.tr(
                "This file came back from an import: only its rows that are left to do are taken."
            )
        if beginning.empty_formulas:
            yield self.tr(
                "%n formula(s) have no result in the file. Open it in Excel and save it.",
                "",
                beginning.empty_formulas,
            )

    def _change_words(self, dropped: int) -> list[str]:
        words = [
            self.tr("The file was changed since you looked at it. This is in it now: check it, then go on.")
        ]
        if dropped:
            words.append(
                self.tr(
                    "%n correction(s) of yours are dropped: other rows may stand in their places now.",
                    "",
                    dropped,
                )
            )
        return words

    def _doubt(self) -> str:
        beginning = self._flow.beginning
        guessed = None if beginning is None else beginning.guessed
        if guessed is not None and guessed.is_remembered:
            return self.tr(
                "This file seems to mean something else than the last one with these headings. "
                "Please choose above."
            )
        return self.tr("The file does not say for sure what it means. Please choose above.")

    def _on_sheet_chosen(self) -> None:
        draft, number = self._flow.draft, self.sheets.value
        if isinstance(number, int) and number != draft.sheet:
            self._flow.open(draft.path, number, draft.encoding)

    def _on_encoding_chosen(self, encoding: str) -> None:
        draft = self._flow.draft
        if encoding != draft.encoding:
            self._flow.open(draft.path, draft.sheet, encoding)

    def _on_meaning_chosen(self) -> None:
        meaning = self.meanings.value
        if isinstance(meaning, Meaning):
            self._flow.set_meaning(meaning)
            self._show_choices()

    def _on_rows_answered(self, why: LeftOut, *, are_imported: bool) -> None:
        self._flow.set_choices(self._rows_aside.choices(why, are_imported=are_imported))
        self._rows_aside.note(why, are_imported=are_imported)


def _ends_in_words(layout: Layout) -> bool:
    """Whether the last column is one that is only read by people, who need its whole text."""
    last = layout.columns.get(max(layout.columns, default=0))
    if last is None or last.kind is not ColumnKind.IGNORE:
        return False
    return any(any(map(str.isalpha, text)) for text in last.samples)


def sample_table(model: ImportSampleModel) -> QTableView:
    """A table of rows as they are in the file."""
    table = QTableView()
    table.setObjectName("log")
    table.setProperty("framed", True)
    table.setModel(model)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.horizontalHeader().setDefaultSectionSize(COLUMN_WIDTH)
    table.horizontalHeader().setHighlightSections(False)
    table.verticalHeader().setHighlightSections(False)
    model.modelReset.connect(lambda: _spread_titles(table, model))
    return table


def _spread_titles(table: QTableView, model: ImportSampleModel) -> None:
    table.clearSpans()
    for row, column, width in model.titles():
        table.setSpan(row, column, 1, width)

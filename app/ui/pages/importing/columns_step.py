"""The second step: what each column holds, and how the first rows are read by that."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.spreadsheet.flaws import Flaw
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.lines import Line
from app.spreadsheet.meaning import Missing, absent_kinds
from app.spreadsheet.numbers import Reading
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.import_flow import ImportFlow
from app.ui.models.import_sample_model import ImportSampleModel, column_letters
from app.ui.pages.importing.preview_view import LINE_HEIGHT, sample_table
from app.ui.theme import Theme
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.column_header import ColumnHeader
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.look import set_look
from app.ui.widgets.places_question import PlacesQuestion
from app.ui.widgets.reading_questions import ReadingQuestions

COLUMN_WIDTH = 178
MOST_LINES, READ_COLUMNS = 12, 3


class ColumnsStep(QWidget):
    """Boxes above the first rows; below, what is read of them."""

    def __init__(self, flow: ImportFlow, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.questions, self.places = ReadingQuestions(), PlacesQuestion()
        self.missing = ChoiceBox("")
        self.missing.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self._missing_name = QLabel()
        self.sums, self.inside = QCheckBox(), QCheckBox()
        self.model = ImportSampleModel(theme, self)
        self.table = sample_table(self.model)
        self.header = ColumnHeader(self.table)
        self.table.setHorizontalHeader(self.header)
        self.header.setDefaultSectionSize(COLUMN_WIDTH)
        self.read_name, self.read_lines = QLabel(), [QLabel() for _ in range(READ_COLUMNS)]
        self._build()
        self.header.kind_chosen.connect(self._on_kind_chosen)
        self.questions.chosen.connect(self._on_reading_chosen)
        self.missing.chosen.connect(self._on_missing_chosen)
        self.sums.clicked.connect(self._on_sums_clicked)
        self.inside.clicked.connect(self._on_inside_clicked)
        self.places.chosen.connect(self._on_places_chosen)
        flow.begun.connect(self.show_file)
        flow.changed.connect(self._show_layout)
        flow.sampled.connect(self._show_sample)
        self.retranslate()

    def _build(self) -> None:
        self.read_name.setProperty("strong", True)
        below, options = QFrame(), QFrame()
        below.setObjectName("hint")
        inner = QVBoxLayout(below)
        inner.setContentsMargins(14, 10, 14, 10)
        inner.addWidget(self.read_name)
        beside = QHBoxLayout()
        inner.addLayout(beside)
        for label in self.read_lines:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            beside.addWidget(label, 1)
        line = FlowLayout(options)
        for named in (self._missing_name, self.sums, self.inside):
            named.setMinimumHeight(LINE_HEIGHT)
        for widget in (self._missing_name, self.missing, self.sums, self.inside):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.state)
        column.addWidget(self.places)
        column.addWidget(self.questions)
        column.addWidget(self.table, 1)
        column.addWidget(options)
        column.addWidget(below)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.table.setAccessibleName(self.tr("The columns of the file"))
        self.read_name.setText(self.tr("So the first rows are read"))
        self._missing_name.setText(self.tr("Where a number is missing"))
        self.missing.setAccessibleName(self._missing_name.text())
        self.missing.setToolTip(self._missing_name.text())
        self.sums.setText(self.tr("Add up a size that comes several times"))
        self.inside.setText(self.tr("The size stands at the end of the article"))
        if self._flow.has_file:
            self._show_layout()
            self._show_sample()

    def show_file(self) -> None:
        """Show the file of now."""
        beginning = self._flow.beginning
        if beginning is not None:
            self.questions.forget()
            sheet = beginning.sheet
            self.model.show_rows(beginning.rows, beginning.draft.layout, sheet.hidden_rows, sheet.looks)
            self._show_layout()

    def _show_layout(self) -> None:
        draft = self._flow.draft
        self.header.show_layout(draft.layout)
        self.model.show_layout(draft.layout, draft.choices)
        self.missing.offer(
            [
                (self.tr("leave the row out"), Missing.SKIP),
                (self.tr("take it as 0"), Missing.ZERO),
                (self.tr("it is an error"), Missing.ERROR),
            ],
            draft.choices.missing,
        )
        self.sums.setChecked(draft.choices.sums(draft.meaning))
        self.sums.setVisible(draft.meaning.has_pieces and not draft.layout.is_scanned)
        self.inside.setChecked(draft.layout.sizes_inside)
        self.inside.setVisible(draft.layout.may_have_sizes_inside)
        self.places.show_layout(draft.layout)
        self._show_state(draft.layout)

    def _show_state(self, layout: Layout) -> None:
        doubtful = sum(column.is_doubtful for column in layout.columns.values())
        guessed = None if self._flow.beginning is None else self._flow.beginning.guessed
        words, tone = self.tr("All columns that are needed are known."), ""
        if absent_kinds(layout, self._flow.draft.meaning):
            words, tone = self._absent_words(), "bad"
        elif doubtful:
            words = self.tr("Please look at the %n marked column(s): it is not sure.", "", doubtful)
            words += self._hidden_words(layout)
            tone = "warn"
        elif layout.is_scanned:
            words = self.tr("A list of barcodes: each row is one piece.")
        elif layout.sizes_inside:
            words = self.tr("The articles end with their sizes: the two are taken apart.")
        elif layout.wide:
            words = self.tr(
                "%n size(s) stand side by side: each becomes a row of its own.", "", len(layout.wide)
            )
        elif guessed is not None and guessed.is_remembered:
            words = self.tr("The columns are as you said for the last file of this kind.")
        self.state.setText(words)
        set_look(self.state, "tone", tone)

    def _hidden_words(self, layout: Layout) -> str:
        hidden = [
            column.label or column_letters(index)
            for index, column in layout.columns.items()
            if column.is_hidden and column.is_doubtful
        ]
        words = self.tr("Hidden in the file: {columns}.").format(columns=", ".join(hidden))
        return f" {words}" if hidden else ""

    def _absent_words(self) -> str:
        sample = self._flow.sample
        told = [
            translated(problem.text)
            for problem in (() if sample is None else sample.problems)
            if problem.flaw is Flaw.NO_COLUMN
        ]
        return " ".join(told) or self.tr("A column that is needed is not named yet.")

    def _show_sample(self) -> None:
        sample, draft = self._flow.sample, self._flow.draft
        if sample is None:
            return
        self.questions.show_questions(sample, draft.layout, draft.choices.readings)
        lines = [self._line(line) for line in sample.lines[:MOST_LINES]]
        self._show_lines(lines or [self.tr("Nothing can be read yet.")])
        self._show_state(draft.layout)

    def _show_lines(self, lines: list[str]) -> None:
        """Beside each other: the table above keeps its room."""
        high = MOST_LINES // READ_COLUMNS
        for number, label in enumerate(self.read_lines):
            label.setText("\n".join(lines[number * high : (number + 1) * high]))

    @property
    def read_words(self) -> str:
        """What is read of the first rows."""
        return "\n".join(filter(None, (label.text() for label in self.read_lines)))

    def _line(self, line: Line) -> str:
        parts = [line.article, line.size]
        if line.pieces is not None:
            parts.append(shown.number(line.pieces))
        if line.price is not None:
            parts.append(shown.money(line.price))
        return " · ".join(filter(None, parts))

    def _on_kind_chosen(self, column: int, kind: ColumnKind) -> None:
        self._flow.set_layout(self._flow.draft.layout.with_column(column, kind))

    def _on_reading_chosen(self, column: int, reading: Reading) -> None:
        choices = self._flow.draft.choices
        self._flow.set_choices(replace(choices, readings={**choices.readings, column: reading}))

    def _on_missing_chosen(self) -> None:
        missing = self.missing.value
        if isinstance(missing, Missing):
            self._flow.set_choices(replace(self._flow.draft.choices, missing=missing))

    def _on_inside_clicked(self) -> None:
        self._flow.set_layout(replace(self._flow.draft.layout, sizes_inside=self.inside.isChecked()))

    def _on_places_chosen(self, are_summed: bool) -> None:  # noqa: FBT001  # what the signal carries
        self._flow.set_layout(self._flow.draft.layout.with_total_answered(are_summed=are_summed))

    def _on_sums_clicked(self) -> None:
        choices = self._flow.draft.choices
        self._flow.set_choices(replace(choices, sum_duplicates=self.sums.isChecked()))

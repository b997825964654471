"""A table to fill in with what the cabinet shows; only *Apply* writes what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import PolkaError
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.exports import Exporter, ask_table_path
from app.ui.figure_words import FigureWords
from app.ui.i18n import translated
from app.ui.models.figure_model import FigureModel, Typed, TypeFiguresCommand
from app.ui.widgets.figure_table import FigureTable
from app.ui.widgets.look import set_look

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

WIDTH, HEIGHT = 1120, 560
FRAME = QSize(24, 48)
"""What a window needs around it, about."""


class FigureDialog(QDialog):
    """Typing, undoing, paper and files; those who inherit say what follows and write it."""

    def __init__(
        self, context: UiContext, model: FigureModel[Any], table: FigureTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model, self.table = model, table
        model.setParent(self)
        self.history = QUndoStack(self)
        self.exporter = Exporter(context.tasks, self)
        self.intro, self.summary, self.notice = QLabel(), QLabel(), QLabel()
        self.tools = QHBoxLayout()
        self._build()
        self._connect()
        self.resize(QSize(WIDTH, HEIGHT).boundedTo(self.screen().availableSize() - FRAME))

    # What those who inherit give

    def show_summary(self) -> None:
        """Say what *Apply* would do."""
        raise NotImplementedError

    def write(self) -> None:
        """Write all that follows from the figures."""
        raise NotImplementedError

    def print_table(self, printer: QPrinter) -> None:
        """Put the table on paper."""
        raise NotImplementedError

    def export_to(self, path: str) -> None:
        """Write the table into a file, with the figures that are typed."""
        raise NotImplementedError

    def file_name(self) -> str:
        """What the saved table is called, without a suffix."""
        raise NotImplementedError

    # What is the same for all

    def _build(self) -> None:
        for label in (self.intro, self.summary, self.notice):
            label.setWordWrap(True)
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.intro)
        column.addLayout(self.tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.notice)
        column.addWidget(self.summary)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        self.print, self.export = QPushButton(self.tr("Print…")), QPushButton(self.tr("Save the table…"))
        self.close_button, self.apply = QPushButton(self.tr("Close")), QPushButton(self.tr("Apply"))
        self.apply.setProperty("primary", True)
        self.apply.setToolTip(self.tr("Ctrl+Enter"))
        line = QHBoxLayout()
        for button in (self.print, self.export):
            line.addWidget(button)
        line.addStretch(1)
        for button in (self.close_button, self.apply):
            line.addWidget(button)
        for button in (self.print, self.export, self.close_button, self.apply):
            button.setAutoDefault(False)
        return line

    def _connect(self) -> None:
        self._model.typed.connect(self._on_typed)
        self._model.concluded.connect(self.show_summary)
        self.table.told.connect(self.say)
        self.print.clicked.connect(self._on_print_clicked)
        self.export.clicked.connect(self._on_export_clicked)
        self.close_button.clicked.connect(self.reject)
        self.apply.clicked.connect(self.write)
        self.exporter.saved.connect(self._on_exported)
        self.exporter.failed.connect(self.report)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.history.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.history.redo),
            (QKeySequence("Ctrl+Return"), self.write),
            (QKeySequence("Ctrl+Enter"), self.write),
        ):
            QShortcut(keys, self, slot)

    # Leaving it

    @override
    def reject(self) -> None:
        if not self._model.is_filled:
            self._drop()
            return
        words = self.tr(
            "The figures that you typed are not applied yet. If you close the table, they are lost."
        )
        sure = self.tr("Close without applying")
        box = Confirmation(self._context.theme, self.windowTitle(), words, sure, self)
        box.sure.clicked.connect(self._drop)
        box.open()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """A person at the window is asked; the program that ends is not held up."""
        if event.spontaneous():
            super().closeEvent(event)
        else:
            self._drop()

    def _drop(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    def report(self, error: PolkaError) -> None:
        """Say what went wrong, and what helps."""
        self.say(f"{translated(error.title)} {translated(error.advice)}", "bad")

    def say(self, words: str, tone: str = "warn") -> None:
        """Say something under the table; nothing hides it."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
        set_look(self.notice, "tone", tone)

    def _on_typed(self, typed: Typed) -> None:
        self.say("")
        self.history.push(TypeFiguresCommand(self._model, typed))

    def _on_print_clicked(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # looks for printers when imported

        self.table.finish_typing()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_table(printer))
        QDialog.open(dialog)  # the overload of a print dialog wants a slot

    def _on_export_clicked(self) -> None:
        self.table.finish_typing()
        ask_table_path(self, self.export.text(), self.file_name(), self.export_to).open()

    def _on_exported(self, rows: int) -> None:
        self.say(FigureWords(self).saved(rows), "ok")

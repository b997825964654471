"""The workbook of an import back: with the results of all rows, or of those that are left to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.services.import_checking import CheckedImport
from app.services.import_results import WantedResults, save_results
from app.ui.context import UiContext
from app.ui.exports import Exporter, ask_workbook_path


class ResultsButton(QPushButton):
    """Hidden until an import is sent."""

    message = Signal(str)

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__()
        self._context, self._window = context, window
        self._wanted: WantedResults | None = None
        self._menu = QMenu(self)
        self._menu.triggered.connect(lambda action: self._ask(only_failed=action.data()))
        self.setMenu(self._menu)
        self._exporter = Exporter(context.tasks, window)
        self._exporter.saved.connect(self._on_saved)
        self._exporter.failed.connect(context.tasks.failed)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.setText(self.tr("Save the table with results"))
        self._menu.clear()
        self._menu.addAction(self.tr("The whole table…")).setData(False)
        self._menu.addAction(self.tr("Only the rows that are left to do…")).setData(True)

    def show_import(self, import_id: int | None, result: CheckedImport | None) -> None:
        """The import that is meant; None while it is not sent."""
        is_sent = import_id is not None and result is not None
        self._wanted = WantedResults(import_id, result) if import_id is not None and result else None
        self.setVisible(is_sent)

    def _ask(self, *, only_failed: bool) -> None:
        if self._wanted is not None:
            stem = self._wanted.result.draft.path.stem
            name = self.tr("{file} results").format(file=stem)
            path = ask_workbook_path(
                self._window, self.text(), name, lambda path: self.save(path, only_failed=only_failed)
            )
            path.open()

    def save(self, path: str, *, only_failed: bool = False) -> None:
        """Write the workbook."""
        if self._wanted is not None:
            wanted = WantedResults(self._wanted.import_id, self._wanted.result, only_failed)
            self._exporter.write(save_results, self._context.shop, path, wanted)

    def _on_saved(self, rows: int) -> None:
        self.message.emit(self.tr("Saved with the results of %n row(s).", "", rows))

"""The workbook of an import back: with the results of all rows, or of those that are left to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.services.import_results import WantedResults, save_results
from app.ui.context import UiContext
from app.ui.exports import Exporter, ask_workbook_path


class ResultsButton(QPushButton):
    """Of one import that was sent."""

    message = Signal(str)

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__()
        self._context, self._window = context, window
        self._import_id: int | None = None
        self._file = ""
        self._menu = QMenu(self)
        self._menu.triggered.connect(lambda action: self._ask(only_failed=action.data()))
        self.setMenu(self._menu)
        self._exporter = Exporter(context.tasks, window)
        self._exporter.saved.connect(self._on_saved)
        self._exporter.failed.connect(context.tasks.failed)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.setText(self.tr("Save the results"))
        self.setToolTip(self.tr("The table of the import with what happened to each row"))
        self._menu.clear()
        self._menu.addAction(self.tr("The whole table…")).setData(False)
        self._menu.addAction(self.tr("Only the rows that are left to do…")).setData(True)

    def show_import(self, import_id: int | None, file: str) -> None:
        """The import that is meant, of a file with this name; None while there is none."""
        self._import_id, self._file = import_id, file
        self.setEnabled(import_id is not None)

    def _ask(self, *, only_failed: bool) -> None:
        name = self.tr("{file} results").format(file=Path(self._file).stem)
        dialog = ask_workbook_path(
            self._window, self.text(), name, lambda path: self.save(path, only_failed=only_failed)
        )
        dialog.open()

    def save(self, path: str, *, only_failed: bool = False) -> None:
        """Write the workbook."""
        if self._import_id is not None:
            wanted = WantedResults(self._import_id, only_failed)
            self._exporter.write(save_results, self._context.shop, path, wanted)

    def _on_saved(self, rows: int) -> None:
        self.message.emit(self.tr("Saved with the results of %n row(s).", "", rows))

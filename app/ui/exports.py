"""Where a table is saved and as what, and the saving of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import PolkaError
from app.ui.i18n import translated
from app.ui.long_work import LongWork
from app.ui.tasks import TaskRunner


def ask_table_path(parent: QWidget, title: str, name: str, chosen: Callable[[str], object]) -> QFileDialog:
    """The question where a table is saved: as a workbook, or as CSV. `name`: without a suffix."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    workbook = QCoreApplication.translate("Exports", "Excel workbook (*.xlsx)")
    text = QCoreApplication.translate("Exports", "Text table (*.csv)")
    dialog.setNameFilters([workbook, text])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Qt's own Russian lacks these two.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("Exports", "Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("Exports", "Save as:"))
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix("csv" if chosen == text else "xlsx")
    )
    dialog.selectFile(f"{name}.xlsx")
    dialog.fileSelected.connect(chosen)
    return dialog


def ask_workbook_path(
    parent: QWidget, title: str, name: str, chosen: Callable[[str], object]
) -> QFileDialog:
    """The same for what can only be a workbook."""
    dialog = ask_table_path(parent, title, name, chosen)
    dialog.setNameFilters([QCoreApplication.translate("Exports", "Excel workbook (*.xlsx)")])
    dialog.selectFile(f"{name}.xlsx")
    return dialog


class Exporter(QObject):
    """Writes one table after the other into files, on the pool."""

    saved = Signal(int)  # rows
    failed = Signal(object)  # PolkaError

    def __init__(self, tasks: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._parent = parent

    def write(self, export: Callable[..., int], shop: Any, path: str, what: Any) -> None:
        """Call an exporting service with a shop, a file and what it writes of it."""
        work = LongWork(self.tr("Saving the table…"), self._parent)
        self._tasks.run(
            export,
            shop,
            Path(path),
            what,
            translated,
            work.progress,
            done=partial(self._on_done, work),
            failed=partial(self._on_failed, work),
        )

    def _on_done(self, work: LongWork, rows: int) -> None:
        work.end()
        self.saved.emit(rows)

    def _on_failed(self, work: LongWork, error: PolkaError) -> None:
        work.end()
        self.failed.emit(error)

"""Where an import begins: drop, choose or paste; what was imported before stands below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut, QShowEvent, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.arriving_files import TABLES
from app.ui.context import UiContext
from app.ui.folder_watch import FolderWatch
from app.ui.pages.importing.history_part import HistoryPart
from app.ui.widgets.drop_area import DropArea, dropped_file
from app.ui.widgets.folder_line import FolderLine
from app.ui.widgets.template_menu import TemplateButton

RECENT = "import/recent"
FOLDER = "import/folder"
MOST_RECENT = 8


class StartView(QWidget):
    """The empty first step."""

    file_chosen = Signal(object)  # Path
    pasted = Signal(str)
    message = Signal(str)

    def __init__(self, context: UiContext, watch: FolderWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._watch = context, watch
        self.dialog: QFileDialog | None = None
        self.area = DropArea(context.theme)
        self.recent = QPushButton()
        self._menu = QMenu(self)
        self.recent.setMenu(self._menu)
        self.templates = TemplateButton(context)
        self.area.corner.insertWidget(3, self.recent)
        self.area.corner.insertWidget(4, self.templates)
        self.folder = FolderLine(context, watch)
        self.history = HistoryPart(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(18)
        column.addWidget(self.area)
        column.addWidget(self.folder)
        column.addWidget(self.history, 1)
        column.addStretch()
        watch.prepared.connect(self._on_prepared)
        self.area.choose_clicked.connect(self.choose_file)
        self.area.paste_clicked.connect(self.paste)
        self._menu.triggered.connect(lambda action: self.file_chosen.emit(Path(action.data())))
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Open, self, self.choose_file, context=scope)
        QShortcut(QKeySequence.StandardKey.Paste, self, self.paste, context=scope)
        self.retranslate()
        self._show_recent()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.history.look(is_looked_at=True)
        self._watch.note_seen()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.history.look(is_looked_at=False)

    def _on_prepared(self, _: object) -> None:
        if self.isVisible():
            self._watch.note_seen()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.area.retranslate()
        self.recent.setText(self.tr("Recent files"))
        self.templates.retranslate()
        self.folder.retranslate()
        self.history.retranslate()

    def choose_file(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self, self.tr("Choose a table"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in sorted(TABLES))
        words = self.tr("Tables ({patterns})").format(patterns=patterns)
        dialog.setNameFilters([words, self.tr("All files (*)")])
        folder = self._context.memory.value(FOLDER)
        if isinstance(folder, str) and Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.fileSelected.connect(lambda path: self.file_chosen.emit(Path(path)))
        self.dialog = dialog
        dialog.open()

    def paste(self) -> None:
        """Take what was copied: a file, or cells."""
        data = QGuiApplication.clipboard().mimeData()
        path = dropped_file(data)
        if path is not None:
            self.file_chosen.emit(path)
        elif data.text().strip():
            self.pasted.emit(data.text())
        else:
            self.message.emit(
                self.tr("There are no cells to paste: select them in the table and copy them.")
            )

    def remember(self, path: Path) -> None:
        """Offer this file among the recent ones."""
        paths = [str(path), *(one for one in self._remembered() if one != str(path))]
        self._context.memory.setValue(RECENT, paths[:MOST_RECENT])
        self._context.memory.setValue(FOLDER, str(path.parent))
        self._show_recent()

    def _remembered(self) -> list[str]:
        stored = self._context.memory.value(RECENT)
        if isinstance(stored, str):
            return [stored]
        return [str(one) for one in stored] if isinstance(stored, list) else []

    def _show_recent(self) -> None:
        self._menu.clear()
        for path in self._remembered():
            action = self._menu.addAction(Path(path).name.replace("&", "&&"))
            action.setToolTip(path)
            action.setData(path)
        self._menu.setToolTipsVisible(True)
        self.recent.setVisible(bool(self._remembered()))

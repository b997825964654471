"""One line about the watched folder: what it holds, what is wrong with it, and the way to its settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.domain.errors import PolkaError
from app.ui.context import UiContext
from app.ui.dialogs.watched_folder_dialog import WatchedFolderDialog
from app.ui.folder_watch import FolderWatch
from app.ui.i18n import translated
from app.ui.widgets.look import set_look

MOST_NAMED = 3


class FolderLine(QWidget):
    """Says it in the language of now."""

    def __init__(self, context: UiContext, watch: FolderWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._watch = context, watch
        self.dialog: WatchedFolderDialog | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.change = QPushButton()
        self.change.clicked.connect(self.ask)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._label, 1)
        line.addWidget(self.change)
        watch.looked.connect(self.retranslate)
        self.retranslate()

    @property
    def words(self) -> str:
        """What it says."""
        return self._label.text()

    def retranslate(self) -> None:
        """Show what the last look found."""
        is_on = self._watch.sight.watched.is_on
        self.change.setText(self.tr("Change…") if is_on else self.tr("Watch a folder…"))
        self.change.setAccessibleName(self.tr("Watch a folder…"))
        words, tone = self._found()
        self._label.setText(words)
        set_look(self._label, "tone", tone)
        set_look(self._label, "muted", not tone)

    def ask(self) -> None:
        """Ask which folder, and what its files mean."""
        dialog = WatchedFolderDialog(self._context, self._watch.sight.watched, self)
        self.dialog = dialog
        dialog.open()

    def _found(self) -> tuple[str, str]:
        sight = self._watch.sight
        if not sight.watched.is_on:
            return self.tr(
                "Polka can take the files that 1C puts into a folder, and prepare their imports."
            ), ""
        if sight.error is not None:
            return _sentences(sight.error), "bad"
        if sight.troubles:
            path, trouble = next(iter(sight.troubles.items()))
            return f"{path.name}: {_sentences(trouble.error)}", "bad"
        folder = self.tr("Polka watches the folder {name}.").format(name=Path(sight.watched.folder))
        return f"{folder} {self._files()}", ""

    def _files(self) -> str:
        sight = self._watch.sight
        if sight.growing:
            count = len(sight.growing)
            words = self.tr("{names} is (are) still being written and taken when whole.", "", count)
            names = ", ".join(sight.growing[:MOST_NAMED])
            return words.format(names=f"{names}…" if count > MOST_NAMED else names)
        if sight.is_empty:
            return self.tr("There is no table in it yet.")
        return self.tr("There is nothing new in it.")


def _sentences(error: PolkaError) -> str:
    return f"{translated(error.title)} {translated(error.advice)}"

"""*Watch a folder*: which one, and what the files in it mean; nothing in it is ever sent by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import PolkaError
from app.services.folder_watch import WatchedFolder, save_watched
from app.spreadsheet.meaning import Meaning
from app.ui.context import UiContext
from app.ui.i18n import translated
from app.ui.import_words import meaning_words
from app.ui.widgets.choice_box import ChoiceBox

WIDTH = 560


class WatchedFolderDialog(QDialog):
    """Closes once it is saved."""

    def __init__(self, context: UiContext, watched: WatchedFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Watch a folder"))
        self.is_on = QCheckBox(self.tr("Watch this folder"))
        self.is_on.setChecked(watched.is_on or not watched.folder)
        self.folder = QLineEdit(watched.folder)
        self.choose = QPushButton(self.tr("Choose…"))
        self.meanings = ChoiceBox(self.tr("What the files mean"))
        choices: list[tuple[str, object]] = [(self.tr("As the headings of each file say"), None)]
        choices += [(meaning_words(meaning), meaning) for meaning in Meaning]
        self.meanings.offer(choices, watched.meaning)
        self.problem = QLabel()
        self.cancel, self.save = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Save"))
        self._lay_out()
        self._connect()
        self.resize(WIDTH, self.sizeHint().height())

    def _lay_out(self) -> None:
        intro = QLabel(
            self.tr(
                "When a table appears in the folder, Polka prepares its import and says so. "
                "You look at it and send it; nothing is sent by itself."
            )
        )
        self.problem.setProperty("tone", "bad")
        for label in (intro, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.folder.setAccessibleName(self.tr("Folder"))
        line = QHBoxLayout()
        line.addWidget(self.folder, 1)
        line.addWidget(self.choose)
        fields = QFormLayout()
        fields.setSpacing(10)
        fields.addRow(self.tr("Folder"), line)
        fields.addRow(self.tr("What the files mean"), self.meanings)
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addWidget(intro)
        column.addWidget(self.is_on)
        column.addLayout(fields)
        column.addWidget(self.problem)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for button in (self.choose, self.cancel):
            button.setAutoDefault(False)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self.take)

    def take(self) -> None:
        """Save what is set."""
        meaning = self.meanings.value
        watched = WatchedFolder(
            self.folder.text().strip(),
            self.is_on.isChecked(),
            meaning if isinstance(meaning, Meaning) else None,
        )
        self.save.setEnabled(False)
        self._context.tasks.run(
            save_watched,
            self._context.shop,
            watched,
            done=self._on_saved,
            failed=self._on_failed,
            lane="write",
        )

    def _on_saved(self, _: object) -> None:
        self.accept()

    def _on_failed(self, error: PolkaError) -> None:
        self.problem.setText(f"{translated(error.title)} {translated(error.advice)}")
        self.problem.show()
        self.save.setEnabled(True)
        self.folder.setFocus()

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if Path(self.folder.text().strip()).is_dir():
            dialog.setDirectory(self.folder.text().strip())
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

"""The path of a file, typed or chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class FileField(QWidget):
    """Empty: no file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.edit = QLineEdit()
        self.choose = QPushButton()
        self.setFocusProxy(self.edit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.edit, 1)
        line.addWidget(self.choose)
        self.choose.clicked.connect(self._on_choose_clicked)

    @property
    def text(self) -> str:
        """The path, without spaces around."""
        return self.edit.text().strip()

    def retranslate(self, name: str) -> None:
        """Show the words in the language of now."""
        self._name = name
        self.edit.setAccessibleName(name)
        self.choose.setText(self.tr("Choose…"))
        self.choose.setAccessibleName(f"{self.tr('Choose…')} {name}")

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self._name)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.edit.setText)
        dialog.open()

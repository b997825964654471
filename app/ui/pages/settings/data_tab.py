"""Where the data are, a backup on demand, how long events are kept, versions."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import PolkaError
from app.services.backup import back_up
from app.ui.context import UiContext
from app.ui.i18n import translated
from app.ui.pages.settings.retention_form import RetentionForm


class DataTab(QWidget):
    """The folder can be opened and saved."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._name, self._versions, self._result = QLabel(), QLabel(), QLabel()
        self._name.setProperty("fieldName", True)
        self._versions.setProperty("caption", True)
        self._result.setWordWrap(True)
        self._folder = QLineEdit(str(context.shop.folder), readOnly=True)
        self._open, self.backup = QPushButton(), QPushButton()
        self.retention = RetentionForm(context)
        line = QHBoxLayout()
        line.addWidget(self._folder, 1)
        line.addWidget(self._open)
        buttons = QHBoxLayout()
        buttons.addWidget(self.backup)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addLayout(line)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self._result)
        column.addSpacing(12)
        column.addWidget(self.retention)
        column.addSpacing(12)
        column.addWidget(self._versions)
        self._open.clicked.connect(self._on_open_clicked)
        self.backup.clicked.connect(self._on_backup_clicked)
        self._retranslate()

    @property
    def words(self) -> str:
        """What became of the last backup."""
        return self._result.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._name.setText(self.tr("Folder with the data"))
        self._folder.setAccessibleName(self.tr("Folder with the data"))
        self._open.setText(self.tr("Open"))
        self.backup.setText(self.tr("Back up now"))
        self.retention.retranslate()
        self._versions.setText(
            self.tr("Polka {polka}, Qt {qt}, Python {python}").format(
                polka=version("polka"), qt=qVersion(), python=platform.python_version()
            )
        )

    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.shop.folder)))

    def _on_backup_clicked(self) -> None:
        self.backup.setEnabled(False)
        self._context.tasks.run(
            back_up, self._context.shop, done=self._on_backed_up, failed=self._on_failed
        )

    def _on_backed_up(self, path: Path) -> None:
        self.backup.setEnabled(True)
        self._result.setText(self.tr("Saved: {path}").format(path=path))

    def _on_failed(self, error: PolkaError) -> None:
        self.backup.setEnabled(True)
        self._result.setText(f"{translated(error.title)} {translated(error.advice)}")

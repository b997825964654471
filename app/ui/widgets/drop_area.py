"""Where a file is dropped: what can be done instead stands there, too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme

ICON_PIXELS = 34


class DropArea(QFrame):
    """`corner` takes what else there is to begin with."""

    choose_clicked = Signal()
    paste_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dropArea")
        self._theme = theme
        self._icon, self._title, self._advice = QLabel(), QLabel(), QLabel()
        self._title.setProperty("panelTitle", True)
        self._advice.setProperty("muted", True)
        self._advice.setWordWrap(True)
        self.choose, self.paste = QPushButton(), QPushButton()
        self.choose.setProperty("primary", True)
        self.choose.clicked.connect(self.choose_clicked)
        self.paste.clicked.connect(self.paste_clicked)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(8)
        self.corner.addStretch(1)
        self.corner.addWidget(self.choose)
        self.corner.addWidget(self.paste)
        self.corner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 22)
        column.setSpacing(8)
        for label in (self._icon, self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(4)
        column.addLayout(self.corner)
        theme.theme_changed.connect(self._show_icon)
        self._show_icon()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._title.setText(self.tr("Drop a file here"))
        self._advice.setText(
            self.tr(
                "A table from Excel, 1C or LibreOffice, or a CSV file, as it is. "
                "You check it before anything is sent."
            )
        )
        self.choose.setText(self.tr("Choose a file…"))
        self.paste.setText(self.tr("Paste copied cells"))

    def _show_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap("import", self._theme.color("mute"), ICON_PIXELS, ratio))


class FileDrop(QObject):
    """Files can be dropped anywhere on a widget."""

    dropped = Signal(object)  # Path

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and dropped_file(event.mimeData()):
            event.acceptProposedAction()
            return True
        if type(event) is QDropEvent and (path := dropped_file(event.mimeData())):
            event.acceptProposedAction()
            self.dropped.emit(path)
            return True
        return super().eventFilter(watched, event)


def dropped_file(data: QMimeData) -> Path | None:
    """The first file on this computer of what is dragged or copied."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((path for path in paths if path.is_file()), None)

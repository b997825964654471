"""The window's frame: there before the shop is open, and it remembers where it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import PolkaError
from app.ui.i18n import translated
from app.ui.widgets.upgrade_page import UpgradePage

SMALLEST = (900, 600)
USUAL = (1280, 800)
TITLE_BAR = QSize(0, 32)
"""What the window manager needs besides, about."""


class Frame(QMainWindow):
    """An empty window, then a shop, or the sentence why it could not be opened."""

    painted = Signal()  # the first picture is on the screen
    view_painted = Signal()  # that of an open shop is
    retry_requested = Signal()
    folder_requested = Signal()
    quit_requested = Signal()
    close_requested = Signal()  # by the person, where closing is more than to close

    def __init__(self, memory: QSettings, *, is_demo: bool = False) -> None:
        super().__init__()
        self._memory = memory
        self._is_demo = is_demo
        self._was_painted = False
        self.is_failed = False
        self.closes_at_once = True
        self._name()
        room = self.screen().availableSize() - TITLE_BAR
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        self.resize(QSize(*USUAL).boundedTo(room))
        QShortcut(QKeySequence("Ctrl+Q"), self, self.quit_requested.emit)
        geometry = memory.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)  # pyright: ignore

    def show_opening(self) -> None:
        """The shop is being opened."""
        self.is_failed = False
        self.setCentralWidget(QWidget())

    def show_upgrading(self) -> None:
        """An older version's data are brought up to date before they are opened."""
        self.setCentralWidget(UpgradePage())

    def show_view(self, view: QWidget) -> None:
        """The shop is open: its layout and its first picture are two turns of the loop, not one stop."""
        self.setUpdatesEnabled(False)
        self.setCentralWidget(view)
        QTimer.singleShot(0, self, self._show_picture)

    def _show_picture(self) -> None:
        self.setUpdatesEnabled(True)
        self.repaint()
        QTimer.singleShot(0, self, self.view_painted.emit)

    def show_failure(self, error: PolkaError) -> None:
        """The shop could not be opened: why, and what to do."""
        self.is_failed = True
        title, advice = QLabel(translated(error.title)), QLabel(translated(error.advice))
        title.setProperty("pageTitle", True)
        for label in (title, advice):
            label.setWordWrap(True)
        retry = QPushButton(self.tr("Try again"))
        retry.setProperty("primary", True)
        retry.clicked.connect(self.retry_requested)
        folder = QPushButton(self.tr("Open the folder"))
        folder.clicked.connect(self.folder_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(retry)
        buttons.addWidget(folder)
        buttons.addStretch(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(80, 0, 80, 0)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(advice)
        column.addLayout(buttons)
        column.addStretch(3)
        self.setCentralWidget(page)

    def _name(self) -> None:
        """A demo is told from the shop, of which a window may be open beside it."""
        self.setWindowTitle(self.tr("Polka: demo") if self._is_demo else self.tr("Polka"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.setValue("geometry", self.saveGeometry())
        if self.closes_at_once:
            super().closeEvent(event)
        else:
            event.ignore()
            self.close_requested.emit()

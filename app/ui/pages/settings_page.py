"""*Settings*: connection, receiving, the guard before sending, look and language, background, data."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.refusal import Refusal
from app.services.status_views import Obstacle
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.pages.settings.background_tab import BackgroundTab
from app.ui.pages.settings.connection_tab import ConnectionTab
from app.ui.pages.settings.data_tab import DataTab
from app.ui.pages.settings.guard_tab import GuardTab
from app.ui.pages.settings.look_tab import LookTab
from app.ui.pages.settings.receiving_tab import ReceivingTab
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.segmented import SegmentedControl

CONNECTION, RECEIVING, GUARD, LOOK, BACKGROUND, DATA = range(6)
WIDTH = 600


class SettingsPage(QWidget):
    """One tab at a time."""

    def __init__(self, context: UiContext, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.connection = ConnectionTab(context)
        self.receiving = ReceivingTab(context)
        self.guard = GuardTab(context)
        self.look = LookTab(context, language)
        self.background = BackgroundTab(context)
        self.data = DataTab(context)
        self.title = QLabel()
        self.tabs = SegmentedControl([CONNECTION, RECEIVING, GUARD, LOOK, BACKGROUND, DATA])
        self._stack = QStackedWidget()
        tabs = (self.connection, self.receiving, self.guard, self.look, self.background, self.data)
        for tab in tabs:
            self._stack.addWidget(_scrolled(tab))
        self.tabs.chosen.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._stack, 1)
        self._retranslate()

    def _header(self) -> QWidget:
        """The tabs go below the title where there is no room beside it."""
        header = QWidget()
        header.setObjectName("pageHeader")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title.setProperty("pageTitle", True)
        self.title.setMinimumHeight(self.tabs.sizeHint().height())
        line = FlowLayout(header)
        line.setContentsMargins(18, 13, 18, 13)
        line.addWidget(self.title)
        line.addWidget(self.tabs)
        return header

    def show_connection(self, obstacle: Obstacle | None = None) -> None:
        """Show the tab of the connection; where something is missing there, ready to type it."""
        self.tabs.choose(CONNECTION)
        if obstacle is not None:
            field = self.connection.url if obstacle is Obstacle.NO_ADDRESS else self.connection.token
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_receiving(self, refused: Refusal | None = None) -> None:
        """Show the tab of the listener, and the field because of which events are refused."""
        self.tabs.choose(RECEIVING)
        if refused is not None:
            self.receiving.show_refused(refused)

    def show_calibration(self) -> None:
        """Show the tab of the connection, and check what `count` means."""
        self.tabs.choose(CONNECTION)
        self.connection.calibration.open()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Settings"))
        self.tabs.set_words(
            (
                self.tr("Connection"),
                self.tr("Receiving events"),
                self.tr("Before sending"),
                self.tr("Look and language"),
                self.tr("Background"),
                self.tr("Data"),
            )
        )


def _scrolled(tab: QWidget) -> QScrollArea:
    tab.setMaximumWidth(WIDTH)
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(28, 24, 28, 24)
    line.addWidget(tab, 100, Qt.AlignmentFlag.AlignTop)
    line.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(holder)
    return area

"""The card of what was sold and came back: the chart, or the figures behind it as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.span import Span
from app.services.overview_views import Overview, Part
from app.ui.context import UiContext
from app.ui.models.parts_model import PartsModel
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flow_chart import FlowChart
from app.ui.widgets.log_table import LogTable

WIDTHS = {1: 130, 2: 130, 3: 110}


class ChartCard(QFrame):
    """A click or Enter on a day (or an hour) leads to its movements."""

    part_chosen = Signal(object)  # Part

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._span = Span.TWO_WEEKS
        self.chart = FlowChart(context.theme)
        self.model = PartsModel(self)
        self.table = LogTable(context.memory, "overview")
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, 0, {})
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._caption, self.told = QLabel(), ElidedLabel(Qt.TextElideMode.ElideRight)
        self._caption.setProperty("muted", True)
        self.told.setProperty("strong", True)
        keeping_its_room = self.told.sizePolicy()
        keeping_its_room.setRetainSizeWhenHidden(True)
        self.told.setSizePolicy(keeping_its_room)
        self.switch = QPushButton()
        self.switch.setProperty("link", True)
        self.switch.setCheckable(True)
        self._build()
        self.switch.toggled.connect(self._on_switched)
        self.chart.part_told.connect(self.told.set_whole)
        self.chart.part_chosen.connect(self.part_chosen)
        self.table.entered.connect(self._on_row_entered)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._caption)
        line.addWidget(self.told, 1)
        line.addWidget(self.switch)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def show_overview(self, overview: Overview) -> None:
        """Show the figures of its span."""
        self._span = overview.span
        self.chart.show_parts(overview.parts)
        self.model.show_parts(overview.parts)
        self._show_caption()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        is_table = self.switch.isChecked()
        self.switch.setText(self.tr("As a chart") if is_table else self.tr("As a table"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.model.columnCount() - 1)
        self.table.retranslate()
        self.chart.tell(self.chart.current)
        self._show_caption()

    def _show_caption(self) -> None:
        words = self.tr("By the hour, pcs") if self._span is Span.TODAY else self.tr("By day, pcs")
        self._caption.setText(words)
        self.chart.setAccessibleName(words)
        self.table.setAccessibleName(words)

    def _on_switched(self, is_table: bool) -> None:  # noqa: FBT001  # the signal's signature
        self._stack.setCurrentIndex(int(is_table))
        self.told.setHidden(is_table)
        self.retranslate()

    def _on_row_entered(self, row: int) -> None:
        part = self.model.index(row, 0).data(Qt.ItemDataRole.UserRole)
        if isinstance(part, Part):
            self.part_chosen.emit(part)

"""A heading row of boxes: what each column of the file holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from app.spreadsheet.layout import Column, ColumnKind, Layout
from app.ui.import_words import kind_words
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.look import set_look

HEIGHT = 46
GAP = 4
OFFERED = (
    ColumnKind.IGNORE,
    ColumnKind.ARTICLE,
    ColumnKind.BARCODE,
    ColumnKind.TITLE,
    ColumnKind.SIZE,
    ColumnKind.QUANTITY,
    ColumnKind.STOCK,
    ColumnKind.PRICE,
    ColumnKind.ONE_OF_SIZES,
    ColumnKind.PLACE,
    ColumnKind.ALL_PLACES,
    ColumnKind.PRODUCT_ID,
    ColumnKind.SIZE_ID,
)


class ColumnHeader(QHeaderView):
    """The boxes are made for columns that come into sight."""

    kind_chosen = Signal(int, object)  # column of the sheet from 1, ColumnKind

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._layout = Layout((), 1, {})
        self.boxes: dict[int, ChoiceBox] = {}
        self.sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def show_layout(self, layout: Layout) -> None:
        """What the columns are taken for."""
        self._layout = layout
        for column, box in self.boxes.items():
            self._fill(column, box)
        self._place()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for column in range(1, self.count() + 1):
            left, width = self.sectionViewportPosition(column - 1), self.sectionSize(column - 1)
            is_seen = left + width > 0 and left < self.viewport().width()
            if is_seen:
                box = self.boxes.get(column) or self._box(column)
                box.setGeometry(left + GAP, GAP, width - 2 * GAP, HEIGHT - 2 * GAP)
                box.show()
            elif column in self.boxes:
                self.boxes[column].hide()
        for column in [number for number in self.boxes if number > self.count()]:
            self.boxes.pop(column).deleteLater()

    def _box(self, column: int) -> ChoiceBox:
        box = ChoiceBox("", self.viewport())
        self.boxes[column] = box
        self._fill(column, box)
        box.chosen.connect(lambda: self._on_chosen(column))
        return box

    def _fill(self, column: int, box: ChoiceBox) -> None:
        found = self._layout.columns.get(column, Column(ColumnKind.IGNORE))
        size = found.size or found.label
        one_size = self.tr("Pieces of size {size}").format(size=size) if size else ""
        words = {ColumnKind.ONE_OF_SIZES: one_size} if one_size else {}
        offered = [(words.get(kind) or kind_words(kind), kind) for kind in OFFERED]
        box.offer(offered, found.kind)
        name = self.tr("Column {number}: {label}").format(number=column, label=found.label or "—")
        if found.is_hidden:
            name = self.tr("{column}, hidden in the file").format(column=name)
        if found.is_doubtful:
            name = self.tr("{column}. Is this right?").format(column=name)
        box.setAccessibleName(name)
        box.setToolTip(name)
        set_look(box, "doubt", found.is_doubtful)

    def _on_chosen(self, column: int) -> None:
        kind = self.boxes[column].value
        if isinstance(kind, ColumnKind):
            self.kind_chosen.emit(column, kind)

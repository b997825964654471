"""The cells that people fill in: a quantity, or a new price. What cannot be read is not taken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.domain.action import Action
from app.domain.errors import InvalidValueError
from app.ui.delegates.cell_delegate import CellDelegate
from app.ui.models.block import typed_change, typed_price
from app.ui.models.size_table_model import Refusal
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

LONGEST = 40
"""Characters; nobody types a longer price."""

EndEditHint = QAbstractItemDelegate.EndEditHint
ENDING_KEYS = {
    Qt.Key.Key_Return: EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: EndEditHint.SubmitModelCache,
    Qt.Key.Key_Tab: EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: EndEditHint.EditPreviousItem,
}


class FillDelegate(CellDelegate):
    """Enter and Tab leave the editor only with something that can be read; Escape always."""

    refused = Signal(object)  # Refusal
    opened = Signal()

    def __init__(self, theme: Theme, view: QAbstractItemView, check: Callable[[str], object]) -> None:
        super().__init__(theme, view)
        self._check = check

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("cellEditor")
        editor.setFrame(False)
        editor.setMaxLength(LONGEST)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        model = index.model()
        heading = model.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        editor.setProperty("cell", QPersistentModelIndex(index))
        self.opened.emit()
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # A change from elsewhere comes through here too and must not overwrite what is being typed.
        if isinstance(editor, QLineEdit) and editor.property("was") is None:
            text = str(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setProperty("was", text)
            editor.setText(text)
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != editor.property("was"):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        editor.setGeometry(rect.adjusted(0, 0, 0, -1))

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, QLineEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        hint = ENDING_KEYS.get(Qt.Key(event.key()))
        if hint is None or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(editor, event)
        # Taken here whole: Qt would close later and let the view see the same Enter once more.
        if not self._keeps_open(editor):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, hint)
        return True

    def _keeps_open(self, editor: QLineEdit) -> bool:
        if editor.text() == editor.property("was"):
            return False
        try:
            self._check(editor.text())
        except InvalidValueError as error:
            editor.selectAll()
            self.refused.emit(Refusal(editor.property("cell"), error.title))
            return True
        return False


class QuantityDelegate(FillDelegate):
    """Whole pieces; the chosen action says the direction."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view, lambda text: typed_change(text, Action.SOLD))


class PriceDelegate(FillDelegate):
    """An exact price as people type it."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view, typed_price)

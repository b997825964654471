"""What stands in a cell of the table of products, role by role."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from app.domain.delivery import State
from app.services.views import ProductRow, SizeRow
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.models.alignment import OF_FIGURES, OF_WORDS
from app.ui.models.row_map import Place
from app.ui.theme import Theme
from app.ui.widgets.chip import Chip, ChipRole
from app.ui.words import short_state_chip

Role = Qt.ItemDataRole

ItemRole = Role.UserRole + 20
"""The ProductRow or SizeRow of a row."""
SubtitleRole = Role.UserRole + 21
"""The muted words after a product's article."""
EditedRole = Role.UserRole + 22
"""Whether the cell holds something typed and not sent."""

LOW_STOCK = 2


class Column(IntEnum):
    """The columns, in the order of the screen."""

    NAME = 0
    STOCK = 1
    QUANTITY = 2
    BECOMES = 3
    PRICE = 4
    NEW_PRICE = 5
    STATE = 6


UNTOLD = frozenset({State.CANCELLED, State.SUPERSEDED})
TEXTS = frozenset({Column.NAME, Column.STATE})


class SizeCells(QObject):
    """Texts, colours and chips; colour never speaks alone, so a low figure is bold as well."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    def heading(self, column: Column, role: int) -> Any:
        """The words above a column."""
        if role == Role.TextAlignmentRole:
            return alignment(column)
        if role != Role.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("Product / size"),
            Column.STOCK: self.tr("Stock"),
            Column.QUANTITY: self.tr("Qty"),
            Column.BECOMES: self.tr("Becomes"),
            Column.PRICE: self.tr("Price"),
            Column.NEW_PRICE: self.tr("New price"),
            Column.STATE: self.tr("State"),
        }[column]

    def blank(self, place: Place, column: Column, role: int) -> Any:
        """A row that is not loaded yet."""
        if role == Role.TextAlignmentRole:
            return alignment(column)
        if role == Role.BackgroundRole and place.is_product:
            return self._color("bg")
        return None

    def of_product(self, product: ProductRow, column: Column, role: int) -> Any:
        """A cell of a product's own row."""
        if role == Role.DisplayRole:
            return self._product_text(product, column)
        if role == Role.BackgroundRole:
            return self._color("bg")
        if role == Role.FontRole:
            return self._bold_font()
        if role == Role.EditRole:
            return _raw_price(product) if column is Column.NEW_PRICE else None
        if role == EditedRole:
            return column is Column.NEW_PRICE and product.new_price is not None
        if role == SubtitleRole:
            return product.title if column is Column.NAME else None
        if role in {ChipRole, Role.AccessibleTextRole} and column is Column.STATE:
            return _spoken(self._product_chip(product), role)
        if role in {Role.ToolTipRole, Role.AccessibleTextRole} and column is Column.NAME:
            return f"{product.article} {product.title}".strip()
        if role == Role.ToolTipRole and column is Column.STATE:
            return _spoken(self._product_chip(product), role)
        is_tip = role in {Role.ToolTipRole, Role.AccessibleDescriptionRole}
        if is_tip and column is Column.STOCK and product.untold:
            return self._untold_tip(product)
        if role == Role.ToolTipRole:  # a figure may be wider than its column
            return self._product_text(product, column) or None
        return product if role == ItemRole else self._common(column, role)

    def of_size(self, size: SizeRow, column: Column, role: int) -> Any:
        """A cell of a size's row."""
        if role == Role.DisplayRole:
            return self._size_text(size, column)
        if role == Role.FontRole:
            is_bold = column in {Column.QUANTITY, Column.BECOMES} or self._is_low(size, column)
            return self._bold_font() if is_bold else None
        if role == Role.ForegroundRole:
            return self._size_color(size, column)
        if role == Role.EditRole:
            is_typed = column is Column.QUANTITY and size.pending is not None
            return str(size.pending.quantity) if is_typed and size.pending else ""
        if role == EditedRole:
            return column is Column.QUANTITY and size.pending is not None
        if role in {ChipRole, Role.AccessibleTextRole} and column is Column.STATE:
            return _spoken(self._size_chip(size), role)
        if role == Role.ToolTipRole:
            return self._size_tip(size, column)
        needs_words = not size.is_told or size.here < 0
        if role == Role.AccessibleDescriptionRole and column is Column.STOCK and needs_words:
            return self._size_tip(size, column)
        return size if role == ItemRole else self._common(column, role)

    def _common(self, column: Column, role: int) -> Any:
        return alignment(column) if role == Role.TextAlignmentRole else None

    def _product_text(self, product: ProductRow, column: Column) -> str:
        if column is Column.NAME:
            return product.article
        if column is Column.STOCK:
            return shown.stock(product.stock)
        if column is Column.PRICE and product.price is not None:
            return shown.money(product.price)
        if column is Column.NEW_PRICE and product.new_price is not None:
            return shown.money(product.new_price)
        return ""

    def _size_text(self, size: SizeRow, column: Column) -> str:
        if column is Column.NAME:
            return size.value
        if column is Column.STOCK:
            return shown.stock(size.stock)
        if column is Column.QUANTITY and size.pending is not None:
            return shown.signed(size.pending.movement)
        if column is Column.BECOMES and size.becomes is not None:
            return shown.number(size.becomes)
        return ""

    def _size_color(self, size: SizeRow, column: Column) -> QColor | None:
        figure = size.becomes if column is Column.BECOMES else size.stock
        if column not in {Column.STOCK, Column.BECOMES} or figure is None or figure > LOW_STOCK:
            return None
        if column is Column.BECOMES and figure >= 0:
            return None
        return self._color("bad" if figure <= 0 else "warn")

    def _is_low(self, size: SizeRow, column: Column) -> bool:
        return column is Column.STOCK and size.stock is not None and size.stock <= LOW_STOCK

    def _product_chip(self, product: ProductRow) -> Chip | None:
        if product.new_price is not None:
            return Chip(self.tr("not sent"), "warn")
        return _delivery_chip(product.state)

    def _size_chip(self, size: SizeRow) -> Chip | None:
        if size.here < 0:
            return Chip(self.tr("oversold"), "bad")
        if size.pending is not None and size.pending.corrects:
            return Chip(self.tr("correction"), "warn")
        if size.flag is not None:
            return Chip(self.tr("take a look"), "bad")
        if size.pending is not None:
            return Chip(self.tr("not sent"), "warn")
        return _delivery_chip(size.state)

    def _size_tip(self, size: SizeRow, column: Column) -> str | None:
        if column is Column.STATE and size.flag is not None:
            return translated(size.flag)
        if column is Column.STATE and (chip := self._size_chip(size)) is not None:
            return chip.spoken
        if column is Column.NAME and size.barcode:
            return self.tr("Barcode {barcode}").format(barcode=size.barcode)
        if column is Column.STOCK and size.here < 0:
            words = self.tr(
                "{stock}: %n more sold than there was, so an order lacks its goods", "", -size.here
            )
            return words.format(stock=shown.number(size.here))
        if column is Column.STOCK and not size.is_told:
            return self.tr(
                "Nobody has said yet how many there are. Type a receipt, or compare the size with the "
                "cabinet: Reconcile. The first online sale says it, too."
            )
        return self._size_text(size, column) or None

    def _oversale_tip(self, size: SizeRow) -> str:
        words = self.tr("{stock}: %n more sold than there was, so an order lacks its goods", "", -size.here)
        return words.format(stock=shown.number(size.here))

    def _untold_tip(self, product: ProductRow) -> str:
        words = self.tr("The stock is not known of: {sizes}. Type receipts, or compare with the cabinet.")
        return words.format(sizes=", ".join(size.value for size in product.untold))

    def _bold_font(self) -> QFont:
        return self._bold

    def _color(self, name: str) -> QColor:
        return QColor(self._theme.color(name))


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Figures to the right, words to the left."""
    return OF_WORDS if column in TEXTS else OF_FIGURES


def _delivery_chip(state: State | None) -> Chip | None:
    """A delivery that was taken back or replaced says nothing about the product of now."""
    return None if state is None or state in UNTOLD else short_state_chip(state)


def _spoken(chip: Chip | None, role: int) -> Chip | str | None:
    return chip if chip is None or role == ChipRole else chip.spoken


def _raw_price(product: ProductRow) -> str:
    return "" if product.new_price is None else f"{product.new_price:f}"

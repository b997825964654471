"""Above the table of products: search and filters, and the choice of what happened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.action import Action
from app.services.views import ProductFilter, ProductKind
from app.ui.theme import Theme
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.whole_label import WholeLabel
from app.ui.words import action_words


class ProductsHeader(QWidget):
    """Two lines of controls; what is done with them is said by signals."""

    filter_changed = Signal(object)  # ProductFilter
    scanned = Signal(str)  # Enter in the search field: perhaps a barcode
    moved_on = Signal()  # from the search field down into the table
    action_chosen = Signal(object)  # Action
    export_clicked = Signal()
    reconcile_clicked = Signal()
    add_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PageHeader()
        self.search = SearchField(theme)
        self.kinds = SegmentedControl(list(ProductKind))
        self.happenings = SegmentedControl(list(Action))
        self.happenings.choose(Action.SOLD)
        self._question, self.hint = QLabel(), WholeLabel()
        self._export, self._add, self._reconcile = QPushButton(), QPushButton(), QPushButton()
        self._connect()
        self._build()
        self.retranslate()

    @property
    def product_filter(self) -> ProductFilter:
        """What is typed and chosen now."""
        return ProductFilter(self.search.text().strip(), ProductKind(str(self.kinds.value)))

    def show_all(self) -> None:
        """Take the search and the filter away; the signal follows."""
        self.kinds.choose(ProductKind.ALL)
        self.search.clear()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._header.set_title(self.tr("Products"))
        self.search.setPlaceholderText(self.tr("Article, title or barcode"))
        self.search.setAccessibleName(self.tr("Search for products"))
        self.kinds.set_words((self.tr("All"), self.tr("Low"), self.tr("Changed"), self.tr("Needs a look")))
        self.kinds.setAccessibleName(self.tr("Which products to show"))
        self.happenings.set_words([_capital(action_words(action)) for action in Action])
        self.happenings.setAccessibleName(self.tr("What happened"))
        self._question.setText(self.tr("What happened:"))
        self._export.setText(self.tr("Export"))
        self._export.setToolTip(self.tr("Save the products shown as a table for Excel"))
        self._reconcile.setText(self.tr("Reconcile…"))
        self._reconcile.setToolTip(self.tr("Compare the products shown with the marketplace's cabinet"))
        self._add.setText(self.tr("+ Product"))
        self._add.setToolTip(self.tr("Add a product (Ctrl+N)"))
        for number, action in enumerate(Action, start=1):
            keys = QKeySequence(f"Alt+{number}")
            button = self.happenings.button(action)
            button.setShortcut(keys)
            button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self._show_hint()

    def _connect(self) -> None:
        self.search.searched.connect(self._emit_filter)
        self.search.moved_on.connect(lambda _: self.moved_on.emit())
        self.search.returnPressed.connect(self._on_return_pressed)
        self.kinds.chosen.connect(self._emit_filter)
        self.happenings.chosen.connect(self._on_action_chosen)
        self._export.clicked.connect(self.export_clicked)
        self._reconcile.clicked.connect(self.reconcile_clicked)
        self._add.clicked.connect(self.add_clicked)

    def _build(self) -> None:
        self._header.add(self.search, 20)  # as wide as it may before the gap gets anything
        self._header.add(self.kinds)
        self._header.add_right(self._export)
        self._header.add_right(self._add)
        tools = QWidget()
        tools.setObjectName("toolBar")
        tools.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(tools)
        line.setContentsMargins(18, 9, 18, 9)
        line.setSpacing(12)
        line.addWidget(self._question)
        line.addWidget(self.happenings)
        line.addWidget(self.hint, 1)
        line.addWidget(self._reconcile)
        for muted in (self._question, self.hint):
            muted.setProperty("muted", True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._header)
        lines.addWidget(tools)

    def _show_hint(self) -> None:
        is_price = self.happenings.value is Action.PRICE
        self.hint.setText(
            self.tr("Type the price into the column “New price”")
            if is_price
            else self.tr("Type the quantity into the column “Qty”")
        )

    def _emit_filter(self) -> None:
        self.filter_changed.emit(self.product_filter)

    def _on_return_pressed(self) -> None:
        if text := self.search.text().strip():
            self.scanned.emit(text)

    def _on_action_chosen(self, action: Action) -> None:
        self._show_hint()
        self.action_chosen.emit(action)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

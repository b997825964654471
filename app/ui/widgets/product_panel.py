"""The panel at the right of the table of products: price, stock curve, history, last delivery."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.services.delivery_views import AttemptRow, DeliveryDetails
from app.services.views import ProductDetails, ProductRow
from app.ui import format as shown
from app.ui.delegates.movement_delegate import MovementDelegate
from app.ui.i18n import translated
from app.ui.models.timeline_model import TimelineModel
from app.ui.theme import Theme
from app.ui.widgets.attention_card import AttentionCard
from app.ui.widgets.code_view import CodeView
from app.ui.widgets.side_panel import make_readable
from app.ui.widgets.sparkline import Sparkline

WIDTH = 330
LINE_HEIGHT = 24
SHOWN_LINES = 7
CODE_LINES = 12


class ProductPanel(QFrame):
    """Empty until a product is chosen."""

    links_requested = Signal(str)  # the product's article
    ledger_requested = Signal(object)  # ProductRow

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setFixedWidth(WIDTH)
        self._theme = theme
        self._timeline = TimelineModel(theme, self)
        self._details: ProductDetails | None = None
        self._make_texts()
        self.attention = AttentionCard()
        self._curve = Sparkline(theme)
        self._history = self._make_history()
        self._code = CodeView(CODE_LINES)
        self._build()
        self.retranslate()

    def show_details(self, details: ProductDetails | None) -> None:
        """Show a product, or nothing."""
        if details is None or self._product_id != details.product.id:
            self._history.scrollToTop()
        self._details = details
        self._body.setVisible(details is not None)
        if details is None:
            self.attention.show_product(None)
            return
        self.attention.show_product(details.product, details.readings)
        self._show_product(details.product)
        self._curve.set_points(details.stock_curve if details.timeline else ())
        for part in (self._captions[1], self._curve):
            part.setVisible(bool(details.timeline))
        self._timeline.set_movements(details.timeline)
        lines = len(details.timeline)
        self._history.setFixedHeight(min(lines, SHOWN_LINES) * LINE_HEIGHT)
        self._no_history.setVisible(not lines)
        self._no_history.setText(self._without_history(details.product))
        self.ledger.setVisible(bool(lines))
        delivery = details.last_delivery
        self._captions[3].setVisible(delivery is not None)
        self._code.setVisible(delivery is not None)
        if delivery is not None:
            self._code.show_body(*delivery_text(delivery))

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        names = (
            self.tr("Price"),
            self.tr("Stock in 30 days"),
            self.tr("History"),
            self.tr("Last delivery"),
        )
        for caption, name in zip(self._captions, names, strict=True):
            caption.setText(name)
        self._no_history.setWordWrap(True)
        self.links.setText(self.tr("Links…"))
        self.ledger.setText(self.tr("All movements…"))
        self._curve.setAccessibleName(names[1])
        self._history.setAccessibleName(names[2])
        self._code.setAccessibleName(names[3])
        self.show_details(self._details)

    @property
    def article(self) -> str:
        """The product that is shown."""
        return "" if self._details is None else self._details.product.article

    @property
    def _product_id(self) -> int | None:
        return None if self._details is None else self._details.product.id

    def _make_texts(self) -> None:
        self._article, self._subtitle = QLabel(), QLabel()
        self._old_price, self._price = QLabel(), QLabel()
        self._no_history = QLabel()
        self.links = QPushButton()
        self.links.clicked.connect(lambda: self.links_requested.emit(self.article))
        self.ledger = QPushButton()
        self.ledger.setProperty("link", True)
        self.ledger.clicked.connect(self._on_ledger_clicked)
        self._article.setProperty("panelTitle", True)
        self._price.setProperty("pageTitle", True)
        for muted in (self._subtitle, self._old_price, self._no_history):
            muted.setProperty("muted", True)
        for selectable in (self._article, self._subtitle):
            make_readable(selectable)
        struck = self._old_price.font()
        struck.setStrikeOut(True)
        self._old_price.setFont(struck)
        self._captions = [QLabel() for _ in range(4)]
        for caption in self._captions:
            caption.setProperty("caption", True)

    def _make_history(self) -> QListView:
        lines = QListView()
        lines.setObjectName("timeline")
        lines.setModel(self._timeline)
        lines.setItemDelegate(MovementDelegate(self._theme, LINE_HEIGHT, lines))
        lines.setUniformItemSizes(True)
        lines.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return lines

    def _build(self) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._article)
        column.addWidget(self._subtitle)
        column.addSpacing(4)
        column.addWidget(self.links, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.attention)
        self._add_parts(column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scroll)

    def _add_parts(self, column: QVBoxLayout) -> None:
        """Each below its caption."""
        price, curve, history, delivery = self._captions
        self._add_caption(column, price)
        column.addLayout(self._price_line())
        self._add_caption(column, curve)
        column.addWidget(self._curve)
        self._add_caption(column, history)
        column.addWidget(self._history)
        column.addWidget(self._no_history)
        column.addWidget(self.ledger, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_caption(column, delivery)
        column.addWidget(self._code)

    def _add_caption(self, column: QVBoxLayout, caption: QLabel) -> None:
        column.addSpacing(10)
        column.addWidget(caption)

    def _price_line(self) -> QHBoxLayout:
        prices = QHBoxLayout()
        prices.setSpacing(6)
        prices.addWidget(self._old_price)
        prices.addWidget(self._price)
        prices.addStretch(1)
        return prices

    def _without_history(self, product: ProductRow) -> str:
        words = self.tr("Nothing has moved yet.")
        if product.untold:
            advice = self.tr("How many there are is not known: type receipts, or reconcile.")
            return f"{words} {advice}"
        return words

    def _on_ledger_clicked(self) -> None:
        if self._details is not None:
            self.ledger_requested.emit(self._details.product)

    def _show_product(self, product: ProductRow) -> None:
        self._article.setText(product.article)
        numbers = [self.tr("ID {number}").format(number=key) for key in product.marketplace_ids]
        words = [word for word in (product.title, product.brand, *numbers) if word]
        self._subtitle.setText(" · ".join(words))
        self._subtitle.setVisible(bool(words))
        self.links.setVisible(bool(numbers))
        prices = [price for price in (product.price, product.new_price) if price is not None]
        self._price.setText(shown.money(prices[-1]) if prices else self.tr("not set"))
        self._old_price.setVisible(len(prices) > 1)
        self._old_price.setText(shown.money(prices[0]) if prices else "")


def delivery_text(delivery: DeliveryDetails) -> tuple[str, str]:
    """The body of the last attempt as it was sent or would be, and in words what came back."""
    if not delivery.attempts:
        return delivery.preview, ""
    last = delivery.attempts[-1]
    return last.request, _outcome(last)


def _outcome(attempt: AttemptRow) -> str:
    words = translated(attempt.words).rstrip(".")
    if attempt.milliseconds is None:
        return words
    milliseconds = QCoreApplication.translate("ProductPanel", "{count} ms")
    time = milliseconds.format(count=round(attempt.milliseconds))
    return " · ".join(part for part in (words, time) if part)

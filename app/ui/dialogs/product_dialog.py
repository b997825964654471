"""The form of a product: names, price, sizes, and what is in stock when it starts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import PolkaError
from app.domain.money import parse_price, parse_quantity
from app.services import catalogue
from app.services.shop import Shop
from app.services.views import ProductDraft
from app.ui.context import UiContext
from app.ui.dialogs.size_editor import SizeEditor
from app.ui.i18n import translated
from app.ui.models.size_draft_model import LARGEST_NUMBER
from app.ui.widgets.field import Field

LONGEST_ARTICLE = 200


class ProductDialog(QDialog):
    """Adds a product or changes one. What is wrong is said at its field, and nothing is lost."""

    saved = Signal(int)  # the product's id

    def __init__(
        self, context: UiContext, draft: ProductDraft | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft or ProductDraft(article="")
        self.setWindowTitle(self.tr("New product") if self._is_new else self.tr("Product"))
        self.resize(660, 600)
        self._make_fields()
        self._build()
        self._show_draft()

    @property
    def before(self) -> ProductDraft | None:
        """The product as it was; None for a new one."""
        return None if self._is_new else self._draft

    @property
    def _is_new(self) -> bool:
        return self._draft.id is None

    def _make_fields(self) -> None:
        self.article = Field(self.tr("Article"), self.tr("As in the cabinet: SS21CA2N"))
        self.article.edit.setMaxLength(LONGEST_ARTICLE)
        self.title = Field(self.tr("Title"))
        self.brand = Field(self.tr("Brand"))
        self.price = Field(self.tr("Price"))
        self.price.setVisible(self._is_new)
        self.number = Field(self.tr("Marketplace's number"))
        self.number.edit.setToolTip(
            self.tr("The “id” in its events, if you know it. It can be chosen later.")
        )
        self.sizes = SizeEditor(self._context.theme)
        self.already_there = QRadioButton(self.tr("The marketplace has this stock already"))
        self.send_receipts = QRadioButton(self.tr("Tell the marketplace: send as receipts"))
        self._problem = QLabel()
        self._problem.setProperty("tone", "bad")
        self._problem.setWordWrap(True)
        self._problem.hide()

    def _build(self) -> None:
        self._opening = self._make_opening()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.article, 0, 0)
        grid.addWidget(self.title, 0, 1, 1, 2)
        grid.addWidget(self.brand, 1, 0)
        grid.addWidget(self.number, 1, 1)
        grid.addWidget(self.price, 1, 2)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        layout.addLayout(grid)
        layout.addWidget(self.sizes, 1)
        layout.addWidget(self._opening)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())

    def _make_opening(self) -> QWidget:
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(QLabel(self.tr("What is in stock now")))
        lines.addWidget(self.already_there)
        lines.addWidget(self.send_receipts)
        self.already_there.setChecked(True)
        return box

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._save = QPushButton(self.tr("Add product") if self._is_new else self.tr("Save"))
        self._save.setProperty("primary", True)
        self._save.setDefault(True)
        self._save.clicked.connect(self.save)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self._save)
        return line

    def _on_sizes_changed(self) -> None:
        self._opening.setVisible(self.sizes.model.has_new_sizes)

    def _show_draft(self) -> None:
        draft = self._draft
        self.article.edit.setText(draft.article)
        self.title.edit.setText(draft.title)
        self.brand.edit.setText(draft.brand)
        self.number.edit.setText("" if draft.marketplace_id is None else str(draft.marketplace_id))
        for happened in (self.sizes.model.rowsInserted, self.sizes.model.rowsRemoved):
            happened.connect(self._on_sizes_changed)
        self.sizes.set_sizes(draft.sizes)
        self._on_sizes_changed()
        self.article.edit.setFocus()

    @property
    def problem_words(self) -> str:
        """Why the product was not saved; nothing while there is no reason."""
        return "" if self._problem.isHidden() else self._problem.text()

    def save(self) -> None:
        """Save what is typed, or say what is wrong with it."""
        draft = self._read()
        if draft is None:
            return
        self._save.setEnabled(False)
        self._problem.hide()
        self._context.tasks.run(
            save_product,
            self._context.shop,
            draft,
            done=self._on_saved,
            failed=self._on_failed,
            lane="write",
        )

    def _read(self) -> ProductDraft | None:
        """What is typed, or None after saying what is wrong with it."""
        price = self.price.value(parse_price)
        number = self.number.value(lambda text: parse_quantity(text, LARGEST_NUMBER))
        if not self.article.text:
            self.article.set_problem(self.tr("Type the article."))
        self.sizes.show_problem()
        fields = (self.article, self.price, self.number, self.sizes)
        wrong = next((field for field in fields if field.problem), None)
        if wrong is not None:
            wrong.setFocus()
            return None
        return ProductDraft(
            article=self.article.text,
            title=self.title.text,
            brand=self.brand.text,
            price=price if self._is_new else self._draft.price,
            sizes=self.sizes.sizes(),
            marketplace_id=number,
            already_there=self.already_there.isChecked(),
            id=self._draft.id,
        )

    def _on_saved(self, product_id: int) -> None:
        self.saved.emit(product_id)
        self.accept()

    def _on_failed(self, error: PolkaError) -> None:
        self._problem.setText(f"{translated(error.title)} {translated(error.advice)}")
        self._problem.show()
        self._save.setEnabled(True)


def save_product(shop: Shop, draft: ProductDraft) -> int:
    """Add the product or change it; gives its id."""
    if draft.id is None:
        return catalogue.add_product(shop, draft)
    catalogue.edit_product(shop, draft)
    return draft.id

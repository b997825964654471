"""Products and sizes that a file names and that there are not: created only where one wants that."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.import_views import Creating, Plan
from app.spreadsheet.meaning import Meaning
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.look import set_look

MOST_NAMED = 40


class Newcomers(QFrame):
    """Hidden where everything is known."""

    chosen = Signal(object)  # Creating

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.products, self.sizes = QCheckBox(), QCheckBox()
        self._product_names = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._size_names = ElidedLabel(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(3)
        for box, names in ((self.products, self._product_names), (self.sizes, self._size_names)):
            names.setProperty("caption", True)
            names.setTextFormat(Qt.TextFormat.PlainText)
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(box)
            line.addWidget(names, 1)
            column.addLayout(line)
            box.clicked.connect(self._on_clicked)
        self.hide()

    def show_plan(self, plan: Plan, creating: Creating) -> None:
        """Show what is new."""
        can_create = plan.meaning.has_pieces and plan.meaning is not Meaning.CABINET
        products, sizes = len(plan.new_products), len(plan.new_sizes)
        self.products.setText(
            self.tr("Create %n new product(s)", "", products)
            if can_create
            else self.tr("%n article(s) are not among the products", "", products)
        )
        self.sizes.setText(
            self.tr("Create %n new size(s)", "", sizes)
            if can_create
            else self.tr("%n size(s) are not among the products'", "", sizes)
        )
        self.products.setChecked(creating.products and can_create)
        self.sizes.setChecked(creating.sizes and can_create)
        self._product_names.set_whole(_some(new.article for new in plan.new_products))
        self._size_names.set_whole(_some(f"{new.article} {new.size}" for new in plan.new_sizes))
        for widget, count in (
            (self.products, products),
            (self._product_names, products),
            (self.sizes, sizes),
            (self._size_names, sizes),
        ):
            widget.setVisible(count > 0)
        for box in (self.products, self.sizes):
            box.setEnabled(can_create)
            set_look(box, "bare", not can_create)
        self.setVisible(products + sizes > 0)

    def _on_clicked(self) -> None:
        self.chosen.emit(Creating(self.products.isChecked(), self.sizes.isChecked()))


def _some(names: Iterable[str]) -> str:
    found = [name for name, _ in zip(names, range(MOST_NAMED + 1), strict=False)]
    return ", ".join(found[:MOST_NAMED]) + ("…" if len(found) > MOST_NAMED else "")

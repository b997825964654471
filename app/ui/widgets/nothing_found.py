"""What the page of products shows where its search or its filter finds nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.views import ProductFilter, ProductKind
from app.ui.theme import Theme
from app.ui.widgets.empty_state import EmptyState


class NothingFound(EmptyState):
    """The button leads back to all products."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "search", parent)

    def show_for(self, wanted: ProductFilter) -> None:
        """Say why nothing is there."""
        if wanted.search or wanted.kind is ProductKind.ALL:
            title = self.tr("Nothing found")
            advice = self.tr("Look for a part of the article, of the title, or for a barcode.")
            self.set_words(title, advice, self.tr("Clear the search"))
            return
        words = {
            ProductKind.FLAGGED: (
                self.tr("Nothing needs a look"),
                self.tr("Where the marketplace's stock is known, it is the same as yours."),
            ),
            ProductKind.LOW: (self.tr("Nothing runs low"), self.tr("Every size has stock.")),
            ProductKind.CHANGED: (
                self.tr("Nothing is changed"),
                self.tr("What you type is gathered here until it is sent."),
            ),
        }
        self.set_words(*words[wanted.kind], self.tr("Show all"))

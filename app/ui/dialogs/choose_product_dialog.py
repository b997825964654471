"""*Choose product…*: which of our products a marketplace's number means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from app.services import linking
from app.services.link_views import LinkEffect, Suggestion
from app.services.suggesting import suggestions
from app.services.views import ProductRow
from app.ui.context import UiContext
from app.ui.delegates.suggestion_delegate import SuggestionDelegate
from app.ui.dialogs.choice_dialog import ChoiceDialog
from app.ui.link_words import LinkWords
from app.ui.models.suggestion_model import SuggestionModel
from app.ui.tasks import Task
from app.ui.widgets.search_field import SearchField


class ChooseProductDialog(ChoiceDialog):
    """Search and suggestions."""

    def __init__(self, context: UiContext, marketplace_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, model := SuggestionModel(), parent)
        self._model = model
        self._marketplace_id = marketplace_id
        self._task = Task.nothing()
        self.search = SearchField(context.theme)
        self.setWindowTitle(self.tr("Choose product"))
        self.resize(580, 540)
        self._name()
        self.search.setMaximumWidth(10_000)
        self.search.searched.connect(self._suggest)
        self.search.moved_on.connect(self._on_moved_on)
        self.list.setItemDelegate(SuggestionDelegate(context.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.lay_out((self.intro, self.search, self.list))
        self._suggest("")

    def _name(self) -> None:
        words = self.tr(
            "Which product is number {id} at the marketplace? Choose once; "
            "its waiting events are applied, and later ones by themselves."
        )
        self.intro.setText(words.format(id=self._marketplace_id))
        self.search.setPlaceholderText(self.tr("Article, title or barcode"))
        self.search.setAccessibleName(self.tr("Search for products"))
        self.list.setAccessibleName(self.tr("Products"))
        self.cancel.setText(self.tr("Cancel"))
        self.choose.setText(self.tr("This product"))

    @property
    def articles(self) -> list[str]:
        """The products in the list, best first."""
        rows = (
            self._model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(self._model.rowCount())
        )
        return [row.article for row in rows]

    @property
    def chosen(self) -> str | None:
        """The product that *This product* would take."""
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row.article if isinstance(row, ProductRow) else None

    def _on_moved_on(self, event: QKeyEvent) -> None:
        """The list follows the arrows while one types."""
        QCoreApplication.sendEvent(self.list, event)

    def _suggest(self, search: str) -> None:
        self._task.cancel()
        self._task = self._context.tasks.run(
            suggestions,
            self._context.shop,
            self._marketplace_id,
            search,
            done=self._on_suggested,
        )

    def _on_suggested(self, found: list[Suggestion]) -> None:
        words = [LinkWords().evidence(one, self._marketplace_id) for one in found]
        self._model.show_rows([one.product for one in found], words)
        self.list.setCurrentIndex(self._model.index(0))
        self.choose.setEnabled(bool(found))

    @override
    def take(self) -> None:
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, ProductRow) and self.choose.isEnabled():
            done = partial(self._on_effect_read, row)
            self.read_effect(linking.relink_effect, self._marketplace_id, row.id, done=done)

    def _on_effect_read(self, row: ProductRow, effect: LinkEffect | None) -> None:
        if effect is None:
            self._link(row)
            return
        then = self.tr("Then number {id} means {article}, and its events are applied there in order.")
        then = then.format(id=self._marketplace_id, article=row.article)
        self.ask(self.tr("Change the link"), effect, then, lambda: self._link(row))

    def _link(self, row: ProductRow) -> None:
        self.link(linking.link, self._marketplace_id, row.id)

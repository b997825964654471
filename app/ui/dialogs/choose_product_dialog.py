"""*Choose product…*: which of our products a marketplace's number means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import PolkaError
from app.services import linking
from app.services.link_views import LinkEffect, Suggestion
from app.services.suggesting import suggestions
from app.services.views import ProductRow
from app.ui.context import UiContext
from app.ui.delegates.suggestion_delegate import SuggestionDelegate
from app.ui.dialogs.link_question import ask_about_link
from app.ui.i18n import translated
from app.ui.link_words import LinkWords
from app.ui.models.suggestion_model import SuggestionModel
from app.ui.tasks import Task
from app.ui.widgets.search_field import SearchField


class ChooseProductDialog(QDialog):
    """Search and suggestions; choosing applies everything that waited."""

    linked = Signal(int)  # waiting lines that were applied

    def __init__(self, context: UiContext, marketplace_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._marketplace_id = marketplace_id
        self._task: Task | None = None
        self._model = SuggestionModel(self)
        self.setWindowTitle(self.tr("Choose product"))
        self.resize(580, 540)
        self._build()
        self._suggest("")

    def _build(self) -> None:
        intro = QLabel(
            self.tr(
                "Which product is number {id} at the marketplace? Choose once; "
                "its waiting events are applied, and later ones by themselves."
            ).format(id=self._marketplace_id)
        )
        intro.setWordWrap(True)
        self.search = SearchField(self._context.theme)
        self.search.setMaximumWidth(10_000)
        self.search.setPlaceholderText(self.tr("Article, title or barcode"))
        self.search.setAccessibleName(self.tr("Search for products"))
        self.search.searched.connect(self._suggest)
        self.search.moved_on.connect(self._on_moved_on)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(SuggestionDelegate(self._context.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Products"))
        self.list.doubleClicked.connect(self._on_chosen)
        self._problem = QLabel()
        self._problem.setProperty("tone", "bad")
        self._problem.setWordWrap(True)
        self._problem.hide()
        cancel, self.choose = QPushButton(self.tr("Cancel")), QPushButton(self.tr("This product"))
        self.choose.setProperty("primary", True)
        self.choose.setDefault(True)
        self.choose.clicked.connect(self._on_chosen)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for widget in (intro, self.search, self.list, self._problem):
            column.addWidget(widget)
        column.addLayout(buttons)

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
        if self._task is not None:
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

    def _on_chosen(self) -> None:
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, ProductRow) or not self.choose.isEnabled():
            return
        self.choose.setEnabled(False)
        self._context.tasks.run(
            linking.relink_effect,
            self._context.shop,
            self._marketplace_id,
            row.id,
            done=partial(self._on_effect_read, row),
            failed=self._on_failed,
        )

    def _on_effect_read(self, row: ProductRow, effect: LinkEffect | None) -> None:
        if effect is None:
            self._link(row)
            return
        self.choose.setEnabled(True)
        then = self.tr("Then number {id} means {article}, and its events are applied there in order.")
        ask_about_link(
            self,
            self.tr("Change the link"),
            LinkWords().effect(effect, then.format(id=self._marketplace_id, article=row.article)),
            self.tr("Change the link"),
            lambda: self._link(row),
        )

    def _link(self, row: ProductRow) -> None:
        self.choose.setEnabled(False)
        self._context.tasks.run(
            linking.link,
            self._context.shop,
            self._marketplace_id,
            row.id,
            done=self._on_linked,
            failed=self._on_failed,
            lane="write",
        )

    def _on_linked(self, applied: int) -> None:
        self.linked.emit(applied)
        self.accept()

    def _on_failed(self, error: PolkaError) -> None:
        self._problem.setText(f"{translated(error.title)} {translated(error.advice)}")
        self._problem.show()
        self.choose.setEnabled(True)

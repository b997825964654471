"""*Choose size…*: which size of the product a spelling of the marketplace means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from app.domain.errors import PolkaError
from app.services import linking
from app.services.link_views import LinkEffect, LinkKey, SizeQuestion
from app.services.suggesting import size_question
from app.services.views import SizeRow
from app.ui.context import UiContext
from app.ui.dialogs.link_question import ask_about_link
from app.ui.i18n import translated
from app.ui.link_words import LinkWords
from app.ui.models.size_choice_model import SizeChoiceModel


class ChooseSizeDialog(QDialog):
    """A list without a search: a product has few sizes. Choosing applies everything that waited."""

    linked = Signal(int)  # waiting lines that were applied

    def __init__(self, context: UiContext, key: LinkKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._key = context, key
        self.model = SizeChoiceModel(self)
        self.setWindowTitle(self.tr("Choose size"))
        self.resize(440, 340)
        self._build()
        context.tasks.run(size_question, context.shop, key, done=self._on_read)

    def _build(self) -> None:
        self.intro, self.problem = QLabel(), QLabel()
        for label in (self.intro, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("tone", "bad")
        self.problem.hide()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Sizes"))
        self.list.doubleClicked.connect(self.take)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        cancel, self.choose = QPushButton(self.tr("Cancel")), QPushButton(self.tr("This size"))
        self.choose.setProperty("primary", True)
        self.choose.setDefault(True)
        self.choose.setEnabled(False)
        self.choose.clicked.connect(self.take)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for widget in (self.intro, self.list, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)

    @property
    def chosen(self) -> SizeRow | None:
        """The size that *This size* would take."""
        chosen = self.list.selectionModel().selectedIndexes()
        size = chosen[0].data(Qt.ItemDataRole.UserRole) if chosen else None
        return size if isinstance(size, SizeRow) else None

    def _on_read(self, asked: SizeQuestion | None) -> None:
        if asked is None:
            self._say(self.tr("The number means no product any more. Choose the product first."))
            return
        words = self.tr(
            "Which size of {article} is “{size}” at the marketplace? Choose once; its waiting events are "
            "applied, and later ones by themselves. A size that is missing here is added to the product."
        )
        self.intro.setText(words.format(article=asked.article, size=self._key.value))
        self.model.show_sizes(asked.sizes)
        if asked.likeliest is not None:
            self.list.setCurrentIndex(self.model.index(asked.likeliest))
        self.list.setFocus()

    def _on_selection_changed(self) -> None:
        self.choose.setEnabled(self.chosen is not None)

    def take(self) -> None:
        """Link the chosen size, after the question where events were applied to another one."""
        size = self.chosen
        if size is None or not self.choose.isEnabled():
            return
        self.choose.setEnabled(False)
        self._context.tasks.run(
            linking.link_effect,
            self._context.shop,
            self._key,
            done=partial(self._on_effect_read, size),
            failed=self._on_failed,
        )

    def _on_effect_read(self, size: SizeRow, effect: LinkEffect) -> None:
        if not effect.events:
            self._link(size)
            return
        self.choose.setEnabled(True)
        then = self.tr("Then they are applied to size {size} in order.").format(size=size.value)
        title = self.tr("Change the size")
        ask_about_link(self, title, LinkWords().effect(effect, then), title, lambda: self._link(size))

    def _link(self, size: SizeRow) -> None:
        self.choose.setEnabled(False)
        self._context.tasks.run(
            linking.link_size,
            self._context.shop,
            self._key,
            size.id,
            done=self._on_linked,
            failed=self._on_failed,
            lane="write",
        )

    def _on_linked(self, applied: int) -> None:
        self.linked.emit(applied)
        self.accept()

    def _on_failed(self, error: PolkaError) -> None:
        self._say(f"{translated(error.title)} {translated(error.advice)}")
        self.choose.setEnabled(self.chosen is not None)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()

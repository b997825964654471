"""*Choose size…*: which size of the product a spelling of the marketplace means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.services import linking
from app.services.link_views import LinkEffect, LinkKey, SizeQuestion
from app.services.suggesting import size_question
from app.services.views import SizeRow
from app.ui.context import UiContext
from app.ui.dialogs.choice_dialog import ChoiceDialog
from app.ui.models.size_choice_model import SizeChoiceModel


class ChooseSizeDialog(ChoiceDialog):
    """A list without a search: a product has few sizes."""

    def __init__(self, context: UiContext, key: LinkKey, parent: QWidget | None = None) -> None:
        super().__init__(context, model := SizeChoiceModel(), parent)
        self._model = model
        self._key = key
        self.setWindowTitle(self.tr("Choose size"))
        self.resize(440, 340)
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Sizes"))
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.cancel.setText(self.tr("Cancel"))
        self.choose.setText(self.tr("This size"))
        self.choose.setEnabled(False)
        self.lay_out((self.intro, self.list))
        context.tasks.run(size_question, context.shop, key, done=self._on_read)

    @property
    def chosen(self) -> SizeRow | None:
        """The size that *This size* would take."""
        chosen = self.list.selectionModel().selectedIndexes()
        size = chosen[0].data(Qt.ItemDataRole.UserRole) if chosen else None
        return size if isinstance(size, SizeRow) else None

    def _on_read(self, asked: SizeQuestion | None) -> None:
        if asked is None:
            self.say(self.tr("The number means no product any more. Choose the product first."))
            return
        words = self.tr(
            "Which size of {article} is “{size}” at the marketplace? Choose once; its waiting events are "
            "applied, and later ones by themselves. A size that is missing here is added to the product."
        )
        self.intro.setText(words.format(article=asked.article, size=self._key.value))
        self._model.show_sizes(asked.sizes)
        if asked.likeliest is not None:
            self.list.setCurrentIndex(self._model.index(asked.likeliest))
        self.list.setFocus()

    def _on_selection_changed(self) -> None:
        self.choose.setEnabled(self.chosen is not None)

    @override
    def take(self) -> None:
        size = self.chosen
        if size is not None and self.choose.isEnabled():
            done = partial(self._on_effect_read, size)
            self.read_effect(linking.link_effect, self._key, done=done)

    def _on_effect_read(self, size: SizeRow, effect: LinkEffect) -> None:
        if not effect.events:
            self._link(size)
            return
        then = self.tr("Then they are applied to size {size} in order.").format(size=size.value)
        self.ask(self.tr("Change the size"), effect, then, lambda: self._link(size))

    def _link(self, size: SizeRow) -> None:
        self.link(linking.link_size, self._key, size.id)

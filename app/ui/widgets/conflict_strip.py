"""The line above the table of products that says how many corrections Polka has drafted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import PolkaError
from app.services.conflicts import DraftedCorrections, decline_all, drafted_corrections
from app.ui.context import UiContext
from app.ui.widgets.banner import Banner


class ConflictStrip(Banner):
    """Hidden while both sides agree."""

    declined = Signal(object)  # the sizes whose corrections were not wanted
    failed = Signal(object)  # PolkaError

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._drafted = DraftedCorrections()
        self.other_clicked.connect(self._on_declined)
        self.read()

    def read(self) -> None:
        """Look again what is drafted."""
        self._context.tasks.run(drafted_corrections, self._context.shop, done=self._show)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._show(self._drafted)

    def _show(self, drafted: DraftedCorrections) -> None:
        self._drafted = drafted
        if not drafted.sizes:
            self.show_words("")
            return
        words = self.tr(
            "The marketplace has another stock than you: %n correction(s) are prepared.",
            "",
            len(drafted.sizes),
        )
        self.show_words(words, self.tr("Review and send"), self.tr("Not needed"))

    def _on_declined(self) -> None:
        sizes = tuple(self._drafted.sizes)
        self._context.tasks.run(
            decline_all,
            self._context.shop,
            sizes,
            done=lambda _: self.declined.emit(sizes),
            failed=self._on_failed,
            lane="write",
        )

    def _on_failed(self, error: PolkaError) -> None:
        self.failed.emit(error)

"""The entry of an import in the history: what is kept of it, also after it was left."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.errors import PolkaError
from app.services.import_keeping import keep
from app.services.import_views import ImportDraft
from app.ui.context import UiContext


class ImportEntry(QObject):
    """Written by one at a time, so that an import is there once; at the end as it was understood last.

    `import_id` is None until it is there. `is_begun`: some of it is done, so that it goes on as it is.
    """

    kept = Signal()
    failed = Signal(object)  # PolkaError

    def __init__(self, context: UiContext, import_id: int | None = None, *, is_begun: bool = False) -> None:
        super().__init__()
        self._context = context
        self.import_id, self.is_begun = import_id, is_begun
        self.is_writing = False
        self._newest: ImportDraft | None = None  # to be written after that

    def keep(self, draft: ImportDraft) -> None:
        """Write how it is understood now."""
        self._newest = draft
        if not self.is_writing:
            self._write()

    def _write(self) -> None:
        draft, self._newest = self._newest, None
        self.is_writing = draft is not None
        if draft is not None:
            what = (self._context.shop, draft, self.import_id)
            done, failed = self._on_kept, self._on_failed
            self._context.tasks.run(keep, *what, done=done, failed=failed, lane="write")

    def _on_kept(self, import_id: int) -> None:
        self.import_id = import_id
        self._write()
        if not self.is_writing:
            self.kept.emit()

    def _on_failed(self, error: PolkaError) -> None:
        self._write()
        self.failed.emit(error)

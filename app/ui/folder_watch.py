"""The watched folder while the window is open: looked into every few seconds, off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import PolkaError
from app.services.folder_watch import FolderSight, look_into
from app.services.progress import Progress
from app.services.views import Change
from app.ui.context import UiContext

LOOKED_EVERY_MS = 5000
"""A file that did not grow for so long is taken for whole."""


class FolderWatch(QObject):
    """`new`: how many imports it prepared since somebody looked at them. `progress` stops at the end."""

    looked = Signal()
    prepared = Signal(object)  # Sequence[Prepared]

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_looking = False
        self.progress = Progress()
        context.tasks.closing.connect(self.progress.stop)
        self.sight = FolderSight()
        self.new = 0
        self.timer = QTimer(self, interval=LOOKED_EVERY_MS)
        self.timer.timeout.connect(self.look)
        context.bridge.changed.connect(self._on_changed)
        self.look()

    def look(self) -> None:
        """Look into the folder now, unless that is under way."""
        if not self._is_looking:
            self._is_looking = True
            shop, tasks = self._context.shop, self._context.tasks
            tasks.run(
                look_into, shop, self.sight, self.progress, done=self._on_looked, failed=self._on_failed
            )

    def note_seen(self) -> None:
        """A person has the prepared imports before the eyes."""
        self.new = 0
        self.looked.emit()

    def _on_looked(self, sight: FolderSight) -> None:
        self._is_looking = False
        self.sight = sight
        self.new += len(sight.prepared)
        if not sight.watched.is_on:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()
        self.looked.emit()
        for bug in sight.bugs:
            self._context.tasks.broke.emit(bug)
        if sight.prepared:
            self.prepared.emit(sight.prepared)

    def _on_failed(self, _: PolkaError) -> None:
        """The pages read the same database and say what is wrong with it."""
        self._is_looking = False

    def _on_changed(self, change: Change) -> None:
        if change.settings:
            self.look()

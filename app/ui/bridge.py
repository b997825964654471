"""What happens on other threads, as signals on the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.engine import Engine
from app.services.shop import Shop
from app.services.status_views import Status
from app.services.views import Change

GATHER_MS = 60
"""Changes are gathered for so long and told as one."""

BUSY_MS = 1000
"""While one change follows another they are told so often: each telling reads and paints anew."""


class ShopBridge(QObject):
    """Tells the pages what was committed and how the engine is."""

    changed = Signal(object)  # Change
    status_changed = Signal(object)  # Status
    _heard = Signal(object)

    def __init__(self, shop: Shop, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gathered: Change | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_gathered)
        self._heard.connect(self._on_heard)
        self._status = engine.status()
        self._unsubscribe = (
            shop.changes.subscribe(self._heard.emit),
            engine.on_status(self.status_changed.emit),
        )
        self.status_changed.connect(self._on_status_changed)

    @property
    def status(self) -> Status:
        """The newest status that was told."""
        return self._status

    def close(self) -> None:
        """Hear nothing more."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._timer.stop()

    def _on_status_changed(self, status: Status) -> None:
        self._status = status

    def _on_heard(self, change: Change) -> None:
        self._gathered = change if self._gathered is None else merged(self._gathered, change)
        is_persons = change.structure or change.settings
        if not self._timer.isActive() or (is_persons and self._timer.remainingTime() > GATHER_MS):
            self._timer.start(GATHER_MS)

    def _on_gathered(self) -> None:
        change, self._gathered = self._gathered, None
        if change is not None:
            self._timer.start(BUSY_MS)
            self.changed.emit(change)


def merged(one: Change, other: Change) -> Change:
    """Both changes as one."""
    everything = one.products is None or other.products is None
    return Change(
        None if everything else (one.products or frozenset()) | (other.products or frozenset()),
        structure=one.structure or other.structure,
        deliveries=one.deliveries or other.deliveries,
        events=one.events or other.events,
        settings=one.settings or other.settings,
        refusals=one.refusals or other.refusals,
    )

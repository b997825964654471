"""The export of the log of deliveries: it says what it writes, and offers all of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.services.delivery_views import DeliveryKind
from app.services.exporting import export_deliveries
from app.services.outbox import Shown
from app.ui.context import UiContext
from app.ui.exports import Exporter, ask_table_path


class DeliveryExport(QObject):
    """Asks for what, where there is a choice, then for the file."""

    message = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self.menu = QMenu(parent)
        self._exporter = Exporter(context.tasks, parent)
        self._exporter.saved.connect(self._on_saved)
        self._exporter.failed.connect(context.tasks.failed)

    def ask(self, shown: Shown, words: str, count: int, total: int, place: QPoint) -> None:
        """`count` deliveries are shown, narrowed to what `words` say; all are `total`."""
        if shown is DeliveryKind.ALL:
            self._ask_path(shown, self._title(words, count))
            return
        self.menu.clear()
        for what, title in (
            (shown, self._title(words, count)),
            (DeliveryKind.ALL, self._title("", total)),
        ):
            action = self.menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, w=what, t=title: self._ask_path(w, t))
        self.menu.popup(place)

    def _title(self, words: str, count: int) -> str:
        if not words:
            return self.tr("Export: all %n delivery(ies)", "", count)
        return self.tr("Export: %n delivery(ies), “{filter}”", "", count).format(filter=words)

    def _ask_path(self, shown: Shown, title: str) -> None:
        name = self.tr("deliveries")
        ask_table_path(self._window, title, name, lambda path: self.write(shown, path)).open()

    def write(self, shown: Shown, path: str) -> None:
        """Write what the filter finds into a file."""
        self._exporter.write(export_deliveries, self._context.shop, path, shown)

    def _on_saved(self, rows: int) -> None:
        self.message.emit(self.tr("%n row(s) saved.", "", rows))


def at_corner(button: QWidget) -> QPoint:
    """Below a button, for its menu."""
    return button.mapToGlobal(button.rect().bottomLeft())

"""One window for a data folder: a second start brings the first to the front."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 500


class SingleInstance(QObject):
    """Whether this is the first; the first hears of later ones."""

    second_started = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        name = f"polka-{digest}"
        self.is_first = not self._knock(name)
        if self.is_first:
            QLocalServer.removeServer(name)  # left behind by a program that was killed
            self._server = QLocalServer(self)
            self._server.newConnection.connect(self._on_new_connection)
            self._server.listen(name)

    def close(self) -> None:
        """Make way: who starts from now on is the first, while this one still finishes its work."""
        if self.is_first:
            self._server.close()

    def _knock(self, name: str) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.disconnectFromServer()
        return True

    def _on_new_connection(self) -> None:
        self._server.nextPendingConnection().deleteLater()
        self.second_started.emit()

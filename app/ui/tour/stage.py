"""How a tour goes: steps with conditions between them, while the event loop goes on."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from app.ui.application import PolkaWindow
from app.ui.main_window import MainView

log = logging.getLogger(__name__)

TICK_MS = 20
SETTLE_SECONDS = 0.16
PATIENCE_SECONDS = 60.0
"""A busy machine needs some for a single step."""

LOOKS = (("ru", "light"), ("ru", "dark"), ("en", "light"), ("en", "dark"))

Condition = Callable[[], bool]
Steps = Iterator[Condition]
Found = TypeVar("Found")
Finding = Generator[Condition, None, Found]
"""Steps at whose end something is there."""


class TourError(Exception):
    """Something is not where the tour looked for it."""


class Stage(QObject):
    """A window, what happens in it, and the pictures taken meanwhile."""

    def __init__(self, window: PolkaWindow, folder: Path) -> None:
        super().__init__()
        self.window = window
        self.folder = folder
        self.look = ""
        self.problem: str | None = None
        self.finished: Callable[[], object] = lambda: None
        self._steps: Steps = iter(())
        self._until: Condition = lambda: True
        self._deadline = 0.0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def play(self, steps: Steps) -> None:
        """Go through the steps; `finished` is called after the last one, or the first that fails."""
        self._steps = steps
        self._deadline = time.monotonic() + PATIENCE_SECONDS
        self._timer.start()

    def _on_tick(self) -> None:
        try:
            if self._is_answered and self._until():
                self._until = next(self._steps)
                self._deadline = time.monotonic() + PATIENCE_SECONDS
            elif time.monotonic() > self._deadline:
                self._end("a step of the tour did not come to its end")
        except StopIteration:
            self._end(None)
        except Exception as error:
            log.exception("the tour broke")
            self._end(str(error))

    @property
    def _is_answered(self) -> bool:
        """Whether all that was asked for is here; on a busy machine no time is enough to be sure of it."""
        return self.window.tasks.is_idle

    def _end(self, problem: str | None) -> None:
        if problem is not None:
            log.error("%s", problem)
            self.window.frame.grab().save(str(self.folder / "where-it-stopped.png"))
        self.problem = problem
        self._timer.stop()
        self.finished()

    @property
    def view(self) -> MainView:
        """The pages of the open shop."""
        if self.window.view is None:
            message = "the shop is not open"
            raise TourError(message)
        return self.window.view

    def is_open(self) -> bool:
        """Whether the shop is open."""
        return self.window.view is not None

    def choose_look(self, language: str, theme: str) -> None:
        """Language and colours for the pictures that follow, chosen as a person would."""
        look = self.view.settings.look
        look.languages.choose(language)
        look.themes.choose(theme)
        self.look = f"{language}-{theme}"

    def show(self, page: int) -> Steps:
        """Show a page, and wait until it is filled."""
        self.view.show_page(page)
        yield settled()

    def save(self, name: str) -> None:
        """A picture of the window, with the menu that is open over it."""
        picture = self.window.frame.grab()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            place = self.window.frame.mapFromGlobal(popup.mapToGlobal(popup.rect().topLeft()))
            painter = QPainter(picture)
            painter.drawPixmap(place, popup.grab())
            painter.end()
        self._write(name, picture)

    def save_dialog(self, name: str, dialog: QWidget) -> Steps:
        """A picture of a dialog alone."""
        yield settled()
        self._write(name, dialog.grab())

    def close_dialog(self, dialog: QDialog) -> Steps:
        """Leave a dialog without doing what it asks, and without its question about that."""
        dialog.done(QDialog.DialogCode.Rejected)
        yield gone(dialog)

    def asks(self) -> bool:
        """Whether a question is open over the window."""
        return isinstance(QApplication.activeModalWidget(), QDialog)

    def open_box(self) -> QDialog:
        """The question that is open over the window."""
        box = QApplication.activeModalWidget()
        if not isinstance(box, QDialog):
            message = "no question is open"
            raise TourError(message)
        return box

    def _write(self, name: str, picture: QPixmap) -> None:
        picture.save(str(self.folder / f"{name}-{self.look}.png"))


def settled() -> Condition:
    """A moment has passed: what was read has arrived and is painted."""
    until = time.monotonic() + SETTLE_SECONDS
    return lambda: time.monotonic() >= until


def gone(dialog: QDialog) -> Condition:
    """The dialog is closed; it may be deleted by then."""
    return lambda: not isValid(dialog) or not dialog.isVisible()


def click(widget: QWidget) -> None:
    """Press and release in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def write_into(field: QWidget, text: str) -> None:
    """Type into a field that is empty or full."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)

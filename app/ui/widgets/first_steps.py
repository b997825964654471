"""What a new shop does first, with what is done already."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.overview_views import Step
from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.widgets.look import set_look

WIDTH = 620
MARK_PIXELS = 20


class StepLine(QFrame):
    """One step: a mark, what and why, and the button that leads there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._is_done = False
        self._mark, self._title, self._advice, self._state = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setProperty("strong", True)
        self._advice.setProperty("muted", True)
        self._advice.setWordWrap(True)
        self._state.setProperty("tone", "ok")
        self.button = QPushButton()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._advice)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self._state)
        line.addWidget(self.button)
        theme.theme_changed.connect(self._show_mark)

    def set_words(self, title: str, advice: str, button: str, done: str) -> None:
        """What to do and why, and the word for a step that is done."""
        self._title.setText(title)
        self._advice.setText(advice)
        self.button.setText(button)
        self._state.setText(done)

    def show_done(self, is_done: bool, is_next: bool) -> None:  # noqa: FBT001  # states, as Qt's setters
        """Whether it is done, and whether it is the one to do now."""
        self._is_done = is_done
        self._state.setVisible(is_done)
        self.button.setHidden(is_done)
        set_look(self.button, "primary", is_next)
        self._show_mark()

    @property
    def is_done(self) -> bool:
        """Whether the step is shown as done."""
        return self._is_done

    def _show_mark(self) -> None:
        name, color = ("step-done", "ok") if self._is_done else ("step-open", "edge")
        picture = pixmap(name, self._theme.color(color), MARK_PIXELS, self.devicePixelRatioF())
        self._mark.setPixmap(picture)


class FirstSteps(QWidget):
    """In the place of figures that are not there yet."""

    step_chosen = Signal(object)  # Step

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._advice = QLabel(), QLabel()
        self._title.setProperty("pageTitle", True)
        self._advice.setProperty("muted", True)
        self.lines = {step: StepLine(theme) for step in Step}
        inner = QWidget()
        inner.setFixedWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addSpacing(4)
        for step, line in self.lines.items():
            line.button.clicked.connect(self._emitter(step))
            column.addWidget(line)
        column.addStretch(2)
        QHBoxLayout(self).addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()

    def show_done(self, done: Collection[Step]) -> None:
        """Which steps are done."""
        left = [step for step in Step if step not in done]
        for step, line in self.lines.items():
            line.show_done(step in done, step == next(iter(left), None))

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._title.setText(self.tr("Three steps to begin with"))
        self._advice.setText(self.tr("What is sold and what waits for you is shown here afterwards."))
        done = self.tr("✓ done")
        self.lines[Step.CONNECT].set_words(
            self.tr("Connect the marketplace"),
            self.tr("Enter the address and the token from its cabinet; Polka checks them."),
            self.tr("Connect"),
            done,
        )
        self.lines[Step.RECEIVE].set_words(
            self.tr("Switch receiving on"),
            self.tr("Online sales come by themselves and lower the stock here."),
            self.tr("Receiving"),
            done,
        )
        self.lines[Step.ADD].set_words(
            self.tr("Add products"),
            self.tr("With their sizes, and how many pieces of each there are now."),
            self.tr("Add a product"),
            done,
        )

    def _emitter(self, step: Step) -> Callable[[], None]:
        return lambda: self.step_chosen.emit(step)

"""What was done, or why it was not: a line that lies over the bottom of a page and moves nothing in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from app.ui.widgets.look import set_look

SHOWN_FOR = 12_000
"""Milliseconds; what stood there so long was read."""

WIDEST = 720
MARGIN = 12
ERROR = "bad"
MOVED = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide}


Words: TypeAlias = str | Callable[[], str]
"""A function gives them in the language of now."""


@dataclass(frozen=True, slots=True)
class _Said:
    source: Words
    link: str
    follow: Callable[[], None] | None
    tone: str

    @property
    def words(self) -> str:
        return self.source if isinstance(self.source, str) else self.source()


class MessageLine(QFrame):
    """Hidden until it has something to say; goes away by itself, but an error stays until it is closed."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("message")
        self._page = page
        self._said = _Said("", "", None, "")
        self._behind: _Said | None = None  # an error that nobody has read, while something newer is said
        self._shown_since = QElapsedTimer()
        self._bars: list[QWidget] = []
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._link = QPushButton()
        self._link.setProperty("link", True)
        self._link.clicked.connect(self._on_link_clicked)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.dismiss)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 8, 8)
        line.addWidget(self._label, 1)
        line.addWidget(self._link)
        line.addWidget(self._close)
        self.shown_for = SHOWN_FOR
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        page.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; nothing while it is hidden."""
        return "" if self.isHidden() else self._said.words

    @property
    def is_error(self) -> bool:
        """Whether it says what went wrong, and stays."""
        return bool(self.words) and self._said.tone == ERROR

    @property
    def leaves_by_itself(self) -> bool:
        """Whether it goes away after a while."""
        return self._timer.isActive()

    def say(
        self,
        words: Words,
        link: str = "",
        follow: Callable[[], None] | None = None,
        *,
        tone: str = "",
    ) -> None:
        """Say this at once; the link, if there is one, calls `follow`. Nothing takes what is no error away.

        An error that nobody had the time to read comes back once the newer words are gone.
        """
        if tone == ERROR:
            self._behind = None
        elif self.is_error and not self._was_read:
            self._behind = self._said
        if words:
            self._show(_Said(words, link, follow, tone))
        elif not self.is_error:
            self.dismiss()

    def dismiss(self) -> None:
        """It was read."""
        error, self._behind = self._behind, None
        self._timer.stop()
        if self.isAncestorOf(self._page.focusWidget() or self._page):
            self._page.setFocus()  # a button that goes away would hand the focus to anybody
        self.hide()
        if error is not None:
            self._show(error)

    @property
    def _was_read(self) -> bool:
        return self._shown_since.hasExpired(self.shown_for)

    def move_on(self) -> None:
        """The person goes elsewhere: an old error does not follow."""
        self._behind = None
        if self.is_error and self._was_read:
            self.dismiss()

    def withdraw(self, words: str) -> None:
        """An error that is true no more goes, also from behind newer words."""
        if self._behind is not None and self._behind.words == words:
            self._behind = None
        elif self.is_error and self._said.words == words:
            self.dismiss()

    def stay_above(self, bar: QWidget) -> None:
        """Leave a bar at the bottom of the page free."""
        self._bars.append(bar)
        bar.installEventFilter(self)

    def _show(self, said: _Said) -> None:
        self._said = said
        self._shown_since.start()
        self._label.setText(said.words)
        for widget in (self, self._label):
            set_look(widget, "tone", said.tone)
        self._link.setText(said.link)
        self._link.setVisible(bool(said.link))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self.show()
        self.place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said.words))
        if said.tone == ERROR:
            self._timer.stop()
        else:
            self._timer.start(self.shown_for)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        """Words that cannot be said in another language go, unless they tell of an error."""
        if not isinstance(self._said.source, str):
            self._label.setText(self._said.words)
            self.place()
        elif not self.is_error:
            self.dismiss()

    def place(self) -> None:
        """Lie over everything at the bottom of the page, in the middle, as high as its words need."""
        self.ensurePolished()
        page = self._page.size()
        width = min(WIDEST, page.width() - 2 * MARGIN)
        self._line.activate()
        height = self._line.totalHeightForWidth(width)
        tops = [bar.mapTo(self._page, QPoint(0, 0)).y() for bar in self._bars if bar.isVisible()]
        bottom = min([page.height(), *tops])
        self.setGeometry((page.width() - width) // 2, bottom - height - MARGIN, width, height)
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVED and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _on_link_clicked(self) -> None:
        follow = self._said.follow
        self.dismiss()
        if follow is not None:
            follow()

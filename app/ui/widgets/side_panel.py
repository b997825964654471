"""The panel at the right of a log: a heading, captions with what belongs to them, buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.code_view import CodeView
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.look import set_look

WIDTH = 330
HEIGHT = 270
NOTHING_HEIGHT = 48
NO_LIMIT = 2**24 - 1  # QWIDGETSIZE_MAX
CODE_LINES = 30


class SidePanel(QWidget):
    """Built once by its page; sections are shown when they have something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(5)
        self.title, self.subtitle = QLabel(), QLabel()
        self.title.setProperty("panelTitle", True)
        self.subtitle.setProperty("muted", True)
        for label in (self.title, self.subtitle):
            make_readable(label)
            self.column.addWidget(label)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inner)
        self._placeholder = QLabel()
        self._placeholder.setProperty("muted", True)
        self._placeholder.setWordWrap(True)
        self._placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._placeholder.setMargin(14)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        whole.addWidget(self._placeholder, 1)
        self._area.hide()
        self.set_below(is_below=False)

    def show_content(self, is_shown: bool) -> None:  # noqa: FBT001  # a state, as Qt's setters
        """Nothing is chosen: the panel says what would be here."""
        self._area.setVisible(is_shown)
        self._placeholder.setHidden(is_shown)
        self._take_room()

    @property
    def scroll_bar(self) -> QScrollBar:
        """Where in the panel it is."""
        return self._area.verticalScrollBar()

    def set_placeholder(self, words: str) -> None:
        """What would be here if a row were chosen."""
        self._placeholder.setText(words)

    def set_below(self, is_below: bool) -> None:  # noqa: FBT001  # a state, as Qt's setters
        """Stand below the log with its whole width, or beside it with its whole height."""
        set_look(self, "below", is_below)
        self._is_below = is_below
        self._take_room()

    def _take_room(self) -> None:
        if self._is_below:
            height = HEIGHT if self._placeholder.isHidden() else NOTHING_HEIGHT
            self.setMinimumSize(0, height)
            self.setMaximumSize(NO_LIMIT, height)
        else:
            self.setMinimumSize(WIDTH, 0)
            self.setMaximumSize(WIDTH, NO_LIMIT)

    def add_words(self) -> Section:
        """A caption with a sentence."""
        label = QLabel()
        make_readable(label)
        return self._add(label)

    def add_code(self) -> Section:
        """A caption with a body."""
        return self._add(CodeView(CODE_LINES))

    def add_buttons(self, *buttons: QPushButton) -> QWidget:
        """A row of buttons that wraps."""
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 8, 0, 0)
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(row)
        return row

    def finish(self) -> None:
        """Everything was added."""
        self.column.addStretch(1)

    def _add(self, widget: QLabel | CodeView) -> Section:
        caption = QLabel()
        caption.setProperty("caption", True)
        caption.setContentsMargins(0, 9, 0, 0)
        self.column.addWidget(caption)
        self.column.addWidget(widget)
        return Section(caption, widget)


def make_readable(label: QLabel) -> None:
    """Words of any length, to be read and copied; one that is too long does not widen the panel."""
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)


class Section:
    """A caption and what belongs to it."""

    def __init__(self, caption: QLabel, widget: QLabel | CodeView) -> None:
        self.caption = caption
        self.widget = widget

    def set_caption(self, words: str) -> None:
        """The caption's words."""
        self.caption.setText(words)
        self.widget.setAccessibleName(words)

    @property
    def text(self) -> str:
        """What it says."""
        return self.widget.text() if isinstance(self.widget, QLabel) else self.widget.toPlainText()

    def show_text(self, text: str) -> None:
        """Show this; nothing hides the section."""
        if isinstance(self.widget, QLabel):
            self.widget.setText(text)
        else:
            self.widget.show_body(text)
        self.caption.setVisible(bool(text))
        self.widget.setVisible(bool(text))

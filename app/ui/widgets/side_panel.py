"""The panel at the right of a log: a heading, captions with what belongs to them, buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.code_view import CodeView
from app.ui.widgets.flow_layout import FlowLayout

WIDTH = 330
CODE_LINES = 30


class SidePanel(QWidget):
    """Built once by its page; sections are shown when they have something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(5)
        self.title, self.subtitle = QLabel(), QLabel()
        self.title.setProperty("panelTitle", True)
        self.subtitle.setProperty("muted", True)
        for label in (self.title, self.subtitle):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.column.addWidget(label)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._area.hide()

    def show_content(self, is_shown: bool) -> None:  # noqa: FBT001  # a state, as Qt's setters
        """Nothing is chosen: the panel is empty."""
        self._area.setVisible(is_shown)

    def add_words(self) -> Section:
        """A caption with a sentence."""
        label = QLabel()
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self._add(label)

    def add_code(self) -> Section:
        """A caption with a body."""
        return self._add(CodeView(CODE_LINES))

    def add_buttons(self, *buttons: QPushButton) -> None:
        """A row of buttons that wraps."""
        row = QWidget()
        flow = FlowLayout(row)
        for button in buttons:
            flow.addWidget(button)
        self.column.addSpacing(8)
        self.column.addWidget(row)

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


class Section:
    """A caption and what belongs to it."""

    def __init__(self, caption: QLabel, widget: QLabel | CodeView) -> None:
        self.caption = caption
        self.widget = widget

    def set_caption(self, words: str) -> None:
        """The caption's words."""
        self.caption.setText(words)
        self.widget.setAccessibleName(words)

    def show_text(self, text: str) -> None:
        """Show this; nothing hides the section."""
        if isinstance(self.widget, QLabel):
            self.widget.setText(text)
        else:
            self.widget.show_body(text)
        self.caption.setVisible(bool(text))
        self.widget.setVisible(bool(text))

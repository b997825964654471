"""A page's content and its panel: beside it, or over it when asked for where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

BESIDE_FROM = 980
"""Pixels of the width from which there is room for the panel beside the content."""


class PanelOver(QWidget):
    """Over the content the panel stays until one goes back to the content, or presses Escape."""

    def __init__(self, content: QWidget, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content, self._panel = content, panel
        self._is_asked = False
        self._line = QHBoxLayout(self)
        self._line.setSpacing(0)
        self._line.addWidget(content)
        panel.setParent(self)
        panel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), panel, self._go_back)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self._place()

    @property
    def is_narrow(self) -> bool:
        """Whether the panel has no place of its own."""
        return self.width() < BESIDE_FROM

    def show_panel(self) -> None:
        """Go to the panel."""
        self._is_asked = self.is_narrow
        self._place()
        self._panel.setFocus()

    def _go_back(self) -> None:
        self._content.setFocus()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._is_asked and new is not None and self._content.isAncestorOf(new):
            self._is_asked = False
            self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self._panel.maximumWidth()
        self._line.setContentsMargins(0, 0, 0 if self.is_narrow else width, 0)
        self._panel.setGeometry(self.width() - width, 0, width, self.height())
        self._panel.setVisible(self._is_asked or not self.is_narrow)
        self._panel.raise_()

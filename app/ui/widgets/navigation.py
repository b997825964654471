"""The list of pages at the left, with counters, and the three lines that always tell the truth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.services.status_views import Status
from app.ui.icons import pixmap, two_state_icon
from app.ui.theme import Theme
from app.ui.widgets.look import set_look
from app.ui.widgets.status_lines import StatusLines

WIDTH, COMPACT_WIDTH = 200, 80
ICON_PIXELS = 17
BADGE_HEIGHT = 18


class NavigationItem(QToolButton):
    """One page: icon, name, and a counter where something counts."""

    def __init__(self, icon_name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon_name = icon_name
        self.setObjectName("navigationItem")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(ICON_PIXELS, ICON_PIXELS))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.badge = QLabel(self)
        self.badge.setFixedHeight(BADGE_HEIGHT)
        self.badge.hide()
        self._count, self._most = 0, 999
        self._is_compact = False
        self._line = QHBoxLayout(self)
        self._line.addStretch(1)
        self._line.addWidget(self.badge)
        self.show_icon(theme)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001  # a state, as Qt's setters
        """The icon and the counter only; the tool tip has the name."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if is_compact else style.ToolButtonTextBesideIcon)
        self._is_compact = is_compact
        self._line.setContentsMargins(0, 0, 3 if is_compact else 10, 0)
        set_look(self, "compact", is_compact)
        self._most = 99 if is_compact else 999
        self._show_count()

    def show_icon(self, theme: Theme) -> None:
        """Draw the icon in the theme's colours."""
        self.setIcon(two_state_icon(self.icon_name, theme.color("text"), theme.color("acc")))

    def set_count(self, count: int, tone: str, meaning: str) -> None:
        """`tone` is `bad` for what waits for a person, else `info`; nothing is shown for zero.

        `meaning` says what is counted.
        """
        set_look(self.badge, "badge", tone)
        self._count = count
        self.setAccessibleDescription(meaning if count else "")
        self._show_count()

    def _show_count(self) -> None:
        self.badge.setText(str(self._count) if self._count <= self._most else f"{self._most}+")
        self.badge.setVisible(self._count > 0)
        name = self.accessibleName() if self._is_compact else ""
        self.setToolTip("\n".join(filter(None, (name, self.accessibleDescription()))))


class Navigation(QWidget):
    """Pages and status."""

    chosen = Signal(int)

    def __init__(self, icons: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._is_compact = True  # until there is known to be room
        self._group = QButtonGroup(self)
        self._items = [NavigationItem(name, theme) for name in icons]
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(3)
        column.addWidget(self._brand())
        column.addSpacing(8)
        for number, item in enumerate(self._items):
            self._group.addButton(item, number)
            column.addWidget(item)
        column.addStretch(1)
        self.status = StatusLines(theme)
        column.addWidget(self.status)
        self._group.idClicked.connect(self.chosen)
        self._show_width()
        theme.theme_changed.connect(self._on_theme_changed)

    def _brand(self) -> QWidget:
        self._mark, self._name = QLabel(), QLabel()
        self._name.setObjectName("brand")
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(10, 2, 10, 4)
        line.setSpacing(7)
        line.addWidget(self._mark)
        line.addWidget(self._name)
        line.addStretch(1)
        self._on_theme_changed()
        return whole

    def set_words(self, brand: str, names: Sequence[str]) -> None:
        """The program's name and the pages' names, in order."""
        self._name.setText(brand)
        for item, name in zip(self._items, names, strict=True):
            item.setText(f"  {name}")
            item.setAccessibleName(name)

        self._show_width()

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001  # a state, as Qt's setters
        """Without words, where the window is narrow."""
        if is_compact is not self._is_compact:
            self._is_compact = is_compact
            self._show_width()

    def _show_width(self) -> None:
        self.setFixedWidth(COMPACT_WIDTH if self._is_compact else WIDTH)
        self._name.setHidden(self._is_compact)
        for item in self._items:
            item.set_compact(self._is_compact)
        self.status.set_compact(self._is_compact)

    @property
    def names(self) -> list[str]:
        """The pages' names."""
        return [item.accessibleName() for item in self._items]

    @property
    def tips(self) -> list[str]:
        """What the items say when one points at them."""
        return [item.toolTip() for item in self._items]

    @property
    def status_words(self) -> str:
        """The three lines."""
        return self.status.words

    def badge(self, number: int) -> QLabel:
        """The counter of a page."""
        return self._items[number].badge

    def choose(self, number: int) -> None:
        """Show a page as chosen."""
        self._items[number].setChecked(True)

    def set_count(self, number: int, count: int, tone: str, meaning: str) -> None:
        """The counter of a page, and what it counts."""
        self._items[number].set_count(count, tone, meaning)

    def show_status(self, status: Status) -> None:
        """The three lines."""
        self.status.show_status(status)

    def _on_theme_changed(self) -> None:
        for item in self._items:
            item.show_icon(self._theme)
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(pixmap("shelf", self._theme.color("text"), ICON_PIXELS, ratio))

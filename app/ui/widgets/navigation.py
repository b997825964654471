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

from app.services.views import Lamp, Status
from app.ui.i18n import translated
from app.ui.icons import pixmap, two_state_icon
from app.ui.theme import Theme
from app.ui.widgets.lamp_dot import LampDot
from app.ui.widgets.look import set_look

WIDTH = 200
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
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 10, 0)
        line.addStretch(1)
        line.addWidget(self.badge)
        self.show_icon(theme)

    def show_icon(self, theme: Theme) -> None:
        """Draw the icon in the theme's colours."""
        self.setIcon(two_state_icon(self.icon_name, theme.color("text"), theme.color("acc")))

    def set_count(self, count: int, tone: str) -> None:
        """`tone` is `bad` for what waits for a person, else `info`; nothing is shown for zero."""
        set_look(self.badge, "badge", tone)
        self.badge.setText(str(count) if count < 1000 else "999+")
        self.badge.setVisible(count > 0)


class Navigation(QWidget):
    """Pages and status."""

    chosen = Signal(int)

    def __init__(self, icons: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._theme = theme
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
        self._status = StatusLines(theme)
        column.addWidget(self._status)
        self._group.idClicked.connect(self.chosen)
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

    @property
    def names(self) -> list[str]:
        """The pages' names."""
        return [item.accessibleName() for item in self._items]

    @property
    def status_words(self) -> str:
        """The three lines."""
        return self._status.words

    def badge(self, number: int) -> QLabel:
        """The counter of a page."""
        return self._items[number].badge

    def choose(self, number: int) -> None:
        """Show a page as chosen."""
        self._items[number].setChecked(True)

    def set_count(self, number: int, count: int, tone: str) -> None:
        """The counter of a page."""
        self._items[number].set_count(count, tone)

    def show_status(self, status: Status) -> None:
        """The three lines."""
        self._status.show_status(status)

    def _on_theme_changed(self) -> None:
        for item in self._items:
            item.show_icon(self._theme)
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(pixmap("shelf", self._theme.color("text"), ICON_PIXELS, ratio))


class StatusLines(QWidget):
    """Is the marketplace reachable, is the listener on, what waits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLines")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dots = [LampDot(theme) for _ in range(3)]
        self._labels = [QLabel() for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 2, 0)
        column.setSpacing(6)
        for dot, label in zip(self._dots, self._labels, strict=True):
            label.setProperty("caption", True)
            label.setWordWrap(True)
            line = QHBoxLayout()
            line.setSpacing(7)
            line.addWidget(dot)
            line.addWidget(label, 1)
            column.addLayout(line)

    @property
    def words(self) -> str:
        """All three."""
        return "\n".join(label.text() for label in self._labels)

    def show_status(self, status: Status) -> None:
        """Show all three."""
        paused = None if status.is_unconnected else status.paused
        words = paused or status.marketplace_words
        lamp = Lamp.BAD if paused else status.marketplace
        self._show(0, lamp, translated(words) or self.tr("Marketplace: not connected"))
        self._show(1, status.listener, translated(status.listener_words) or self.tr("Events: off"))
        self._show(2, *self._waiting(status))

    def _waiting(self, status: Status) -> tuple[Lamp, str]:
        counts = status.deliveries
        if not counts.queued and not counts.needs_person:
            return Lamp.GOOD, self.tr("Nothing waits")
        parts: list[str] = []
        if counts.queued:
            parts.append(self.tr("%n queued", "", counts.queued))
        if counts.needs_person:
            parts.append(self.tr("%n wait(s) for you", "", counts.needs_person))
        return Lamp.WARNING if counts.needs_person else Lamp.WORKING, ", ".join(parts)

    def _show(self, number: int, lamp: Lamp, words: str) -> None:
        self._dots[number].show_lamp(lamp)
        self._labels[number].setText(words)

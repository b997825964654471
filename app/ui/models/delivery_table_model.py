"""The table of deliveries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from app.domain.delivery import State
from app.services.delivery_views import DeliveryKind, DeliveryLine, DeliveryRow
from app.services.outbox import Shown, delivery_count, delivery_place, delivery_rows
from app.services.shop import Shop
from app.services.status_views import Obstacle
from app.services.words import WAITS_FOR
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.i18n import translated
from app.ui.models.size_cells import SubtitleRole
from app.ui.models.window_model import USUAL_ROLES, WindowModel
from app.ui.standstill_words import chip_words
from app.ui.widgets.chip import Chip, ChipRole
from app.ui.words import action_words, state_chip

Role = Qt.ItemDataRole
CountedRole = Role.UserRole + 46
"""Several sizes in one word, for a cell that has no room for their names."""

MOST_SIZES_WITH_STOCK = 2
"""More are shown with what moves alone, which takes less room."""

FEWEST_COUNTED = 2


class DeliveryColumn(IntEnum):
    """The columns in order."""

    TIME = 0
    PRODUCT = 1
    ACTION = 2
    SIZES = 3
    STATE = 4
    ATTEMPTS = 5


class DeliveryTableModel(WindowModel[DeliveryRow]):
    """Newest first; `UserRole` is the row."""

    columns = DeliveryColumn
    figures = frozenset({DeliveryColumn.ATTEMPTS})
    roles = USUAL_ROLES | {Role.AccessibleTextRole, ChipRole, CountedRole, SubtitleRole}

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._shown: Shown = DeliveryKind.ALL
        self._obstacle: Obstacle | None = None
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    def show_only(self, shown: Shown) -> None:
        """Show another filter."""
        self._shown = shown
        self.start_anew()

    def tick(self) -> None:
        """A second has passed: countdowns show it."""
        waiting = [number for number, row in self.numbered() if row.state is State.WAITING]
        if waiting:
            self._show_states(min(waiting), max(waiting))

    def show_obstacle(self, obstacle: Obstacle | None) -> None:
        """What keeps everything from being sent; None: nothing."""
        if obstacle is not self._obstacle:
            self._obstacle = obstacle
            if self.rowCount():
                self._show_states(0, self.rowCount() - 1)

    def _show_states(self, first: int, last: int) -> None:
        top, bottom = self.index(first, DeliveryColumn.STATE), self.index(last, DeliveryColumn.STATE)
        self.dataChanged.emit(top, bottom, [ChipRole])

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        is_sizes = orientation is Qt.Orientation.Horizontal and section == DeliveryColumn.SIZES
        if role == Role.ToolTipRole and is_sizes:
            return self.tr("The stock at the marketplace, before and after")
        return super().headerData(section, orientation, role)

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Time"),
            self.tr("Product"),
            self.tr("Action"),
            self.tr("Sizes"),
            self.tr("State"),
            self.tr("Attempts"),
        )

    @override
    def read_count(self, shop: Shop) -> int:
        return delivery_count(shop, self._shown)

    @override
    def read_page(self, shop: Shop, offset: int, limit: int) -> list[DeliveryRow]:
        return delivery_rows(shop, self._shown, offset, limit)

    @override
    def read_place(self, shop: Shop, number: int) -> int:
        return delivery_place(shop, self._shown, number)

    @override
    def cell(self, row: DeliveryRow, column: int, role: int) -> Any:
        if role == Role.DisplayRole:
            return _text(row, column)
        if role == Role.UserRole:
            return row
        if role == Role.TextAlignmentRole:
            return self.alignment(column)
        if column == DeliveryColumn.PRODUCT and role in {Role.FontRole, SubtitleRole}:
            return row.title if role == SubtitleRole else self._bold
        if role == CountedRole:
            return self._counted(row) if column == DeliveryColumn.SIZES else None
        if role in {ChipRole, Role.AccessibleTextRole, Role.ToolTipRole}:
            chip = self._chip(row, column)
            if chip is None:
                return None if role == ChipRole else _whole_text(row, column)
            return chip if role == ChipRole else chip.text
        return None

    def _counted(self, row: DeliveryRow) -> str | None:
        """«5 sizes: −9 pcs», where there is more than one."""
        if row.price is not None or len(row.lines) < FEWEST_COUNTED:
            return None
        moved = row.action.sign * sum(line.quantity for line in row.lines)
        words = self.tr("%n size(s)", "", len(row.lines))
        return f"{words}: {shown.pieces(moved).replace(' ', shown.NO_BREAK)}"

    def _chip(self, row: DeliveryRow, column: int) -> Chip | None:
        if column == DeliveryColumn.ACTION:
            return Chip(action_words(row.action), "info")
        return self._state_chip(row) if column == DeliveryColumn.STATE else None

    def _state_chip(self, row: DeliveryRow) -> Chip:
        """Why it stands still comes before when it would go."""
        chip = state_chip(row.state)
        if row.waits_for is not None:
            return Chip(translated(WAITS_FOR[row.waits_for.state]), "warn")
        if self._obstacle is not None and row.state in {State.QUEUED, State.WAITING}:
            return Chip(chip_words(self._obstacle), "warn")
        if row.state is State.WAITING and row.next_at is not None:
            left = (row.next_at - datetime.now().astimezone()).total_seconds()
            if left <= 0:
                return Chip(self.tr("waits its turn"), chip.tone)
            words = self.tr("again in {time}").format(time=shown.countdown(left))
            return Chip(words, chip.tone)
        if row.state is State.REJECTED and row.reason is not None:
            return Chip(f"{chip.text} · {translated(row.reason)}", chip.tone)
        return chip


def _text(row: DeliveryRow, column: int) -> str:
    match column:
        case DeliveryColumn.TIME:
            return shown.log_time(row.created_at)
        case DeliveryColumn.PRODUCT:
            return row.article
        case DeliveryColumn.SIZES:
            return _short_sizes_text(row)
        case DeliveryColumn.ATTEMPTS:
            return shown.number(row.attempts)
        case _:
            return ""


def _whole_text(row: DeliveryRow, column: int) -> str:
    """What the cell may have no room for."""
    match column:
        case DeliveryColumn.PRODUCT:
            return f"{row.article} · {row.title}" if row.title else row.article
        case DeliveryColumn.SIZES:
            return sizes_text(row, "\n")
        case _:
            return _text(row, column)


def _short_sizes_text(row: DeliveryRow) -> str:
    """Of many sizes only what moves: «XL: −1, L: −2, M: −1». A line may end only after a size."""
    if row.price is not None:
        return sizes_text(row)
    if len(row.lines) <= MOST_SIZES_WITH_STOCK:
        texts = [_line_text(line) for line in row.lines]
    else:
        texts = [f"{line.value}: {shown.signed(row.action.sign * line.quantity)}" for line in row.lines]
    return ", ".join(text.replace(" ", shown.NO_BREAK) for text in texts)


def sizes_text(row: DeliveryRow, between: str = ", ") -> str:
    """«M: 12 → 11», a price «82 000 → 76 000»."""
    if row.price is not None:
        old = "" if row.old_price is None else f"{shown.money(row.old_price)} → "
        return f"{old}{shown.money(row.price)}"
    return between.join(_line_text(line) for line in row.lines)


def _line_text(line: DeliveryLine) -> str:
    if line.before is None or line.after is None:
        return f"{line.value} × {shown.number(line.quantity)}"
    return shown.size_change(line.value, line.before, line.after)

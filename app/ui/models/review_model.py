"""What would be sent, item by item, each of which can be left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.domain.action import Action
from app.domain.guard import Danger
from app.services.review_views import Review, ReviewItem, ReviewLine
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.words import action_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_Key: TypeAlias = tuple[int, Action, bool]

DetailRole = Role.UserRole + 30
"""What changes: «XL: 3 → 2 (−1 pcs)»."""
WarningRole = Role.UserRole + 31
ReviewItemRole = Role.UserRole + 32


class ReviewModel(QAbstractListModel):
    """One line an item; the check mark says that it goes."""

    chosen_changed = Signal()

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = list(review.items)
        self._is_many = review.is_many
        self._left_out: set[_Key] = set()
        self._taken: dict[Danger, set[_Key]] = {}  # what was left out with a danger at once

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Role.CheckStateRole:
            is_out = _key(item) in self._left_out
            return Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked
        if role == Role.DisplayRole:
            words = action_words(item.action)
            if item.corrects:
                words = self.tr("Correction of the marketplace: {action}").format(action=words)
            return f"{words[:1].upper()}{words[1:]} · {item.article} {item.title}".strip()
        if role == Role.AccessibleTextRole:
            return f"{self.data(index)}: {changes(item)}. {_warning(item)}".strip()
        if role == DetailRole:
            return changes(item)
        if role == Role.ToolTipRole:
            return shown.plain_tip(f"{changes(item)}\n{_warning(item)}".strip())
        if role == WarningRole:
            return _warning(item)
        return item if role == ReviewItemRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(_key(self._items[index.row()]))
        else:
            self._left_out.add(_key(self._items[index.row()]))
        self.dataChanged.emit(index, index, [Role.CheckStateRole])
        self.chosen_changed.emit()
        return True

    def show(self, review: Review) -> None:
        """Show it as it is now. What a person left out stays out, and rows that are still there stay."""
        self._is_many = review.is_many
        new = [_key(item) for item in review.items]
        old = [_key(item) for item in self._items]
        if [key for key in old if key in set(new)] == [key for key in new if key in set(old)]:
            self._change_rows(review.items)
        else:
            self.beginResetModel()
            self._items = list(review.items)
            self.endResetModel()
        self._left_out &= set(new)
        self._taken.clear()
        self._announce_all()

    def _change_rows(self, items: Sequence[ReviewItem]) -> None:
        """Take out and put in row by row: a view keeps its place and its current row then."""
        wanted = {_key(item) for item in items}
        for row in range(len(self._items) - 1, -1, -1):
            if _key(self._items[row]) not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._items[row]
                self.endRemoveRows()
        known = {_key(item) for item in self._items}
        for row, item in enumerate(items):
            if _key(item) not in known:
                self.beginInsertRows(QModelIndex(), row, row)
                self._items.insert(row, item)
                self.endInsertRows()
        self._items = list(items)

    @property
    def left_out(self) -> frozenset[int]:
        """The numbers of the items that stay pending."""
        return frozenset(n for n, item in enumerate(self._items) if _key(item) in self._left_out)

    @property
    def summary(self) -> str:
        """What goes, in one sentence: «2 products: 1 sale (2 pcs), 1 new price»; nothing for nothing."""
        chosen = [item for item in self._items if _key(item) not in self._left_out]
        if not chosen:
            return ""
        head = self.tr("%n product(s)", "", len({item.product_id for item in chosen}))
        by_action = {action: [item for item in chosen if item.action is action] for action in Action}
        happened = [self._happening(action, items) for action, items in by_action.items() if items]
        return f"{head}: {', '.join(happened)}"

    def _happening(self, action: Action, items: Sequence[ReviewItem]) -> str:
        words = self._times(action, len(items))
        if not action.moves_stock:
            return words
        pieces = sum(line.quantity for item in items for line in item.lines)
        count = self.tr("{count} pcs").format(count=shown.number(pieces))
        return f"{words} ({count})"

    def _times(self, action: Action, times: int) -> str:
        match action:
            case Action.RECEIPTS:
                return self.tr("%n receipt(s)", "", times)
            case Action.SOLD:
                return self.tr("%n sale(s)", "", times)
            case Action.CANCEL:
                return self.tr("%n cancellation(s)", "", times)
            case Action.RETURN:
                return self.tr("%n return(s)", "", times)
            case Action.PRICE:
                return self.tr("%n new price(s)", "", times)

    @property
    def chosen_count(self) -> int:
        """How many items go."""
        return len(self._items) - len(self._left_out)

    @property
    def dangers(self) -> Mapping[Danger, int]:
        """How many items the guard asks about, for each danger."""
        found = Counter(warning.danger for item in self._items for warning in item.warnings)
        if self._is_many:
            found[Danger.MANY_PRODUCTS] = len({item.product_id for item in self._items})
        return found

    @property
    def dangers_left_out(self) -> Mapping[Danger, int]:
        """How many of them are left out."""
        out = (item for item in self._items if _key(item) in self._left_out)
        return Counter(warning.danger for item in out for warning in item.warnings)

    def rows_of(self, danger: Danger) -> list[int]:
        """The rows that a danger is about."""
        return [
            number
            for number, item in enumerate(self._items)
            if any(warning.danger is danger for warning in item.warnings)
        ]

    def leave_out(self, danger: Danger) -> None:
        """Leave out just the items of a danger."""
        self._taken[danger] = self._keys_of(danger) - self._left_out
        self._left_out |= self._taken[danger]
        self._announce_all()

    def put_back(self, danger: Danger) -> None:
        """Undo that; where a person left them out one by one, all of them."""
        taken = self._taken.pop(danger, set())
        self._left_out -= taken or self._keys_of(danger)
        self._announce_all()

    def _keys_of(self, danger: Danger) -> set[_Key]:
        return {_key(self._items[row]) for row in self.rows_of(danger)}

    def choose_all(self, is_chosen: bool) -> None:  # noqa: FBT001  # a slot, called with the state
        """Let all items go, or none."""
        self._left_out = set() if is_chosen else {_key(item) for item in self._items}
        self._announce_all()

    def _announce_all(self) -> None:
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))
        self.chosen_changed.emit()


def changes(item: ReviewItem) -> str:
    """What an item changes, in figures."""
    if item.new_price is not None:
        new = shown.money(item.new_price)
        return new if item.old_price is None else f"{shown.money(item.old_price)} → {new}"
    words = ", ".join(_line_text(line) for line in item.lines)
    if not item.corrects:
        return words
    return QCoreApplication.translate("ReviewModel", "at the marketplace {changes}").format(changes=words)


def _key(item: ReviewItem) -> _Key:
    """What tells it from the others of a review."""
    return item.product_id, item.action, item.corrects


def _line_text(line: ReviewLine) -> str:
    change = shown.size_change(line.value, line.before, line.after)
    return f"{change} ({shown.pieces(line.after - (line.before or 0))})"


def _warning(item: ReviewItem) -> str:
    return " ".join(translated(warning.words) for warning in item.warnings)

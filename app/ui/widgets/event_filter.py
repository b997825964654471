"""The filters of the log of events beyond search and kind: a menu, and a line that names them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from app.services.event_views import EventFilter, EventResult, EventRow
from app.ui import format as shown
from app.ui.dialogs.period_dialog import Days, PeriodDialog
from app.ui.widgets.flow_layout import FlowLayout


class Period(StrEnum):
    """How far the log goes back."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    CHOSEN = "chosen"  # from a day to a day


_DAYS = {Period.TODAY: 0, Period.WEEK: 6, Period.MONTH: 29}
"""Whole days before today."""


class EventFilterMenu(QPushButton):
    """Holds what is chosen in it. `changed`: something else is."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result, self.period = EventResult.ANY, Period.ANY
        self.days: Days | None = None  # the last ones that were chosen
        self.product_id: int | None = None
        self.article = ""
        self._row: EventRow | None = None
        self._menu = QMenu(self)
        self._results = self._choices(EventResult, self._on_result_chosen)
        self._menu.addSeparator()
        self._periods = self._choices(Period, self._on_period_chosen)
        self._menu.addSeparator()
        self.product = self._menu.addAction("")
        self.product.triggered.connect(self._on_product_triggered)
        self.setMenu(self._menu)
        self.choose_row(None)

    def _choices(
        self, values: type[EventResult] | type[Period], chosen: Callable[[QAction], None]
    ) -> list[QAction]:
        group = QActionGroup(self)
        actions = []
        for value in values:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            actions.append(action)
        actions[0].setChecked(True)
        group.triggered.connect(chosen)
        return actions

    @property
    def choices(self) -> list[QAction]:
        """What can be chosen, in order."""
        return [*self._results, *self._periods, self.product]

    def narrowed(self, wanted: EventFilter) -> EventFilter:
        """The filter with what is chosen here."""
        since, until = self._limits()
        return replace(wanted, result=self.result, since=since, until=until, product_id=self.product_id)

    def _limits(self) -> tuple[datetime | None, datetime | None]:
        if self.period is Period.CHOSEN and self.days is not None:
            first, last = self.days
            return _midnight(first), _midnight(last + timedelta(1))
        if self.period not in _DAYS:
            return None, None
        return _midnight(datetime.now().astimezone().date() - timedelta(_DAYS[self.period])), None

    def words(self) -> list[tuple[str, Callable[[], None]]]:
        """What is chosen, each with how to leave it."""
        named: list[tuple[str, Callable[[], None]]] = []
        if self.result is not EventResult.ANY:
            named.append((self._result_words()[self.result], self._results[0].trigger))
        if self.period is not Period.ANY:
            named.append((self._period_name(), self._periods[0].trigger))
        if self.product_id is not None:
            named.append((self.article, self._leave_product))
        return named

    def choose_row(self, row: EventRow | None) -> None:
        """The row that is looked at: the log can be narrowed to its product."""
        self._row = row
        self._name_product()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.setText(self.tr("Filter"))
        for action in self._results:
            action.setText(self._result_words()[action.data()])
        for action in self._periods:
            action.setText(self._period_words()[action.data()])
        self._name_product()

    def _name_product(self) -> None:
        row = self._row
        is_known = row is not None and row.product_id is not None
        article = row.article or "" if row is not None else ""
        self.product.setEnabled(is_known)
        self.product.setText(
            self.tr("Only {article}").format(article=article.replace("&", "&&"))
            if is_known
            else self.tr("Only the product of the chosen row")
        )

    def _on_result_chosen(self, action: QAction) -> None:
        self.result = EventResult(action.data())
        self.changed.emit()

    def _on_period_chosen(self, action: QAction) -> None:
        if action.data() == Period.CHOSEN:
            self._ask_days()
            return
        self.period = Period(action.data())
        self.changed.emit()

    def _ask_days(self) -> None:
        dialog = PeriodDialog(self.days, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.days_chosen.connect(self._on_days_chosen)
        dialog.finished.connect(lambda _: self._check_period())
        dialog.open()

    def _on_days_chosen(self, days: Days) -> None:
        self.days, self.period = days, Period.CHOSEN
        self.changed.emit()

    def _check_period(self) -> None:
        """The mark stands at what is shown, also where the question for days was left."""
        for action in self._periods:
            action.setChecked(action.data() == self.period)

    def _period_name(self) -> str:
        if self.period is not Period.CHOSEN or self.days is None:
            return self._period_words()[self.period]
        first, last = (shown.whole_day(day) for day in self.days)
        return first if first == last else f"{first} – {last}"

    def _on_product_triggered(self) -> None:
        if self._row is not None:
            self.product_id, self.article = self._row.product_id, self._row.article or ""
            self.changed.emit()

    def _leave_product(self) -> None:
        self.product_id = None
        self.changed.emit()

    def _result_words(self) -> dict[EventResult, str]:
        return {
            EventResult.ANY: self.tr("Any result"),
            EventResult.CHANGED: self.tr("Stock changed"),
            EventResult.REPEATED: self.tr("Came once more"),
            EventResult.FIRST: self.tr("First word about a size"),
            EventResult.DOUBTFUL: self.tr("To be compared with the cabinet"),
            EventResult.WAITING: self.tr("Waits for a product or size"),
            EventResult.UNREADABLE: self.tr("Could not be read"),
        }

    def _period_words(self) -> dict[Period, str]:
        return {
            Period.ANY: self.tr("At any time"),
            Period.TODAY: self.tr("Today"),
            Period.WEEK: self.tr("In the last 7 days"),
            Period.MONTH: self.tr("In the last 30 days"),
            Period.CHOSEN: self.tr("From day to day…"),
        }


def _midnight(day: date) -> datetime:
    """When a day begins on this computer's clock."""
    return datetime.combine(day, time()).astimezone()


class EventFilterLine(QWidget):
    """The menu, and while something narrows the log: what is found, and by which filters."""

    def __init__(self, menu: EventFilterMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._found, self._filters = QLabel(), QWidget()
        self._found.setProperty("muted", True)
        self._flow = FlowLayout(self._filters)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 0, 18, 10)
        line.setSpacing(10)
        line.addWidget(menu)
        line.addWidget(self._found)
        line.addWidget(self._filters, 1, Qt.AlignmentFlag.AlignVCenter)
        self._found.hide()

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        layout = self.layout()
        assert layout is not None  # noqa: S101  # made above
        layout.addWidget(widget)

    @property
    def words(self) -> str:
        """How many are found, and by which filters; nothing while everything is shown."""
        names = [chip.text() for chip in self.chips]
        return "" if self._found.isHidden() else " · ".join([self._found.text(), *names])

    @property
    def chips(self) -> list[QPushButton]:
        """The filters, in order."""
        found = self._filters.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [chip for chip in found if not chip.isHidden()]

    def show_found(self, count: int | None) -> None:
        """So many lines are found; None: it is still looked."""
        words = self.tr("Looking…") if count is None else self.tr("Found: {count}")
        self._found.setText(words.format(count=shown.number(count or 0)))

    def show_filters(self, *, is_narrowed: bool) -> None:
        """Name the filters of now; `is_narrowed`: or something else leaves events out."""
        for old in self.chips:
            old.hide()
            old.deleteLater()
        for words, leave in self._menu.words():
            chip = QPushButton(f"{words.replace('&', '&&')}  ✕", self._filters)
            chip.setProperty("link", True)
            chip.setAccessibleName(self.tr("Leave the filter: {words}").format(words=words))
            chip.clicked.connect(lambda _, leave=leave: leave())
            self._flow.addWidget(chip)
            chip.show()
        self._found.setVisible(is_narrowed)

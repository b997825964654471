"""Above the table of movements: size, cause, period and person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.flow import Flow
from app.domain.movement import Cause
from app.domain.span import Span, bounds
from app.services.ledger_views import LedgerFilter
from app.services.views import ProductRow
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.moment_field import MomentField
from app.ui.words import cause_chip, flow_words

CHOSEN = "chosen"
"""The period that a person typed."""


class LedgerFilters(QWidget):
    """`filter_changed` comes with the filter; the search in it is left as it was."""

    filter_changed = Signal(object)  # LedgerFilter

    def __init__(
        self, wanted: LedgerFilter, product: ProductRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self.sizes, self.kinds = ChoiceBox(self.tr("Size")), ChoiceBox(self.tr("Cause"))
        self.persons, self.periods = ChoiceBox(self.tr("Who")), ChoiceBox(self.tr("Period"))
        now = datetime.now().astimezone()
        self.since = MomentField(wanted.since or _start(Span.TODAY))
        self.until = MomentField(wanted.until or now)
        self._dash = QLabel("–")
        self._fill(product)
        self.show_persons(())
        for field, name in ((self.since, self.tr("From when")), (self.until, self.tr("Until when"))):
            field.setAccessibleName(name)
            field.setToolTip(name)
            field.moment_chosen.connect(self._tell)
        boxes = (self.sizes, self.kinds, self.persons, self.periods)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (*boxes, self.since, self._dash, self.until):
            line.addWidget(widget)
        line.addStretch(1)
        self._show_days()
        for box in boxes:
            box.chosen.connect(self._tell)

    def show_persons(self, names: Sequence[str]) -> None:
        """Everybody who can be chosen; the chosen one stays so."""
        named = [(name or self.tr("Nobody (events)"), name) for name in names]
        self.persons.offer([(self.tr("Everybody"), None), *named], self._wanted.who)

    def forget_product(self) -> None:
        """All products again."""
        self._wanted = replace(self._wanted, product_id=None)
        self.sizes.offer([(self.tr("All sizes"), None)], None)
        self.sizes.hide()
        self._tell()

    def _fill(self, product: ProductRow | None) -> None:
        wanted, sizes = self._wanted, () if product is None else product.sizes
        self.sizes.offer(
            [(self.tr("All sizes"), None), *((size.value, size.id) for size in sizes)], wanted.size_id
        )
        self.sizes.setHidden(product is None)
        flows = [(flow_words(flow), flow) for flow in Flow]
        causes = [(cause_chip(cause).text, cause) for cause in Cause]
        self.kinds.offer([(self.tr("Every cause"), None), *flows, *causes], wanted.kind)
        is_narrowed = wanted.since is not None or wanted.until is not None
        self.periods.offer(
            (
                (self.tr("All the time"), None),
                (self.tr("Today"), Span.TODAY),
                (self.tr("14 days"), Span.TWO_WEEKS),
                (self.tr("30 days"), Span.MONTH),
                (self.tr("From … to …"), CHOSEN),
            ),
            CHOSEN if is_narrowed else None,
        )

    def _show_days(self) -> None:
        for widget in (self.since, self._dash, self.until):
            widget.setVisible(self.periods.value == CHOSEN)

    def _tell(self) -> None:
        self._show_days()
        since, until = self._period()
        size, kind, who = self.sizes.value, self.kinds.value, self.persons.value
        self._wanted = replace(
            self._wanted,
            size_id=size if isinstance(size, int) else None,
            kind=kind if isinstance(kind, Flow | Cause) else None,
            since=since,
            until=until,
            who=who if isinstance(who, str) else None,
        )
        self.filter_changed.emit(self._wanted)

    def _period(self) -> tuple[datetime | None, datetime | None]:
        period = self.periods.value
        if period == CHOSEN:
            return self.since.moment, self.until.moment
        return (_start(period) if isinstance(period, Span) else None), None


def _start(span: Span) -> datetime:
    """When a span that ends now began."""
    return datetime.fromtimestamp(bounds(span, datetime.now().astimezone())[0], UTC).astimezone()

"""Who was sent away by the listener, why and how often."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from typing_extensions import override

from app.domain.refusal import Refusal
from app.services.refusals import SEVERAL, RefusalRow
from app.ui import format as shown
from app.ui.models.headed_model import Index, Role
from app.ui.models.listed_model import ListedModel


class RefusalColumn(IntEnum):
    """The columns, in the order of the screen."""

    LAST = 0
    SENDER = 1
    REASON = 2
    TIMES = 3
    FIRST = 4


class RefusalTableModel(ListedModel[RefusalRow]):
    """The last ones first."""

    columns = RefusalColumn
    figures = frozenset({RefusalColumn.TIMES})

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Last time"),
            self.tr("From"),
            self.tr("Why"),
            self.tr("Times"),
            self.tr("First time"),
        )

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], RefusalColumn(index.column())
        if role == Role.DisplayRole:
            return self._text(row, column)
        if role == Role.ToolTipRole:
            return shown.plain_tip(self._text(row, column))
        if role == Role.TextAlignmentRole:
            return self.alignment(column)
        return None

    def _text(self, row: RefusalRow, column: RefusalColumn) -> str:
        match column:
            case RefusalColumn.LAST:
                return shown.log_time(row.last_at)
            case RefusalColumn.FIRST:
                return shown.log_time(row.first_at)
            case RefusalColumn.TIMES:
                return shown.number(row.times)
            case RefusalColumn.REASON:
                return self._reason(row.reason)
            case RefusalColumn.SENDER:
                return self.tr("other addresses") if row.sender == SEVERAL else row.sender

    def _reason(self, reason: Refusal) -> str:
        words = {
            Refusal.NO_SUCH_ADDRESS: self.tr("wrong address"),
            Refusal.WRONG_SECRET: self.tr("old or wrong address of events"),
            Refusal.NOT_HTTP: self.tr("no web request (https:// without a certificate?)"),
            Refusal.NOT_POST: self.tr("opened like a web page"),
            Refusal.SENDER: self.tr("address not allowed"),
            Refusal.TOKEN: self.tr("token missing or wrong"),
            Refusal.SIGNATURE: self.tr("signature missing or wrong"),
            Refusal.TIMESTAMP: self.tr("signed over 5 minutes ago"),
            Refusal.TOO_OFTEN: self.tr("too many requests"),
            Refusal.TOO_MANY: self.tr("too many connections"),
            Refusal.TOO_SLOW: self.tr("too slow"),
            Refusal.TOO_LARGE: self.tr("too large"),
        }
        return words[reason]

"""Copy, paste and clear in the table of products: worked out on the pool, one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.action import Action
from app.domain.errors import PolkaError
from app.services.shop import Shop
from app.ui.commands import EditHistory
from app.ui.context import UiContext
from app.ui.i18n import translated
from app.ui.models.block import BlockPlan, plan_block
from app.ui.models.clipboard import Block, copied_text, fill, lay_block, lines_of
from app.ui.models.edits import EditStep
from app.ui.models.size_cells import Column
from app.ui.models.size_table_model import SizeTableModel
from app.ui.widgets.size_table_view import SizeTableView


class BlockEditing(QObject):
    """Blocks reach rows that are not loaded as well, so nothing here looks at what is on screen."""

    planned = Signal(str)  # a block was worked out; a sentence about what was left alone, or ""
    failed = Signal(object)  # PolkaError

    def __init__(
        self,
        context: UiContext,
        model: SizeTableModel,
        view: SizeTableView,
        history: EditHistory,
    ) -> None:
        super().__init__(view)
        self._context = context
        self._model = model
        self._view = view
        self._history = history
        view.copy_requested.connect(self.copy)
        view.paste_requested.connect(self.paste)
        view.clear_requested.connect(self.clear)

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        spans = self._spans()
        if not spans:
            return
        chosen = {column for _, columns in spans for column in columns}
        columns = [column for column in self._columns() if column in chosen]
        self._context.tasks.run(
            copied_text,
            self._context.shop,
            self._model.rows,
            [span for span, _ in spans],
            columns,
            QLocale().decimalPoint(),
            done=QGuiApplication.clipboard().setText,
            failed=self._on_failed,
            lane="write",  # after what was typed before it
        )

    def paste(self) -> None:
        """Fill cells from the clipboard: from the current one on, or all selected with one text."""
        lines = lines_of(QGuiApplication.clipboard().text())
        current = self._view.currentIndex()
        if not current.isValid() or not any(any(line) for line in lines):
            return
        spans = self._spans()
        is_many = sum(len(span) * len(chosen) for span, chosen in spans) > 1
        if len(lines) == 1 and len(lines[0]) == 1 and is_many:
            self._do(fill, self._model.rows, spans, lines[0][0])
            return
        columns = self._columns()
        start = columns.index(Column(current.column()))
        self._do(lay_block, self._model.rows, current.row(), columns[start:], lines)

    def clear(self) -> None:
        """Take away what is typed in the selected cells."""
        self._do(fill, self._model.rows, self._spans(), "")

    def _do(self, lay: Callable[..., Block], *args: Any) -> None:
        self._context.tasks.run(
            _planned,
            self._context.shop,
            self._model.action,
            partial(lay, *args),
            done=self._on_planned,
            failed=self._on_failed,
            lane="write",  # after what was typed before it
        )

    def _on_failed(self, error: PolkaError) -> None:
        self.failed.emit(error)

    def _on_planned(self, planned: tuple[BlockPlan, int]) -> None:
        plan, left_over = planned
        step = EditStep(self._model.laid_over(plan.step.before), plan.step.after)
        if step.after:
            self._history.edit(step)
        sentences: list[str] = []
        if plan.reason is not None:
            left_alone = self.tr("%n cell(s) left as they were: {reason}", "", plan.refused)
            sentences.append(left_alone.format(reason=translated(plan.reason)))
        if left_over:
            sentences.append(self.tr("%n line(s) found no row to go to.", "", left_over))
        self.planned.emit(" ".join(sentences))

    def _spans(self) -> list[tuple[range, set[Column]]]:
        """The selected rows with their columns, from the top."""
        ranges = self._view.selectionModel().selection()
        spans = [
            (
                range(part.top(), part.bottom() + 1),
                {Column(column) for column in range(part.left(), part.right() + 1)},
            )
            for part in ranges.toList()
        ]
        return sorted(spans, key=lambda span: span[0].start)

    def _columns(self) -> list[Column]:
        """The columns as they stand on the screen."""
        header = self._view.horizontalHeader()
        return [Column(header.logicalIndex(place)) for place in range(header.count())]


def _planned(shop: Shop, action: Action, lay: Callable[[], Block]) -> tuple[BlockPlan, int]:
    """What the block changes, and how many of its lines found no row."""
    block = lay()
    return plan_block(shop, block.cells, action), block.left_over

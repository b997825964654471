"""Steps that can be undone on the page of products: typed edits, *Reset all*, products and their names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from app.domain.errors import PolkaError
from app.services import catalogue, editing
from app.services.editing import PendingSnapshot
from app.services.shop import Shop
from app.services.views import ProductDraft
from app.ui.context import UiContext
from app.ui.models.edits import Edit, EditStep
from app.ui.models.size_table_model import SizeTableModel

Failed = Callable[[PolkaError], None]


class EditHistory(QObject):
    """Does, undoes and does again; every step is written on the write lane, in order.

    A typed edit is shown before it is written. If writing fails, the table goes back to what the
    database has, the reason is told, and the step counts no longer.
    """

    changed = Signal()  # whether something can be undone or done again
    failed = Signal(object)  # PolkaError

    def __init__(self, context: UiContext, model: SizeTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._stack = QUndoStack(self)
        self._stack.indexChanged.connect(self._on_index_changed)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._stack.canUndo()

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._stack.canRedo()

    def edit(self, step: EditStep) -> None:
        """Do what was typed."""
        self._stack.push(EditCommand(self, step))

    def reset_all(self) -> None:
        """Take all pending changes away."""
        self._stack.push(ResetAllCommand(self))

    def remove_product(self, product_id: int) -> None:
        """Take a product out of the table; its history stays."""
        self._stack.push(RemoveProductCommand(self, product_id))

    def product_saved(self, before: ProductDraft | None, product_id: int) -> None:
        """The form has added a product (`before` is None) or changed it: that can be undone, too."""
        self._stack.push(SaveProductCommand(self, before, product_id))

    def undo(self) -> None:
        """Undo the last step that was written."""
        while isinstance(step := self._last(), HistoryCommand) and step.has_failed:
            self._stack.undo()
        self._stack.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self._stack.redo()

    def forget(self) -> None:
        """What was done so far has been sent: it is not undone here any more."""
        self._stack.clear()

    def show_and_write(self, edit: Edit, failed: Failed | None = None) -> None:
        """Show an edit at once and write it behind."""
        ticket = self._model.show_edit(edit)
        self._context.tasks.run(
            write_edit,
            self._context.shop,
            edit,
            done=partial(self._on_edit_written, ticket),
            failed=partial(self._on_edit_failed, ticket, failed),
            lane="write",
        )

    def write(self, function: Callable[..., Any], *args: Any, failed: Failed | None = None) -> None:
        """Write something that is shown as soon as the database announces it."""
        self._context.tasks.run(
            function,
            self._context.shop,
            *args,
            failed=partial(self._report, failed),
            lane="write",
        )

    def _on_edit_written(self, ticket: int, _: None) -> None:
        self._model.settle_edit(ticket)

    def _on_edit_failed(self, ticket: int, failed: Failed | None, error: PolkaError) -> None:
        self._model.drop_edit(ticket)
        self._report(failed, error)

    def _report(self, failed: Failed | None, error: PolkaError) -> None:
        if failed is not None:
            failed(error)
            step = self._last()
            if isinstance(step, HistoryCommand) and step.has_failed:
                self._stack.undo()
        self.failed.emit(error)

    def _last(self) -> QUndoCommand | None:
        return self._stack.command(self._stack.index() - 1) if self._stack.canUndo() else None

    def _on_index_changed(self) -> None:
        self.changed.emit()


class HistoryCommand(QUndoCommand):
    """A step that is written later, and counts no longer if that fails."""

    def __init__(self, history: EditHistory) -> None:
        super().__init__()
        self._history = history
        self.has_failed = False

    @override
    def undo(self) -> None:
        if not self.has_failed:
            self.undo_written()

    def undo_written(self) -> None:
        """Undo what was written."""
        raise NotImplementedError

    def fail(self, _: PolkaError) -> None:
        """The step did not get into the database: drop it when it is passed."""
        self.has_failed = True
        self.setObsolete(True)


class EditCommand(HistoryCommand):
    """Typed quantities and prices: one cell, or a whole pasted block."""

    def __init__(self, history: EditHistory, step: EditStep) -> None:
        super().__init__(history)
        self._step = step

    @override
    def redo(self) -> None:
        self._history.show_and_write(self._step.after, self.fail)

    @override
    def undo_written(self) -> None:
        self._history.show_and_write(self._step.before)


class ResetAllCommand(HistoryCommand):
    """All pending changes away, and back again."""

    def __init__(self, history: EditHistory) -> None:
        super().__init__(history)
        self._taken: list[PendingSnapshot] = []  # filled and emptied on the write lane, in order

    @override
    def redo(self) -> None:
        self._history.write(self._take, failed=self.fail)

    @override
    def undo_written(self) -> None:
        self._history.write(self._put)

    def _take(self, shop: Shop) -> None:
        self._taken[:] = [editing.take_all_pending(shop)]

    def _put(self, shop: Shop) -> None:
        for snapshot in self._taken:
            editing.put_pending(shop, snapshot)


class RemoveProductCommand(HistoryCommand):
    """A product out of the table, and back again."""

    def __init__(self, history: EditHistory, product_id: int) -> None:
        super().__init__(history)
        self._product_id = product_id

    @override
    def redo(self) -> None:
        self._history.write(catalogue.remove_product, self._product_id, failed=self.fail)

    @override
    def undo_written(self) -> None:
        self._history.write(catalogue.restore_product, self._product_id)


class SaveProductCommand(HistoryCommand):
    """What the form has saved: a new product out of the table again, a changed one as it was."""

    def __init__(self, history: EditHistory, before: ProductDraft | None, product_id: int) -> None:
        super().__init__(history)
        self._before, self._after = before, before
        self._product_id = product_id
        self._is_saved = True  # by the form

    @override
    def redo(self) -> None:
        if self._is_saved:
            self._is_saved = False
        elif self._before is None:
            self._history.write(catalogue.restore_product, self._product_id, failed=self.fail)
        else:
            self._history.write(self._put_after, failed=self.fail)

    @override
    def undo_written(self) -> None:
        if self._before is None:
            self._history.write(catalogue.remove_product, self._product_id)
        else:
            self._history.write(self._put_before)

    def _put_before(self, shop: Shop) -> None:
        self._after = catalogue.product_draft(shop, self._product_id)
        if self._before is not None:
            catalogue.edit_product(shop, self._before)

    def _put_after(self, shop: Shop) -> None:
        if self._after is not None:
            catalogue.edit_product(shop, self._after)


def write_edit(shop: Shop, edit: Edit) -> None:
    """Put an edit into the database."""
    if edit.sizes:
        editing.set_pending(shop, edit.sizes)
    if edit.prices:
        editing.set_new_prices(shop, edit.prices)

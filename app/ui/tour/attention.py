"""Pictures of what needs a person: a conflict with its correction, an oversale, and *Reconcile*."""

from __future__ import annotations

from app.domain.action import Action
from app.services.catalogue import product_index, product_rows
from app.services.editing import queue_action, set_pending
from app.services.reconciling import Counted, Scope, Verdict, count_rows, write_counts
from app.services.views import ProductFilter, ProductKind, ProductRow
from app.ui.dialogs.reconcile_dialog import ReconcileDialog
from app.ui.main_window import PRODUCTS
from app.ui.models.count_model import CountColumn
from app.ui.tour.stage import LOOKS, Finding, Stage, Steps, TourError, click, settled

ARTICLE = "FW23SW14"


def attention_pictures(stage: Stage) -> Steps:
    """In every look; nothing is sent meanwhile."""
    shop = stage.window.shop
    if not stage.view.hindrance:
        click(stage.view.deliveries.pause)
        yield lambda: bool(stage.view.hindrance)
    (product,) = product_rows(shop, list(product_index(shop, ProductFilter(ARTICLE)).ids[:1]))
    set_pending(shop, {size.id: None for size in product.sizes})
    _differ(stage, product)
    sold = product.sizes[-1]
    queue_action(shop, ARTICLE, Action.SOLD, {sold.value: max(sold.here, 0) + 1}, None, "polka")
    products = stage.view.products
    yield from stage.show(PRODUCTS)
    products.header.kinds.choose(ProductKind.FLAGGED)
    model = products.table.model
    yield lambda: model.row_of_size(product.id, None) is not None and bool(products.conflicts.words)
    for look in LOOKS:
        stage.choose_look(*look)
        products.table.view.go_to(model.row_of_size(product.id, None) or 0)
        yield lambda: bool(products.panel.attention.words())
        yield settled()
        stage.save("products-attention")
        yield from _compare(stage)


def _differ(stage: Stage, product: ProductRow) -> None:
    """A person counted one piece less in the cabinet and said that ours is right."""
    row = count_rows(stage.window.shop, Scope(sizes=(product.sizes[0].id,)))[0]
    count = max(row.missing(0) - 1, 0)
    write_counts(stage.window.shop, [Counted(row, count, Verdict.OURS)])


def _compare(stage: Stage) -> Steps:
    dialog = yield from _opened(stage)
    for number, row in enumerate(dialog.model.rows):
        figure = str((row.agreed or 0) + number % 3)
        dialog.model.setData(dialog.model.index(number, CountColumn.SHOWN), figure)
    click(dialog.cabinet)
    dialog.table.go_to(1)
    dialog.table.asked_for_next.emit()
    yield from stage.save_dialog("reconcile", dialog)
    yield from stage.close_dialog(dialog)


def _opened(stage: Stage) -> Finding[ReconcileDialog]:
    products = stage.view.products
    products.header.reconcile_clicked.emit()
    yield lambda: isinstance(products.dialog, ReconcileDialog) and products.dialog.model.rowCount() > 0
    yield settled()
    if not isinstance(products.dialog, ReconcileDialog):
        message = "the comparison did not open"
        raise TourError(message)
    return products.dialog

"""Pictures of what the marketplace's numbers and spellings mean, chosen, changed and undone."""

from __future__ import annotations

from dataclasses import replace

from app.services.catalogue import edit_product, product_draft, product_index
from app.services.event_views import EventFilterKind
from app.services.linking import link, link_rows, unlink
from app.services.views import ProductFilter
from app.ui.dialogs.choose_size_dialog import ChooseSizeDialog
from app.ui.dialogs.links_dialog import LinksDialog
from app.ui.main_window import EVENTS
from app.ui.tour.stage import LOOKS, Finding, Stage, Steps, TourError, click, settled

SCARF = "AC05SCF2"
OTHER_NAME = "180 × 30"


def links_pictures(stage: Stage) -> Steps:
    """In every look; the scarf's only size has another name here than at the marketplace."""
    _rename_size(stage)
    for look in LOOKS:
        stage.choose_look(*look)
        yield from stage.show(EVENTS)
        dialog = yield from _asked_for_size(stage)
        yield from stage.save_dialog("choose-size", dialog)
        yield from stage.close_dialog(dialog)
        yield from _links(stage)
    dialog = yield from _asked_for_size(stage)
    dialog.list.setCurrentIndex(dialog.model.index(0))
    click(dialog.choose)
    yield lambda: len(link_rows(stage.window.shop, f"{SCARF} {OTHER_NAME}")) == 1
    yield settled()
    stage.view.events.open_links(SCARF)
    links = stage.view.events.findChild(LinksDialog)
    if links is not None:
        yield from stage.save_dialog("links-found", links)
        yield from stage.close_dialog(links)


def _rename_size(stage: Stage) -> None:
    shop = stage.window.shop
    product = product_index(shop, ProductFilter(SCARF)).ids[0]
    draft = product_draft(shop, product)
    edit_product(shop, replace(draft, sizes=(replace(draft.sizes[0], value=OTHER_NAME),)))
    (row,) = link_rows(shop, SCARF)
    unlink(shop, row.key)
    link(shop, row.key.marketplace_id, product)


def _asked_for_size(stage: Stage) -> Finding[ChooseSizeDialog]:
    events = stage.view.events
    events.filters.choose(EventFilterKind.UNLINKED)
    yield lambda: events.model.rowCount() == 1 and events.model.row_at(0) is not None
    events.table.selectRow(0)
    events.table.entered.emit(0)
    yield lambda: events.findChild(ChooseSizeDialog) is not None
    events.filters.choose(EventFilterKind.ALL)
    dialog = events.findChild(ChooseSizeDialog)
    if dialog is None:
        message = "the dialog did not open"
        raise TourError(message)
    yield lambda: dialog.model.rowCount() == 1
    return dialog


def _links(stage: Stage) -> Steps:
    events = stage.view.events
    events.open_links("")
    dialog = events.findChild(LinksDialog)
    if dialog is None:
        message = "the links did not open"
        raise TourError(message)
    yield lambda: dialog.model.rowCount() > 1
    yield from stage.save_dialog("links", dialog)
    busiest = max(link_rows(stage.window.shop, ""), key=lambda row: row.events)
    dialog.table.selectRow(dialog.model.row_of(busiest.key) or 0)
    click(dialog.undo)
    yield stage.asks
    yield lambda: stage.open_box() is not dialog
    box = stage.open_box()
    yield from stage.save_dialog("links-undo", box)
    yield from stage.close_dialog(box)
    yield from stage.close_dialog(dialog)

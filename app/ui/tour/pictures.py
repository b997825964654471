"""Pictures of a working shop: every page and dialog, in both languages and themes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.catalogue import product_index
from app.services.delivery_views import DeliveryKind
from app.services.event_views import EventFilterKind
from app.services.inbox import event_counts
from app.services.views import ProductFilter
from app.ui.desktop.closing_question import ClosingQuestion
from app.ui.dialogs.choose_product_dialog import ChooseProductDialog
from app.ui.dialogs.product_dialog import ProductDialog
from app.ui.dialogs.resolve_dialog import ResolveDialog
from app.ui.dialogs.resolve_many_dialog import ResolveManyDialog
from app.ui.dialogs.review_material import ASSUMPTION_TOLD
from app.ui.main_window import DELIVERIES, EVENTS, IMPORT, OVERVIEW, PRODUCTS, SETTINGS
from app.ui.models.doubt_model import DoubtColumn
from app.ui.models.size_cells import Column
from app.ui.pages.settings_page import BACKGROUND, CONNECTION, DATA, GUARD, LOOK, RECEIVING
from app.ui.tour.job import SHOWN, open_dialog, open_review, type_keys
from app.ui.tour.stage import LOOKS, Finding, Stage, Steps, TourError, click, settled

TABS = (
    (CONNECTION, "connection"),
    (RECEIVING, "receiving"),
    (GUARD, "guard"),
    (LOOK, "look"),
    (BACKGROUND, "background"),
    (DATA, "data"),
)

PAGES = (
    (OVERVIEW, "overview"),
    (PRODUCTS, "products"),
    (IMPORT, "import"),
    (DELIVERIES, "deliveries"),
    (EVENTS, "events"),
    (SETTINGS, "settings"),
)
UNKNOWN, REJECTED = 2, 3
"""Rows in the log of deliveries, as the main job leaves it."""


def all_pictures(stage: Stage) -> Steps:
    """In every look; at the end the event that nobody recognised finds its product."""
    for look in LOOKS:
        stage.choose_look(*look)
        yield from _products(stage)
        yield from _product_forms(stage)
        yield from _reviews(stage)
        yield from _deliveries(stage)
        yield from _events(stage)
        yield from _settings(stage)
        yield from _paused(stage)
    yield from _narrow(stage)
    yield from _choose_product(stage)


def _products(stage: Stage) -> Steps:
    products = stage.view.products
    yield from stage.show(PRODUCTS)
    first = _row_of(stage, SHOWN)
    products.table.view.verticalScrollBar().setValue(first)
    products.table.view.go_to(first + 1)
    yield settled()
    stage.save("products")
    type_keys(stage, first + 2, Column.QUANTITY, "1,5")
    QTest.keyClick(stage.window.frame.focusWidget(), Qt.Key.Key_Return)
    yield settled()
    stage.save("products-refused-cell")
    QTest.keyClick(stage.window.frame.focusWidget(), Qt.Key.Key_Escape)
    yield from _product_menu(stage)
    products.header.search.setText("нет такого")
    yield lambda: products.table.model.rowCount() == 0
    yield settled()
    stage.save("products-nothing-found")
    products.header.show_all()
    yield lambda: products.table.model.rowCount() > 12


def _row_of(stage: Stage, article: str) -> int:
    rows = stage.view.products.table.model.rows
    found = product_index(stage.window.shop, ProductFilter(article)).ids[0]
    return rows.rows_of(rows.ordinals[found]).start


def _product_menu(stage: Stage) -> Steps:
    view = stage.view.products.table.view
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center() - QPoint(0, 8))
    yield lambda: QApplication.activePopupWidget() is not None
    yield settled()
    stage.save("products-menu")
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()
    yield lambda: QApplication.activePopupWidget() is None


def _product_forms(stage: Stage) -> Steps:
    products = stage.view.products
    products.header.add_clicked.emit()
    form = yield from _form(stage)
    yield from stage.save_dialog("product-new", form)
    form.article.edit.setText("SS25CA04")
    form.title.edit.setText("Куртка стёганая")
    form.price.edit.setText("94 500")
    form.sizes.add_run("S M L XL")
    yield from stage.save_dialog("product-new-filled", form)
    form.article.edit.setText("")
    form.price.edit.setText("дорого")
    form.save()
    yield from stage.save_dialog("product-new-problems", form)
    yield from stage.close_dialog(form)
    products.edit_current()
    form = yield from _form(stage)
    yield from stage.save_dialog("product-edit", form)
    yield from stage.close_dialog(form)


def _form(stage: Stage) -> Finding[ProductDialog]:
    yield lambda: isinstance(stage.view.products.dialog, ProductDialog)
    yield settled()
    form = stage.view.products.dialog
    if not isinstance(form, ProductDialog):
        message = "the form did not open"
        raise TourError(message)
    return form


def _reviews(stage: Stage) -> Steps:
    yield from open_review(stage)
    review = open_dialog(stage)
    yield from stage.save_dialog("review", review)
    review.show_request(is_shown=True)
    yield from stage.save_dialog("review-request", review)
    yield from stage.close_dialog(review)
    stage.window.shop.save_setting(ASSUMPTION_TOLD, None)
    yield from open_review(stage)
    first = open_dialog(stage)
    yield from stage.save_dialog("review-first", first)
    yield from stage.close_dialog(first)
    stage.window.shop.save_setting(ASSUMPTION_TOLD, True)


def _deliveries(stage: Stage) -> Steps:
    deliveries = stage.view.deliveries
    yield from stage.show(DELIVERIES)
    if deliveries.batch.isVisible():  # the result of what the main job sent
        stage.save("deliveries-result")
        click(deliveries.batch.close_button)
        yield deliveries.batch.isHidden
    for row, name in ((REJECTED, "deliveries"), (UNKNOWN, "deliveries-unknown")):
        deliveries.table.selectRow(row)
        yield settled()
        stage.save(name)
    yield from _resolving(stage)
    yield from _resolving_many(stage)
    deliveries.table.selectRow(REJECTED)
    yield settled()
    deliveries.table.deleted.emit(REJECTED)
    yield settled()
    box = stage.open_box()
    yield from stage.save_dialog("do-not-send", box)
    yield from stage.close_dialog(box)
    deliveries.show_kind(DeliveryKind.QUEUED)
    yield settled()
    stage.save("deliveries-none-of-a-kind")
    deliveries.show_kind(DeliveryKind.ALL)


def _resolving(stage: Stage) -> Steps:
    """The question about the delivery without an answer, the figures of the cabinet typed."""
    panel = stage.view.deliveries.panel
    click(panel.resolve)
    yield lambda: isinstance(stage.view.deliveries.dialog, ResolveDialog)
    dialog = stage.view.deliveries.dialog
    if not isinstance(dialog, ResolveDialog):
        message = "the question did not open"
        raise TourError(message)
    for field in dialog.fields.values():
        QTest.keyClicks(field, "7")
    yield from stage.save_dialog("deliveries-resolve", dialog)
    yield from stage.close_dialog(dialog)


def _resolving_many(stage: Stage) -> Steps:
    """All deliveries without an answer in one table: three answers and one empty row."""
    stage.view.deliveries.check_many()
    dialog = stage.view.deliveries.dialog
    if not isinstance(dialog, ResolveManyDialog):
        message = "the table did not open"
        raise TourError(message)
    yield lambda: dialog.model.rowCount() > 0
    yield from stage.save_dialog("deliveries-check", dialog)
    _, first, second, lost, *_ = dialog.model.rows
    figures = (0, first.if_arrived[0], second.if_arrived[0], lost.if_not_arrived[0])
    for row, figure in enumerate(figures):
        dialog.model.setData(dialog.model.index(row, DoubtColumn.SHOWN), str(figure))
    dialog.table.go_to(len(figures))
    yield from stage.save_dialog("deliveries-check-typed", dialog)
    yield from stage.close_dialog(dialog)


def _events(stage: Stage) -> Steps:
    events = stage.view.events
    yield from stage.show(EVENTS)
    events.table.selectRow(3)
    yield settled()
    stage.save("events")
    yield from _event_filters(stage)
    dialog = yield from _open_choice(stage)
    yield from stage.save_dialog("choose-product", dialog)
    yield from stage.close_dialog(dialog)


def _event_filters(stage: Stage) -> Steps:
    """The menu of filters, and the log narrowed by two of them."""
    events = stage.view.events
    menu = events.more_filters.menu()
    menu.popup(events.more_filters.mapToGlobal(events.more_filters.rect().bottomLeft()))
    yield menu.isVisible
    yield settled()
    stage.save("events-menu")
    menu.close()
    events.more_filters.product.trigger()
    events.search.setText("L")
    yield lambda: events.filter_line.words.count("✕") == 1 and events.model.is_loaded
    yield settled()
    stage.save("events-narrowed")
    events.search.clear()
    events.filter_line.chips[0].click()
    yield lambda: events.filter_line.words == ""
    yield settled()


def _open_choice(stage: Stage) -> Finding[ChooseProductDialog]:
    events = stage.view.events
    events.filters.choose(EventFilterKind.UNLINKED)
    yield lambda: events.model.rowCount() == 1 and events.model.row_at(0) is not None
    events.table.selectRow(0)
    events.table.entered.emit(0)
    yield lambda: events.findChild(ChooseProductDialog) is not None
    yield settled()
    events.filters.choose(EventFilterKind.ALL)
    dialog = events.findChild(ChooseProductDialog)
    if not isinstance(dialog, ChooseProductDialog):
        message = "the dialog did not open"
        raise TourError(message)
    return dialog


def _settings(stage: Stage) -> Steps:
    settings = stage.view.settings
    yield from stage.show(SETTINGS)
    for tab, name in TABS:
        settings.tabs.choose(tab)
        yield settled()
        stage.save(f"settings-{name}")
    settings.tabs.choose(CONNECTION)
    settings.connection.show_advanced(is_open=True)
    yield settled()
    stage.save("settings-advanced")
    settings.connection.show_advanced(is_open=False)
    settings.tabs.choose(RECEIVING)
    click(settings.receiving.renew)
    yield settled()
    box = stage.open_box()
    yield from stage.save_dialog("new-secret-address", box)
    yield from stage.close_dialog(box)
    yield from _closing(stage)


def _closing(stage: Stage) -> Steps:
    question = ClosingQuestion(stage.window.theme, stage.window.frame)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.open()
    yield from stage.save_dialog("close-the-window", question)
    yield from stage.close_dialog(question)


def _paused(stage: Stage) -> Steps:
    click(stage.view.deliveries.pause)
    yield lambda: bool(stage.view.hindrance)
    yield from stage.show(PRODUCTS)
    stage.save("products-paused")
    click(stage.view.deliveries.pause)
    yield lambda: not stage.view.hindrance


def _choose_product(stage: Stage) -> Steps:
    """The stock follows as soon as the product is chosen."""
    yield from stage.show(EVENTS)
    dialog = yield from _open_choice(stage)
    QTest.keyClicks(dialog.search, "AC05SCF2")
    yield settled()
    click(dialog.choose)
    yield lambda: event_counts(stage.window.shop).unlinked == 0
    yield settled()
    stage.save("events-linked")


def _narrow(stage: Stage) -> Steps:
    """The smallest window, in one look."""
    frame = stage.window.frame
    usual = frame.size()
    frame.resize(frame.minimumSize())
    stage.choose_look(*LOOKS[0])
    stage.view.deliveries.table.selectRow(REJECTED)
    stage.view.events.table.selectRow(3)
    for page, name in PAGES:
        yield from stage.show(page)
        stage.save(f"{name}-narrow")
    frame.resize(usual)

"""Everything can be reached by keyboard and has a name for who does not see it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services import catalogue, editing
from app.services.calibration import standing
from app.services.delivery_views import DeliveryKind
from app.services.ledger_views import LedgerFilter
from app.services.link_views import LinkKey
from app.services.views import PendingChange, ProductDraft, SizeDraft
from app.ui.context import UiContext
from app.ui.dialogs.calibration_dialog import CalibrationDialog
from app.ui.dialogs.choose_product_dialog import ChooseProductDialog
from app.ui.dialogs.choose_size_dialog import ChooseSizeDialog
from app.ui.dialogs.ledger_dialog import LedgerDialog
from app.ui.dialogs.links_dialog import LinksDialog
from app.ui.dialogs.product_dialog import ProductDialog
from app.ui.dialogs.review_dialog import ReviewDialog
from app.ui.dialogs.review_material import read_review
from app.ui.i18n import Language
from app.ui.main_window import DELIVERIES, ICONS, MainView

ASKED = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QAbstractButton)
INNER = ("qt_spinbox_lineedit",)


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """All pages over a shop with one product and one change."""
    draft = ProductDraft("A1", "Jacket", "", Decimal(82000), (SizeDraft("XL", opening=3),))
    product_id = catalogue.add_product(context.shop, draft)
    size_id = catalogue.product_rows(context.shop, [product_id])[0].sizes[0].id
    editing.set_pending(context.shop, {size_id: PendingChange(Action.SOLD, 1)})
    made = MainView(context, language)
    qtbot.addWidget(made)
    made.resize(1080, 740)
    with qtbot.waitExposed(made):
        made.show()
    return made


def nameless(root: QWidget) -> list[str]:
    """Widgets that can be used and say nothing about themselves."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, ASKED)
        and not isinstance(widget, QHeaderView)
        and widget.objectName() not in INNER
        and widget.isVisible()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text().strip(" ✕↑↓"))
    ]


def test_every_control_of_the_pages_has_a_name(view: MainView) -> None:
    view.products.message.say("Sent.", "Open", lambda: None)
    for number in range(len(ICONS)):
        view.show_page(number)
        assert nameless(view) == []
    view.settings.connection.show_advanced(is_open=True)
    for tab in range(4):
        view.settings.tabs.choose(tab)
        assert nameless(view) == []


def test_every_control_of_the_dialogs_has_a_name(context: UiContext, view: MainView, qtbot: QtBot) -> None:
    for dialog in (
        ProductDialog(context),
        ReviewDialog(context, read_review(context.shop)),
        CalibrationDialog(context, standing(context.shop)),
        ChooseProductDialog(context, 56),
        ChooseSizeDialog(context, LinkKey(17, "42.0")),
        LinksDialog(context),
        LedgerDialog(context, LedgerFilter()),
        LedgerDialog(context, LedgerFilter(product_id=1), catalogue.product_rows(context.shop, [1])[0]),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        assert nameless(dialog) == [], type(dialog).__name__


@pytest.mark.parametrize("number", range(len(ICONS)))
def test_tab_goes_round_all_controls_of_a_page(view: MainView, qtbot: QtBot, number: int) -> None:
    view.show_page(number)
    view.activateWindow()
    view.navigation.setFocus()
    wanted = {
        widget
        for widget in view.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(widget, QAbstractButton) and widget.group() and not widget.isChecked())
    }
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted)):
        view.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(focused)
    assert {describe(widget) for widget in wanted - reached} == set()


def test_arrows_choose_within_a_row_of_joined_buttons(view: MainView) -> None:
    filters = view.deliveries.filters
    view.show_page(DELIVERIES)
    view.activateWindow()
    filters.button(DeliveryKind.ALL).setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert filters.value is DeliveryKind.NEEDS_PERSON


def describe(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {text!r}"

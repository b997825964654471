"""Pictures of the overview and of the ledger behind it, in every look."""

from __future__ import annotations

from app.ui.dialogs.ledger_dialog import LedgerDialog, View
from app.ui.main_window import OVERVIEW
from app.ui.tour.stage import LOOKS, Stage, Steps, TourError, click, settled


def first_steps(stage: Stage) -> Steps:
    """What a shop without products sees."""
    yield from stage.show(OVERVIEW)
    yield lambda: stage.view.overview.is_new
    yield settled()
    stage.save("overview-empty")


def overview_pictures(stage: Stage) -> Steps:
    """The figures as a chart and as a table; the movements, and the stock of this morning."""
    page = stage.view.overview
    for look in LOOKS:
        stage.choose_look(*look)
        yield from stage.show(OVERVIEW)
        yield lambda: bool(page.overview.parts)
        yield settled()
        stage.save("overview")
        click(page.chart.switch)
        yield settled()
        stage.save("overview-table")
        click(page.chart.switch)
        yield from _ledger(stage)


def _ledger(stage: Stage) -> Steps:
    click(stage.view.overview.ledger)
    dialog = _dialog(stage)
    yield lambda: dialog.model.rowCount() > 0 and bool(dialog.check.text())
    dialog.table.selectRow(0)
    yield from stage.save_dialog("ledger", dialog)
    dialog.views.choose(View.PAST)
    yield lambda: dialog.past_model.rowCount() > 0 and bool(dialog.totals.text())
    yield from stage.save_dialog("ledger-moment", dialog)
    yield from stage.close_dialog(dialog)


def _dialog(stage: Stage) -> LedgerDialog:
    dialog = stage.view.overview.dialog
    if dialog is None:
        message = "the movements did not open"
        raise TourError(message)
    return dialog

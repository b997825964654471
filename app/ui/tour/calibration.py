"""Pictures of the calibration from the choice of a size to the finding, and of a change of the dialect."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.action import Action
from app.domain.delivery import State
from app.services import calibration
from app.services.editing import queue_action
from app.ui.dialogs.calibration_dialog import CalibrationDialog
from app.ui.main_window import SETTINGS
from app.ui.pages.settings_page import CONNECTION
from app.ui.tour.stage import LOOKS, Finding, Stage, Steps, TourError, click, gone, settled

TRIED = (("SS24PL02", 3), ("SS24SK02", 2))
"""Article and pieces of its smallest size at the marketplace, one for each look."""


def calibration_pictures(stage: Stage) -> Steps:
    """In both colours; what is sent here stands above the main job's deliveries."""
    for look, (article, pieces) in zip(LOOKS[:2], TRIED, strict=True):
        stage.choose_look(*look)
        yield from stage.show(SETTINGS)
        stage.view.settings.tabs.choose(CONNECTION)
        yield from _trial(stage, article, pieces)
    click(stage.view.deliveries.pause)
    yield lambda: bool(stage.view.hindrance)
    queue_action(stage.window.shop, "AC05SCF2", Action.SOLD, {"ONE": 1}, None, "polka")
    for look in LOOKS[:2]:
        stage.choose_look(*look)
        yield from _change(stage)


def _trial(stage: Stage, article: str, pieces: int) -> Steps:
    dialog = yield from _opened(stage)
    QTest.keyClicks(dialog.choice.search, article)
    yield lambda: dialog.choice.list.model().rowCount() == 1
    yield settled()
    QTest.keyClicks(dialog.choice.figure, str(pieces))
    yield from stage.save_dialog("calibration-size", dialog)
    QTest.keyClick(dialog.choice.figure, Qt.Key.Key_Return)
    yield dialog.trial.figure.isVisible
    QTest.keyClicks(dialog.trial.figure, str(pieces))
    yield from stage.save_dialog("calibration-unchanged", dialog)
    dialog.trial.figure.clear()
    QTest.keyClicks(dialog.trial.figure, str(pieces + 1))
    yield from stage.save_dialog("calibration-figure", dialog)
    click(dialog.end)
    yield settled()
    box = stage.open_box()
    yield from stage.save_dialog("calibration-end", box)
    yield from stage.close_dialog(box)
    QTest.keyClick(dialog.trial.figure, Qt.Key.Key_Return)
    yield lambda: _is_back(stage)
    yield settled()
    yield from stage.save_dialog("calibration-done", dialog)
    dialog.accept()
    yield gone(dialog)
    yield settled()
    stage.save("settings-checked")


def _opened(stage: Stage) -> Finding[CalibrationDialog]:
    line = stage.view.settings.connection.calibration
    line.open()
    yield lambda: isinstance(line.dialog, CalibrationDialog)
    yield settled()
    if not isinstance(line.dialog, CalibrationDialog):
        message = "the check did not open"
        raise TourError(message)
    return line.dialog


def _is_back(stage: Stage) -> bool:
    back = calibration.standing(stage.window.shop).back
    return back is not None and back.state is State.DELIVERED


def _change(stage: Stage) -> Steps:
    """What another meaning would do to a sale that is held."""
    connection = stage.view.settings.connection
    connection.show_advanced(is_open=True)
    connection.dialect.count.setCurrentIndex(1)
    yield settled()
    box = stage.open_box()
    yield from stage.save_dialog("dialect-change", box)
    yield from stage.close_dialog(box)
    connection.show_advanced(is_open=False)

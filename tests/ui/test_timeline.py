"""The history in a product's panel: each movement in one line, its figures whole."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from app.domain.movement import Cause
from app.services.views import MovementRow
from app.ui.context import UiContext
from app.ui.delegates.movement_delegate import MovementDelegate
from app.ui.models.timeline_model import TimelineModel

NOW = datetime.now().astimezone().replace(hour=12, minute=4)
END = 60
"""Pixels at the end of a line, where the figures stand."""

SALE = MovementRow(NOW, "180 × 30", Cause.ONLINE_SALE, -1, 1410, 1409, "")


def painted(context: UiContext, qtbot: QtBot, movement: MovementRow, width: int) -> QImage:
    lines, model = QListView(), TimelineModel(context.theme)
    qtbot.addWidget(lines)
    model.set_movements([movement])
    lines.setModel(model)
    lines.setItemDelegate(MovementDelegate(context.theme, 24, lines))
    lines.setFrameShape(QListView.Shape.NoFrame)
    lines.resize(width, 24)
    return lines.grab().toImage()


def test_a_line_reads_as_a_sentence(context: UiContext, qtbot: QtBot) -> None:
    model = TimelineModel(context.theme)
    QAbstractItemModelTester(model)
    model.set_movements([SALE])
    words = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "12:04, online sale, 180 × 30: 1,410 → 1,409"
    assert (
        model.index(0)
        .data(Qt.ItemDataRole.ToolTipRole)
        .startswith("online sale · 180 × 30: 1,410 → 1,409\n")
    )


def test_in_a_narrow_panel_the_chip_gives_way_and_not_the_figures(context: UiContext, qtbot: QtBot) -> None:
    wide, narrow = (painted(context, qtbot, SALE, width) for width in (500, 250))
    ends = [column_of_last_ink(image) for image in (wide, narrow)]
    cut = [
        image.copy(end - END, 0, END, image.height())
        for image, end in zip((wide, narrow), ends, strict=True)
    ]
    assert cut[0] == cut[1]


def column_of_last_ink(image: QImage) -> int:
    ground = image.pixel(image.width() - 1, 0)
    columns = range(image.width() - 1, -1, -1)
    return next(x + 1 for x in columns if any(image.pixel(x, y) != ground for y in range(image.height())))

"""A person pastes a column of numbers into the table of products, and takes it back.

Usage: python -m tests.benchmarks.paste_child FOLDER COUNT. Prints as JSON after how many milliseconds the
cells were written and shown, the longest stop of the UI thread meanwhile, and the same for the undo.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.action import Action
from app.services.editing import pending_summary
from app.services.shop import Shop
from app.ui.application import PolkaWindow, make_application
from app.ui.models.size_cells import Column
from tests.benchmarks.ticks import Ticks, let_pass
from tests.services.support import memory_secrets

SETTLING_MS = 2000


class Commits(QObject):
    """What was committed, told on the UI thread."""

    made = Signal(object)


def written(do: Callable[[], None], commits: Commits, ticks: Ticks) -> tuple[float, float]:
    """After how many milliseconds what is done is in the database, and the longest stop of them."""
    loop = QEventLoop()
    commits.made.connect(loop.quit)
    ticks.take()
    started = time.perf_counter()
    do()
    loop.exec()
    taken = (time.perf_counter() - started) * 1000
    let_pass(SETTLING_MS)
    return taken, max(ticks.take())


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    make_application()
    shop = Shop(folder, secrets=memory_secrets())
    window = PolkaWindow(shop, language="ru", theme="light")
    ticks, loop = Ticks(), QEventLoop()
    window.opened.connect(loop.quit)
    window.frame.show()
    loop.exec()
    let_pass(SETTLING_MS)
    assert window.view is not None
    commits = Commits()
    shop.changes.subscribe(commits.made.emit)
    table = window.view.products.table
    table.choose_action(Action.RECEIPTS)
    table.view.go_to(1, Column.QUANTITY)
    QGuiApplication.clipboard().setText("\n".join(str(1 + number % 9) for number in range(count)))
    pasted = written(table.blocks.paste, commits, ticks)
    assert pending_summary(shop).changes == count
    undone = written(table.history.undo, commits, ticks)
    assert not pending_summary(shop).changes
    assert not table.history.can_undo
    print(json.dumps({"paste": pasted, "undo": undone}))
    window.close()


main()

"""What every page and dialog gets: the shop and the program's common parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from app.services.engine import Engine
    from app.services.shop import Shop
    from app.ui.bridge import ShopBridge
    from app.ui.tasks import TaskRunner
    from app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class UiContext:
    """The open shop, its engine, and what the pages share. `memory` keeps widths and positions.

    `is_temporary`: the demo, of which nothing outlives the window.
    """

    shop: Shop
    engine: Engine
    tasks: TaskRunner
    bridge: ShopBridge
    theme: Theme
    memory: QSettings
    is_temporary: bool = False

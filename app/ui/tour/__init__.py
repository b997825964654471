"""The tour: drives the real window through the main job and saves a picture of every page and dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from app.services.shop import Shop
from app.storage.secrets import session_secrets
from app.ui.application import PolkaWindow, make_application
from app.ui.frame import USUAL
from app.ui.noise import drop_offscreen_noise
from app.ui.tour.attention import attention_pictures
from app.ui.tour.batches import batch_pictures
from app.ui.tour.beginnings import damage, damaged_shop, empty_shop
from app.ui.tour.calibration import calibration_pictures
from app.ui.tour.hindrances import hindrance_pictures
from app.ui.tour.imports import import_pictures
from app.ui.tour.job import TourMarketplace, main_job
from app.ui.tour.links import links_pictures
from app.ui.tour.overview import overview_pictures
from app.ui.tour.pictures import all_pictures
from app.ui.tour.stage import LOOKS, Stage, Steps

__all__ = ["TourMarketplace", "take_tour"]


def take_tour(shop: Shop, marketplace: TourMarketplace, folder: Path) -> int:
    """Take the tour; 0 where every step went as expected."""
    folder.mkdir(parents=True, exist_ok=True)
    make_application()
    drop_offscreen_noise()
    with TemporaryDirectory(prefix="polka-tour-", ignore_cleanup_errors=True) as name:
        empty = Shop(Path(name) / "empty", secrets=session_secrets())
        damaged = Shop(Path(name) / "damaged", secrets=session_secrets())
        damage(damaged)
        is_good = all(
            _play(damaged, folder, damaged_shop, language, theme) for language, theme in LOOKS
        ) and _play(empty, folder, lambda stage: empty_shop(stage, marketplace))
    return 0 if is_good and _play(shop, folder, lambda stage: _working_shop(stage, marketplace)) else 1


def _working_shop(stage: Stage, marketplace: TourMarketplace) -> Steps:
    yield from main_job(stage, marketplace)
    yield from overview_pictures(stage)
    yield from all_pictures(stage)
    yield from hindrance_pictures(stage, marketplace)
    yield from batch_pictures(stage, marketplace)
    yield from calibration_pictures(stage)
    yield from links_pictures(stage)
    yield from attention_pictures(stage)
    yield from import_pictures(stage)


def _play(
    shop: Shop, folder: Path, steps: Callable[[Stage], Steps], language: str = "ru", theme: str = "light"
) -> bool:
    """Open a window on the shop, go through the steps, close it; whether all went well."""
    application = make_application()
    window = PolkaWindow(shop, language=language, theme=theme)
    stage = Stage(window, folder)
    stage.look = f"{language}-{theme}"
    stage.finished = application.quit
    window.frame.resize(*USUAL)
    window.frame.show()
    stage.play(steps(stage))
    application.exec()
    window.close()
    return stage.problem is None

"""Before anything works: data that cannot be opened, a shop without products, a wrong address."""

from __future__ import annotations

from app.services.shop import Shop
from app.ui.main_window import DELIVERIES, EVENTS, PRODUCTS, SETTINGS
from app.ui.pages.settings_page import CONNECTION
from app.ui.tour.job import TourMarketplace
from app.ui.tour.overview import first_steps
from app.ui.tour.stage import LOOKS, Stage, Steps, click, settled, write_into

DATABASE = "polka.db"
NOBODY_LISTENS = "http://127.0.0.1:9/api/stock"
NOT_ENCRYPTED = "http://market.example.kz/api/v1/supplier/stock"


def damage(shop: Shop) -> None:
    """Put a file of something else in the place of the database."""
    shop.folder.mkdir(parents=True)
    (shop.folder / DATABASE).write_text("not a database" * 200, encoding="utf-8")


def damaged_shop(stage: Stage) -> Steps:
    """The file is not Polka's; the window says so and what to do."""
    yield lambda: stage.window.frame.is_failed
    yield settled()
    stage.save("failure")


def empty_shop(stage: Stage, marketplace: TourMarketplace) -> Steps:
    """Pages with nothing to show, and what the check says about addresses that do not work."""
    yield stage.is_open
    for look in LOOKS:
        stage.choose_look(*look)
        yield from first_steps(stage)
        for page, name in ((PRODUCTS, "products"), (DELIVERIES, "deliveries"), (EVENTS, "events")):
            yield from stage.show(page)
            stage.save(f"{name}-empty")
    checks = (
        ("plain-http", NOT_ENCRYPTED, marketplace.token),
        ("unreachable", NOBODY_LISTENS, marketplace.token),
        ("refused", marketplace.api_url, "a-wrong-token"),
    )
    for name, url, token in checks:
        yield from _check(stage, url, token)
        for look in LOOKS:
            stage.choose_look(*look)
            yield settled()
            stage.save(f"settings-connection-{name}")


def _check(stage: Stage, url: str, token: str) -> Steps:
    tab = stage.view.settings.connection
    stage.view.settings.tabs.choose(CONNECTION)
    yield from stage.show(SETTINGS)
    write_into(tab.url, url)
    write_into(tab.token, token)
    click(tab.check)
    yield lambda: tab.has_answer
    yield settled()

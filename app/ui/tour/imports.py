"""The four steps of an import, in every look; at the end it is sent."""

from __future__ import annotations

from pathlib import Path

from app.services.catalogue import product_index, product_rows
from app.services.import_rows import Part
from app.services.pausing import resume
from app.services.views import ProductFilter, ProductRow
from app.ui.main_window import IMPORT
from app.ui.tour.stage import LOOKS, Stage, Steps, click, settled
from app.ui.widgets.import_steps import Step

ROWS_OF_A_DAY = 90
SLIPS = {4: "две", 11: ">12", 18: "-5"}
"""Rows of the file with pieces that are none."""


def import_pictures(stage: Stage) -> Steps:
    """A list of what came, as a warehouse writes it, with slips in it."""
    shop, page = stage.window.shop, stage.view.importing
    resume(shop)  # the pictures before are of a paused connection
    products = product_rows(shop, list(product_index(shop, ProductFilter()).ids))
    path = _list_of_receipts(shop.folder / "приход_24-11.csv", products)
    yield from stage.show(IMPORT)
    yield from _in_every_look(stage, "import-start")
    page.open(path)
    yield lambda: page.flow.sample is not None
    yield from _in_every_look(stage, "import-file")
    click(page.bar.next)
    yield from _in_every_look(stage, "import-columns")
    click(page.bar.next)
    yield lambda: page.flow.result is not None and page.bar.next.isEnabled()
    page.check_step.filters.choose(Part.ERRORS)
    yield from _in_every_look(stage, "import-check")
    page.check_step.filters.choose(Part.ALL)
    click(page.bar.next)
    yield lambda: page.step is Step.SEND
    yield from _in_every_look(stage, "import-send")
    click(page.bar.next)
    yield page.send_step.batch.bar.isHidden
    yield from _in_every_look(stage, "import-result")
    click(page.bar.next)
    yield page.start.history.isVisible
    yield from _in_every_look(stage, "import-history")


def _in_every_look(stage: Stage, name: str) -> Steps:
    for look in LOOKS:
        stage.choose_look(*look)
        yield settled()
        stage.save(name)


def _list_of_receipts(path: Path, products: list[ProductRow]) -> Path:
    sizes = [(product.article, size.value) for product in products for size in product.sizes]
    lines = ["Поступление на склад от 24.11", "Артикул;Размер;Кол-во;Цена закупки"]
    for number, (article, size) in enumerate(sizes[:ROWS_OF_A_DAY]):
        pieces = SLIPS.get(number, str(number % 5 + 1))
        name = "" if number == 25 else article
        lines.append(f"{name};{size.replace('X', 'Х')};{pieces};{20000 + number * 100}")
    path.write_text("\n".join([*lines, "FW24NEW1;M;3;45000", "Итого;;270;"]) + "\n", encoding="utf-8-sig")
    return path

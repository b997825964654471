"""The thirty days before the demo: the shop as it would stand if it had received events all along."""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import anyio

from app.cli.demo_sent import DAYS_AGO, SOLD_HERE, sell_here
from app.domain.dialect import Dialect
from app.marketplace.receiver import Received
from app.sandbox.catalogue import CatalogueProduct
from app.sandbox.state import Marketplace
from app.services.catalogue import add_product
from app.services.keeping import Inbox
from app.services.reading import read_new
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft

NOT_LINKED = "AC05SCF2"
"""A product whose number at the marketplace a person has to choose; nothing of it was sold yet."""

DAYS = 30
SALES = 60
MUCH_SOLD = 25
"""The first sizes of the catalogue are sold three times as often as the others."""
RETURNED = 0.15
"""The share of sales that come back some days later."""

APART = timedelta(minutes=20)
"""Between two events of one size: nearer ones of equal figures could be repeats."""

HEADERS = (("content-type", "application/json"), ("user-agent", "marketplace-webhooks/2"))
SENDER = "203.0.113.17"  # of the range for examples (RFC 5737)

SizeKey = tuple[str, str]  # article, size


@dataclass(frozen=True, slots=True)
class Happening:
    """A sale on the site (positive pieces) or a return (negative)."""

    at: datetime
    article: str
    size: str
    pieces: int


def fill_shop(shop: Shop, catalogue: Sequence[CatalogueProduct]) -> None:
    """Add the products thirty days ago, then let them be sold: the stock of now is the catalogue's."""
    now = datetime.fromtimestamp(shop.clock(), UTC).astimezone()
    happened = happenings(catalogue, now)
    sold = Counter[SizeKey]()
    for one in happened:
        sold[one.article, one.size] += one.pieces
    with _clock_at(shop, now - timedelta(days=DAYS, hours=6)):
        for product in catalogue:
            add_product(shop, _draft(product, sold + SOLD_HERE))
    for days in DAYS_AGO:
        with _clock_at(shop, (now - timedelta(days=days)).replace(hour=13, minute=days)):
            sell_here(shop)
    with _clock_at(shop, now):
        anyio.run(_receive, shop, happened, _opening(catalogue, sold))
    while read_new(shop):
        pass


def happenings(catalogue: Iterable[CatalogueProduct], now: datetime) -> list[Happening]:
    """Sales and returns of the last days, oldest first; the same ones at every start."""
    chance = random.Random(17)  # noqa: S311  # a story, not a secret
    stock = {(p.article, s.value): s.stock for p in catalogue if p.article != NOT_LINKED for s in p.sizes}
    popular = [*stock, *itertools.islice(stock, MUCH_SOLD), *itertools.islice(stock, MUCH_SOLD)]
    found: list[Happening] = []
    free_from: dict[SizeKey, datetime] = {}
    for at in sorted(_moment(chance, now) for _ in range(SALES)):
        article, size = key = chance.choice(popular)
        if at < free_from.get(key, at):
            continue
        pieces = 2 if chance.random() < 0.1 else 1
        found.append(Happening(at, article, size, pieces))
        free_from[key] = at + APART
        back = at + timedelta(days=chance.randint(2, 5), hours=chance.randint(0, 5))
        if chance.random() < RETURNED and back < now and stock[key] >= pieces:
            found.append(Happening(back, article, size, -pieces))
            free_from[key] = back + APART
    return sorted(found, key=lambda one: one.at)


def _moment(chance: random.Random, now: datetime) -> datetime:
    """More of them lately, and nobody buys at night."""
    day = now - timedelta(days=DAYS * chance.random() ** 1.5)
    at = day.replace(hour=chance.randint(8, 22), minute=chance.randint(0, 59), second=chance.randint(0, 59))
    return at if at < now else at - timedelta(days=1)


def _draft(product: CatalogueProduct, sold: Counter[SizeKey]) -> ProductDraft:
    unknown = product.article == NOT_LINKED
    return ProductDraft(
        article=product.article,
        title=product.title,
        brand=product.brand,
        price=product.price,
        marketplace_id=None if unknown else product.marketplace_id,
        sizes=tuple(
            SizeDraft(
                size.value,
                size.barcode,
                size.stock + sold[product.article, size.value],
                None if unknown else size.size_id,
            )
            for size in product.sizes
        ),
    )


def _opening(catalogue: Iterable[CatalogueProduct], sold: Counter[SizeKey]) -> Marketplace:
    """The marketplace as it was thirty days ago; it writes the events."""
    marketplace = Marketplace(Dialect())
    marketplace.load(catalogue)
    for (article, value), pieces in sold.items():
        marketplace.products[article].sizes[value].stock += pieces
    return marketplace


async def _receive(shop: Shop, happened: Iterable[Happening], marketplace: Marketplace) -> None:
    """Keep all events, in one commit, each with the time at which it came."""
    inbox = Inbox(shop)
    async with anyio.create_task_group() as running:
        running.start_soon(inbox.run)
        async with anyio.create_task_group() as keeping:
            for one in happened:
                body = json.dumps(marketplace.move_online(one.article, one.size, one.pieces)).encode()
                keeping.start_soon(_keep, inbox, shop, one.at, body)
        running.cancel_scope.cancel()


async def _keep(inbox: Inbox, shop: Shop, at: datetime, body: bytes) -> None:
    shop.clock = at.timestamp  # read before the first wait
    await inbox.keep(Received(SENDER, HEADERS, body, readable=True))


@contextmanager
def _clock_at(shop: Shop, moment: datetime) -> Iterator[None]:
    """Whatever happens meanwhile, happened then."""
    clock, shop.clock = shop.clock, moment.timestamp
    try:
        yield
    finally:
        shop.clock = clock

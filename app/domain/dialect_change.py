"""What a change of the dialect does to the deliveries that have not ended, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.domain.text import Text, translate


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """How many deliveries have not ended, by what a change can do to them.

    `stock` counts receipts, sales, cancels and returns, `sold` the sales among them. `doubtful` ones wait
    for a repeat and may have arrived already; `unknown` ones wait for a person.
    """

    stock: int = 0
    sold: int = 0
    prices: int = 0
    sending: int = 0
    doubtful: int = 0
    doubtful_prices: int = 0
    unknown: int = 0


def change_notice(old: Dialect, new: Dialect, open_ones: OnTheWay) -> tuple[Text, ...]:
    """One sentence for each thing that the change does; nothing where it touches no delivery."""
    return (
        *_count(old, new, open_ones),
        *_fields(old, new, open_ones),
        *_repeats(old, new, open_ones),
        *_unknown(old, new, open_ones),
    )


def _count(old: Dialect, new: Dialect, open_ones: OnTheWay) -> Iterator[Text]:
    if old.count is new.count:
        return
    is_left = new.count is CountMeaning.LEFT
    if open_ones.stock:
        words = _STOCK_AS_LEFT if is_left else _STOCK_AS_MOVED
        yield words.format(number=open_ones.stock)
    if open_ones.prices:
        words = _PRICES_WITH_SIZES if is_left else _PRICES_WITHOUT_SIZES
        yield words.format(number=open_ones.prices)
    if open_ones.sending:
        yield _SENDING.format(number=open_ones.sending)
    if open_ones.doubtful and new.repeat_is_harmless:
        yield _DOUBTFUL_AS_NEW.format(number=open_ones.doubtful)


def _fields(old: Dialect, new: Dialect, open_ones: OnTheWay) -> Iterator[Text]:
    had, has = (d.sold_count is SoldCountMeaning.MOVED for d in (old, new))
    if had is not has and open_ones.sold:
        yield (_WITH_SOLD_COUNT if has else _WITHOUT_SOLD_COUNT).format(number=open_ones.sold)
    if old.price_with_every_action is not new.price_with_every_action and open_ones.stock:
        words = _WITH_PRICE if new.price_with_every_action else _WITHOUT_PRICE
        yield words.format(number=open_ones.stock)


def _repeats(old: Dialect, new: Dialect, open_ones: OnTheWay) -> Iterator[Text]:
    stops = old.repeat_is_harmless and not new.repeat_is_harmless
    if stops and open_ones.doubtful:
        yield _BECOME_UNKNOWN.format(number=open_ones.doubtful)
    if new.repeat_is_harmless and not old.repeat_is_harmless and open_ones.unknown:
        yield _MAY_BE_REPEATED.format(number=open_ones.unknown)
    repeated = open_ones.doubtful_prices + (open_ones.doubtful if new.repeat_is_harmless else 0)
    if old.idempotency_key and not new.idempotency_key and repeated:
        yield _WITHOUT_KEY.format(number=repeated)


def _unknown(old: Dialect, new: Dialect, open_ones: OnTheWay) -> Iterator[Text]:
    """What is asked about them stays as it was; what is sent again is made anew."""
    if open_ones.unknown and _form(old) != _form(new):
        yield _UNKNOWN_AS_NEW.format(number=open_ones.unknown)


def _form(dialect: Dialect) -> tuple[object, ...]:
    """What a request looks like."""
    has_sold_count = dialect.sold_count is SoldCountMeaning.MOVED
    return dialect.count, has_sold_count, dialect.price_with_every_action


_STOCK_AS_LEFT = translate(
    "DialectChange",
    "Not sent yet: {number}. They will go in the new way: with the stock left after the action.",
)
_STOCK_AS_MOVED = translate(
    "DialectChange",
    "Not sent yet: {number}. They will go in the new way: with the quantity of the action alone.",
)
_PRICES_WITH_SIZES = translate(
    "DialectChange",
    "New prices not sent yet: {number}. They will carry the stock of all sizes too, and so set it.",
)
_PRICES_WITHOUT_SIZES = translate(
    "DialectChange",
    "New prices not sent yet: {number}. They will carry no sizes and leave the stock alone.",
)
_SENDING = translate("DialectChange", "On their way at this moment: {number}. They left in the old way.")
_DOUBTFUL_AS_NEW = translate(
    "DialectChange",
    "Sent without an answer and to be repeated: {number}. They may have arrived in the old way already;"
    " afterwards compare the stock with the cabinet.",
)
_WITH_SOLD_COUNT = translate("DialectChange", "Sales not sent yet: {number}. They will carry soldCount.")
_WITHOUT_SOLD_COUNT = translate(
    "DialectChange", "Sales not sent yet: {number}. They will carry no soldCount."
)
_WITH_PRICE = translate("DialectChange", "Not sent yet: {number}. They will carry the price.")
_WITHOUT_PRICE = translate(
    "DialectChange",
    "Not sent yet: {number}. They will carry no price; new prices go by themselves as before.",
)
_BECOME_UNKNOWN = translate(
    "DialectChange",
    "Sent without an answer and to be repeated: {number}. They will not be repeated any more; in Deliveries"
    " you will be asked what the cabinet shows.",
)
_MAY_BE_REPEATED = translate(
    "DialectChange",
    "Without an answer: {number}. They stay until you decide in Deliveries; sending them again will do no"
    " harm.",
)
_UNKNOWN_AS_NEW = translate(
    "DialectChange",
    "Without an answer: {number}. They left in the old way, and what you are asked in Deliveries stays"
    " right; one that you send again goes in the new way.",
)
_WITHOUT_KEY = translate(
    "DialectChange",
    "Sent without an answer and to be repeated: {number}. They will go without the key by which the"
    " marketplace can recognise a repeat.",
)

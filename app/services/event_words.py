"""What an online event did, in one honest sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.domain.action import Action
from app.domain.text import Text, translate
from app.domain.worlds import Reading, ReadingKind, Track

COUNTED_SINCE = translate(
    "Event", "The stock was read in the cabinet since then, with this in it; nothing was changed."
)


def event_note(
    reading: Reading, track: Track, size: Any, here: int, records: Iterable[Any], *, settled: bool
) -> Text:
    """What the event did to a size: `size` is its record before, `here` our stock after.

    `records` are the sizes of the product: what a person typed there and did not send is named, while a
    drafted correction follows what is known. `settled`: it also
    showed that a delivery without an answer arrived.
    """
    sentence = _sentence(reading, track, size.here, here)
    if settled:
        sentence = translate(
            "Event", "{sentence} It also shows that the delivery without an answer arrived."
        ).format(sentence=sentence)
    typed = [record for record in records if record.pending_action and not record.pending_corrects]
    if not typed:
        return sentence
    changes = ", ".join(
        f"{record.value} {Action(record.pending_action).sign * record.pending_quantity:+d}"
        for record in typed
    )
    return translate(
        "Event", "{sentence} Your change that is not sent yet ({changes}) was not touched."
    ).format(sentence=sentence, changes=_minus(changes))


def _sentence(reading: Reading, track: Track, before: int, after: int) -> Text:
    figures = {"before": _minus(before), "after": _minus(after)}
    match reading.kind:
        case ReadingKind.ALREADY_COUNTED:
            return translate("Event", "Came once more; it was counted already.")
        case ReadingKind.BASELINE:
            return _baseline(reading, track, after)
        case ReadingKind.SEVERAL:
            return _several(reading, before, figures)
        case ReadingKind.UNEXPLAINED:
            return translate(
                "Event",
                "This does not fit what was known; the stock follows the event, {before} → {after}. "
                "Compare it with the cabinet.",
            ).format(**figures)
        case ReadingKind.OVERWRITTEN:
            return _overwritten(reading, before, after)
        case _ if after < 0 and after < before:
            return translate(
                "Event",
                "Stock {before} → {after}: sold more than there was. Cancel an order or find the goods.",
            ).format(**figures)
        case _:
            return translate("Event", "Stock {before} → {after}.").format(**figures)


def _baseline(reading: Reading, track: Track, here: int) -> Text:
    count = _minus(reading.after)
    if track.explained:
        return translate("Event", "First word about this size: the marketplace has {count}.").format(
            count=count
        )
    return translate(
        "Event",
        "First word about this size: the marketplace has {count}, here it is {here}. Compare and correct.",
    ).format(count=count, here=_minus(here))


def _overwritten(reading: Reading, before: int, after: int) -> Text:
    """True whether the correction goes by itself or waits for a person."""
    figures = {"before": _minus(before), "after": _minus(after), "there": _minus(reading.after)}
    if after < 0 and after < before:
        return translate(
            "Event",
            "Stock {before} → {after}: sold more than there was. Cancel an order or find the goods. The "
            "marketplace lost the sale when our delivery set its count: it was {there} there.",
        ).format(**figures)
    return translate(
        "Event",
        "Stock {before} → {after}. The marketplace lost this when our delivery set its count: it was "
        "{there} there. A correction sets it right.",
    ).format(**figures)


def _several(reading: Reading, before: int, figures: dict[str, str]) -> Text:
    """The likeliest stock, and the others; where the stock is certain, what the marketplace may have."""
    stocks = {before + moved for moved, _ in reading.alternatives}
    others = sorted(stocks - {before + reading.movement})
    if others:
        return translate(
            "Event",
            "This can be read in several ways. Likeliest: stock {before} → {after}; "
            "also possible: {others}.",
        ).format(**figures, others=", ".join(f"{figures['before']} → {_minus(other)}" for other in others))
    counts = sorted({count for _, count in reading.alternatives if count is not None})
    return translate(
        "Event", "Stock {before} → {after}. What the marketplace has now is not certain: {counts}."
    ).format(**figures, counts=" / ".join(map(_minus, counts)))


def _minus(figures: object) -> str:
    """With the sign that is as wide as a plus."""
    return str(figures).replace("-", "−")

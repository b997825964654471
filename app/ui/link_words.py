"""Links in the person's words: how they were learned, what speaks for a product, what a change does."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.domain.text import Text, translate
from app.services.link_views import How, LinkEffect, Suggestion
from app.ui import format as shown
from app.ui.i18n import translated

MOST_SIZES = 12
"""Sizes that a question tells one by one."""

UNBROKEN = "\u00a0"

_HOW: Mapping[How, Text] = {
    How.PERSON: translate("Links", "chosen by a person"),
    How.SIZE_ID: translate("Links", "by the size's number"),
    How.CATALOGUE: translate("Links", "typed in the product"),
    How.SPELLING: translate("Links", "by its spelling"),
}


def how_words(how: How) -> str:
    """How a link was learned."""
    return translated(_HOW[how])


class LinkWords(QObject):
    """An object, because only an object's own `tr` finds plural forms."""

    def evidence(self, one: Suggestion, marketplace_id: int) -> str:
        """How likely a product is, and why: «likely · 4 sizes of 4 match · the stock fits»."""
        words = [self._likelihood(one)] if one.named else []
        if one.named and one.found:
            matching = self.tr("%n size(s) of {named} match(es)", "", one.found)
            words.append(matching.format(named=one.named))
        elif one.named:
            words.append(self.tr("no size matches"))
        if one.numbered:
            words.append(self.tr("the sizes' numbers match"))
        if one.found and one.fitting == one.found:
            words.append(self.tr("the stock fits"))
        others = [str(number) for number in one.product.marketplace_ids if number != marketplace_id]
        if others:
            words.append(self.tr("already linked to {numbers}").format(numbers=", ".join(others)))
        return " · ".join(words)

    def _likelihood(self, one: Suggestion) -> str:
        if one.numbered:
            return self.tr("almost certain")
        if not one.found:
            return self.tr("unlikely")
        return self.tr("likely") if one.fitting == one.found == one.named else self.tr("possible")

    def effect(self, effect: LinkEffect, then: str) -> str:
        """What a change of a link does, before it is done; `then`: what becomes of its events."""
        if not effect.events:
            return then
        events = self.tr("%n event(s) will be taken back.", "", effect.events)
        parts = [f"{events} {self._stock(effect)}", then]
        doubtful = [size.size for size in effect.sizes if size.is_doubtful]
        if doubtful:
            words = self.tr(
                "Compare with the cabinet afterwards: {sizes}. You have sent deliveries since, or the "
                "events could be read in several ways, so that what the marketplace has is not certain."
            )
            parts.append(words.format(sizes=", ".join(doubtful[:MOST_SIZES])))
        return "\n\n".join(parts)

    def _stock(self, effect: LinkEffect) -> str:
        moved = [size for size in effect.sizes if size.before != size.after]
        if not moved:
            return self.tr("The stock here stays as it is.")
        told = [shown.size_change(size.size, size.before, size.after) for size in moved[:MOST_SIZES]]
        changes = [change.replace(" ", UNBROKEN) for change in told]
        if len(moved) > MOST_SIZES:
            changes.append("…")
        words = self.tr("The stock of {article} here becomes: {changes}.")
        return words.format(article=moved[0].article, changes=", ".join(changes))

"""How it is said what the cabinet may show and what its figures mean: for one delivery as for many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.doubt import Conclusion, Figure
from app.domain.text import Text, translate
from app.services.delivery_views import Answered
from app.ui import format as shown
from app.ui.i18n import translated

_MEANING: Mapping[Conclusion, Text] = {
    Conclusion.ARRIVED: translate("Doubt", "It arrived. The delivery is closed."),
    Conclusion.NOT_ARRIVED: translate("Doubt", "It did not arrive. It goes into the queue again."),
    Conclusion.EITHER: translate(
        "Doubt", "This figure fits both: arrived and not arrived. The delivery stays open."
    ),
    Conclusion.SOMETHING_ELSE: translate(
        "Doubt",
        "Something else happened, perhaps sales that nobody reported. What is kept here follows "
        "the cabinet, and nothing is sent again.",
    ),
}
_SHORT: Mapping[Conclusion, Text] = {
    Conclusion.ARRIVED: translate("Doubt", "arrived"),
    Conclusion.NOT_ARRIVED: translate("Doubt", "did not arrive, is sent again"),
    Conclusion.EITHER: translate("Doubt", "fits both, stays open"),
}
_CORRECTED = translate("Doubt", "something else, becomes {figure}")
_CONTRADICTED = translate("Doubt", "contradicts the other rows, becomes {figure}")
_CONTRADICTION = translate(
    "Doubt",
    "The rows of this product contradict each other: by one it arrived, by another it did not. Look "
    "again in the cabinet. Applied as they are, what is kept here follows the cabinet, and nothing is "
    "sent again.",
)
ENDED = translate("Doubt", "This delivery has got its answer meanwhile.")
CHANGED = translate("Doubt", "Something came in meanwhile. Look at the figures again.")
_OR = translate("Doubt", "{first} or {second}")


def figure_text(figure: Figure) -> str:
    """Pieces, or a price."""
    return shown.number(figure) if isinstance(figure, int) else shown.money(figure)


def expected_text(figures: Sequence[Figure]) -> str:
    """«6», «6 or 9»; a dash where nobody knows."""
    if not figures:
        return "—"
    text = figure_text(figures[0])
    for figure in figures[1:]:
        text = translated(_OR.format(first=text, second=figure_text(figure)))
    return text


def meaning(conclusion: Conclusion, *, fits: bool = False) -> str:
    """What follows, in whole sentences. `fits`: this figure alone would have fitted a story."""
    if conclusion is Conclusion.SOMETHING_ELSE and fits:
        return translated(_CONTRADICTION)
    return translated(_MEANING[conclusion])


def short_meaning(conclusion: Conclusion, figure: Figure, *, fits: bool = False) -> str:
    """What follows, for the cell beside a figure; `fits` as above."""
    if conclusion is Conclusion.SOMETHING_ELSE:
        words = _CONTRADICTED if fits else _CORRECTED
        return translated(words.format(figure=figure_text(figure)))
    return translated(_SHORT[conclusion])


def why_not(answered: Answered) -> str:
    """Why an answer was not taken, where it was not."""
    if answered.ended:
        return translated(ENDED)
    return translated(CHANGED) if answered.changed else ""

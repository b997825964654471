"""What a review shows, read and queued on the write lane."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.dialect import CountMeaning
from app.services import editing, reviewing
from app.services.calibration import standing
from app.services.review_views import Review
from app.services.settings import load_connection
from app.services.shop import Shop

ASSUMPTION_TOLD = "count_assumption_told"
"""The setting that says that a first review has been sent."""


@dataclass(frozen=True, slots=True)
class ReviewMaterial:
    """The items, the address that they would go to, and what `count` is taken to mean while nobody has
    checked that; `is_first`: the person has not been told yet.
    """

    review: Review
    url: str
    assumed: CountMeaning | None = None
    is_first: bool = False


def read_review(shop: Shop) -> ReviewMaterial:
    """Read what is typed, as it would be sent now."""
    known = standing(shop)
    return ReviewMaterial(
        reviewing.review(shop),
        load_connection(shop).url,
        known.meaning if known.is_assumed else None,
        is_first=not shop.load_setting(ASSUMPTION_TOLD),
    )


def queue_review(shop: Shop, review: Review, left_out: frozenset[int]) -> int:
    """Queue what is chosen; from now on the assumption counts as told."""
    count = editing.queue_review(shop, review, left_out)
    if not shop.load_setting(ASSUMPTION_TOLD):
        shop.save_setting(ASSUMPTION_TOLD, True)
    return count


def assumption(meaning: CountMeaning, *, is_first: bool) -> str:
    """What is taken for granted about the marketplace's figures, for staff: at length the first time."""
    if not is_first:
        return QCoreApplication.translate(
            "ReviewDialog", "How the marketplace counts is assumed; nobody has checked it yet."
        )
    if meaning is CountMeaning.LEFT:
        sends = QCoreApplication.translate(
            "ReviewDialog", "Polka tells it the stock that is left: of 6 pieces 2 are sold, so it sends 4."
        )
    else:
        sends = QCoreApplication.translate(
            "ReviewDialog", "Polka tells it the quantity alone: of 6 pieces 2 are sold, so it sends 2."
        )
    how = QCoreApplication.translate(
        "ReviewDialog",
        "How the marketplace counts has not been checked yet. {sends} After this first sending compare the"
        " stock in the cabinet. If it is another one, change this in Settings → Connection → Advanced.",
    )
    return how.format(sends=sends)

"""The words of imports: what a file means, what a column holds, what became of it."""

from __future__ import annotations

from app.domain.text import Text, translate
from app.services.import_views import ImportState
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.meaning import Meaning
from app.ui.i18n import translated

_MEANINGS: dict[Meaning, Text] = {
    Meaning.RECEIPTS: translate("ImportWords", "Receipts: the pieces came"),
    Meaning.SOLD: translate("ImportWords", "Sold: the pieces were sold here"),
    Meaning.CANCEL: translate("ImportWords", "Cancelled: the sale did not happen"),
    Meaning.RETURN: translate("ImportWords", "Returned: customers brought the pieces back"),
    Meaning.PRICE: translate("ImportWords", "Prices: these are the new prices"),
    Meaning.COUNT: translate("ImportWords", "Stock count: so many pieces are there"),
    Meaning.CABINET: translate("ImportWords", "The cabinet's stock: for comparing"),
    Meaning.LINKS: translate("ImportWords", "The marketplace's numbers of the products"),
}
_SHORT: dict[Meaning, Text] = {
    Meaning.RECEIPTS: translate("ImportWords", "Receipts"),
    Meaning.SOLD: translate("ImportWords", "Sold"),
    Meaning.CANCEL: translate("ImportWords", "Cancelled"),
    Meaning.RETURN: translate("ImportWords", "Returned"),
    Meaning.PRICE: translate("ImportWords", "Price"),
    Meaning.COUNT: translate("ImportWords", "Counted"),
    Meaning.CABINET: translate("ImportWords", "In the cabinet"),
    Meaning.LINKS: translate("ImportWords", "Number"),
}
_KINDS: dict[ColumnKind, Text] = {
    ColumnKind.ARTICLE: translate("ImportWords", "Article"),
    ColumnKind.TITLE: translate("ImportWords", "Title"),
    ColumnKind.SIZE: translate("ImportWords", "Size"),
    ColumnKind.QUANTITY: translate("ImportWords", "Quantity"),
    ColumnKind.STOCK: translate("ImportWords", "Stock"),
    ColumnKind.PRICE: translate("ImportWords", "Price"),
    ColumnKind.BARCODE: translate("ImportWords", "Barcode"),
    ColumnKind.PRODUCT_ID: translate("ImportWords", "Product ID of the marketplace"),
    ColumnKind.SIZE_ID: translate("ImportWords", "Size ID of the marketplace"),
    ColumnKind.ONE_OF_SIZES: translate("ImportWords", "Pieces of one size"),
    ColumnKind.PLACE: translate("ImportWords", "One of the warehouses"),
    ColumnKind.ALL_PLACES: translate("ImportWords", "All warehouses together"),
    ColumnKind.IGNORE: translate("ImportWords", "Not needed"),
}
_STATES: dict[ImportState, Text] = {
    ImportState.PREPARED: translate("ImportWords", "Not sent yet"),
    ImportState.QUEUEING: translate("ImportWords", "Sent in part"),
    ImportState.QUEUED: translate("ImportWords", "Sent"),
    ImportState.UNDONE: translate("ImportWords", "Taken back"),
    ImportState.DROPPED: translate("ImportWords", "Dropped"),
}


def meaning_words(meaning: Meaning) -> str:
    """What a file means."""
    return translated(_MEANINGS[meaning])


def short_meaning(meaning: Meaning) -> str:
    """The same as one word, above a column or in the history."""
    return translated(_SHORT[meaning])


def kind_words(kind: ColumnKind) -> str:
    """What a column holds."""
    return translated(_KINDS[kind])


def import_state_words(state: ImportState) -> str:
    """How far an import is."""
    return translated(_STATES[state])

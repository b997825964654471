"""The words of imports: what a file means, what a column holds, what became of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.import_views import ImportState
from app.spreadsheet.layout import Kind
from app.spreadsheet.meaning import Meaning


def meaning_words(meaning: Meaning) -> str:
    """What a file means."""
    match meaning:
        case Meaning.RECEIPTS:
            return QCoreApplication.translate("ImportWords", "Receipts: the pieces came")
        case Meaning.SOLD:
            return QCoreApplication.translate("ImportWords", "Sold: the pieces were sold here")
        case Meaning.CANCEL:
            return QCoreApplication.translate("ImportWords", "Cancelled: the sale did not happen")
        case Meaning.RETURN:
            return QCoreApplication.translate("ImportWords", "Returned: customers brought the pieces back")
        case Meaning.PRICE:
            return QCoreApplication.translate("ImportWords", "Prices: these are the new prices")
        case Meaning.COUNT:
            return QCoreApplication.translate("ImportWords", "Stock count: so many pieces are there")
        case Meaning.CABINET:
            return QCoreApplication.translate("ImportWords", "The cabinet's stock: for comparing")
        case Meaning.LINKS:
            return QCoreApplication.translate("ImportWords", "The marketplace's numbers of the products")


def short_meaning(meaning: Meaning) -> str:
    """The same as one word, above a column or in the history."""
    match meaning:
        case Meaning.RECEIPTS:
            return QCoreApplication.translate("ImportWords", "Receipts")
        case Meaning.SOLD:
            return QCoreApplication.translate("ImportWords", "Sold")
        case Meaning.CANCEL:
            return QCoreApplication.translate("ImportWords", "Cancelled")
        case Meaning.RETURN:
            return QCoreApplication.translate("ImportWords", "Returned")
        case Meaning.PRICE:
            return QCoreApplication.translate("ImportWords", "Price")
        case Meaning.COUNT:
            return QCoreApplication.translate("ImportWords", "Counted")
        case Meaning.CABINET:
            return QCoreApplication.translate("ImportWords", "In the cabinet")
        case Meaning.LINKS:
            return QCoreApplication.translate("ImportWords", "Number")


def kind_words(kind: Kind) -> str:
    """What a column holds."""
    match kind:
        case Kind.ARTICLE:
            return QCoreApplication.translate("ImportWords", "Article")
        case Kind.TITLE:
            return QCoreApplication.translate("ImportWords", "Title")
        case Kind.SIZE:
            return QCoreApplication.translate("ImportWords", "Size")
        case Kind.QUANTITY:
            return QCoreApplication.translate("ImportWords", "Quantity")
        case Kind.STOCK:
            return QCoreApplication.translate("ImportWords", "Stock")
        case Kind.PRICE:
            return QCoreApplication.translate("ImportWords", "Price")
        case Kind.BARCODE:
            return QCoreApplication.translate("ImportWords", "Barcode")
        case Kind.PRODUCT_ID:
            return QCoreApplication.translate("ImportWords", "Product ID of the marketplace")
        case Kind.SIZE_ID:
            return QCoreApplication.translate("ImportWords", "Size ID of the marketplace")
        case Kind.ONE_OF_SIZES:
            return QCoreApplication.translate("ImportWords", "Pieces of one size")
        case Kind.IGNORE:
            return QCoreApplication.translate("ImportWords", "Not needed")


def import_state_words(state: ImportState) -> str:
    """How far an import is."""
    match state:
        case ImportState.PREPARED:
            return QCoreApplication.translate("ImportWords", "Not sent yet")
        case ImportState.QUEUEING:
            return QCoreApplication.translate("ImportWords", "Sent in part")
        case ImportState.QUEUED:
            return QCoreApplication.translate("ImportWords", "Sent")
        case ImportState.UNDONE:
            return QCoreApplication.translate("ImportWords", "Taken back")
        case ImportState.DROPPED:
            return QCoreApplication.translate("ImportWords", "Dropped")

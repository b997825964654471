"""From a scanned barcode to the size it belongs to."""

from __future__ import annotations

from app.domain.keyboard import as_latin_keys
from app.services.catalogue import find_size
from app.services.shop import Shop


def find_scanned(shop: Shop, text: str) -> tuple[int, int] | None:
    """(product id, size id), also where the scanner typed with the Russian layout on."""
    found = find_size(shop, text)
    latin = as_latin_keys(text)
    return find_size(shop, latin) if found is None and latin != text else found

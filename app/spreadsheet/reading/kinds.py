"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from app.domain.text import Text, translate

ZIP = (b"PK\x03\x04", b"PK\x05\x06")

OTHERS: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF", translate("Spreadsheet", "a PDF document")),
    (b"\x89PNG", translate("Spreadsheet", "a picture")),
    (b"\xff\xd8\xff", translate("Spreadsheet", "a picture")),
    (b"GIF8", translate("Spreadsheet", "a picture")),
    (b"BM", translate("Spreadsheet", "a picture")),
    (b"SQLite format 3\0", translate("Spreadsheet", "a database")),
    (b"1CDBMSV8", translate("Spreadsheet", "a database")),
    (b"{\\rtf", translate("Spreadsheet", "a text document")),
    (b"Rar!", translate("Spreadsheet", "an archive")),
    (b"7z\xbc\xaf", translate("Spreadsheet", "an archive")),
    (b"\x1f\x8b", translate("Spreadsheet", "an archive")),
    (b"MZ", translate("Spreadsheet", "a program")),
    (b"\x7fELF", translate("Spreadsheet", "a program")),
    (b"MIME-Version:", translate("Spreadsheet", "a web archive")),
)

DOCUMENT = translate("Spreadsheet", "a text document")
PRESENTATION = translate("Spreadsheet", "a presentation")
ARCHIVE = translate("Spreadsheet", "an archive")

DOCUMENTS = {"WordDocument": DOCUMENT, "PowerPoint Document": PRESENTATION}
"""Streams in an OLE2 container that tell whose it is."""


def other_kind(beginning: bytes) -> Text | None:
    """What a file is that holds no table; None where that is not known."""
    for sign, what in OTHERS:
        if beginning.startswith(sign) and (len(sign) > 2 or b"\0" in beginning):
            return what
    return None

"""What is queued of an import that is under way: cells of its file, and of no other content of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import SpreadsheetError
from app.domain.text import translate
from app.services.import_views import Content
from app.storage import imports

if TYPE_CHECKING:
    from sqlalchemy import Connection


def queued_places(connection: Connection, import_id: int, content: Content) -> set[tuple[int, int]]:
    """(row, column) of what is queued already.

    Raises `SpreadsheetError` where there is some and the file has other content than it had then: other
    rows may stand at these places now, so that some would be queued twice and others never.
    """
    places = imports.places(connection, import_id)
    record = imports.record(connection, import_id)
    if places and record is not None and record.digest != content.digest:
        raise SpreadsheetError(
            translate("Import", "{name} was changed after a part of it was sent.").format(name=record.file),
            translate(
                "Import",
                "Put the file back as it was and go on with this import. Or drop it and choose the file "
                "anew, without the rows that were sent: “Show the deliveries” tells which these are.",
            ),
        )
    return places

"""Why a file is not read: each with what the person can do."""

from __future__ import annotations

import os

from app.domain.errors import SpreadsheetError
from app.domain.money import grouped
from app.domain.text import Text, translate

OUGHT = translate("Spreadsheet", "Polka reads Excel, OpenDocument, CSV and tables of web pages.")


def empty(name: str) -> SpreadsheetError:
    """Nothing in it."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} is empty.").format(name=name),
        translate("Spreadsheet", "Save it anew in the program that made it, and choose it again."),
    )


def folder(name: str) -> SpreadsheetError:
    """Files are in it."""
    return SpreadsheetError(
        translate("Spreadsheet", "{name} is a folder.").format(name=name),
        translate("Spreadsheet", "Choose a file with a table."),
    )


def not_a_file(name: str) -> SpreadsheetError:
    """A device, a pipe."""
    return SpreadsheetError(
        translate("Spreadsheet", "{name} is not a file.").format(name=name),
        translate("Spreadsheet", "Choose a file with a table."),
    )


def missing(name: str) -> SpreadsheetError:
    """It was there, or never was."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} is not there.").format(name=name),
        translate("Spreadsheet", "See whether it was moved or renamed, and choose it again."),
    )


def forbidden(name: str) -> SpreadsheetError:
    """The person may not read it, or another program holds it; Windows tells no difference."""
    if os.name != "nt":
        return SpreadsheetError(
            translate("Spreadsheet", "You have no right to read the file {name}.").format(name=name),
            translate("Spreadsheet", "Ask whoever it belongs to for that right, or choose another file."),
        )
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} cannot be opened.").format(name=name),
        translate(
            "Spreadsheet",
            "If it is open in Excel or another program, close it there. If it belongs to somebody else,"
            " ask for the right to read it.",
        ),
    )


def of_disk(name: str, error: OSError) -> SpreadsheetError:
    """What the system says of a file, in words."""
    match error:
        case FileNotFoundError():
            return missing(name)
        case IsADirectoryError():
            return folder(name)
        case PermissionError():
            return forbidden(name)
        case _:
            return unreadable(name)


def unreadable(name: str) -> SpreadsheetError:
    """The disk or the network failed."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} could not be read from the disk.").format(name=name),
        translate("Spreadsheet", "See whether the disk or the network folder is there, and try again."),
    )


def changed(name: str) -> SpreadsheetError:
    """Somebody wrote into it meanwhile."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} was changed while it was read.").format(name=name),
        translate("Spreadsheet", "Wait until it is saved, and choose it again. Nothing was imported."),
    )


def broken(name: str) -> SpreadsheetError:
    """Cut off, or never right."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} is damaged or incomplete.").format(name=name),
        translate(
            "Spreadsheet",
            "Copy or download it again. If it opens in Excel, save it there as an .xlsx workbook.",
        ),
    )


def encrypted(name: str) -> SpreadsheetError:
    """Only with a password."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} is protected by a password.").format(name=name),
        translate("Spreadsheet", "Open it in Excel, save it without the password, and choose it again."),
    )


def not_a_table(name: str, what: Text | None = None) -> SpreadsheetError:
    """Something else, perhaps under a table's name."""
    if what is None:
        title = translate("Spreadsheet", "The file {name} is not a table.").format(name=name)
    else:
        title = translate("Spreadsheet", "The file {name} is not a table but {what}.").format(
            name=name, what=what
        )
    return SpreadsheetError(title, OUGHT)


def without_sheets(name: str) -> SpreadsheetError:
    """A workbook of charts only, or a web page without a table."""
    return SpreadsheetError(
        translate("Spreadsheet", "There is no table in the file {name}.").format(name=name), OUGHT
    )


def unpacks_too_far(name: str) -> SpreadsheetError:
    """A bomb, or a workbook full of pictures."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} unpacks to far more than a table needs.").format(
            name=name
        ),
        translate(
            "Spreadsheet",
            "It was not opened. If you trust it, copy only the table into a new workbook.",
        ),
    )


def unsafe(name: str) -> SpreadsheetError:
    """Declarations that an office program never writes."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} holds what no table needs, and was not opened.").format(
            name=name
        ),
        translate("Spreadsheet", "If you trust it, open it in Excel and save it as an .xlsx workbook."),
    )


def too_many_rows(name: str | Text, most: int) -> SpreadsheetError:
    """More than the limit."""
    return SpreadsheetError(
        translate("Spreadsheet", "There are more than {most} rows in {name}.").format(
            name=name, most=grouped(most)
        ),
        translate("Spreadsheet", "Divide it into several files, and import one after the other."),
    )


def too_many_columns(name: str | Text, most: int) -> SpreadsheetError:
    """More than the limit."""
    return SpreadsheetError(
        translate("Spreadsheet", "There are more than {most} columns in {name}.").format(
            name=name, most=grouped(most)
        ),
        translate("Spreadsheet", "Delete the columns that are not needed, and choose the file again."),
    )


def too_many_cells(name: str | Text, most: int) -> SpreadsheetError:
    """More than the limit, counted from the first to the last cell that is filled."""
    return SpreadsheetError(
        translate("Spreadsheet", "The table in {name} takes more than {most} cells.").format(
            name=name, most=grouped(most)
        ),
        translate(
            "Spreadsheet",
            "See whether there is something far below or far to the right of it, delete that,"
            " and choose the file again.",
        ),
    )


class EncodingError(SpreadsheetError):
    """The file is text, but not in the encoding that was guessed or chosen."""


def not_in_encoding(name: str, encoding: str) -> EncodingError:
    """Bytes that the encoding does not have."""
    return EncodingError(
        translate("Spreadsheet", "The text of {name} is not in the encoding {encoding} throughout.").format(
            name=name, encoding=encoding
        ),
        translate("Spreadsheet", "Choose another encoding, or save the file as UTF-8."),
    )


def open_quote(name: str, line: int) -> SpreadsheetError:
    """A quotation mark swallows the rest."""
    return SpreadsheetError(
        translate(
            "Spreadsheet", "In {name}, a quotation mark that opens at line {line} is not closed."
        ).format(name=name, line=line),
        translate("Spreadsheet", "Close it or take it away, and choose the file again."),
    )


def too_large(name: str, most: int) -> SpreadsheetError:
    """What would have to be in memory as a whole; the limit is in bytes."""
    return SpreadsheetError(
        translate("Spreadsheet", "The file {name} is larger than {most} MB.").format(
            name=name, most=most >> 20
        ),
        translate("Spreadsheet", "Open it in Excel, save it as an .xlsx workbook, and choose that."),
    )

"""What `polka import` is not sure of, and what nobody has said: nothing is sent before that is said."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from app.cli.import_columns import KINDS, mapping_of, needed_columns, ways_to_name
from app.cli.speech import Say
from app.domain.errors import InvalidValueError, PolkaError
from app.domain.text import Text, translate
from app.services.import_views import ImportDraft
from app.spreadsheet.columns import ROWS_TO_GUESS
from app.spreadsheet.layout import Column
from app.spreadsheet.lines import Checked, LeftOut
from app.spreadsheet.odd_cells import rows_struck
from app.spreadsheet.reading.book import Book, BookSheet, TextReading
from app.spreadsheet.turning import lies_on_its_side


@dataclass(frozen=True, slots=True)
class Doubts:
    """`columns` that were guessed, by their numbers from 1; `mapping` says the same as a person would.

    `hidden`: rows with something in them that the file hides; `is_hidden_said`: what to do with them; the
    same of rows in which something is struck out.
    `other_sheets` are understood as well as `sheet`, which was taken; `is_sheet_said`: by a person.
    `readings`: how the text can be read, the first of them as it was. `unnamed`: what to type for columns
    that nobody has named.
    `hints`: what else may be typed.
    """

    columns: Sequence[tuple[int, Column]] = ()
    mapping: str = ""
    hidden: int = 0
    is_hidden_said: bool = True
    struck: int = 0
    is_struck_said: bool = True
    sheet: str = ""
    other_sheets: Sequence[str] = ()
    readings: Sequence[TextReading] = ()
    unnamed: Sequence[Text] = ()
    hints: Sequence[Text] = ()
    is_sheet_said: bool = True

    def words(self) -> list[Text]:
        """A sentence for each."""
        told = [_reading_words(reading) for reading in self.readings]
        told += self.unnamed or [
            _column_words(index, column, self.mapping) for index, column in self.columns
        ]
        if self.hidden and not self.is_hidden_said:
            text = translate(
                "Script",
                "rows that are hidden or filtered out in the file: {count}; "
                "say --with-hidden or --without-hidden",
            ).format(count=self.hidden)
            told.append(text)
        if self.struck and not self.is_struck_said:
            text = translate(
                "Script",
                "rows whose article or number is struck out in the file: {count}; "
                "say --with-struck or --without-struck",
            ).format(count=self.struck)
            told.append(text)
        if self.other_sheets:
            text = translate("Script", "sheet “{name}” was taken; these fit as well: {others}; say --sheet")
            told.append(text.format(name=self.sheet, others=", ".join(self.other_sheets)))
        return [*told, *self.hints]

    def refusal(self) -> PolkaError | None:
        """Why nothing can be sent."""
        if self.readings:
            names = " / ".join(f"--encoding {reading.encoding}" for reading in self.readings)
            return InvalidValueError(
                translate("Script", "Nothing was sent: the text of the file can be read in several ways."),
                translate("Script", "Look which one is right, and add {names}").format(names=names),
            )
        if self.other_sheets and not self.is_sheet_said:
            return InvalidValueError(
                translate("Script", "Nothing was sent: several sheets of the file fit."),
                translate("Script", "Say which one with --sheet: {names}").format(
                    names=", ".join([self.sheet, *self.other_sheets])
                ),
            )
        if self.unnamed:
            return InvalidValueError(
                translate("Script", "Nothing was sent: a column that is needed is not named."),
                self.unnamed[0],
            )
        if self.columns:
            return InvalidValueError(
                translate("Script", "Nothing was sent: some columns were only guessed."),
                translate("Script", "If the guess is right, add --mapping {mapping}").format(
                    mapping=self.mapping
                ),
            )
        if self.hidden and not self.is_hidden_said:
            return InvalidValueError(
                translate("Script", "Nothing was sent: some rows of the file are hidden."),
                translate("Script", "Add --with-hidden to import them too, or --without-hidden."),
            )
        if self.struck and not self.is_struck_said:
            return InvalidValueError(
                translate("Script", "Nothing was sent: something is struck out in the file."),
                translate("Script", "Add --with-struck to import it too, or --without-struck."),
            )
        return None

    def as_json(self, say: Say) -> dict[str, object]:
        """The same for a program."""
        columns = [
            {"column": get_column_letter(index), "kind": column.kind.value, "heading": column.label}
            for index, column in self.columns
        ]
        return {
            "guessed": columns,
            "hidden": self.hidden,
            "struck": self.struck,
            "doubts": [say(text) for text in self.words()],
        }


def doubts_of(
    book: Book, draft: ImportDraft, checked: Checked, options: Namespace, others: Sequence[int]
) -> Doubts:
    """What is to be said before this import can be sent. `others` are places of sheets that fit as well."""
    layout, sheet = draft.layout, book.sheets[draft.sheet]
    unnamed = list(ways_to_name(layout, draft.meaning))
    if unnamed and lies_on_its_side(sheet.head(ROWS_TO_GUESS)):
        unnamed = [translate("Script", "The table lies on its side: add --turn")]
    names = [one.name or str(number) for number, one in enumerate(book.sheets, 1)]
    needed = needed_columns(layout, draft.meaning, creates=draft.creating.products)
    doubtful = [(index, layout.columns[index]) for index in needed if layout.columns[index].is_doubtful]
    return Doubts(
        doubtful,
        mapping_of(layout, needed),
        _hidden(sheet, draft, checked),
        options.hidden is not None,
        _struck(sheet, draft, checked),
        options.struck is not None,
        names[draft.sheet],
        [names[place] for place in others],
        () if options.encoding else book.readings,
        unnamed,
        is_sheet_said=options.sheet is not None,
    )


def _hidden(sheet: BookSheet, draft: ImportDraft, checked: Checked) -> int:
    """The hidden rows that the check left out; all of them where it left out none for that."""
    if draft.choices.include_hidden or LeftOut.UNREAD in checked.left_out:
        return len(sheet.hidden_rows)
    return len(checked.left_out.get(LeftOut.HIDDEN, ()))


def _struck(sheet: BookSheet, draft: ImportDraft, checked: Checked) -> int:
    if draft.choices.include_struck or LeftOut.UNREAD in checked.left_out:
        return rows_struck(sheet.looks, draft.layout)
    return checked.set_aside(LeftOut.STRUCK)


def _reading_words(reading: TextReading) -> Text:
    text = translate(
        "Script", "the text can be read in several ways; {name}: “{line}”; say --encoding {encoding}"
    )
    line = next(iter(reading.lines), "")
    return text.format(name=reading.name, line=line, encoding=reading.encoding)


def _column_words(index: int, column: Column, mapping: str) -> Text:
    names = {"kind": KINDS[column.kind], "column": get_column_letter(index), "mapping": mapping}
    if column.is_hidden:
        text = translate(
            "Script",
            "{kind}: column {column} «{heading}» is hidden in the file; say --mapping {mapping}",
        )
        return text.format(**names, heading=column.label)
    if column.label:
        text = translate("Script", "{kind}: column {column} «{heading}», not sure; say --mapping {mapping}")
        return text.format(**names, heading=column.label)
    text = translate("Script", "{kind}: column {column}, not sure; say --mapping {mapping}")
    return text.format(**names)

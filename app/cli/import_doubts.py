"""What `polka import` is not sure of, and what nobody has said: nothing is sent before that is said."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from app.cli.speech import Say
from app.domain.errors import InvalidValueError, PolkaError
from app.domain.text import Text, translate
from app.services.import_views import ImportDraft
from app.spreadsheet.layout import Column, Kind, Layout
from app.spreadsheet.lines import Checked, LeftOut
from app.spreadsheet.meaning import Meaning, pieces_column
from app.spreadsheet.reading.book import Book

KINDS = {
    Kind.ARTICLE: translate("Script", "Article"),
    Kind.TITLE: translate("Script", "Title"),
    Kind.SIZE: translate("Script", "Size"),
    Kind.QUANTITY: translate("Script", "Quantity"),
    Kind.STOCK: translate("Script", "Stock"),
    Kind.PRICE: translate("Script", "Price"),
    Kind.BARCODE: translate("Script", "Barcode"),
    Kind.PRODUCT_ID: translate("Script", "Number of the product"),
    Kind.SIZE_ID: translate("Script", "Number of the size"),
    Kind.ONE_OF_SIZES: translate("Script", "Pieces of one size"),
    Kind.PLACE: translate("Script", "Pieces in one of the warehouses"),
}
"""What a column was taken for."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """`columns` that were guessed, by their numbers from 1; `mapping` says the same as a person would.

    `hidden`: rows with something in them that the file hides; `is_hidden_said`: what to do with them.
    `other_sheets` are understood as well as `sheet`, which was taken.
    """

    columns: Sequence[tuple[int, Column]] = ()
    mapping: str = ""
    hidden: int = 0
    is_hidden_said: bool = True
    sheet: str = ""
    other_sheets: Sequence[str] = ()

    def words(self) -> list[Text]:
        """A sentence for each."""
        told = [_column_words(index, column, self.mapping) for index, column in self.columns]
        if self.hidden and not self.is_hidden_said:
            text = translate(
                "Script",
                "rows that are hidden or filtered out in the file: {count}; "
                "say --with-hidden or --without-hidden",
            ).format(count=self.hidden)
            told.append(text)
        if self.other_sheets:
            text = translate("Script", "sheet “{name}” was taken; these fit as well: {others}; say --sheet")
            told.append(text.format(name=self.sheet, others=", ".join(self.other_sheets)))
        return told

    def refusal(self) -> PolkaError | None:
        """Why nothing can be sent."""
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
        return None

    def as_json(self, say: Say) -> dict[str, object]:
        """The same for a program."""
        columns = [
            {"column": get_column_letter(index), "kind": column.kind.value, "heading": column.label}
            for index, column in self.columns
        ]
        return {"guessed": columns, "hidden": self.hidden, "doubts": [say(text) for text in self.words()]}


def doubts_of(
    book: Book, draft: ImportDraft, checked: Checked, options: Namespace, others: Sequence[int]
) -> Doubts:
    """What is to be said before this import can be sent. `others` are places of sheets that fit as well."""
    layout, sheet = draft.layout, book.sheets[draft.sheet]
    names = [one.name or str(number) for number, one in enumerate(book.sheets, 1)]
    needed = _needed(layout, draft.meaning, creates=draft.creating.products)
    doubtful = [(index, layout.columns[index]) for index in needed if layout.columns[index].is_doubtful]
    hidden = len(checked.left_out.get(LeftOut.HIDDEN, ())) or len(sheet.hidden_rows)
    return Doubts(
        doubtful,
        _mapping(layout, needed),
        hidden,
        options.hidden is not None,
        names[draft.sheet],
        [names[place] for place in others],
    )


def _needed(layout: Layout, meaning: Meaning, *, creates: bool) -> list[int]:
    """The columns that the result hangs on."""
    kinds = {Kind.ARTICLE, Kind.BARCODE}
    if meaning.has_pieces:
        kinds |= {Kind.SIZE, Kind.ONE_OF_SIZES}
    if meaning is Meaning.LINKS:
        kinds |= {Kind.SIZE, Kind.PRODUCT_ID, Kind.SIZE_ID}
    if meaning is Meaning.PRICE or creates:
        kinds.add(Kind.PRICE)
    found = {index for index, column in layout.columns.items() if column.kind in kinds}
    if meaning.has_pieces and not layout.wide and (pieces := pieces_column(layout, meaning)) is not None:
        found.update({pieces, *layout.places} if pieces in layout.places else {pieces})
    return sorted(found)


def _mapping(layout: Layout, needed: Sequence[int]) -> str:
    """These columns as `--mapping` has them, and the row of the headings."""
    columns = [(index, layout.columns[index]) for index in needed]
    named = [
        f"{f'size:{column.size}' if column.size else column.kind.value}={get_column_letter(index)}"
        for index, column in columns
    ]
    return ",".join([*named, f"header={layout.header[-1] if layout.header else layout.first_row - 1}"])


def _column_words(index: int, column: Column, mapping: str) -> Text:
    names = {"kind": KINDS[column.kind], "column": get_column_letter(index), "mapping": mapping}
    if column.label:
        text = translate("Script", "{kind}: column {column} «{heading}», not sure; say --mapping {mapping}")
        return text.format(**names, heading=column.label)
    text = translate("Script", "{kind}: column {column}, not sure; say --mapping {mapping}")
    return text.format(**names)

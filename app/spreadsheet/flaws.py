"""What can be wrong with a cell, and how much that matters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, NamedTuple, Never, TypeVar

from app.domain.text import Text

Value_co = TypeVar("Value_co", covariant=True)


class Level(StrEnum):
    """An error keeps its cell from being imported, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Flaw(StrEnum):
    """What is wrong; flaws of one kind can be fixed together."""

    NO_COLUMN = "no_column"
    NO_ARTICLE = "no_article"
    NO_SIZE = "no_size"
    NO_VALUE = "no_value"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_NAME = "not_a_name"
    INEXACT = "inexact"  # >12
    NOTHING_WORD = "nothing_word"  # «нет», «-»
    BELOW_ZERO = "below_zero"
    FRACTION = "fraction"
    PERCENT = "percent"
    YES_NO = "yes_no"
    DATE = "date"
    ERROR_VALUE = "error_value"  # #N/A
    AMBIGUOUS = "ambiguous"  # 1,234
    TOO_HIGH = "too_high"
    ZERO_PRICE = "zero_price"
    DECIMALS = "decimals"
    SCIENTIFIC = "scientific"  # 1,5E+3 as a number
    LOST_DIGITS = "lost_digits"  # 4,60E+12 as an article
    RESTORED = "restored"
    LOST_ZEROS = "lost_zeros"  # 123 that was 00123
    LOST_DECIMALS = "lost_decimals"  # 12.1 that may have been 12.10
    TOO_LONG = "too_long"
    ALMOST_KNOWN = "almost_known"
    MIXED_LETTERS = "mixed_letters"
    DATE_SIZE = "date_size"
    SIZE_AMONG_WORDS = "size_among_words"  # 42, red
    SIMILAR_SIZE = "similar_size"  # XXL (54-56) where there is XXL
    UNKNOWN_BARCODE = "unknown_barcode"
    UNKNOWN_NUMBER = "unknown_number"  # no size has it on the marketplace
    OTHER_BARCODE = "other_barcode"  # it is of another product, or of another size
    REPEATED = "repeated"
    CONTRADICTION = "contradiction"
    TOTAL = "total"
    GROUP = "group"
    UNIT = "unit"  # packs, thousands, another currency
    DISCOUNT = "discount"  # a column of discounts that nothing is made of
    OTHER_MEANING = "other_meaning"  # a column of what was returned beside what was sold
    OTHERWISE = "otherwise"  # «Отменён» among sales
    REMARK = "remark"  # a comment of a cell
    TOTAL_DIFFERS = "total_differs"
    OTHER_COLUMNS = "other_columns"  # below a heading further down
    SURPLUS = "surplus"  # more cells than the heading has
    DITTO = "ditto"  # a mark for the row above
    SEVERAL_SIZES = "several_sizes"  # with their pieces, in one cell
    UNCLEAR_LINE = "unclear_line"  # of a message
    MERGED = "merged"  # one number for several sizes
    STRUCK_OUT = "struck_out"  # as a whole, in the file
    STRUCK_HEADING = "struck_heading"  # of a column that is read
    STRUCK_IN_PART = "struck_in_part"
    RAISED = "raised"  # 5² is no 52
    SHOWN_OTHERWISE = "shown_otherwise"  # by its format: 12 as «12 тыс.»
    NO_RESULT = "no_result"  # a formula that was never calculated


@dataclass(frozen=True, slots=True)
class Finding(Generic[Value_co]):
    """What was found in a cell: `value` is taken nonetheless, `proposed` would be right."""

    level: Level
    flaw: Flaw
    text: Text
    proposed: str | None = None
    value: Value_co | None = None

    def downgraded(self) -> Finding[Value_co]:
        """The same of a cell that the file's meaning does not need."""
        return replace(self, level=Level.WARNING) if self.level is Level.ERROR else self


def error(flaw: Flaw, text: Text, proposed: str | None = None) -> Finding[Never]:
    """A cell that cannot be taken as it is."""
    return Finding(Level.ERROR, flaw, text, proposed)


class Problem(NamedTuple):
    """A finding at its place; rows and columns are counted from 1. `was` is what the cell shows."""

    row: int
    column: int
    level: Level
    flaw: Flaw
    text: Text
    was: str
    proposed: str | None = None

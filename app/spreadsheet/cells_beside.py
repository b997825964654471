"""What cells beside the numbers say of a row: that it counts boxes, or was cancelled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.headings import heading_kind, may_be_heading, plain_heading
from app.spreadsheet.layout import Column, ColumnKind, Layout
from app.spreadsheet.likely_meaning import is_of_other_paper, said_by_file, spoken_of
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.memo import MOST_REMEMBERED
from app.spreadsheet.sheet import Cell
from app.spreadsheet.units import PACK

_IS_UNIT = re.compile(
    r"^(?:ед|unit|units|uom)$|\bед(?:иниц\w*)? изм|\bединица\b|\bunit of\b|\bөлшем бірлігі"
)
_IS_STATE = re.compile(r"\b(?:статус|состояни|status|state\b)")
_IS_PAPER = re.compile(
    r"\b(?:тип|вид) (?:документ|операц|движен)|^(?:документ|операция|движение|регистратор|тип|вид)$"
    r"|^(?:document|operation|transaction|type|document type|transaction type)$"
)
_IS_REMARK = re.compile(r"\b(?:примечан|коммент|remark|comment|notes?\b)")

_PACKS = re.compile(rf"(?:{PACK}|тыс\w*|ctn|pkg)\b.*", re.IGNORECASE)
_CANCELLED = re.compile(r"\b(?:отмен|отказ|аннулир|не ?выкуп|cancel|declined|бас тарт)", re.IGNORECASE)
_RETURNED = re.compile(r"\b(?:возвр|return|refund|қайтар)", re.IGNORECASE)
_ORDER = re.compile(r"\b(?:заказ|order)", re.IGNORECASE)
_BAD = re.compile(
    r"\b(?:брак|дефект|вернуть|возврат|недостач|недовоз|отмен|defect|damaged|missing)"
    r"|\bне (?:приехал|приш[её]?л|привез|хвата|поступ|отгру)|\bnot (?:arrived|delivered|received)",
    re.IGNORECASE,
)

_SAYS = translate("Check", "The row says “{was}”: look whether it belongs to this import.")
_OTHER = translate("Check", "By the word “{was}” the row is about something else: it is left out.")
_UNIT = translate("Check", "The unit is “{was}”: the number is taken as pieces.")

_PIECES = frozenset({ColumnKind.QUANTITY, ColumnKind.STOCK})

Look = Callable[[str], "Finding[object] | None"]


class CellsBeside:
    """What is to be said of a row, by the cells of some columns."""

    def __init__(self, looks: Mapping[int, Look]) -> None:
        self._columns = [(place, _Read(look)) for place, look in looks.items()]

    def look(self, row: Sequence[Cell]) -> list[tuple[int, Finding[object]]]:
        """Places, counted from 0, and what is to be said of what stands there; mostly nothing."""
        return [(place, found) for place, read in self._columns if (found := read[row[place]]) is not None]


class _Read(dict[Cell, "Finding[object] | None"]):
    """Cells that were looked at, each different one once."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, cell: Cell) -> Finding[object] | None:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        text = cell_text(cell)
        found = self[cell] = self._look(text) if text else None
        return found


def cells_beside(layout: Layout, meaning: Meaning) -> CellsBeside | None:
    """Who looks at the other cells of rows; None where there is nothing to look at."""
    looks = {
        index - 1: look
        for index, column in layout.columns.items()
        if column.kind in {ColumnKind.IGNORE, ColumnKind.TITLE}
        and (look := _look_for(column.label, meaning) or _look_by_cells(column, meaning)) is not None
    }
    return CellsBeside(looks) if looks else None


def _look_for(label: str, meaning: Meaning) -> Look | None:
    """How the cells below a heading are looked at. What is there is there, whatever paper says it."""
    plain = plain_heading(label)
    if not meaning.has_pieces:
        return None
    if _IS_UNIT.search(plain):
        return _unit
    if meaning.is_count:
        return None
    if _IS_STATE.search(plain):
        return partial(_state, meaning)
    if _IS_PAPER.search(plain):
        return partial(_paper, meaning)
    return remark if _IS_REMARK.search(plain) else None


def _look_by_cells(column: Column, meaning: Meaning) -> Look | None:
    """«приход» and «расход» in turn below no heading say what the numbers of their rows are."""
    says = meaning.has_pieces and not column.label and any(map(_movements, column.samples))
    return partial(_other_movement, Meaning.COUNT if meaning.is_count else meaning) if says else None


def _movements(text: str) -> list[Meaning]:
    """The meanings that a cell names which would be a heading of pieces; mostly none."""
    said = heading_kind(text) if may_be_heading(text) else None
    return spoken_of(text) if said is not None and said.kind in _PIECES else []


def _other_movement(meaning: Meaning, text: str) -> Finding[object] | None:
    said = _movements(text)
    return error(Flaw.OTHERWISE, _OTHER.format(was=text)) if said and meaning not in said else None


def _unit(text: str) -> Finding[object] | None:
    is_pack = _PACKS.fullmatch(text) is not None
    return Finding(Level.WARNING, Flaw.UNIT, _UNIT.format(was=text)) if is_pack else None


def _state(meaning: Meaning, text: str) -> Finding[object] | None:
    said = {
        one
        for one, words in ((Meaning.CANCEL, _CANCELLED), (Meaning.RETURN, _RETURNED))
        if words.search(text)
    }
    return _says(text) if said and meaning not in said else None


def _paper(meaning: Meaning, text: str) -> Finding[object] | None:
    """A supplier's sale is a receipt here, and an order may be what a row is the answer to."""
    said = set() if _ORDER.search(text) else set(said_by_file(text))
    allowed = {meaning, Meaning.SOLD} if meaning is Meaning.RECEIPTS else {meaning}
    return _says(text) if said and (is_of_other_paper(said) or said.isdisjoint(allowed)) else None


def remark(text: str) -> Finding[object] | None:
    """What is to be said of a row by words that a person wrote beside it."""
    return replace(_says(text), level=Level.NOTE) if _BAD.search(text) else None


def _says(text: str) -> Finding[object]:
    return Finding(Level.WARNING, Flaw.OTHERWISE, _SAYS.format(was=text))

"""Our results known again where no names mark them, as in an .ods or an .xls: by their words."""

from __future__ import annotations

from collections.abc import Sequence

from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.report.mark import Mark
from app.spreadsheet.report.results import HEADINGS
from app.spreadsheet.sheet import Cell

_HEADINGS = (
    tuple(str(heading).casefold() for heading in HEADINGS),
    ("статус", "причина", "доставлено"),
)

_LEFT = frozenset(
    {
        *("not imported", "would be sent", "withdrawn", "left out"),
        *("не импортировано", "будет отправлено", "снято с отправки", "пропущено"),
    }
)
_REFUSED = frozenset({"rejected", "отклонено"})
"""Left to do where the number is one that shall be there, else a person decides about it elsewhere."""

_DONE = frozenset(
    {
        *("queued", "being sent", "waiting", "delivered", "corrected by the cabinet", "paused"),
        *("no answer, please check", "replaced by a newer price", "no change", "no number: stays"),
        *("compared", "repeats another row"),
        *("в очереди", "отправляется", "ждёт повтора", "доставлено", "исправлено по кабинету", "на паузе"),
        *("нет ответа, проверьте", "заменено новой ценой", "без изменений", "числа нет: без изменений"),
        *("сверено", "повтор другой строки"),
    }
)


def told_mark(rows: Sequence[Sequence[Cell]], *, sets_numbers: bool = False) -> Mark | None:
    """The mark that first rows show by our headings and our words below them; None where they do not.

    `sets_numbers`: the file is about prices or counts, and what was refused of it is left to do.
    """
    for number, row in enumerate(rows, 1):
        texts = [cell_text(cell).casefold() for cell in row]
        place = next((at for at in range(len(texts)) if tuple(texts[at : at + 3]) in _HEADINGS), None)
        if place is not None and _are_ours(rows[number:], place):
            return Mark(place + 1, number, _DONE if sets_numbers else _DONE | _REFUSED)
    return None


def _are_ours(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    """Whether nothing but our words stands below the heading, and something does."""
    found = {cell_text(row[place]) for row in rows if len(row) > place} - {""}
    return bool(found) and found <= _LEFT | _REFUSED | _DONE

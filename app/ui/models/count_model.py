"""The table of *Reconcile*: what is here, what the cabinet shows, the difference and what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from app.domain.doubt import Place
from app.services.reconciling import Counted, CountRow, Verdict
from app.ui import format as shown
from app.ui.models.figure_model import FigureModel
from app.ui.theme import Theme


class CountColumn(IntEnum):
    """The columns in order."""

    ARTICLE = 0
    TITLE = 1
    SIZE = 2
    HERE = 3
    ON_ITS_WAY = 4
    EXPECTED = 5
    SHOWN = 6
    DIFFERENCE = 7
    FOLLOWS = 8


Verdicts = Mapping[Place, Verdict | None]


class CountModel(FigureModel[CountRow]):
    """A row a size. A difference follows nobody until a person says who is right."""

    columns = CountColumn
    figures = frozenset(
        {
            CountColumn.HERE,
            CountColumn.ON_ITS_WAY,
            CountColumn.EXPECTED,
            CountColumn.SHOWN,
            CountColumn.DIFFERENCE,
        }
    )
    shown = CountColumn.SHOWN

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._verdicts: dict[Place, Verdict] = {}

    @property
    def counts(self) -> list[tuple[CountRow, int | None]]:
        """What is compared, and the figures that are typed."""
        return [(row, self._count(row)) for row in self._rows]

    def counted(self) -> list[Counted]:
        """What is typed and decided, or agrees."""
        found: list[Counted] = []
        for row, count in self.counts:
            verdict = self.verdict(row)
            if count is not None and verdict is not None:
                found.append(Counted(row, count, verdict))
        return found

    def verdict(self, row: CountRow) -> Verdict | None:
        """Who is right about a row; None where that is open or cannot be said yet."""
        count = self._count(row)
        if count is None or row.is_in_flight:
            return None
        if not row.missing(count):
            return Verdict.CABINET
        verdict = self._verdicts.get(row.place)
        return None if verdict is Verdict.OURS and row.is_typed else verdict

    def open_rows(self) -> list[int]:
        """The rows with a difference of which a person has to say who is right."""
        return [
            n for n in range(len(self._rows)) if self.can_decide(n) and self.verdict(self._rows[n]) is None
        ]

    def can_decide(self, number: int) -> bool:
        """Whether the row has a difference that can be decided."""
        row = self._rows[number]
        count = self._count(row)
        return count is not None and not row.is_in_flight and bool(row.missing(count))

    def show(self, rows: Sequence[CountRow]) -> None:
        """Compare these; nothing changes on the screen where they are the same."""
        if list(rows) == list(self._rows):
            return
        if [row.place for row in rows] == [row.place for row in self._rows]:
            self._rows = rows
            self.announce()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.concluded.emit()

    def decide(self, verdicts: Verdicts) -> None:
        """Take these decisions; None leaves a difference as it is."""
        for place, verdict in verdicts.items():
            if verdict is None:
                self._verdicts.pop(place, None)
            else:
                self._verdicts[place] = verdict
        self.announce()

    def decided(self, places: Sequence[Place]) -> Verdicts:
        """The decisions of now."""
        return {place: self._verdicts.get(place) for place in places}

    def forget(self, places: Sequence[Place]) -> None:
        """What was typed and decided of these is written."""
        for place in places:
            self._verdicts.pop(place, None)
        self.take(dict.fromkeys(places))

    @override
    def conclude(self) -> None:
        """Everything follows from a row and what is typed in it."""

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Article"),
            self.tr("Title"),
            self.tr("Size"),
            self.tr("Here"),
            self.tr("On its way"),
            self.tr("Should show"),
            self.tr("Cabinet shows"),
            self.tr("Difference"),
            self.tr("What follows"),
        )

    @override
    def text(self, row: CountRow, column: int) -> str:
        texts: Mapping[int, Callable[[], str]] = {
            CountColumn.ARTICLE: lambda: row.article,
            CountColumn.TITLE: lambda: row.title,
            CountColumn.SIZE: lambda: row.size,
            CountColumn.HERE: lambda: shown.stock(row.stock),
            CountColumn.ON_ITS_WAY: lambda: shown.signed(row.on_its_way) if row.on_its_way else "",
            CountColumn.EXPECTED: lambda: shown.stock(row.agreed),
            CountColumn.SHOWN: lambda: self.typed_text(row.place),
            CountColumn.DIFFERENCE: lambda: self._difference(row),
            CountColumn.FOLLOWS: lambda: self._follows(row),
        }
        return texts[column]()

    def _count(self, row: CountRow) -> int | None:
        figure = self._figures.get(row.place)
        return None if figure is None else int(figure)

    def _difference(self, row: CountRow) -> str:
        count = self._count(row)
        return "" if count is None or not row.missing(count) else shown.signed(-row.missing(count))

    def _follows(self, row: CountRow) -> str:
        count = self._count(row)
        if row.is_in_flight:
            return self.tr("a delivery is without an answer: wait")
        if count is None:
            return ""
        missing, verdict = row.missing(count), self.verdict(row)
        if not missing:
            return self.tr("agrees")
        if verdict is Verdict.CABINET:
            figures = {"before": shown.stock(row.stock), "after": shown.number(row.here - missing)}
            return self.tr("stock here {before} → {after}").format(**figures)
        if verdict is Verdict.OURS:
            return self.tr("correction {pieces} to be sent").format(pieces=shown.signed(missing))
        if row.is_typed and self._verdicts.get(row.place) is Verdict.OURS:
            return self.tr("a change is typed: send it or take it away first")
        return self.tr("who is right?")

    @override
    def tip(self, row: CountRow, column: int) -> str:
        if column == CountColumn.ON_ITS_WAY and row.on_its_way:
            return self.tr(
                "Deliveries that the marketplace has not accepted yet. The cabinet shows them later."
            )
        if row.is_in_flight and column == CountColumn.FOLLOWS:
            return self.tr(
                "Nobody knows yet whether a delivery arrived, so the figure of the cabinet can mean "
                "either. Wait for the answer, or answer the question in Deliveries."
            )
        if column == CountColumn.ARTICLE and row.title:
            return f"{row.article} · {row.title}"
        if column == CountColumn.HERE and not row.is_told:
            return self.tr("Nobody has said yet how many there are: type what the cabinet shows.")
        return self.text(row, column)

    @override
    def tone(self, row: CountRow, column: int) -> str | None:
        if column in {CountColumn.TITLE, CountColumn.ON_ITS_WAY, CountColumn.EXPECTED}:
            return "mute"
        if column == CountColumn.HERE and row.here < 0:
            return "bad"
        if column not in {CountColumn.DIFFERENCE, CountColumn.FOLLOWS}:
            return None
        return self._tone_of(row)

    def _tone_of(self, row: CountRow) -> str:
        count, verdict = self._count(row), self.verdict(row)
        if row.is_in_flight or count is None:
            return "mute"
        if verdict is None:
            return "warn"
        if not row.missing(count):
            return "ok"
        return "acc" if verdict is Verdict.OURS else "text"


class DecideCommand(QUndoCommand):
    """Who is right about some rows."""

    def __init__(self, model: CountModel, after: Verdicts) -> None:
        super().__init__()
        self._model = model
        self._before, self._after = model.decided(list(after)), after

    @override
    def redo(self) -> None:
        self._model.decide(self._after)

    @override
    def undo(self) -> None:
        self._model.decide(self._before)

"""The table of deliveries without an answer: what the cabinet may show, what it shows, what that means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject
from typing_extensions import override

from app.domain.doubt import Conclusion, Figure, Place
from app.services.delivery_views import Answer, DoubtRow, OpenQuestion
from app.ui import format as shown
from app.ui.doubt_words import expected_text, meaning, short_meaning
from app.ui.models.figure_model import FigureModel
from app.ui.theme import Theme
from app.ui.words import action_words

_TONES = {
    Conclusion.ARRIVED: "ok",
    Conclusion.NOT_ARRIVED: "acc",
    Conclusion.SOMETHING_ELSE: "warn",
    Conclusion.EITHER: "warn",
}


class DoubtColumn(IntEnum):
    """The columns in order."""

    ARTICLE = 0
    TITLE = 1
    SIZE = 2
    ACTION = 3
    SENT = 4
    NOT_ARRIVED = 5
    ARRIVED = 6
    SHOWN = 7
    MEANING = 8


class DoubtModel(FigureModel[DoubtRow]):
    """A row a size, a row a price. What is typed stays where a question goes and comes back."""

    columns = DoubtColumn
    figures = frozenset({DoubtColumn.NOT_ARRIVED, DoubtColumn.ARRIVED, DoubtColumn.SHOWN})
    shown = DoubtColumn.SHOWN

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._questions: Sequence[OpenQuestion] = ()
        self._conclusions: dict[int, Conclusion] = {}

    @property
    def doubts(self) -> list[tuple[DoubtRow, Figure | None]]:
        """What is asked, and the figures that are typed."""
        return [(row, self._figures.get(row.place)) for row in self._rows]

    @property
    def conclusions(self) -> Mapping[int, Conclusion]:
        """What follows, for each delivery whose figures are typed."""
        return self._conclusions

    @property
    def deliveries(self) -> frozenset[int]:
        """The deliveries that are asked about."""
        return frozenset(row.delivery_id for row in self._rows)

    def answers(self) -> list[Answer]:
        """What is typed and means something, by product."""
        found: list[Answer] = []
        for asked in self._questions:
            told = {
                number: self._conclusions[number]
                for number in asked.question.asked
                if self._conclusions.get(number, Conclusion.EITHER) is not Conclusion.EITHER
            }
            if told:
                figures = {p: self._figures[p] for p in asked.question.sights if p in self._figures}
                found.append(Answer(asked.product_id, figures, told))
        return found

    def show(self, questions: Sequence[OpenQuestion]) -> int:
        """Ask these; nothing changes on the screen where they are the same.

        A figure that was read before the marketplace's stock changed says nothing any more: it is taken
        out. Returns how many were.
        """
        rows = tuple(row for asked in questions for row in asked.rows)
        if rows == self._rows:
            self._questions = questions
            return 0
        self.beginResetModel()
        outdated = self._outdated(rows)
        for place in outdated:
            del self._figures[place]
        self._questions, self._rows = questions, rows
        self.conclude()
        self.endResetModel()
        self.concluded.emit()
        return len(outdated)

    def _outdated(self, rows: Sequence[DoubtRow]) -> set[Place]:
        before = {(row.delivery_id, row.place): (row.if_not_arrived, row.if_arrived) for row in self._rows}
        return {
            row.place
            for row in rows
            if row.place in self._figures
            and before.get((row.delivery_id, row.place), (row.if_not_arrived, row.if_arrived))
            != (row.if_not_arrived, row.if_arrived)
        }

    @override
    def conclude(self) -> None:
        self._conclusions = {}
        for asked in self._questions:
            if not self._figures.keys().isdisjoint(asked.question.sights):
                self._conclusions |= asked.question.conclude(self._figures)

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Article"),
            self.tr("Title"),
            self.tr("Size"),
            self.tr("Action"),
            self.tr("Sent"),
            self.tr("If not arrived"),
            self.tr("If arrived"),
            self.tr("In the cabinet now"),
            self.tr("What follows"),
        )

    @override
    def text(self, row: DoubtRow, column: int) -> str:
        texts: Mapping[int, Callable[[], str]] = {
            DoubtColumn.ARTICLE: lambda: row.article,
            DoubtColumn.TITLE: lambda: row.title,
            DoubtColumn.SIZE: lambda: row.size or "—",
            DoubtColumn.ACTION: lambda: action_words(row.action),
            DoubtColumn.SENT: lambda: shown.log_time(row.sent_at),
            DoubtColumn.NOT_ARRIVED: lambda: expected_text(row.if_not_arrived),
            DoubtColumn.ARRIVED: lambda: expected_text(row.if_arrived),
            DoubtColumn.SHOWN: lambda: self.typed_text(row.place),
            DoubtColumn.MEANING: lambda: self._meaning(row),
        }
        return texts[column]()

    def _meaning(self, row: DoubtRow) -> str:
        figure, conclusion = self._figures.get(row.place), self._conclusions.get(row.delivery_id)
        if figure is None:
            return ""
        if conclusion is None:
            return self.tr("type the other sizes, too")
        return short_meaning(conclusion, figure, fits=self._fits(row))

    def _fits(self, row: DoubtRow) -> bool:
        return self._figures.get(row.place) in {*row.if_not_arrived, *row.if_arrived}

    @override
    def tip(self, row: DoubtRow, column: int) -> str:
        conclusion = self._conclusions.get(row.delivery_id)
        if column == DoubtColumn.MEANING and conclusion is not None and row.place in self._figures:
            return meaning(conclusion, fits=self._fits(row))
        if column == DoubtColumn.ARTICLE and row.title:
            return f"{row.article} · {row.title}"
        return self.text(row, column)

    @override
    def tone(self, row: DoubtRow, column: int) -> str | None:
        if column in {DoubtColumn.TITLE, DoubtColumn.SENT}:
            return "mute"
        if column != DoubtColumn.MEANING:
            return None
        conclusion = self._conclusions.get(row.delivery_id)
        return "mute" if conclusion is None else _TONES[conclusion]

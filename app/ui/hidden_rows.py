"""Rows that a file hides or filters out: whether they are imported, too, a person says for each file."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.spreadsheet.lines import LeftOut
from app.spreadsheet.meaning import Choices
from app.ui.import_flow import ImportFlow


class HiddenRows(QObject):
    """Asked anew for each file and sheet: a row that nobody sees is easily sent, or forgotten."""

    answered = Signal()

    def __init__(self, flow: ImportFlow) -> None:
        super().__init__(flow)
        self._flow = flow
        self._are_left_out = False  # because a person says so
        flow.begun.connect(self._on_begun)

    @property
    def answer(self) -> bool | None:
        """Whether they are imported, too; None before anybody has said it."""
        if self._flow.has_file and self._flow.draft.choices.include_hidden:
            return True
        return False if self._are_left_out else None

    @property
    def count(self) -> int:
        """How many there are; before the check also those in which there is nothing."""
        result, beginning = self._flow.result, self._flow.beginning
        if result is not None and not result.draft.choices.include_hidden:
            return len(result.checked.left_out.get(LeftOut.HIDDEN, ()))
        return 0 if beginning is None else beginning.hidden

    @property
    def are_in_the_way(self) -> bool:
        """Whether the check found some and nobody has said what to do with them: so nothing is sent."""
        return self._flow.result is not None and self.count > 0 and self.answer is None

    def choices(self, *, are_imported: bool) -> Choices:
        """The choices with this answer."""
        return replace(self._flow.draft.choices, include_hidden=are_imported)

    def note(self, *, are_imported: bool) -> None:
        """A person has said it."""
        self._are_left_out = not are_imported
        self.answered.emit()

    def _on_begun(self) -> None:
        self._are_left_out = False

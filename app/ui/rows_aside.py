"""Rows that a file hides or strikes out: whether they are imported, too, a person says for each file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.spreadsheet.lines import LeftOut
from app.spreadsheet.meaning import Choices
from app.ui.import_flow import ImportFlow

ASKED = (LeftOut.HIDDEN, LeftOut.STRUCK)


class RowsAside(QObject):
    """Asked anew for each file and sheet: a row that nobody sees is easily sent, or forgotten."""

    answered = Signal()

    def __init__(self, flow: ImportFlow) -> None:
        super().__init__(flow)
        self._flow = flow
        self._left_out: set[LeftOut] = set()  # because a person says so
        flow.begun.connect(self._left_out.clear)

    def answer(self, why: LeftOut) -> bool | None:
        """Whether they are imported, too; None before anybody has said it."""
        if self._flow.has_file and _are_included(self._flow.draft.choices, why):
            return True
        return False if why in self._left_out else None

    def count(self, why: LeftOut) -> int:
        """How many there are; before the check also those in which there is nothing."""
        result, beginning = self._flow.result, self._flow.beginning
        if result is not None and not _are_included(result.draft.choices, why):
            return result.checked.set_aside(why)
        if beginning is None:
            return 0
        return beginning.hidden if why is LeftOut.HIDDEN else beginning.struck

    @property
    def in_the_way(self) -> Sequence[LeftOut]:
        """What the check found that nobody has said what to do with: so nothing is sent."""
        if self._flow.result is None:
            return ()
        return [why for why in ASKED if self.count(why) > 0 and self.answer(why) is None]

    def choices(self, why: LeftOut, *, are_imported: bool) -> Choices:
        """The choices with this answer."""
        choices = self._flow.draft.choices
        if why is LeftOut.HIDDEN:
            return replace(choices, include_hidden=are_imported)
        return replace(choices, include_struck=are_imported)

    def note(self, why: LeftOut, *, are_imported: bool) -> None:
        """A person has said it."""
        if are_imported:
            self._left_out.discard(why)
        else:
            self._left_out.add(why)
        self.answered.emit()


def _are_included(choices: Choices, why: LeftOut) -> bool:
    return choices.include_hidden if why is LeftOut.HIDDEN else choices.include_struck

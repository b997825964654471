"""What can be undone about an import: what was typed, repaired and chosen."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from app.services.import_views import Creating
from app.spreadsheet.meaning import Choices
from app.ui.import_flow import ImportFlow


class ChooseCommand(QUndoCommand):
    """Other choices for the file that is looked at."""

    def __init__(self, flow: ImportFlow, choices: Choices) -> None:
        super().__init__()
        self._flow = flow
        self._before, self._after = flow.draft.choices, choices

    @override
    def redo(self) -> None:
        self._flow.set_choices(self._after)

    @override
    def undo(self) -> None:
        self._flow.set_choices(self._before)


class CreateCommand(QUndoCommand):
    """Other things that may be created."""

    def __init__(self, flow: ImportFlow, creating: Creating) -> None:
        super().__init__()
        self._flow = flow
        self._before, self._after = flow.draft.creating, creating

    @override
    def redo(self) -> None:
        self._flow.set_creating(self._after)

    @override
    def undo(self) -> None:
        self._flow.set_creating(self._before)

"""*No answer*: the person types what the cabinet shows, and Polka says what that means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import PolkaError
from app.domain.money import MOST_PIECES
from app.services.deciding import Conclusion, conclude, resolve
from app.services.views import DeliveryDetails
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.i18n import translated
from app.ui.widgets.look import set_look


class ResolveDialog(QDialog):
    """One line a size: what was there, what is there if it arrived, and what is there."""

    resolved = Signal(str)  # what was noted, in words

    def __init__(self, context: UiContext, details: DeliveryDetails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._details = details
        self.fields: dict[int, QLineEdit] = {}
        self.setWindowTitle(self.tr("No answer came"))
        self._build()
        self._on_typed()

    def _build(self) -> None:
        intro = QLabel(
            self.tr(
                "Open {article} in the marketplace's cabinet and type the stock that it shows now. "
                "Polka then knows whether this delivery arrived."
            ).format(article=self._details.row.article)
        )
        intro.setWordWrap(True)
        self.conclusion = QLabel()
        self.conclusion.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.note = self._buttons.addButton(self.tr("Note it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.note.setProperty("primary", True)
        self._buttons.accepted.connect(self.resolve)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addWidget(self._table(), 1)
        column.addWidget(self.conclusion)
        column.addWidget(self._buttons)
        self.resize(520, min(220 + 44 * len(self._details.row.lines), 600))

    def _table(self) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(18)
        heads = (self.tr("Size"), self.tr("Was"), self.tr("If it arrived"), self.tr("In the cabinet now"))
        for place, words in enumerate(heads):
            head = QLabel(words)
            head.setProperty("caption", True)
            grid.addWidget(head, 0, place)
        for number, line in enumerate(self._details.row.lines, 1):
            for place, text in enumerate((line.value, _figure(line.before), _figure(line.after))):
                grid.addWidget(QLabel(text), number, place)
            field = QLineEdit()
            field.setValidator(QIntValidator(0, MOST_PIECES, field))
            field.setAccessibleName(self.tr("{size}: in the cabinet now").format(size=line.value))
            field.textEdited.connect(self._on_typed)
            self.fields[line.size_id] = field
            grid.addWidget(field, number, len(heads) - 1)
        grid.setRowStretch(len(self._details.row.lines) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    @property
    def _counts(self) -> dict[int, int] | None:
        """What is typed, {size id: pieces}; None while something is missing."""
        if not all(field.hasAcceptableInput() for field in self.fields.values()):
            return None
        return {size_id: int(field.text()) for size_id, field in self.fields.items()}

    def _on_typed(self) -> None:
        counts = self._counts
        self.note.setEnabled(counts is not None)
        words = "" if counts is None else self._words(conclude(self._details.row.lines, counts))
        self.conclusion.setText(words)
        set_look(self.conclusion, "tone", "hint")

    def _words(self, conclusion: Conclusion) -> str:
        match conclusion:
            case Conclusion.ARRIVED:
                return self.tr("It arrived. The delivery is closed.")
            case Conclusion.NOT_ARRIVED:
                return self.tr("It did not arrive. It is sent again.")
            case Conclusion.SOMETHING_ELSE:
                return self.tr(
                    "Something else happened, perhaps sales that nobody reported. The stock here follows "
                    "the cabinet, and nothing is sent again."
                )

    def resolve(self) -> None:
        """Note what the figures say; the dialog closes when that is done."""
        counts = self._counts
        if counts is None or not self.note.isEnabled():
            return
        self.note.setEnabled(False)
        conclusion = conclude(self._details.row.lines, counts)
        self._context.tasks.run(
            resolve,
            self._context.shop,
            self._details.row.id,
            conclusion,
            counts,
            done=lambda _: self._on_resolved(conclusion),
            failed=self._on_failed,
            lane="write",
        )

    def _on_resolved(self, conclusion: Conclusion) -> None:
        self.resolved.emit(self._words(conclusion))
        self.accept()

    def _on_failed(self, error: PolkaError) -> None:
        self.conclusion.setText(f"{translated(error.title)} {translated(error.advice)}")
        set_look(self.conclusion, "tone", "bad")
        self.note.setEnabled(True)


def _figure(count: int | None) -> str:
    return "—" if count is None else shown.number(count)

"""*No answer*: the person types what the cabinet shows, and Polka says what that means."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.doubt import Conclusion, Figure, Place, parse_figure
from app.domain.errors import InvalidValueError, PolkaError
from app.services.deciding import resolve_arrived, resolve_not_arrived
from app.services.delivery_views import Answer, Answered, DeliveryRow, OpenQuestion
from app.services.doubts import answer
from app.ui.context import UiContext
from app.ui.delegates.fill_delegate import LONGEST
from app.ui.doubt_words import expected_text, meaning, why_not
from app.ui.i18n import translated
from app.ui.widgets.look import set_look


class ResolveDialog(QDialog):
    """One line a size: what is there if it did not arrive and if it did, and what is there."""

    resolved = Signal(str)  # what was noted, in words

    def __init__(
        self,
        context: UiContext,
        row: DeliveryRow,
        asked: OpenQuestion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = asked
        self._number, self._article = row.id, row.article
        self._rows = [line for line in asked.rows if line.delivery_id == row.id]
        self.fields: dict[Place, QLineEdit] = {}
        self.setWindowTitle(self.tr("No answer came"))
        self._build()
        self._on_typed()
        if self.fields:
            next(iter(self.fields.values())).setFocus()

    def _build(self) -> None:
        intro = QLabel(
            self.tr(
                "Open {article} in the marketplace's cabinet and type the stock that it shows now. "
                "Polka then knows whether this delivery arrived."
            ).format(article=self._article)
        )
        intro.setWordWrap(True)
        intro.setTextFormat(Qt.TextFormat.PlainText)
        self.conclusion = QLabel()
        self.conclusion.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addWidget(self._table(), 1)
        column.addWidget(self.conclusion)
        column.addLayout(self._make_buttons())
        self.resize(560, min(220 + 44 * len(self._rows), 600))

    def _make_buttons(self) -> QHBoxLayout:
        """Noting what the figures say; where they say nothing, the person says it."""
        self.arrived, self.not_arrived = (
            QPushButton(self.tr("It arrived")),
            QPushButton(self.tr("Send it again")),
        )
        cancel, self.note = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Note it"))
        self.note.setProperty("primary", True)
        self.note.setDefault(True)
        self.arrived.clicked.connect(self._on_arrived_clicked)
        self.not_arrived.clicked.connect(self._on_not_arrived_clicked)
        self.note.clicked.connect(self.resolve)
        cancel.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.arrived)
        line.addWidget(self.not_arrived)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.note)
        return line

    def _table(self) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(18)
        heads = (
            self.tr("Size"),
            self.tr("If it did not arrive"),
            self.tr("If it arrived"),
            self.tr("In the cabinet now"),
        )
        for place, words in enumerate(heads):
            head = QLabel(words)
            head.setProperty("caption", True)
            grid.addWidget(head, 0, place)
        for number, line in enumerate(self._rows, 1):
            texts = (line.size, expected_text(line.if_not_arrived), expected_text(line.if_arrived))
            for place, text in enumerate(texts):
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                grid.addWidget(label, number, place)
            field = QLineEdit()
            field.setMaxLength(LONGEST)
            field.setAccessibleName(self.tr("{size}: in the cabinet now").format(size=line.size))
            field.textEdited.connect(self._on_typed)
            self.fields[line.place] = field
            grid.addWidget(field, number, len(heads) - 1)
        grid.setRowStretch(len(self._rows) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    @property
    def _figures(self) -> dict[Place, Figure]:
        """What is typed and can be read."""
        found: dict[Place, Figure] = {}
        for place, field in self.fields.items():
            with suppress(InvalidValueError):
                found[place] = parse_figure(place, field.text())
        return found

    @property
    def _conclusion(self) -> Conclusion | None:
        return self._asked.question.conclude(self._figures).get(self._number)

    def _on_typed(self) -> None:
        conclusion = self._conclusion
        self.note.setEnabled(conclusion not in {None, Conclusion.EITHER})
        self.arrived.setVisible(conclusion is Conclusion.EITHER)
        self.not_arrived.setVisible(conclusion is Conclusion.EITHER)
        self.conclusion.setText(self._problem() if conclusion is None else meaning(conclusion))
        set_look(self.conclusion, "tone", "hint")

    def _problem(self) -> str:
        """Why the first figure that cannot be read cannot be read."""
        for place, field in self.fields.items():
            try:
                if field.text():
                    parse_figure(place, field.text())
            except InvalidValueError as error:
                return translated(error.title)
        return ""

    def resolve(self) -> None:
        """Note what the figures say; the dialog closes when that is done."""
        conclusion = self._conclusion
        if conclusion is None or not self.note.isEnabled():
            return
        said = Answer(self._asked.product_id, self._figures, {self._number: conclusion})
        self._run(answer, [said], meaning(conclusion))

    def _on_arrived_clicked(self) -> None:
        self._run(resolve_arrived, self._number, meaning(Conclusion.ARRIVED))

    def _on_not_arrived_clicked(self) -> None:
        self._run(resolve_not_arrived, self._number, meaning(Conclusion.NOT_ARRIVED))

    def _run(self, function: Callable[..., Answered | None], what: object, words: str) -> None:
        self.note.setEnabled(False)
        self._context.tasks.run(
            function,
            self._context.shop,
            what,
            done=partial(self._on_resolved, words),
            failed=self._on_failed,
            lane="write",
        )

    def _on_resolved(self, words: str, answered: Answered | None) -> None:
        refusal = "" if answered is None else why_not(answered)
        if refusal:
            self._say(refusal)
            return
        self.resolved.emit(words)
        self.accept()

    def _on_failed(self, error: PolkaError) -> None:
        self._say(f"{translated(error.title)} {translated(error.advice)}")
        self.note.setEnabled(True)

    def _say(self, words: str) -> None:
        self.conclusion.setText(words)
        set_look(self.conclusion, "tone", "bad")

"""The two pages of the calibration: which size to try, and how the trial goes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.domain.calibration import FEWEST
from app.domain.dialect import CountMeaning
from app.domain.money import MOST_PIECES
from app.services.calibration import suggestions
from app.services.views import ProductRow, SizeRow
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.delegates.suggestion_delegate import SuggestionDelegate
from app.ui.dialogs.calibration_words import expectation
from app.ui.i18n import translated
from app.ui.models.suggestion_model import SuggestionModel
from app.ui.tasks import Task
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.look import set_look
from app.ui.widgets.search_field import SearchField

FIGURE_WIDTH, BAR = 110, 8
MOST_SHOWN = 2 * MOST_PIECES + 1
"""Pieces that a cabinet can show after a receipt that it read otherwise than it was meant."""


class FigureField(QLineEdit):
    """Pieces that the cabinet shows."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.setValidator(QIntValidator(0, most, self))
        self.setFixedWidth(FIGURE_WIDTH)

    @property
    def pieces(self) -> int | None:
        """What is typed; None while that is no figure."""
        return int(self.text()) if self.hasAcceptableInput() else None


class ChooseSizePage(QWidget):
    """A product, one of its sizes, and the stock of it that the cabinet shows."""

    changed = Signal()

    def __init__(self, context: UiContext, meaning: CountMeaning) -> None:
        super().__init__()
        self._context = context
        self._meaning = meaning
        self._task: Task | None = None
        self._model = SuggestionModel(self)
        self.search, self.list = SearchField(context.theme), QListView()
        self.sizes, self.figure, self.words = ComboBox(), FigureField(MOST_PIECES), QLabel()
        self._build()
        self.search.searched.connect(self._suggest)
        self.search.moved_on.connect(self._on_moved_on)
        self.list.selectionModel().currentChanged.connect(self._on_product_changed)
        self.sizes.currentIndexChanged.connect(self._on_changed)
        self.figure.textEdited.connect(self._on_changed)
        self._suggest("")

    def _build(self) -> None:
        intro = QLabel(
            self.tr(
                "Polka sends a receipt of one piece and takes it back in the end. What the cabinet shows in"
                " between tells what “count” means. Choose a size that sells rarely and has two to ten"
                " pieces."
            )
        )
        intro.setWordWrap(True)
        self.search.setMaximumWidth(10_000)
        self.search.setPlaceholderText(self.tr("Article, title or barcode"))
        self.search.setAccessibleName(self.tr("Search for products"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(SuggestionDelegate(self._context.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Products"))
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (intro, self.search):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(self._figures())
        column.addWidget(self.words)

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        size_name, figure_name = QLabel(self.tr("Size")), QLabel(self.tr("The cabinet shows now"))
        self.sizes.setAccessibleName(size_name.text())
        self.figure.setAccessibleName(figure_name.text())
        for place, (name, widget) in enumerate(((size_name, self.sizes), (figure_name, self.figure))):
            name.setProperty("fieldName", True)
            grid.addWidget(name, 0, place)
            grid.addWidget(widget, 1, place, Qt.AlignmentFlag.AlignLeft if place else Qt.AlignmentFlag(0))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    @property
    def size_id(self) -> int | None:
        """The size that is chosen."""
        size = self.sizes.currentData()
        return size.id if isinstance(size, SizeRow) else None

    @property
    def is_ready(self) -> bool:
        """Whether the trial can begin."""
        return self.size_id is not None and (self.figure.pieces or 0) >= FEWEST

    def _suggest(self, search: str) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._context.tasks.run(
            suggestions, self._context.shop, search, done=self._on_suggested
        )

    def _on_suggested(self, rows: list[ProductRow]) -> None:
        self._model.show_rows(rows)
        self.list.setCurrentIndex(self._model.index(0))
        if not rows:
            self._on_product_changed()

    def _on_moved_on(self, event: QKeyEvent) -> None:
        QCoreApplication.sendEvent(self.list, event)

    def _on_product_changed(self) -> None:
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        sizes = row.sizes if isinstance(row, ProductRow) else ()
        self.sizes.clear()
        for size in sizes:
            words = self.tr("{size}: here {pieces}").format(size=size.value, pieces=shown.stock(size.stock))
            self.sizes.addItem(words, size)
        fitting = [size for size in sizes if size.here >= FEWEST]
        if fitting:
            self.sizes.setCurrentIndex(sizes.index(min(fitting, key=lambda size: size.here)))
        self.figure.clear()
        self._on_changed()

    def _on_changed(self) -> None:
        size, before = self.sizes.currentData(), self.figure.pieces
        is_shown = isinstance(size, SizeRow) and before is not None
        words = expectation(self._meaning, before or 0, size.here) if is_shown else None
        self.words.setText(translated(words))
        set_look(self.words, "tone", "hint" if self.is_ready or not is_shown else "warn")
        self.changed.emit()


class TrialPage(QWidget):
    """How the trial goes; while the cabinet is to be looked at, a field for what it shows."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.words, self.finding = QLabel(), QLabel(), QLabel()
        self.heading.setProperty("panelTitle", True)
        self.busy = QProgressBar(textVisible=False)
        self.busy.setRange(0, 0)
        self.busy.setFixedHeight(BAR)
        self.busy.setAccessibleName(self.tr("On its way"))
        self._figure_name, self.figure = QLabel(self.tr("The cabinet shows now")), FigureField(MOST_SHOWN)
        self._figure_name.setProperty("fieldName", True)
        self.figure.setAccessibleName(self._figure_name.text())
        self.figure.textEdited.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = QHBoxLayout()
        line.addWidget(self._figure_name)
        line.addWidget(self.figure)
        line.addStretch(1)
        for label in (self.heading, self.words, self.finding):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self.heading, self.busy, self.words):
            column.addWidget(widget)
        column.addLayout(line)
        column.addWidget(self.finding)
        column.addStretch(1)

    def ask(self, *, is_asked: bool, is_busy: bool) -> None:
        """Show the field for the figure, or that one waits."""
        for widget in (self._figure_name, self.figure):
            widget.setVisible(is_asked)
        self.busy.setVisible(is_busy)

"""*Review and send*: everything typed, in words, before anything leaves this computer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import OutdatedError, PolkaError
from app.domain.guard import Danger
from app.services.review_views import ReviewItem
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.delegates.review_delegate import ReviewDelegate
from app.ui.delegates.two_line_delegate import HEIGHT
from app.ui.dialogs.review_material import ReviewMaterial, assumption, queue_review, read_review
from app.ui.i18n import translated
from app.ui.models.review_model import ReviewItemRole, ReviewModel
from app.ui.widgets.code_view import CodeView
from app.ui.widgets.guard_lines import GuardLines

HIDDEN_TOKEN = "••••••••"  # noqa: S105  # what stands in place of the token
NO_ADDRESS = "…"
WIDTH, HIGHEST = 720, 680
FEWEST_SHOWN = 3
CODE_LINES = 14


class ReviewDialog(QDialog):
    """Every item can be left out; what is left out stays typed."""

    sent = Signal(int)  # deliveries that were queued
    calibration_requested = Signal()

    def __init__(self, context: UiContext, material: ReviewMaterial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = material.review
        self._url = material.url
        self._assumed, self._is_first = material.assumed, material.is_first
        self._had_focus: QWidget | None = None  # before it was sent
        self.model = ReviewModel(material.review, self)
        self.setWindowTitle(self.tr("Review and send"))
        self._build()
        self.model.chosen_changed.connect(self._on_chosen_changed)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.setCurrentIndex(self.model.index(0))
        self._on_chosen_changed()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.send)
        self.resize(WIDTH, 0)
        self._fit()
        context.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self._summary())
        layout.addLayout(self._head())
        layout.addWidget(self._notice())
        layout.addWidget(self._assumption())
        layout.addWidget(self._guard())
        layout.addWidget(self._items(), 1)
        layout.addLayout(self._request_line())
        layout.addWidget(self._request())
        layout.addWidget(self._problem())
        layout.addLayout(self._buttons())

    def _summary(self) -> QLabel:
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setProperty("panelTitle", True)
        return self.summary

    def _head(self) -> QStackedLayout:
        """What changed meanwhile is said in the place of the introduction: nothing below it moves."""
        self._heads = QStackedLayout()
        self._heads.addWidget(self._intro())
        self._heads.addWidget(self._change())
        return self._heads

    def _intro(self) -> QLabel:
        intro = QLabel(
            self.tr(
                "This is what the marketplace will be told. Figures are the stock here, before and after."
                " Clear a check mark to leave something out; it stays in the table."
            )
        )
        intro.setWordWrap(True)
        intro.setProperty("muted", True)
        return intro

    def _notice(self) -> QLabel:
        self.notice = QLabel(
            self.tr(
                "The marketplace is not connected yet. What you send waits here and goes as soon as"
                " the address and the token are in the settings."
            )
        )
        self.notice.setObjectName("notice")
        self.notice.setProperty("tone", "warn")
        self.notice.setWordWrap(True)
        self.notice.setVisible(not self._url)
        return self.notice

    def _change(self) -> QLabel:
        self.change = QLabel(
            self.tr(
                "Something changed while this was open. This is how it is now: look once more, then send."
            )
        )
        self.change.setObjectName("notice")
        self.change.setProperty("tone", "warn")
        self.change.setWordWrap(True)
        return self.change

    def _assumption(self) -> QFrame:
        self.assumption = QFrame()
        self.assumption.setObjectName("hint")
        words = "" if self._assumed is None else assumption(self._assumed, is_first=self._is_first)
        self.assumption_words = QLabel(words)
        self.assumption_words.setWordWrap(True)
        self.assumption_words.setProperty("muted", True)
        self.calibrate = QPushButton(self.tr("Check on one size…"))
        self.calibrate.setProperty("link", True)
        self.calibrate.setAutoDefault(False)
        self.calibrate.clicked.connect(self._on_calibrate_clicked)
        column = QVBoxLayout(self.assumption)
        column.setContentsMargins(11, 7, 11, 6)
        column.setSpacing(3)
        column.addWidget(self.assumption_words)
        column.addWidget(self.calibrate, 0, Qt.AlignmentFlag.AlignLeft)
        if self._assumed is None:
            self.assumption.hide()
        return self.assumption

    def _on_calibrate_clicked(self) -> None:
        """What is reviewed stays typed: a check can change how it is sent."""
        self.reject()
        self.calibration_requested.emit()

    def _guard(self) -> GuardLines:
        self.guard = GuardLines(self.model.dangers)
        self.guard.show_clicked.connect(self._on_show_clicked)
        self.guard.leave_out_clicked.connect(self.model.leave_out)
        self.guard.put_back_clicked.connect(self.model.put_back)
        return self.guard

    def _on_show_clicked(self, danger: Danger) -> None:
        """The next row below that the warning is about; after the last one the first."""
        rows, now = self.model.rows_of(danger), self._list.currentIndex().row()
        row = next((row for row in rows if row > now), rows[0])
        self._list.setCurrentIndex(self.model.index(row))
        self._list.scrollTo(self.model.index(row), QListView.ScrollHint.PositionAtCenter)
        self._list.setFocus()

    def _items(self) -> QListView:
        self._list = QListView()
        self._list.setModel(self.model)
        self._list.setItemDelegate(ReviewDelegate(self._context.theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setSizeAdjustPolicy(QListView.SizeAdjustPolicy.AdjustToContents)
        self._list.setMinimumHeight(HEIGHT * min(self.model.rowCount(), FEWEST_SHOWN) + 2)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(self.tr("What will be sent"))
        return self._list

    def _request_line(self) -> QHBoxLayout:
        self._show_request = QPushButton(self.tr("Show the exact request"))
        self._show_request.setProperty("link", True)
        self._show_request.setCheckable(True)
        self._show_request.toggled.connect(self._on_request_toggled)
        all_button = QPushButton(self.tr("Choose all"))
        all_button.clicked.connect(lambda: self.model.choose_all(True))
        none_button = QPushButton(self.tr("Choose none"))
        none_button.clicked.connect(lambda: self.model.choose_all(False))
        line = QHBoxLayout()
        line.addWidget(self._show_request)
        line.addStretch(1)
        line.addWidget(all_button)
        line.addWidget(none_button)
        return line

    def _request(self) -> CodeView:
        self.code = CodeView(CODE_LINES)
        self.code.setAccessibleName(self.tr("The exact request"))
        self.code.hide()
        return self.code

    def _problem(self) -> QLabel:
        self._problem_label = QLabel()
        self._problem_label.setProperty("tone", "bad")
        self._problem_label.setWordWrap(True)
        self._problem_label.hide()
        return self._problem_label

    def _buttons(self) -> QHBoxLayout:
        back = QPushButton(self.tr("Back to the table"))
        back.clicked.connect(self.reject)
        self._send = QPushButton()
        self._send.setProperty("primary", True)
        self._send.setDefault(True)
        self._send.clicked.connect(self.send)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(back)
        line.addWidget(self._send)
        return line

    def _on_chosen_changed(self) -> None:
        self.summary.setText(self.model.summary or self.tr("Nothing is chosen"))
        count = self.model.chosen_count
        self._send.setText(self.tr("Send %n action(s)", "", count))
        self._send.setEnabled(count > 0)
        self.guard.show_counts(self.model.dangers, self.model.dangers_left_out)

    def _on_current_changed(self, current: QModelIndex) -> None:
        item = current.data(ReviewItemRole)
        if isinstance(item, ReviewItem):
            self.code.show_body(item.body, request_head(self._url))

    def _on_request_toggled(self, is_shown: bool) -> None:  # noqa: FBT001  # Qt's signature
        self.code.setVisible(is_shown)
        self._show_request.setText(
            self.tr("Hide the exact request") if is_shown else self.tr("Show the exact request")
        )
        self._fit()

    def _fit(self, least: int = 0) -> None:
        """As high as what it shows, but not higher than the window behind it."""
        behind = self.parentWidget()
        most = HIGHEST if behind is None else min(HIGHEST, behind.window().height() - 40)
        self._column.activate()
        needed = max(self._column.totalHeightForWidth(self.width()), least)
        self.resize(self.width(), min(needed, most))

    @property
    def current_row(self) -> int:
        """The item that the person is at."""
        return self._list.currentIndex().row()

    @property
    def can_send(self) -> bool:
        """Whether something is chosen, and nothing is on its way already."""
        return self._send.isEnabled()

    @property
    def problem_words(self) -> str:
        """Why nothing was queued; nothing while there is no reason."""
        return "" if self._problem_label.isHidden() else self._problem_label.text()

    def show_request(self, is_shown: bool) -> None:  # noqa: FBT001  # a slot, called with the state
        """Show or hide the exact request."""
        self._show_request.setChecked(is_shown)

    def send(self) -> None:
        """Queue what is chosen; the dialog closes when that is done."""
        if not self._send.isEnabled():
            return
        self._had_focus = self.focusWidget()
        self._send.setEnabled(False)
        self._list.setEnabled(False)
        self._problem_label.hide()
        self._context.tasks.run(
            queue_review,
            self._context.shop,
            self._review,
            self.model.left_out,
            done=self._on_queued,
            failed=self._on_failed,
            lane="write",
        )

    def _on_queued(self, count: int) -> None:
        self.sent.emit(count)
        self.accept()

    def _on_changed(self, change: Change) -> None:
        """Also of a product that is not shown: a correction may have been drafted."""
        if change.products != frozenset() and self.isVisible() and self._list.isEnabled():
            self._read_again()

    def _read_again(self) -> None:
        self._context.tasks.run(read_review, self._context.shop, done=self._on_read_again, lane="write")

    def _on_read_again(self, material: ReviewMaterial) -> None:
        """Nothing that was not shown can be sent."""
        if not self._list.isEnabled():
            return
        is_same = material.review.tells_the_same(self._review)
        self._review = material.review
        self.guard.setMinimumHeight(self.guard.height() if self.guard.isVisible() else 0)
        self.model.show(material.review)
        self._on_current_changed(self._list.currentIndex())
        if not is_same:
            self._heads.setCurrentWidget(self.change)
            self._fit(self.height())

    def _on_failed(self, error: PolkaError) -> None:
        self._problem_label.setText(f"{translated(error.title)} {translated(error.advice)}")
        self._problem_label.show()
        self._list.setEnabled(True)
        self._on_chosen_changed()
        if self._had_focus is not None:
            self._had_focus.setFocus()
        if isinstance(error, OutdatedError):
            self._read_again()


def request_head(url: str) -> str:
    """What stands before the body, the token masked."""
    return (
        f"POST {url or NO_ADDRESS}\n"
        f"Authorization: Bearer {HIDDEN_TOKEN}\n"
        "Content-Type: application/json; charset=utf-8\n"
    )

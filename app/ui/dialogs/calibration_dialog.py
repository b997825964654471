"""*Check on one size…*: a receipt of one piece, the cabinet's figures, and what `count` means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.calibration import Finding
from app.domain.delivery import State
from app.domain.errors import PolkaError
from app.services import calibration
from app.services.calibration import Established, Standing, Trial
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.dialogs.calibration_pages import ChooseSizePage, TrialPage
from app.ui.dialogs.calibration_words import (
    back_words,
    end_words,
    finding_words,
    found_words,
    told_words,
    trial_words,
)
from app.ui.dialogs.confirmation import Confirmation
from app.ui.i18n import translated
from app.ui.tasks import Task
from app.ui.widgets.look import set_look

ON_ITS_WAY = (State.QUEUED, State.SENDING, State.WAITING)
WIDTH, HEIGHT, LOW = 580, 540, 300


class CalibrationDialog(QDialog):
    """Can be closed at any moment: a trial under way is kept, and taken up when it is opened again."""

    def __init__(self, context: UiContext, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._standing = standing
        self._is_done = False  # this window has seen the finding
        self._is_writing = False
        self._reading = Task.nothing()
        self.setWindowTitle(self.tr("What does “count” mean?"))
        self.choice, self.trial = ChooseSizePage(context, standing.meaning), TrialPage()
        self._problem = QLabel()
        self.go_on, self.end, self._later = QPushButton(), QPushButton(), QPushButton()
        self._build()
        self.choice.changed.connect(self._show_buttons)
        self.trial.changed.connect(self._on_figure_typed)
        context.bridge.changed.connect(self._on_changed)
        self.resize(WIDTH, LOW)
        self._later.setFocus()
        self._show(standing)

    def _build(self) -> None:
        self.choice.hide()
        self._problem.setWordWrap(True)
        set_look(self._problem, "tone", "bad")
        self._problem.hide()
        self.end.setText(self.tr("End the check…"))
        self.end.setAutoDefault(False)
        self._later.setAutoDefault(False)
        self.go_on.setProperty("primary", True)
        self.go_on.setDefault(True)
        self.end.clicked.connect(self._ask_end)
        self._later.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.proceed)
        buttons = QHBoxLayout()
        buttons.addWidget(self.end)
        buttons.addStretch(1)
        buttons.addWidget(self._later)
        buttons.addWidget(self.go_on)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.choice, 1)
        column.addWidget(self.trial, 1)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    # What is shown

    @property
    def problem_words(self) -> str:
        """Why the last step was not done; nothing while there is no reason."""
        return "" if self._problem.isHidden() else self._problem.text()

    @property
    def _done(self) -> Established | None:
        return self._standing.established if self._is_done else None

    def _on_changed(self, change: Change) -> None:
        if change.deliveries or change.events or change.settings:
            self._read()

    def _read(self) -> None:
        self._reading.cancel()  # an older answer must not come after a newer one
        self._reading = self._context.tasks.run(calibration.standing, self._context.shop, done=self._show)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        trial = standing.trial
        self._show_page(is_choice=trial is None and self._done is None)
        if trial is not None:
            self._show_trial(trial)
        elif self._done is not None:
            self._show_done(self._done)
        self._show_buttons()

    def _show_page(self, *, is_choice: bool) -> None:
        if self.choice.isHidden() is not is_choice:
            return
        self.choice.setVisible(is_choice)
        self.trial.setHidden(is_choice)
        self._column.activate()
        self.resize(self.width(), HEIGHT if is_choice else LOW)
        (self.choice.search if is_choice else self._later).setFocus()

    def _show_trial(self, trial: Trial) -> None:
        heading = self.tr("{article}, size {size}: the cabinet showed {before}")
        self.trial.heading.setText(
            heading.format(article=trial.article, size=trial.size, before=trial.before)
        )
        was_asked = self.trial.figure.isVisible()
        self.trial.words.setText(_spaced(translated(trial_words(trial))))
        self.trial.ask(is_asked=trial.can_answer, is_busy=trial.progress.state in ON_ITS_WAY)
        if trial.can_answer and not was_asked:
            self.trial.figure.setFocus()
        self._on_figure_typed()

    def _show_done(self, found: Established) -> None:
        self.trial.heading.setText(self.tr("It is established"))
        told = translated(told_words(found.told))
        self.trial.words.setText("\n\n".join(filter(None, (translated(found_words(found)), told))))
        self.trial.finding.setText(_spaced(translated(back_words(self._standing.back, found.before))))
        set_look(self.trial.finding, "tone", "hint")
        back = self._standing.back
        self.trial.ask(is_asked=False, is_busy=back is not None and back.state in ON_ITS_WAY)

    @property
    def _finding(self) -> Finding | None:
        """What the typed figure says; None while nothing is to be said."""
        trial, after = self._standing.trial, self.trial.figure.pieces
        if trial is None or trial.sent is None or not trial.can_answer or after is None:
            return None
        return trial.sent.finding(after)

    def _on_figure_typed(self) -> None:
        trial, finding = self._standing.trial, self._finding
        words = ""
        if finding is not None and trial is not None and trial.sent is not None:
            words = translated(finding_words(finding, trial.sent, trial.progress.state))
        self.trial.finding.setText(words)
        is_proof = finding is not None and finding.meaning is not None
        set_look(self.trial.finding, "tone", "ok" if is_proof else "warn")
        self._show_buttons()

    def _show_buttons(self) -> None:
        trial = self._standing.trial
        is_chosen = trial is None and self._done is None
        self.end.setVisible(trial is not None)
        self.end.setEnabled(
            not self._is_writing and trial is not None and trial.progress.state is not State.SENDING
        )
        self._later.setVisible(self._done is None)
        self._later.setText(self.tr("Cancel") if is_chosen else self.tr("Go on later"))
        words, step = self._next()
        self.go_on.setText(words)
        self.go_on.setVisible(bool(words))
        self.go_on.setEnabled(step is not None and not self._is_writing)

    def _next(self) -> tuple[str, Callable[[], None] | None]:
        """The words of the main button, and what it does now."""
        trial = self._standing.trial
        if trial is None:
            if self._done is not None:
                return self.tr("Close"), self.accept
            return self.tr("Send one piece"), self._start if self.choice.is_ready else None
        if not trial.can_answer:
            return "", None
        if self._finding is Finding.UNCHANGED and trial.progress.state is State.UNKNOWN:
            return self.tr("It did not arrive: send again"), self._send_again
        is_proof = self._finding is not None and self._finding.meaning is not None
        return self.tr("Note it"), self._answer if is_proof else None

    # What is done

    def proceed(self) -> None:
        """Do what the main button says."""
        step = self._next()[1]
        if step is not None and not self._is_writing:
            step()

    def _start(self) -> None:
        self._write(calibration.start, self.choice.size_id, self.choice.figure.pieces)

    def _send_again(self) -> None:
        self.trial.figure.clear()
        self._write(calibration.send_again)

    def _answer(self) -> None:
        self._is_done = True  # shown as such once the trial is gone
        self._write(calibration.answer, self.trial.figure.pieces)

    def _ask_end(self) -> None:
        trial = self._standing.trial
        if trial is None:
            return
        after = self.trial.figure.pieces if trial.can_answer else None
        words, sure = translated(end_words(trial, after)), self.tr("End the check")
        Confirmation(self._context.theme, sure, words, sure, self).ask(lambda: self._end(after))

    def _end(self, after: int | None) -> None:
        self.trial.figure.clear()
        self._write(calibration.end, after)

    def _write(self, function: Callable[..., Any], *args: object) -> None:
        self._is_writing = True
        self._problem.hide()
        self._show_buttons()
        self._context.tasks.run(
            function,
            self._context.shop,
            *args,
            done=lambda _: self._on_written(),
            failed=self._on_failed,
            lane="write",
        )

    def _on_written(self) -> None:
        self._is_writing = False
        self._read()

    def _on_failed(self, error: PolkaError) -> None:
        self._is_writing = self._is_done = False
        self._problem.setText(f"{translated(error.title)} {translated(error.advice)}")
        self._problem.show()
        self._read()


def _spaced(words: str) -> str:
    """With one space where a reason is left out."""
    return words.replace("  ", " ").strip()

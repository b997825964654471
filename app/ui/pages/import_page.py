"""*Import*: any file becomes deliveries in four steps; nothing is sent before the last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import PolkaError
from app.services.import_results import save_failed
from app.services.import_works import is_repetition
from app.spreadsheet.lines import LeftOut
from app.spreadsheet.meaning import absent_kinds
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.exports import Exporter, ask_workbook_path
from app.ui.folder_watch import FolderWatch
from app.ui.i18n import translated
from app.ui.import_flow import ImportFlow
from app.ui.pages.importing.check_step import CheckStep
from app.ui.pages.importing.columns_step import ColumnsStep
from app.ui.pages.importing.import_bar import ImportBar
from app.ui.pages.importing.preview_view import PreviewView
from app.ui.pages.importing.send_step import SendStep
from app.ui.pages.importing.start_view import StartView
from app.ui.rows_aside import RowsAside
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.import_steps import ImportSteps, Step
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.results_button import ResultsButton


class ImportPage(QWidget):
    """The steps above, the step of now, and the bar below."""

    message = Signal(str)
    batch_requested = Signal(int)
    drafted = Signal()
    withdrawn = Signal(str)  # why a file was not taken: another one is there now

    def __init__(self, context: UiContext, watch: FolderWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.flow = ImportFlow(context, self)
        self.rows_aside = RowsAside(self.flow)
        self.step = Step.FILE
        self._failure: PolkaError | None = None
        self.header, self.steps, self.bar = PageHeader(), ImportSteps(len(Step)), ImportBar()
        self._file = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self._file.setProperty("muted", True)
        self.anew, self.save_failed = QPushButton(), QPushButton()
        self.start = StartView(context, watch)
        self.preview = PreviewView(self.flow, self.rows_aside, context.theme)
        self.columns_step = ColumnsStep(self.flow, context.theme)
        self.check_step = CheckStep(self.flow, self.rows_aside, context.theme, context.memory)
        self.send_step = SendStep(self.flow, context)
        self._exporter = Exporter(context.tasks, self)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.header.add(self._file, 1)
        self.save_results = ResultsButton(self._context, self)
        self.save_results.message.connect(self.message)
        for button in (self.save_failed, self.anew, self.save_results):
            self.header.add_right(button)
        policy = self.anew.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the steps stay where they are
        self.anew.setSizePolicy(policy)
        self.stack = QStackedWidget()
        for view in (self.start, self.preview, self.columns_step, self.check_step, self.send_step):
            self.stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.steps)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self._connect_flow()
        self._connect_views()
        self.steps.chosen.connect(lambda number: self.go(Step(number)))
        self.bar.back_clicked.connect(self.go_back)
        self.bar.next_clicked.connect(self.go_on)
        self.bar.work.stopped.connect(self._on_stopped)
        self.anew.clicked.connect(self.flow.put_aside)
        self.save_failed.clicked.connect(self._on_save_failed_clicked)
        self._exporter.saved.connect(self._on_saved)
        self._exporter.failed.connect(self._context.tasks.failed)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_next_pressed, context=scope)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back, context=scope)

    def _connect_flow(self) -> None:
        flow = self.flow
        flow.begun.connect(self._on_begun)
        flow.taken_up.connect(self._on_taken_up)
        flow.left.connect(lambda: self.go(Step.FILE))
        flow.failed.connect(self._on_failed)
        flow.outdated.connect(self._on_outdated)
        flow.stopped.connect(lambda: self.message.emit(self.tr("Stopped. Nothing was sent.")))
        for signal in (flow.changed, flow.sampled, flow.checked, flow.kept, flow.sent, flow.busy_changed):
            signal.connect(self._show_state)
        self.rows_aside.answered.connect(self._show_state)

    def _connect_views(self) -> None:
        self.start.file_chosen.connect(self.open)
        self.start.pasted.connect(self.flow.paste)
        self.start.history.take_up_requested.connect(self.take_up)
        self.start.history.batch_requested.connect(self.batch_requested)
        self.start.history.message.connect(self.message)
        self.start.history.drafted.connect(self.drafted)
        self.start.message.connect(self.message)
        self.start.templates.message.connect(self.message)
        self.send_step.message.connect(self.message)
        self.send_step.batch.part_chosen.connect(lambda part: self.batch_requested.emit(part.batch_id))
        self.preview.other_requested.connect(self.flow.leave)

    # The way through the steps

    def open(self, path: Path) -> None:
        """Look at a file; what is under way stays in the history."""
        self.start.remember(path)
        self.flow.open(path)

    def take_up(self, import_id: int) -> None:
        """Go on with one that was left, where it is checked; with a changed file, where it is looked at."""
        self.flow.take_up(import_id)

    def go_on(self) -> None:
        """To the next step; in the last one it is sent."""
        if self.step is not Step.SEND:
            self.go(Step(self.step + 1))
        elif self.flow.is_sent:
            self.flow.leave()
        else:
            self.flow.send(self.send_step.verdict)

    def go_back(self) -> None:
        """To the step before, unless it is sent."""
        if self.step is not Step.FILE and self.flow.row is None:
            self.go(Step(self.step - 1))

    def go(self, step: Step) -> None:
        """To a step that can be gone to."""
        if step > self._reachable() or (self.flow.row is not None and step is not Step.SEND):
            return
        self.step = step
        if step in {Step.CHECK, Step.SEND}:
            self.flow.check()
        self._show_state()
        self._view().setFocus()

    def _reachable(self) -> Step:
        if not self.flow.has_file:
            return Step.FILE
        if absent_kinds(self.flow.draft.layout, self.flow.draft.meaning):
            return Step.COLUMNS
        result = self.flow.result
        if result is None or self.rows_aside.in_the_way or not result.plan.size:
            return Step.CHECK
        return Step.SEND

    def _view(self) -> QWidget:
        if self.step is Step.FILE:
            return self.preview if self.flow.has_file else self.start
        views: dict[Step, QWidget] = {
            Step.COLUMNS: self.columns_step,
            Step.CHECK: self.check_step.table,
            Step.SEND: self.send_step,
        }
        return views[self.step]

    # What is shown

    def _show_state(self) -> None:
        view = self.check_step if self.step is Step.CHECK else self._view()
        self.stack.setCurrentWidget(view)
        is_busy = self.flow.progress is not None
        self.bar.watch(self.flow.progress, self._work_words())
        reachable = Step.SEND if self.flow.row is not None else self._reachable()
        self.steps.show_step(self.step, reachable)
        self._file.set_whole(self._file_words())
        self.anew.setVisible(self.flow.has_file and not self.flow.is_sent)
        result = self.flow.result
        self.save_failed.setVisible(
            self.step is Step.CHECK and result is not None and result.summary.failed > 0
        )
        sent = self.flow.row
        self.save_results.show_import(None if sent is None else sent.id, "" if sent is None else sent.file)
        self.save_results.setVisible(sent is not None)
        self._show_bar(is_busy=is_busy)

    def _show_bar(self, *, is_busy: bool) -> None:
        back = "" if self.step is Step.FILE or self.flow.row is not None else self.tr("← Back")
        can_go_on = self._reachable() > self.step
        on = self.tr("Next →")
        if self.step is Step.FILE:
            on = self.tr("Columns →") if self.flow.has_file else ""
        elif self.step is Step.COLUMNS:
            on = self.tr("Check →")
        elif self.step is Step.CHECK:
            on = self.tr("To the sending →")
        else:
            on, can_go_on = self._send_words(), self._can_send()
        self.bar.show_buttons(back, on, can_go_on=can_go_on and not is_busy)
        self.bar.show_words(*self._bar_words())
        self.bar.setVisible(self.flow.has_file or is_busy)

    def _send_words(self) -> str:
        if self.flow.is_sent:
            return self.tr("New import")
        plan = None if self.flow.result is None else self.flow.result.plan
        if plan is None or not plan.deliveries:
            return self.tr("Apply")
        return self.tr("Send %n delivery(ies)", "", len(plan.deliveries))

    def _can_send(self) -> bool:
        if self.flow.is_sent:
            return True
        result = self.flow.result
        return result is not None and result.plan.size > 0 and self.flow.is_kept

    def _bar_words(self) -> tuple[str, str]:
        result = self.flow.result
        if self.step is not Step.CHECK or result is None:
            return "", ""
        if LeftOut.HIDDEN in self.rows_aside.in_the_way:
            return self.tr("Say above what to do with the hidden rows."), ""
        if LeftOut.STRUCK in self.rows_aside.in_the_way:
            return self.tr("Say above what to do with what is struck out."), ""
        ready = self.tr("%n row(s) are ready", "", result.summary.ready)
        if not result.plan.size:
            ready = self.tr("There is nothing to send")
        parts: list[str] = []
        if result.summary.articles:
            parts.append(self.tr("%n product(s)", "", result.summary.articles))
        if result.summary.failed:
            parts.append(self.tr("%n row(s) with errors will be left out", "", result.summary.failed))
        if result.rows.has_idle_prices:
            parts.append(self.tr("the prices in the file are not sent"))
        return ready, " · ".join(parts)

    def _file_words(self) -> str:
        beginning = self.flow.beginning
        if beginning is None:
            return ""
        parts = [self.flow.draft.path.name]
        if len(beginning.book.sheets) > 1:
            parts.append(self.tr("sheet «{name}»").format(name=beginning.sheet.name))
        rows = beginning.sheet.row_count
        if rows is not None:
            parts.append(self.tr("%n row(s)", "", rows))
        return " · ".join(parts)

    def _work_words(self) -> str:
        if self.step is Step.SEND:
            return self.tr("Queueing…")
        return self.tr("Checking…") if self.step is Step.CHECK else self.tr("Opening…")

    def _retranslate(self) -> None:
        self.header.set_title(self.tr("Import"))
        self.steps.set_words([self.tr("File"), self.tr("Columns"), self.tr("Check"), self.tr("Sending")])
        self.anew.setText(self.tr("Put aside"))
        self.anew.setToolTip(self.tr("It stays among the earlier imports"))
        self.save_results.retranslate()
        self.save_failed.setText(self.tr("Save the rows with errors…"))
        for part in (self.start, self.preview, self.columns_step, self.check_step, self.send_step):
            part.retranslate()
        self._show_state()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # What happens

    def _on_begun(self) -> None:
        error, self._failure = self._failure, None
        if error is not None:
            self.withdrawn.emit(_sentences(error))
        self.go(Step.FILE)

    def _on_taken_up(self) -> None:
        self.go(min(Step.CHECK, self._reachable()))

    def _on_next_pressed(self) -> None:
        if self.bar.next.isVisible() and self.bar.next.isEnabled():
            self.go_on()

    def _on_stopped(self) -> None:
        self.flow.stop()
        if self.step is Step.CHECK:
            self.go(Step.COLUMNS)

    def _on_outdated(self) -> None:
        changed = self.send_step.changed
        words = self.tr(
            "The stock changed meanwhile, and with it %n delivery(ies): "
            "look at what is marked, then send it.",
            "",
            changed,
        )
        self.message.emit(
            words if changed else self.tr("The figures changed meanwhile: look again, then send it.")
        )

    def _on_failed(self, error: PolkaError) -> None:
        if is_repetition(error):
            title, sure = self.tr("Imported already"), self.tr("Import it anyway")
            advice = self.tr("It is not sent again yet. Do that only if all of it happened a second time.")
            words = f"{translated(error.title)} {advice}"
            box = Confirmation(self._context.theme, title, words, sure, self)
            box.ask(self._send_anyway)
            return
        if self.step is Step.CHECK and self.flow.result is None:
            self.go(Step.COLUMNS)
        self._show_state()
        self._failure = error
        self._context.tasks.failed.emit(error)

    def _send_anyway(self) -> None:
        self.flow.send(self.send_step.verdict, anyway=True)

    def _on_save_failed_clicked(self) -> None:
        name = self.tr("{file} errors").format(file=self.flow.draft.path.stem)
        ask_workbook_path(self, self.tr("Save the rows with errors"), name, self.save_failed_to).open()

    def save_failed_to(self, path: str) -> None:
        """Write the rows with errors into a file."""
        if self.flow.result is not None:
            self._exporter.write(save_failed, self._context.shop, path, self.flow.result)

    def _on_saved(self, rows: int) -> None:
        self.message.emit(self.tr("%n row(s) saved.", "", rows))


def _sentences(error: PolkaError) -> str:
    return f"{translated(error.title)} {translated(error.advice)}"

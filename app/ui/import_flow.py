"""One import on its way through the steps: what is known of it, and the work on it off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.errors import PolkaError
from app.services.import_checking import (
    UNKNOWN,
    Beginning,
    ChangedFileError,
    CheckedImport,
    begin_import,
    check_beginning,
    check_import,
    look_again,
    plan_again,
    repeated,
)
from app.services.import_views import Content, Creating, ImportDraft, ImportRow, ImportState, Plan
from app.services.import_works import (
    begin_pasted,
    carry_out,
    deeds,
    is_repetition,
    take_up_again,
)
from app.services.progress import Progress, StoppedError
from app.services.reconciling import Verdict
from app.services.views import Change
from app.spreadsheet.layout import Layout
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.suited import suited
from app.ui import garbage, turns
from app.ui.context import UiContext
from app.ui.import_entry import ImportEntry
from app.ui.tasks import Task

T = TypeVar("T")


class ImportFlow(QObject):
    """What the four steps look at. Whatever takes long is one work at a time, and can be stopped."""

    begun = Signal()  # a file, or another sheet or reading of it, is looked at
    taken_up = Signal()  # one that was left, and its file is as it was then
    changed = Signal()  # how it is understood
    sampled = Signal()  # the first rows, as they are understood now
    repetition_known = Signal()
    checked = Signal()
    kept = Signal()  # it is in the history from now on, or what was left before it
    outdated = Signal(Plan)  # this was to be sent, but another plan came of it: the stock changed
    sent = Signal()
    left = Signal()
    busy_changed = Signal()
    stopped = Signal()  # by the person, before anything was done
    failed = Signal(object)  # PolkaError

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.progress: Progress | None = None  # of the work that is under way
        self._is_writing = False
        self._task, self._sampling, self._looking = Task.nothing(), Task.nothing(), Task.nothing()
        self._forget()
        context.bridge.changed.connect(self._on_shop_changed)

    def _forget(self) -> None:
        garbage.take_back()
        self._entry = self._new_entry()
        self.beginning: Beginning | None = None
        self.sample: Checked | None = None
        self.earlier: ImportRow | None = None
        self.result: CheckedImport | None = None
        self.row: ImportRow | None = None  # what the history says, once it is sent
        self._draft: ImportDraft | None = None
        self._resend: Callable[[], None] | None = None  # what was to be done when it turned out outdated
        self._is_outdated = False  # the stock that the plan is made for is another one now
        self._has_other_names = False  # products and sizes that the check does not know
        self._meanwhile: list[Change] = []  # what was changed while it was checked

    @property
    def draft(self) -> ImportDraft:
        """How the file is understood; only while there is one."""
        if self._draft is None:
            raise LookupError
        return self._draft

    @property
    def import_id(self) -> int | None:
        """Its number in the history, once it is kept there."""
        return self._entry.import_id

    @property
    def is_kept(self) -> bool:
        """Whether the history has it as it is understood now, so that it may be sent."""
        return self._entry.import_id is not None and not self._entry.is_writing

    @property
    def has_file(self) -> bool:
        """Whether a file is looked at."""
        return self._draft is not None

    @property
    def is_meaning_asked(self) -> bool:
        """Whether nothing in the file says for sure what it means, and nobody has."""
        return self._draft is not None and self._draft.told.is_in_doubt

    @property
    def is_checked(self) -> bool:
        """Whether the check is that of the draft and the stock of now."""
        return self.result is not None and self.result.draft == self._draft and not self._is_outdated

    # The file

    def open(self, path: Path, sheet: int | None = None, encoding: str = "") -> None:
        """Look at a file, or at another sheet or reading of the same."""
        is_same = self._draft is not None and self._draft.path == path
        is_same = is_same and self.row is None and not self._entry.is_begun
        done = partial(self._on_begun, self._entry if is_same else self._new_entry())
        self._run(begin_import, self._context.shop, path, sheet, encoding, done=done)

    def paste(self, text: str) -> None:
        """Look at a block of cells."""
        now = datetime.fromtimestamp(self._context.shop.clock(), UTC).astimezone()
        name = self.tr("pasted {moment}").format(moment=f"{now:%Y-%m-%d %H-%M-%S}")
        done = partial(self._on_begun, self._new_entry())
        self._run(begin_pasted, self._context.shop, text, name, done=done)

    def begin_made(self, begin: Callable[..., Beginning], *how: object) -> None:
        """Look at the table that `begin_turned` or `begin_message` makes of the file."""
        done = partial(self._on_begun, self._new_entry())
        self._run(begin, self._context.shop, self.draft, *how, done=done)

    def take_up(self, import_id: int) -> None:
        """Go on with one that was left."""
        done = partial(self._on_taken_up, import_id)
        self._run(take_up_again, self._context.shop, import_id, done=done)

    def _new_entry(self, import_id: int | None = None, *, is_begun: bool = False) -> ImportEntry:
        entry = ImportEntry(self._context, import_id, is_begun=is_begun)
        entry.kept.connect(self.kept)
        entry.failed.connect(self.failed)
        return entry

    def _on_taken_up(self, import_id: int, taken: tuple[Beginning, bool]) -> None:
        self._on_begun(self._new_entry(import_id, is_begun=taken[1]), taken[0])
        if not taken[0].is_changed:
            self.taken_up.emit()

    def _on_begun(self, entry: ImportEntry, beginning: Beginning) -> None:
        self._forget()
        self._entry = entry
        self.beginning, self._draft = beginning, beginning.draft
        self.begun.emit()
        self._look_for_repetition()
        self._read_sample()

    def _look_for_repetition(self) -> None:
        self._looking.cancel()  # the answer for another sheet or meaning
        self._looking = self._context.tasks.run(
            repeated,
            self._context.shop,
            self.draft,
            self.import_id,
            Progress(),
            done=self._on_repetition,
            failed=lambda _: None,  # whoever checks it says so
        )

    def _on_repetition(self, found: tuple[Content, ImportRow | None]) -> None:
        if self.draft.content == UNKNOWN:
            self._draft = replace(self.draft, content=found[0])
        self.earlier = found[1]
        self.repetition_known.emit()

    # How it is understood

    def set_layout(self, layout: Layout) -> None:
        """What the columns hold."""
        self.change(replace(self.draft, layout=layout))

    def set_meaning(self, meaning: Meaning) -> None:
        """What the file means. Columns that nobody has chosen are looked for anew."""
        guessed = None if self.beginning is None else self.beginning.guessed
        layout = self.draft.layout
        if guessed is not None and layout == suited(guessed.layout, self.draft.meaning):
            layout = layout if guessed.is_remembered else suited(guessed.layout, meaning)
        told = replace(self.draft.told, is_in_doubt=False)
        self.change(replace(self.draft, meaning=meaning, layout=layout, told=told))
        self._look_for_repetition()

    def set_choices(self, choices: Choices) -> None:
        """What a person chose."""
        self.change(replace(self.draft, choices=choices))

    def set_creating(self, creating: Creating) -> None:
        """What may be created."""
        self.change(replace(self.draft, creating=creating))

    def change(self, draft: ImportDraft) -> None:
        """Understand the file so; who is past the columns gets it checked anew."""
        if draft == self._draft:
            return
        is_past_columns = self.result is not None
        self._draft, self._resend = draft, None
        self.changed.emit()
        self._read_sample()
        if is_past_columns:
            self.check()

    def _read_sample(self) -> None:
        self._sampling.cancel()
        self._sampling = self._context.tasks.run(
            check_beginning, self.beginning, self.draft, done=self._on_sampled, failed=self.failed.emit
        )

    def _on_sampled(self, sample: Checked) -> None:
        self.sample = sample
        self.sampled.emit()

    # The check

    def check(self) -> None:
        """Read the whole sheet, unless that is done."""
        if self.is_checked:
            self.checked.emit()
            return
        self._end_work()
        shop, draft, result = self._context.shop, self.draft, self.result
        if result is not None and result.is_check_of(draft) and not self._has_other_names:
            self._run(plan_again, shop, result, draft, self.import_id, done=self._on_planned)
        else:
            self._run(check_import, shop, draft, self.import_id, done=self._on_checked)

    def _on_checked(self, result: CheckedImport) -> None:
        if not self._take(result):
            return
        self._catch_up()
        if self.is_checked:
            self._show_check()
        else:
            self.check()

    def _on_planned(self, result: CheckedImport) -> None:
        """The plan took a moment: what was changed in it is not waited for, or it would never end."""
        if self._take(result):
            self._show_check()

    def _take(self, result: CheckedImport) -> bool:
        """Whether the result is for what is chosen now; else it is looked for once more."""
        if self._draft is None or replace(self._draft, content=result.draft.content) != result.draft:
            self.check()
            return False
        is_same = self.result is not None and self.result.draft == result.draft
        self._draft, self.result = result.draft, result
        self._is_outdated = self._has_other_names = False
        if not is_same:
            self._entry.keep(self.draft)
        return True

    def _show_check(self) -> None:
        garbage.set_aside()  # else each search, on this thread, would go through all of its rows
        self.checked.emit()
        resend, self._resend = self._resend, None
        if resend is not None:
            resend()

    def _on_shop_changed(self, change: Change) -> None:
        if self.progress is not None:
            self._meanwhile.append(change)
        else:
            self._compare(change)

    def _catch_up(self) -> None:
        """See to what was changed while something was under way."""
        changes, self._meanwhile = self._meanwhile, []
        for change in changes:
            self._compare(change)

    def _compare(self, change: Change) -> None:
        """See whether the plan is made for what there is no longer."""
        if self.result is None or self.row is not None:
            return
        planned = self.result.summary.products
        products = planned if change.products is None else change.products
        self._is_outdated = self._is_outdated or change.structure or not planned.isdisjoint(products)
        self._has_other_names = self._has_other_names or change.structure

    # The end

    def send(self, verdict: Verdict = Verdict.CABINET, *, anyway: bool = False) -> None:
        """Do what the plan says."""
        if self.result is None or not self.is_kept or self.progress is not None:
            return
        if not self.is_checked:
            self._resend = partial(self._send_if_same, self.result.plan, verdict, anyway)
            self.check()
        else:
            self._send(verdict, anyway)

    def _send(self, verdict: Verdict, anyway: bool) -> None:  # noqa: FBT001
        guessed = None if self.beginning is None else self.beginning.guessed
        function = partial(carry_out, verdict=verdict, anyway=anyway, guessed=guessed)
        what = (self._context.shop, self.import_id, self.result)
        self._run(function, *what, done=self._on_sent, writes=True)

    def _send_if_same(self, before: Plan, verdict: Verdict, anyway: bool) -> None:  # noqa: FBT001
        """What a person has seen is sent, and nothing else."""
        if self.result is not None and deeds(self.result.plan) == deeds(before):
            self._send(verdict, anyway)
        else:
            self.outdated.emit(before)

    def _on_sent(self, row: ImportRow | None) -> None:
        self.row = row
        self.sent.emit()

    @property
    def is_sent(self) -> bool:
        """Whether all of it is on its way."""
        return self.row is not None and self.row.state is ImportState.QUEUED

    def stop(self) -> None:
        """Whoever writes ends at the next part; who only reads is not waited for."""
        self._resend = None
        if self.progress is not None:
            self.progress.stop()
            if not self._is_writing:
                self._end_work()
                self.stopped.emit()

    def put_aside(self) -> None:
        """Leave the import; it stays in the history as it is understood now."""
        if self._draft is not None and self.row is None:
            self._entry.keep(self._draft)
        self.leave()

    def leave(self) -> None:
        """Look at no file any more."""
        self._end_work()
        self._sampling.cancel()
        self._looking.cancel()
        self._forget()
        self.left.emit()

    # The work

    def _run(
        self, function: Callable[..., T], *args: Any, done: Callable[[T], None], writes: bool = False
    ) -> None:
        self._end_work()
        garbage.pause()
        turns.shorten()
        self._is_writing = writes
        self.progress = Progress()
        ended, failed = partial(self._on_done, done), self._on_failed
        self._task = self._context.tasks.run(function, *args, self.progress, done=ended, failed=failed)
        self.busy_changed.emit()

    def _end_work(self) -> None:
        if self.progress is not None:
            self.progress.stop()
            self._task.cancel()
            self._rest()
            self._catch_up()

    def _rest(self) -> None:
        garbage.resume()
        turns.as_usual()
        self.progress = None
        self.busy_changed.emit()

    def _on_done(self, done: Callable[[Any], None], answer: object) -> None:
        self._rest()
        done(answer)
        self._catch_up()

    def _on_failed(self, error: PolkaError) -> None:
        self._rest()
        self._catch_up()
        self._resend = None
        if self._is_writing and not is_repetition(error):
            self._entry.is_begun = True
        if isinstance(error, StoppedError):
            self.stopped.emit()
        elif isinstance(error, ChangedFileError):
            done = partial(self._on_begun, self._entry)
            self._run(look_again, self._context.shop, self.draft, self.import_id, done=done)
        else:
            self.failed.emit(error)

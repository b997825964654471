"""What takes long about an import, one call each."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.errors import PolkaError
from app.domain.text import Text
from app.services.import_applying import apply_counts, apply_links
from app.services.import_checking import Beginning, CheckedImport, begin_again, begin_changed, begin_import
from app.services.import_history import import_row
from app.services.import_keeping import remember, save, take_up
from app.services.import_messages import message_file
from app.services.import_queue import AlreadyImportedError, queue_import
from app.services.import_turning import turn_file
from app.services.import_views import ImportDraft, ImportRow, Plan
from app.services.importing import Guess, keep_pasted
from app.services.progress import Progress
from app.services.reconciling import Verdict
from app.services.shop import Shop
from app.spreadsheet.meaning import Meaning


def begin_pasted(shop: Shop, text: str, name: str, progress: Progress) -> Beginning:
    """Keep a block of cells as a file of that name and look at it. Raises as `begin_import` does."""
    return begin_import(shop, keep_pasted(shop, text, name), None, "", progress)


def begin_turned(shop: Shop, draft: ImportDraft, progress: Progress) -> Beginning:
    """Look at the same table upright: its columns as rows. Raises as `begin_import` does."""
    return begin_import(shop, turn_file(shop, draft, progress), None, "", progress)


def begin_message(
    shop: Shop, draft: ImportDraft, say: Callable[[Text], str], progress: Progress
) -> Beginning:
    """Look at the table that a message says. Raises as `begin_import` does."""
    return begin_import(shop, message_file(shop, draft, say, progress), None, "", progress)


def take_up_again(shop: Shop, import_id: int, progress: Progress) -> tuple[Beginning, bool]:
    """Go on with an import that was left; also whether some of it is done. Raises as `take_up` does."""
    taken = take_up(shop, import_id, progress)
    if taken.is_changed:
        return begin_changed(shop, taken.draft, progress), taken.is_begun
    return begin_again(shop, taken.draft, progress), taken.is_begun


def carry_out(
    shop: Shop,
    import_id: int,
    result: CheckedImport,
    progress: Progress,
    *,
    verdict: Verdict,
    anyway: bool,
    guessed: Guess | None,
) -> ImportRow | None:
    """Do what the plan says; returns what the history says of it then.

    `guessed`: how the file was understood before; what a person said otherwise is remembered.
    """
    save(shop, import_id, result.draft)  # whatever else of it is still on its way to be kept
    what = (shop, import_id, result.plan, result.checked)
    if result.draft.meaning is Meaning.LINKS:
        apply_links(*what, progress, anyway=anyway)
    elif result.draft.meaning is Meaning.CABINET:
        apply_counts(*what, verdict, progress, anyway=anyway)
    else:
        queue_import(*what, progress, anyway=anyway)
    if _is_said(result.draft, guessed):
        remember(shop, result.draft)
    return import_row(shop, import_id)


def _is_said(draft: ImportDraft, guessed: Guess | None) -> bool:
    """Whether a person has said otherwise than it was guessed, or than the last time."""
    if guessed is None or not guessed.is_sure:  # then sending it is an answer
        return True
    said = (draft.layout, draft.meaning, draft.choices.lasting, draft.creating)
    return said != (guessed.layout, guessed.meaning, guessed.choices, guessed.creating)


def deeds(plan: Plan) -> tuple[object, ...]:
    """What two plans must have in common to do the same."""
    return (plan.rows, plan.links, plan.numbers, plan.counts)


def is_repetition(error: PolkaError) -> bool:
    """Whether the same content was sent before, and *anyway* is a way to go on."""
    return isinstance(error, AlreadyImportedError)

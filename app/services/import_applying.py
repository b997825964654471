"""Imports that become no deliveries: the marketplace's numbers, and what the cabinet shows."""

from __future__ import annotations

from app.services.import_queue import begin, finish
from app.services.import_views import Plan
from app.services.linking import link_many
from app.services.progress import Progress
from app.services.reconciling import Counted, Reconciled, Verdict, write_counts
from app.services.shop import Shop
from app.services.views import Change
from app.spreadsheet.lines import Checked
from app.storage import catalogue

NUMBERS_AT_ONCE = 500


def apply_links(
    shop: Shop,
    import_id: int,
    plan: Plan,
    checked: Checked,
    progress: Progress | None = None,
    *,
    anyway: bool = False,
) -> int:
    """Write the links and numbers of sizes; returns how many.

    A stopped one keeps what it wrote; the next plan has the rest. Raises as `queue_import` does.
    """
    progress = progress or Progress()
    begin(shop, import_id, plan, checked, anyway=anyway)
    done = _write_numbers(shop, plan, progress)
    done += link_many(shop, {one.marketplace_id: one.product_id for one in plan.links}, progress)
    if not progress.is_stopped:
        finish(shop, import_id, done)
    return done


def _write_numbers(shop: Shop, plan: Plan, progress: Progress) -> int:
    for start in range(0, len(plan.numbers), NUMBERS_AT_ONCE):
        if progress.is_stopped:
            return start
        part = plan.numbers[start : start + NUMBERS_AT_ONCE]
        with shop.database.write() as connection:
            for one in part:
                catalogue.update_size(connection, one.size_id, marketplace_size_id=one.number)
        shop.changes.publish(Change(frozenset(one.product_id for one in part)))
    return len(plan.numbers)


def apply_counts(
    shop: Shop,
    import_id: int,
    plan: Plan,
    checked: Checked,
    verdict: Verdict,
    progress: Progress | None = None,
    *,
    anyway: bool = False,
) -> Reconciled:
    """Do with every count of the plan what a person decided. Raises as `queue_import` does."""
    progress = progress or Progress()
    begin(shop, import_id, plan, checked, anyway=anyway)
    counted = [Counted(one.known, one.pieces, verdict) for one in plan.counts]
    written = write_counts(shop, counted, progress)
    if not progress.is_stopped:
        finish(shop, import_id, len(counted) - len(written.changed))
    return written

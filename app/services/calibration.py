"""Calibration of `count`: one receipt of a single piece, and what the cabinet shows before and after it.

The receipt is a delivery like any other. It survives a restart, and in the end the piece goes back: by an
opposite delivery where the meaning is known, by a person in the cabinet where it is not.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.calibration import FEWEST, PIECES, Finding, SentReceipt, way_back
from app.domain.delivery import STEPS, State, Step
from app.domain.dialect import CountMeaning
from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.domain.text import Text, translate
from app.services import deciding
from app.services.agreement import settle_writes, write_tracks
from app.services.catalogue import product_index, product_rows
from app.services.editing import queue_stock
from app.services.queueing import Origin
from app.services.settings import CALIBRATION, read_connection, write_connection
from app.services.shop import Shop
from app.services.tracks import load_track
from app.services.views import Change, ProductFilter, ProductRow
from app.storage import catalogue, deliveries, ledger, outbox, settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

TRIAL = "calibration_trial"
MOST_COMPARED, MOST_SUGGESTIONS = 500, 50
FEW = 10
"""Pieces up to which a wrong assumption does little harm meanwhile."""


@dataclass(frozen=True, slots=True)
class Established:
    """What a calibration found: by which size and figures, and who did it. `at`: UTC seconds.

    `told`: products whose stock had been told in the other meaning. `back`: the delivery that takes the
    piece back.
    """

    meaning: CountMeaning
    at: float
    who: str
    article: str
    size: str
    before: int
    after: int
    told: int = 0
    back: int | None = None

    @property
    def moment(self) -> datetime:
        """When it was, on the clock of this computer."""
        return datetime.fromtimestamp(self.at, UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Progress:
    """A delivery of a calibration, as it is now."""

    state: State
    reason: Text | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Trial:
    """A calibration under way. `is_disturbed`: something else has moved or will move this size."""

    article: str
    title: str
    size: str
    before: int
    progress: Progress
    sent: SentReceipt | None  # None before it was tried
    is_disturbed: bool
    is_elsewhere: bool  # the address was changed meanwhile

    @property
    def can_answer(self) -> bool:
        """Whether the cabinet's figure can tell something now."""
        is_sent = self.progress.state in {State.DELIVERED, State.UNKNOWN} and self.sent is not None
        return is_sent and not self.is_disturbed and not self.is_elsewhere


@dataclass(frozen=True, slots=True)
class Standing:
    """What `count` is taken to mean, what is known about that, and what is under way."""

    meaning: CountMeaning
    established: Established | None = None
    trial: Trial | None = None
    back: Progress | None = None  # of the delivery that takes the piece back

    @property
    def is_assumed(self) -> bool:
        """Nobody has checked the meaning that is set."""
        return self.established is None or self.established.meaning is not self.meaning


@dataclass(frozen=True, slots=True)
class _Kept:
    """A trial as the database keeps it."""

    url: str
    product_id: int
    size_id: int
    delivery_id: int
    before: int
    at: float


def standing(shop: Shop) -> Standing:
    """How things stand now."""
    with shop.database.read() as connection:
        established = _load_established(connection)
        return Standing(
            meaning=read_connection(connection).dialect.count,
            established=established,
            trial=_trial(connection),
            back=None if established is None else _progress(connection, established.back),
        )


def suggestions(shop: Shop, search: str) -> list[ProductRow]:
    """Products to try it with, best first: few pieces, but enough of them to tell the readings apart."""
    rows = product_rows(shop, list(product_index(shop, ProductFilter(search)).ids[:MOST_COMPARED]))

    def rank(product: ProductRow) -> tuple[bool, int]:
        fitting = [size.here for size in product.sizes if size.here >= FEWEST]
        return not fitting, min(fitting, default=0)

    return sorted(rows, key=rank)[:MOST_SUGGESTIONS]


def start(shop: Shop, size_id: int, before: int) -> None:
    """Queue the receipt of a piece of a size of which the cabinet shows `before` pieces now.

    Raises `InvalidValueError` where that could not tell anything.
    """
    with shop.database.write() as connection:
        size = catalogue.size_records_by_id(connection, [size_id])[0]
        connected = read_connection(connection)
        _check_start(connection, size.product_id, SentReceipt.assuming(connected.dialect.count, before))
        _set_marketplace_stock(shop, connection, size_id, before)
        number = queue_stock(
            shop, connection, size.product_id, Action.RECEIPTS, {size_id: PIECES}, Origin(shop.who)
        )
        kept = _Kept(connected.url, size.product_id, size_id, number, before, shop.clock())
        settings.save(connection, TRIAL, asdict(kept))
    _publish(shop, kept)


def _check_start(connection: Connection, product_id: int, receipt: SentReceipt) -> None:
    if not receipt.is_telling:
        raise InvalidValueError(TOO_FEW, translate("Calibration", "Nothing was sent."))
    if not read_connection(connection).url:
        raise InvalidValueError(
            translate("Calibration", "The marketplace is not connected yet."),
            translate("Calibration", "Enter the address and the token first."),
        )
    if _load_trial(connection) is not None:
        raise InvalidValueError(
            translate("Calibration", "A check is under way already."),
            translate("Calibration", "Finish or end it first."),
        )
    if deliveries.has_open(connection, product_id):
        raise InvalidValueError(
            translate("Calibration", "Something of this product is still on its way."),
            translate("Calibration", "Wait until it has arrived, or choose another product."),
        )


def answer(shop: Shop, after: int) -> Finding:
    """The cabinet shows `after` pieces now. Where that proves a meaning, it is set and the piece goes back.

    Otherwise nothing is changed. Raises `InvalidValueError` where the figure can tell nothing.
    """
    with shop.database.write() as connection:
        kept, trial = _load_trial(connection), _trial(connection)
        if kept is None or trial is None or trial.sent is None or not trial.can_answer:
            raise _moved_on()
        finding = trial.sent.finding(after)
        if finding.meaning is None:
            return finding
        if trial.progress.state is State.UNKNOWN:
            _confirm(shop, connection, kept)
        _set_marketplace_stock(shop, connection, kept.size_id, after)
        told = _set_meaning(connection, finding.meaning, kept)
        back = _send_back(shop, connection, kept, after)
        found = Established(
            finding.meaning,
            shop.clock(),
            shop.who,
            trial.article,
            trial.size,
            kept.before,
            after,
            told,
            back,
        )
        settings.save(connection, CALIBRATION, asdict(found))
        settings.save(connection, TRIAL, None)
    _publish(shop, kept)
    return finding


def _confirm(shop: Shop, connection: Connection, kept: _Kept) -> None:
    """The figure shows that the receipt without an answer arrived."""
    words = translate("Delivery", "{who} said that it arrived.").format(who=shop.who)
    now = shop.clock()
    outbox.take(connection, [kept.delivery_id], Step.CONFIRM, reason=words.dumps(), finished_at=now)
    settle_writes(connection, {kept.delivery_id: True}, [kept.product_id], at=now, who=shop.who)


def _set_meaning(connection: Connection, meaning: CountMeaning, kept: _Kept) -> int:
    """Set it; returns how many products had been told in the other meaning."""
    connected = read_connection(connection)
    if connected.dialect.count is meaning:
        return 0
    write_connection(connection, replace(connected, dialect=replace(connected.dialect, count=meaning)))
    return deliveries.products_told(connection, besides=kept.delivery_id)


def _send_back(shop: Shop, connection: Connection, kept: _Kept, after: int) -> int | None:
    """Queue what leads the marketplace back to `before`; here only the piece goes."""
    back = way_back(kept.before, after)
    if back is None:
        return None
    action, pieces = back
    # A wrong assumption has moved more there than here.
    _move_here(shop, connection, kept, -PIECES - action.sign * pieces)
    return queue_stock(shop, connection, kept.product_id, action, {kept.size_id: pieces}, Origin(shop.who))


def send_again(shop: Shop) -> None:
    """The receipt without an answer did not arrive: it is sent again. Raises `InvalidValueError`."""
    deciding.resolve_not_arrived(shop, _required(shop).delivery_id)


def end(shop: Shop, after: int | None = None) -> None:
    """End a check without a finding: the piece goes here, and nothing more is sent.

    `after`: what the cabinet shows now, where the person knows. Without it a receipt without an answer
    stays unknown among the deliveries; one that waited and may have arrived becomes so first, and the
    check goes on. Raises `InvalidValueError` while it is on its way.
    """
    kept = _required(shop)
    if _was_stopped(shop, kept):
        return
    with shop.database.write() as connection:
        state, trial = _state(connection, kept), _trial(connection)
        if trial is None or trial.is_disturbed:
            after = None  # whatever was read may have been read before that
        if state is State.UNKNOWN and after == kept.before:
            _deny(shop, connection, kept)
        elif state is State.UNKNOWN and after is not None:
            _confirm(shop, connection, kept)
            state = State.DELIVERED
        if state is State.DELIVERED:
            _move_here(shop, connection, kept, -PIECES)
            _set_marketplace_stock(shop, connection, kept.size_id, after)
        elif state in {State.SENDING, State.QUEUED, State.WAITING, State.HELD}:
            raise _moved_on()
        settings.save(connection, TRIAL, None)
    _publish(shop, kept)


def _was_stopped(shop: Shop, kept: _Kept) -> bool:
    """Cancel a receipt that has not left; whether it turned out that it may have."""
    with shop.database.read() as connection:
        if _state(connection, kept) not in STEPS[Step.CANCEL][0]:
            return False
    deciding.cancel(shop, kept.delivery_id)
    with shop.database.read() as connection:
        return _state(connection, kept) is State.UNKNOWN


def _deny(shop: Shop, connection: Connection, kept: _Kept) -> None:
    """It did not arrive, and is not wanted any more."""
    now = shop.clock()
    outbox.take(connection, [kept.delivery_id], Step.DENY, reason=None, in_doubt=False)
    settle_writes(connection, {kept.delivery_id: False}, [kept.product_id], at=now, who=shop.who)
    outbox.take(connection, [kept.delivery_id], Step.CANCEL, finished_at=now)
    _move_here(shop, connection, kept, -PIECES)
    _set_marketplace_stock(shop, connection, kept.size_id, None)


def _set_marketplace_stock(shop: Shop, connection: Connection, size_id: int, count: int | None) -> None:
    """A person read what the marketplace has (None: nobody did); here the stock stays as it is."""
    row = catalogue.size_records_by_id(connection, [size_id])[0]
    old, now = load_track(row.track, row.agreed), shop.clock()
    new = old if count is None else old.corrected(count, now)
    write_tracks(connection, {size_id: (old, new, row.here)}, at=now, who=shop.who)


def _move_here(shop: Shop, connection: Connection, kept: _Kept, pieces: int) -> None:
    if pieces:
        ledger.move(
            connection,
            kept.size_id,
            pieces,
            Cause.CORRECTION,
            at=shop.clock(),
            who=shop.who,
            delivery_id=kept.delivery_id,
        )


def _trial(connection: Connection) -> Trial | None:
    kept = _load_trial(connection)
    if kept is None:
        return None
    record = deliveries.record(connection, kept.delivery_id)
    progress = _progress(connection, kept.delivery_id)
    if record is None or progress is None:
        return None
    size = catalogue.size_records_by_id(connection, [kept.size_id])[0]
    return Trial(
        article=record.article,
        title=record.title,
        size=size.value,
        before=kept.before,
        progress=progress,
        sent=_sent(connection, kept),
        is_disturbed=deliveries.has_later(connection, kept.product_id, kept.delivery_id)
        or ledger.has_event_since(connection, kept.size_id, kept.at),
        is_elsewhere=read_connection(connection).url != kept.url,
    )


def _sent(connection: Connection, kept: _Kept) -> SentReceipt | None:
    """What really left this machine, whatever was assumed at that moment."""
    attempts = deliveries.attempt_records(connection, kept.delivery_id)
    if not attempts:
        return None
    body = json.loads(attempts[-1].request)
    return SentReceipt(kept.before, int(body["sizes"][0]["count"]))


def _progress(connection: Connection, delivery_id: int | None) -> Progress | None:
    record = None if delivery_id is None else deliveries.record(connection, delivery_id)
    if record is None:
        return None
    next_at = None if record.next_at is None else datetime.fromtimestamp(record.next_at, UTC).astimezone()
    return Progress(State(record.state), Text.loads(record.reason), next_at)


def _state(connection: Connection, kept: _Kept) -> State:
    progress = _progress(connection, kept.delivery_id)
    return State.CANCELLED if progress is None else progress.state


def _load_trial(connection: Connection) -> _Kept | None:
    stored: dict[str, Any] | None = settings.load(connection, TRIAL)
    return None if stored is None else _Kept(**stored)


def _load_established(connection: Connection) -> Established | None:
    stored: dict[str, Any] | None = settings.load(connection, CALIBRATION)
    if stored is None:
        return None
    return Established(meaning=CountMeaning(stored.pop("meaning")), **stored)


def _required(shop: Shop) -> _Kept:
    with shop.database.read() as connection:
        kept = _load_trial(connection)
    if kept is None:
        raise _moved_on()
    return kept


def _publish(shop: Shop, kept: _Kept) -> None:
    shop.changes.publish(Change(frozenset({kept.product_id}), deliveries=True, queued=True, settings=True))


def _moved_on() -> InvalidValueError:
    return InvalidValueError(
        translate("Calibration", "This check has moved on meanwhile."),
        translate("Calibration", "Look at it again; nothing was changed."),
    )


TOO_FEW = translate(
    "Calibration",
    "With fewer than two pieces the answer would not be clear. Choose a size of which the cabinet shows two"
    " or more.",
)

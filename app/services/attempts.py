"""Both ends of an attempt in the database: what leaves and what is known of it, and how it ended."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.action import Action
from app.domain.delivery import (
    MAY_HAVE_BEEN_APPLIED,
    PAUSES_CONNECTION,
    QUIET,
    AttemptOutcome,
    Next,
    Step,
    after_attempt,
    after_crash,
)
from app.domain.dialect import CountMeaning, Dialect
from app.domain.text import Text, translate
from app.marketplace.outcome import Answer
from app.marketplace.schema import OutgoingSize, render
from app.services.agreement import settle_writes
from app.services.counts import Counting
from app.services.pausing import hold_while_paused, load_pause, write_pause
from app.services.settings import read_connection
from app.services.shop import Shop
from app.services.tracks import dump_track, load_track
from app.services.views import Change
from app.storage import claims, outbox, tracks
from app.storage.claims import Claimed, ClaimedSize
from app.storage.outbox import Finished, Sending, SentSize

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class InFlight:
    """A delivery whose `sending` is committed. `at`: UTC seconds."""

    claimed: Claimed
    attempt_id: int
    body: bytes
    at: float
    carries_price: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """An attempt and what came of it. `is_outdated`: address or token have changed since it left."""

    flight: InFlight
    answer: Answer
    is_outdated: bool = False

    @property
    def pauses(self) -> bool:
        """A refusal of what is used no longer says nothing of what is used now."""
        return self.answer.outcome in PAUSES_CONNECTION and not self.is_outdated


@dataclass(frozen=True, slots=True)
class Begun:
    """What leaves now, and the products of all that changed."""

    started: list[InFlight]
    touched: frozenset[int] = frozenset()


def begin_attempts(
    connection: Connection, dialect: Dialect, room: int, now: float, quiet: Collection[int] = ()
) -> Begun:
    """Take what may be sent now, at most `room`, and render it as the stock is at this moment.

    `quiet`: deliveries whose last attempt may still be at work there.
    """
    if room <= 0 or load_pause(connection) is not None:
        return Begun([])
    claimed = claims.claim(connection, now, room, quiet)
    touched = frozenset(c.product_id for c in claimed)
    doubtful = [c.id for c in claimed if c.in_doubt and not is_repeatable(c.action, dialect)]
    if doubtful:  # the dialect was changed meanwhile: what was harmless to repeat is so no longer
        outbox.take(connection, doubtful, Step.LOSE, reason=_IN_DOUBT.dumps(), next_at=None)
        begun = begin_attempts(connection, dialect, room, now, quiet)
        return replace(begun, touched=begun.touched | touched)
    if not claimed:
        return Begun([])
    carried = [size.size_id for delivery in claimed for size in delivery.sizes]
    counting = Counting.of(connection, carried, dialect)
    group = [_sending(delivery, counting, now) for delivery in claimed]
    attempts = outbox.mark_sending(connection, group)
    started = [
        InFlight(delivery, attempt_id, sending.body.encode(), now, _carries_price(delivery, dialect))
        for delivery, sending, attempt_id in zip(claimed, group, attempts, strict=True)
    ]
    return Begun(started, touched)


def _sending(delivery: Claimed, counting: Counting, now: float) -> Sending:
    dialect = counting.dialect
    outgoing: list[OutgoingSize] = []
    sent: list[SentSize] = []
    for size in _carried(delivery, dialect):
        movement = delivery.action.sign * size.quantity
        before, after = counting.before(size.size_id, size), counting.after(size.size_id, size, movement)
        sets = after if dialect.count is CountMeaning.LEFT else None
        track = load_track(size.track, size.agreed).sending(delivery.id, sets, movement, now)
        sent.append(SentSize(size.size_id, before, after, dump_track(track)))
        outgoing.append(OutgoingSize(size.value, size.quantity, after, size.marketplace_size_id))
    body = render(delivery.action, delivery.article, delivery.price, outgoing, dialect)
    return Sending(delivery.id, now, body.decode(), tuple(sent))


def _carried(delivery: Claimed, dialect: Dialect) -> Sequence[ClaimedSize]:
    """A price repeats the stocks that are known; one that nobody knows would be overwritten."""
    if delivery.action.moves_stock:
        return delivery.sizes
    known = [size for size in delivery.sizes if size.agreed is not None]
    return known if dialect.price_carries_sizes else ()


def is_repeatable(action: Action, dialect: Dialect) -> bool:
    """Whether applying it once more would not matter."""
    return action is Action.PRICE or dialect.repeat_is_harmless


def end_attempts(
    connection: Connection, ended: Sequence[Ended], dialect: Dialect, now: float, rng: random.Random
) -> None:
    """Write how attempts ended, what is agreed since, and whether the whole connection pauses."""
    if not ended:
        return
    finished = [_finished(connection, one, dialect, now, rng) for one in ended]
    outbox.finish(connection, finished)
    # What may have been applied and was not accepted stays open in the tracks: nobody knows.
    known = {end.id: end.step is Step.ACCEPT for end in finished if not end.in_doubt}
    settle_writes(connection, known, {one.flight.claimed.product_id for one in ended}, at=now)
    pausing = next((one for one in ended if one.pauses), None)
    if pausing is not None:
        write_pause(connection, pausing.answer.words)
    elif any(end.step is Step.POSTPONE for end in finished):
        hold_while_paused(connection)


def _finished(
    connection: Connection, ended: Ended, dialect: Dialect, now: float, rng: random.Random
) -> Finished:
    claimed, answer = ended.flight.claimed, ended.answer
    following, words = _following(connection, ended, dialect, now, rng)
    accepted = following.step is Step.ACCEPT
    return Finished(
        id=claimed.id,
        attempt_id=ended.flight.attempt_id,
        at=now,
        outcome=answer.outcome,
        status=answer.status,
        milliseconds=answer.milliseconds,
        times=answer.times,
        answer=answer.body,
        words=answer.words.dumps(),
        step=following.step,
        reason=None if words is None else words.dumps(),
        next_at=None if following.wait is None else now + following.wait,
        in_doubt=not accepted and (claimed.in_doubt or answer.outcome in MAY_HAVE_BEEN_APPLIED),
        agreed_price=_new_agreed_price(ended.flight) if accepted else None,
    )


def _following(
    connection: Connection, ended: Ended, dialect: Dialect, now: float, rng: random.Random
) -> tuple[Next, Text | None]:
    """The step after an attempt, and why."""
    claimed, answer = ended.flight.claimed, ended.answer
    if answer.outcome is not AttemptOutcome.ACCEPTED and _was_seen(connection, claimed):
        return Next(Step.ACCEPT), SEEN
    if answer.outcome in PAUSES_CONNECTION and not ended.pauses:
        return Next(Step.POSTPONE, 0.0), answer.words
    tried = ended.flight.at
    first = tried if claimed.first_tried_at is None else min(claimed.first_tried_at, tried)
    following = after_attempt(
        answer.outcome,
        repeatable=is_repeatable(claimed.action, dialect),
        in_doubt=claimed.in_doubt,
        attempts=claimed.attempts + 1,
        age=now - first,
        retry_after=answer.retry_after,
        rng=rng,
    )
    return following, None if following.step is Step.ACCEPT else answer.words


def _was_seen(connection: Connection, claimed: Claimed) -> bool:
    """Whether an online event that came meanwhile can only be explained by this delivery's arrival."""
    stored = tracks.of_sizes(connection, [size.size_id for size in claimed.sizes])
    writes = [write for track in stored for write in load_track(track, None).writes]
    return any(write.delivery_id == claimed.id and write.accepted for write in writes)


def _carries_price(claimed: Claimed, dialect: Dialect) -> bool:
    return claimed.action is Action.PRICE or dialect.price_with_every_action


def _new_agreed_price(flight: InFlight) -> tuple[int, str] | None:
    """(product id, price) that its acceptance tells, where that is news."""
    claimed = flight.claimed
    if not flight.carries_price or claimed.price is None or claimed.price == claimed.agreed_price:
        return None
    return claimed.product_id, str(claimed.price)


def recover(shop: Shop) -> None:
    """After a crash: what was being sent is unknown, or waits where a repeat is harmless."""
    with shop.database.write() as connection:
        now, dialect = shop.clock(), read_connection(connection).dialect
        stranded = outbox.stranded(connection)
        for number, action in stranded:
            step = after_crash(repeatable=is_repeatable(action, dialect))
            due = now + QUIET if step is Step.POSTPONE else None
            reason = _INTERRUPTED.dumps()
            outbox.take(connection, [number], step, reason=reason, next_at=due, in_doubt=True)
        hold_while_paused(connection)
    if stranded:
        shop.changes.publish(Change(None, deliveries=True))


def is_idle(connection: Connection, now: float) -> bool:
    """Whether nothing may be sent now: the connection is paused, or nothing is due."""
    return load_pause(connection) is not None or not claims.has_due(connection, now)


SEEN = translate("Event", "An online event shows that it arrived.")
_IN_DOUBT = translate(
    "Sending", "An earlier try may have arrived, and a repeat is not harmless with these settings."
)
_INTERRUPTED = translate(
    "Sending", "Polka was stopped while this was on its way, so nobody knows whether it arrived."
)

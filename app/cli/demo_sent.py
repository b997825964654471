"""What the shop of the demo sold in its own hall before: what is usual for a size can be told from it."""

from __future__ import annotations

import random
from collections import Counter

from app.domain.action import Action
from app.domain.dialect import Dialect
from app.domain.times import Times
from app.marketplace.outcome import Answer, outcome_of_status, words_of_status
from app.services.attempts import Ended, begin_attempts, end_attempts
from app.services.editing import queue_action
from app.services.shop import Shop

ARTICLE, SIZE = "SS23SH05", "46"
"""Nothing of it was sold on the site: the two histories do not meet."""

DAYS_AGO = (24, 16, 9, 3)
"""One piece each time."""

SOLD_HERE = Counter({(ARTICLE, SIZE): len(DAYS_AGO)})
OK = 200
TIMES = Times(connecting=31, sending=1, waiting=84)


def sell_here(shop: Shop) -> None:
    """One piece is sold now; it is sent, and the marketplace takes it."""
    queue_action(shop, ARTICLE, Action.SOLD, {SIZE: 1}, None, shop.who)
    spent = TIMES.connecting + TIMES.sending + TIMES.waiting
    taken = Answer(
        outcome_of_status(OK, None), words_of_status(OK, ""), spent, status=OK, body="{}", times=TIMES
    )
    now, chance = shop.clock(), random.Random(17)  # noqa: S311  # a story, not a secret
    with shop.database.write() as connection:
        begun = begin_attempts(connection, Dialect(), 1, now)
        ended = [Ended(flight, taken) for flight in begun.started]
        end_attempts(connection, ended, Dialect(), now + spent / 1000, chance)

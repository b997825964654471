"""After five failures in a row: wait, ask harmlessly, let one through, then all."""

import random

from app.domain.delivery import SCHEDULE, AttemptOutcome
from app.services.breaker import FAILURES_THAT_OPEN, LONGEST_PAUSE, Breaker, Silence


def failed(times: int) -> Breaker:
    breaker = Breaker(random.Random(1))
    for _ in range(times):
        breaker.note(AttemptOutcome.NO_ANSWER, 0.0)
    return breaker


def asked(breaker: Breaker, outcome: AttemptOutcome, now: float) -> None:
    breaker.asking()
    breaker.answered(outcome, now)


def test_four_failures_stop_nothing_but_lead_to_a_question() -> None:
    breaker = failed(FAILURES_THAT_OPEN - 1)
    assert breaker.room(in_flight=3) is None
    assert breaker.should_ask(SCHEDULE[0])


def test_five_failures_stop_everything() -> None:
    assert failed(FAILURES_THAT_OPEN).room(in_flight=0) == 0


def test_an_answered_question_lets_one_delivery_through_and_its_answer_all() -> None:
    breaker = failed(FAILURES_THAT_OPEN)
    asked(breaker, AttemptOutcome.ACCEPTED, 10.0)
    assert (breaker.room(in_flight=0), breaker.room(in_flight=1)) == (1, 0)
    breaker.note(AttemptOutcome.ACCEPTED, 11.0)
    assert breaker.room(in_flight=1) is None
    assert breaker.seconds_until_asking(11.0) is None


def test_a_trial_delivery_that_fails_stops_everything_again_for_longer() -> None:
    breaker = failed(FAILURES_THAT_OPEN)
    for _ in range(8):
        asked(breaker, AttemptOutcome.ACCEPTED, 0.0)
        breaker.note(AttemptOutcome.SERVER_ERROR, 0.0)
        assert breaker.room(in_flight=0) == 0
    waits = []
    for _ in range(20):
        asked(breaker, AttemptOutcome.NOT_SENT, 0.0)
        waits.append(breaker.seconds_until_asking(0.0) or 0.0)
    assert SCHEDULE[1] < max(waits) <= LONGEST_PAUSE


def test_a_person_who_wants_to_know_does_not_have_to_wait() -> None:
    breaker = failed(FAILURES_THAT_OPEN)
    assert not breaker.should_ask(0.0)
    breaker.ask_soon(0.0)
    assert breaker.should_ask(0.0)


def test_a_refusal_is_an_answer() -> None:
    breaker = failed(FAILURES_THAT_OPEN - 1)
    breaker.note(AttemptOutcome.REFUSED, 0.0)
    breaker.note(AttemptOutcome.NO_ANSWER, 0.0)
    assert breaker.room(in_flight=0) is None


def test_it_is_silent_once_open_until_a_question_is_answered() -> None:
    breaker = failed(FAILURES_THAT_OPEN - 1)
    assert breaker.silence is None
    breaker.note(AttemptOutcome.NO_ANSWER, 0.0)
    assert breaker.silence == Silence(breaker.seconds_until_asking(0.0))
    breaker.asking()
    assert breaker.silence == Silence(None)
    breaker.answered(AttemptOutcome.ACCEPTED, 10.0)
    assert breaker.silence is None


def test_a_question_without_an_answer_is_silence_even_after_one_failure() -> None:
    breaker = failed(1)
    asked(breaker, AttemptOutcome.NOT_SENT, 5.0)
    assert breaker.silence is not None
    breaker.note(AttemptOutcome.ACCEPTED, 6.0)
    assert breaker.silence is None

"""The outcome table of the protocol page."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.delivery import (
    FINAL,
    GIVE_UP_AFTER,
    RETRY_AFTER_CAP,
    SCHEDULE,
    STEPS,
    AttemptOutcome,
    ImpossibleStepError,
    Next,
    State,
    Step,
    after,
    after_attempt,
    after_crash,
    back_off,
)


def following(outcome: AttemptOutcome, *, repeatable: bool = False, age: float = 0.0) -> Next:
    return after_attempt(outcome, repeatable=repeatable, attempts=1, age=age, rng=random.Random(1))


@pytest.mark.parametrize(
    ("outcome", "sale", "price"),
    [
        (AttemptOutcome.ACCEPTED, State.DELIVERED, State.DELIVERED),
        (AttemptOutcome.NOT_SENT, State.WAITING, State.WAITING),
        (AttemptOutcome.NO_ANSWER, State.UNKNOWN, State.WAITING),
        (AttemptOutcome.SERVER_ERROR, State.UNKNOWN, State.WAITING),
        (AttemptOutcome.BUSY, State.WAITING, State.WAITING),
        (AttemptOutcome.REFUSED, State.REJECTED, State.REJECTED),
        (AttemptOutcome.WRONG_TOKEN, State.HELD, State.HELD),
        (AttemptOutcome.WRONG_ADDRESS, State.HELD, State.HELD),
        (AttemptOutcome.GONE, State.HELD, State.HELD),
    ],
)
def test_the_table_of_outcomes(outcome: AttemptOutcome, sale: State, price: State) -> None:
    assert following(outcome).state is sale
    assert following(outcome, repeatable=True).state is price


@given(st.sampled_from(AttemptOutcome), st.booleans(), st.floats(0, 10 * GIVE_UP_AFTER))
def test_what_may_have_been_applied_is_never_sent_again_by_itself(
    outcome: AttemptOutcome, repeatable: bool, age: float
) -> None:
    state = following(outcome, repeatable=repeatable, age=age).state
    if outcome in {AttemptOutcome.NO_ANSWER, AttemptOutcome.SERVER_ERROR} and not repeatable:
        assert state is State.UNKNOWN


@given(st.integers(1, 50), st.integers())
def test_back_off_stays_within_its_schedule(attempts: int, seed: int) -> None:
    assert 0 <= back_off(attempts, None, random.Random(seed)) <= SCHEDULE[min(attempts, len(SCHEDULE)) - 1]


def test_retry_after_is_obeyed_up_to_its_cap() -> None:
    assert back_off(1, 7.0, random.Random()) == 7.0
    assert back_off(1, 1e9, random.Random()) == RETRY_AFTER_CAP


def test_after_24_hours_a_delivery_waits_for_a_person() -> None:
    assert following(AttemptOutcome.NOT_SENT, age=GIVE_UP_AFTER).state.needs_person


def test_a_crash_leaves_a_sale_unknown_and_a_price_waiting() -> None:
    assert after(after_crash(repeatable=False), State.SENDING) is State.UNKNOWN
    assert after(after_crash(repeatable=True), State.SENDING) is State.WAITING


@given(st.sampled_from(AttemptOutcome), st.integers(1, 9), st.floats(0, 2 * GIVE_UP_AFTER))
def test_a_refused_repeat_of_what_may_have_arrived_is_not_called_refused(
    outcome: AttemptOutcome, attempts: int, age: float
) -> None:
    following = after_attempt(
        outcome, repeatable=True, in_doubt=True, attempts=attempts, age=age, rng=random.Random(1)
    )
    assert following.state is not State.REJECTED


@given(st.sampled_from(Step), st.sampled_from(State))
def test_a_step_leads_where_the_table_says_or_is_impossible(step: Step, state: State) -> None:
    possible, following = STEPS[step]
    if state in possible:
        assert after(step, state) is following
    else:
        with pytest.raises(ImpossibleStepError):
            after(step, state)


def test_nothing_leaves_a_final_state_and_only_begin_leads_to_sending() -> None:
    for step, (possible, following) in STEPS.items():
        assert not possible & FINAL
        assert (following is State.SENDING) == (step is Step.BEGIN)


def test_every_state_but_the_final_ones_can_be_left_by_itself_or_by_a_person() -> None:
    left = frozenset[State]().union(*(possible for possible, _ in STEPS.values()))
    assert left == frozenset(State) - FINAL

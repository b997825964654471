"""The listener does what its description says, whatever is thrown at it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode

from app.marketplace.receiver import Received, Receiver
from tests.attack.description import DESCRIPTION, PATH
from tests.marketplace.wire import running

LIMIT = 64 * 1024
NUMBERS = st.integers(-(2**31), 2**31 - 1)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=200)
OPTIONAL = {"soldCount": st.none() | NUMBERS, "sizeId": st.none() | NUMBERS, "colour": WORDS}
SIZES = st.fixed_dictionaries({"value": WORDS, "count": st.integers(0, 2**31 - 1)}, optional=OPTIONAL)
PRODUCTS = st.fixed_dictionaries({"id": NUMBERS, "sizes": st.lists(SIZES, max_size=5)})
EVENTS = st.fixed_dictionaries({"products": st.lists(PRODUCTS, max_size=5)}, optional={"at": WORDS})
EXAMPLES = int(os.environ.get("POLKA_ATTACK_EXAMPLES", "15"))
"""Of each kind; more find more, as in POLKA_ATTACK_EXAMPLES=1000."""
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


class Listener:
    """A running receiver that keeps in memory."""

    def __init__(self) -> None:
        self.kept: list[Received] = []
        self.url = ""
        self.client = httpx.Client()

    async def keep(self, received: Received) -> None:
        self.kept.append(received)

    def post(self, body: bytes) -> int:
        return self.client.post(self.url + PATH, content=body).status_code


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    made = Listener()
    with running(Receiver("secret", LIMIT, made.keep)) as port, made.client:
        made.url = f"http://127.0.0.1:{port}"
        yield made


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_of_the_description(listener: Listener, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_dict(DESCRIPTION)
    (operation,) = [found.ok() for found in schema.get_all_operations()]

    @settings(max_examples=EXAMPLES, suppress_health_check=SLOW)
    @given(case=operation.as_strategy(generation_mode=mode))
    def hold(case: Case) -> None:
        assume(not has_fraction(case.body))
        case.call_and_validate(base_url=listener.url, session=session)

    with requests.Session() as session:
        hold()


def has_fraction(value: object) -> bool:
    """JSON Schema takes 3.0 for an integer; the listener does not, as nobody knows what was meant."""
    if isinstance(value, dict):
        return any(map(has_fraction, value.values()))
    return any(map(has_fraction, value)) if isinstance(value, list) else isinstance(value, float)


@settings(max_examples=EXAMPLES, suppress_health_check=SLOW)
@given(event=EVENTS)
def test_every_event_is_taken_and_kept_as_it_came(listener: Listener, event: dict[str, Any]) -> None:
    body = json.dumps(event, ensure_ascii=False).encode()
    assert listener.post(body) == 200
    assert (listener.kept[-1].body, listener.kept[-1].readable) == (body, True)


@settings(max_examples=EXAMPLES, suppress_health_check=SLOW)
@given(event=EVENTS, cut=st.integers(0, 10_000), junk=st.binary(min_size=1, max_size=20))
def test_a_body_with_a_piece_of_junk_in_it_is_kept_too(
    listener: Listener, event: dict[str, Any], cut: int, junk: bytes
) -> None:
    whole = json.dumps(event).encode()
    place = cut % (len(whole) + 1)
    body = whole[:place] + junk + whole[place:]
    status = listener.post(body)
    assert status in {200, 422}
    assert (listener.kept[-1].body, listener.kept[-1].readable) == (body, status == 200)

"""Events of the marketplace's that are sent away are said by the lamp and on the Overview."""

from __future__ import annotations

import time
from dataclasses import replace

import httpx
import pytest

from app.domain.notices import NoticeKind, Spot, Target
from app.domain.refusal import Refusal
from app.domain.span import Span
from app.services import outside, refusals
from app.services.engine import Engine
from app.services.glance import Standing, standing
from app.services.news import status_news
from app.services.overview import overview
from app.services.overview_views import Waiting
from app.services.receiving import ListenerSettings, listener_url, save_listener
from app.services.refusals import forget_refusals, refusal_rows
from app.services.sender_checks import save_receiving
from app.services.shop import Shop
from app.services.status_views import Lamp, Status
from tests.services.support import wait_until
from tests.services.test_outside import SALE, on, running


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(refusals, "WRITE_SECONDS", 0.02)


def post(settings: ListenerSettings, end: str = "", token: str = "none") -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.post(listener_url(settings) + end, json=SALE, headers=headers).status_code


def is_refused(engine: Engine, reason: Refusal, words: str) -> bool:
    status = engine.status()
    return (status.listener, status.refused) == (Lamp.WARNING, reason) and words in str(
        status.listener_words
    )


def waiting(shop: Shop) -> int:
    return overview(shop, Span.TODAY).waiting.get(Waiting.REFUSED, 0)


def test_an_old_address_in_the_cabinet_is_said_until_an_event_is_taken(shop: Shop) -> None:
    settings = on(shop, "")
    with running(shop, settings) as engine:
        assert post(settings, "-old") == 404
        wait_until(lambda: is_refused(engine, Refusal.WRONG_SECRET, "old or wrong address"))
        assert (waiting(shop), overview(shop, Span.TODAY).refused) == (1, Refusal.WRONG_SECRET)
        assert post(settings) == 200
        wait_until(lambda: engine.status().listener is Lamp.GOOD)
        assert (engine.status().refused, waiting(shop)) == (None, 0)


def test_who_guesses_or_scans_says_nothing_about_the_events_that_come(shop: Shop) -> None:
    settings = on(shop, "")
    with running(shop, settings) as engine:
        base = f"http://127.0.0.1:{settings.port}"
        assert httpx.post(f"{base}/login").status_code == httpx.get(f"{base}/h/guess").status_code == 404
        wait_until(lambda: len(refusal_rows(shop)) == 1)
        assert waiting(shop) == 0  # no event by its form
        assert post(settings, "-guess") == 404
        assert post(settings) == 200
        wait_until(lambda: len(refusal_rows(shop)) == 2)
        time.sleep(0.1)
        assert (engine.status().listener, waiting(shop)) == (Lamp.GOOD, 0)


def test_who_knows_the_address_and_fails_a_check_is_said_although_others_come_in(shop: Shop) -> None:
    now = [time.time()]
    shop.clock = lambda: now[0]
    settings = replace(on(shop, ""), check_token=True)
    save_receiving(shop, settings, "tok-1")
    now[0] += 1
    with running(shop, settings) as engine:
        now[0] += 1
        assert post(settings, token="tok-0") == 401
        now[0] += 1
        assert post(settings, token="tok-1") == 200
        wait_until(lambda: is_refused(engine, Refusal.TOKEN, "the token is missing or wrong"))
        assert waiting(shop) == 1
        now[0] += 3601
        wait_until(lambda: engine.status().listener is Lamp.GOOD)
        assert waiting(shop) == 0


def test_what_was_refused_before_the_settings_were_mended_is_over_after_a_start_too(shop: Shop) -> None:
    settings = replace(on(shop, ""), allowed="203.0.113.0/24")
    with running(shop, settings) as engine:
        assert post(settings) == 403
        wait_until(lambda: is_refused(engine, Refusal.SENDER, "is not allowed"))
        mended = replace(settings, allowed="")
        save_listener(shop, mended)
        engine.restart_listener()
        wait_until(lambda: engine.status().listener is Lamp.GOOD)
    assert waiting(shop) == 0
    engine = Engine(shop)
    engine.start()
    wait_until(lambda: engine.status().listener is not Lamp.OFF)
    time.sleep(0.1)
    assert engine.status().listener is Lamp.GOOD
    engine.stop()


def test_it_is_over_when_the_list_is_cleared_or_receiving_switched_off(shop: Shop) -> None:
    settings = on(shop, "")
    with running(shop, settings) as engine:
        for end in (
            lambda: forget_refusals(shop),
            lambda: save_listener(shop, replace(settings, enabled=False)),
        ):
            assert post(settings, "-old") == 404
            wait_until(lambda: engine.status().refused is not None)
            end()
            engine.restart_listener()
            wait_until(lambda: engine.status().refused is None)
            assert waiting(shop) == 0


def test_it_is_told_outside_the_window_once_and_shown_by_the_tray() -> None:
    good = Status(listener=Lamp.GOOD, listener_words=outside.LISTENING)
    refused = replace(good, listener=Lamp.WARNING, refused=Refusal.TOKEN)
    (news,) = status_news(good, refused)
    assert (news.kind, news.spot) == (NoticeKind.RECEIVING, Spot(Target.RECEIVING))
    assert status_news(refused, refused) == ()
    assert standing(refused, 0) is Standing.PERSON

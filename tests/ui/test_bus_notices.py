"""Notices on a real session bus, shown by a service of the test's own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.ui.context import UiContext
from app.ui.desktop.bus_notices import BusNotices

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs dbus-daemon (Linux)"
)


class Service:
    """Answers like a desktop's service of notices, and clicks where it is told to."""

    def __init__(self, name: str) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.asked: list[Any] = []
        self.refused = 0
        self.is_failing = False
        self._connection = open_dbus_connection("SESSION")
        self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._is_open = True
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        from jeepney import MessageType, new_error, new_method_return

        while self._is_open:
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.method_call:
                continue
            if self.is_failing:
                self.refused += 1
                self._connection.send(new_error(message, "org.freedesktop.DBus.Error.Failed"))
            else:
                self.asked.append(message.body)
                self._connection.send(new_method_return(message, "u", (100 + len(self.asked),)))

    def click(self, number: int) -> None:
        from jeepney import DBusAddress, new_signal

        where = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
        self._connection.send(new_signal(where, "ActionInvoked", "us", (number, "default")))

    def close(self) -> None:
        self._is_open = False
        self._thread.join()
        self._connection.close()


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield daemon
        daemon.kill()


@pytest.fixture
def service(bus: object) -> Iterator[Service]:
    made = Service("org.freedesktop.Notifications")
    yield made
    made.close()


@pytest.fixture
def notices(service: Service, context: UiContext, qtbot: QtBot) -> Iterator[BusNotices]:
    made = BusNotices(context.tasks)
    qtbot.waitUntil(lambda: made.is_there)
    yield made
    made.close()


def test_a_click_leads_where_that_notice_leads(
    service: Service,
    notices: BusNotices,
    qtbot: QtBot,
) -> None:
    notices.show("Online sale", "SS21 <CA> & XL", "tray-good", "first")
    notices.show("Online sale", "SS21 L", "tray-good", "second")
    qtbot.waitUntil(lambda: len(service.asked) == 2)
    name, _, picture, title, words, actions, _, _ = service.asked[0]
    assert (name, title, words) == ("Polka", "Online sale", "SS21 &lt;CA&gt; &amp; XL")
    assert picture.endswith("tray-good.svg")
    assert actions[0] == "default"
    with qtbot.waitSignal(notices.clicked) as clicked:
        service.click(999)  # another program's
        service.click(101)
    assert clicked.args == ["first"]


def test_a_notice_that_is_refused_leads_nowhere(
    service: Service,
    notices: BusNotices,
    qtbot: QtBot,
) -> None:
    service.is_failing = True
    notices.show("Online sale", "XL", "tray-good", "refused")
    qtbot.waitUntil(lambda: service.refused == 1)
    service.is_failing = False
    notices.show("Online sale", "L", "tray-good", "shown")
    qtbot.waitUntil(lambda: len(service.asked) >= 1)
    with qtbot.waitSignal(notices.clicked) as clicked:
        service.click(100 + len(service.asked))
    assert clicked.args == ["shown"]


def test_a_bus_that_ends_is_no_harm(
    bus: subprocess.Popen[str],
    service: Service,
    notices: BusNotices,
    qtbot: QtBot,
) -> None:
    service.close()
    bus.kill()
    qtbot.waitUntil(lambda: not notices.is_there)
    notices.show("Online sale", "XL", "tray-good", "nobody")


def test_a_bus_without_the_service_shows_nothing_this_way(
    bus: object,
    context: UiContext,
    qtbot: QtBot,
) -> None:
    asked: list[bool] = []
    made = BusNotices(context.tasks)
    context.tasks.run(lambda: True, done=asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert not made.is_there
    made.close()

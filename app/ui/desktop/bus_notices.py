"""Notices through the desktop's own service (Desktop Notifications Specification 1.2).

Qt shows them there too, but offers no action: a click would lead nowhere. And without a tray it shows none.
"""

from __future__ import annotations

import html
import sys
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, QUrl, Signal

from app.ui.i18n import RESOURCES
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ANSWER_SECONDS = 5.0
KEPT = 50
"""So many of the newest notices lead somewhere when they are clicked."""


class BusNotices(QObject):
    """`clicked` carries what was given to `show`. Nothing where the desktop has no such service."""

    clicked = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection: DBusConnection | None = None
        self._notifier: QSocketNotifier | None = None
        self._sent: OrderedDict[int, object] = OrderedDict()  # by the number of the request
        self._shown: OrderedDict[int, object] = OrderedDict()  # by the service's number
        if sys.platform == "linux":
            tasks.run(_connect, done=self._on_connected)

    @property
    def is_there(self) -> bool:
        """Whether notices are shown this way."""
        return self._connection is not None

    def show(self, title: str, words: str, icon: str, lead: object) -> None:
        """Show a notice; `lead` is told when it is clicked."""
        from jeepney import DBusAddress, new_method_call

        if self._connection is None:
            return
        # The specification lets the text be markup, and a service without markup leave it out.
        body = html.escape(words, quote=False)
        picture = QUrl.fromLocalFile(str(RESOURCES / "icons" / f"{icon}.svg")).toString()
        actions = ["default", self.tr("Open Polka")]
        values = ("Polka", 0, picture, title, body, actions, {"category": ("s", "im.received")}, -1)
        message = new_method_call(DBusAddress(PATH, NAME, NAME), "Notify", "susssasa{sv}i", values)
        serial = next(self._connection.outgoing_serial)
        _keep(self._sent, serial, lead)
        try:
            self._connection.send(message, serial=serial)
        except OSError:
            self.close()

    def close(self) -> None:
        """Show nothing more."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _on_connected(self, connection: DBusConnection | None) -> None:
        if connection is not None:
            self._connection = connection
            descriptor = connection.sock.fileno()
            self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        while self._connection is not None:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except OSError:  # the bus has ended, as at a logout
                self.close()
                return
            self._take(message)

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        serial = fields.get(HeaderFields.reply_serial)
        if serial in self._sent:
            lead = self._sent.pop(serial)
            if message.header.message_type is MessageType.method_return:
                _keep(self._shown, message.body[0], lead)
        elif fields.get(HeaderFields.member) == "ActionInvoked" and message.body[0] in self._shown:
            self.clicked.emit(self._shown.pop(message.body[0]))


def _keep(leads: OrderedDict[int, object], number: int, lead: object) -> None:
    leads[number] = lead
    while len(leads) > KEPT:
        leads.popitem(last=False)


def _connect() -> DBusConnection | None:
    """A connection that hears of clicks, or None where there is no bus or no service on it."""
    from jeepney import MatchRule
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

    try:
        connection = open_dbus_connection("SESSION")
    except (OSError, KeyError, ValueError, RuntimeError):  # no bus, or an address that nobody understands
        return None
    try:
        rule = MatchRule(type="signal", interface=NAME, path=PATH)
        asked = (message_bus.NameHasOwner(NAME), message_bus.ListActivatableNames())
        owned, startable = (
            connection.send_and_get_reply(one, timeout=ANSWER_SECONDS).body[0] for one in asked
        )
        if owned or NAME in startable:
            connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_SECONDS)
            return connection
    except (OSError, TimeoutError):
        pass
    connection.close()
    return None

"""The panel of an event: what it changed, who sent it, the raw body."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.choosing import choose
from app.services.event_views import Choice, EventDetails, Readings
from app.services.inbox import event_as_curl
from app.services.rereading import read_again
from app.services.shop import Shop
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.tasks import TaskRunner
from app.ui.widgets.reading_choice import ReadingChoice
from app.ui.widgets.side_panel import SidePanel
from app.ui.words import kind_chip

LONGEST_BODY = 64 * 1024


class EventPanel(SidePanel):
    """Empty until an event is chosen."""

    links_requested = Signal(str)  # the marketplace's number
    reconcile_requested = Signal(int)  # a size
    told = Signal(str)  # what was done

    def __init__(self, shop: Shop, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._details: EventDetails | None = None
        self._changed = self.add_words()
        self.readings = ReadingChoice()
        self.readings.chosen.connect(self._on_reading_chosen)
        self.column.addWidget(self.readings)
        self.reconcile = QPushButton()
        self.reconcile.clicked.connect(self._on_reconcile_clicked)
        self.add_buttons(self.reconcile)
        self._body = self.add_code()
        self._copy_body, self.curl, self.again = QPushButton(), QPushButton(), QPushButton()
        self.link = QPushButton()
        self.link.clicked.connect(self._on_link_clicked)
        self._copy_body.clicked.connect(self._on_copy_clicked)
        self.curl.clicked.connect(self._on_curl_clicked)
        self.again.clicked.connect(self._on_again_clicked)
        self.add_buttons(self._copy_body, self.curl, self.again, self.link)
        self._sender = self.add_words()
        self.finish()
        self.retranslate()

    @property
    def body(self) -> str:
        """What came, as it is shown."""
        return self._body.text

    @property
    def body_buttons(self) -> tuple[QPushButton, ...]:
        """What can only be done while the body is there."""
        return self._copy_body, self.curl, self.again

    @property
    def line_id(self) -> int | None:
        """The line that is shown."""
        return None if self._details is None else self._details.row.id

    def show_details(self, details: EventDetails | None) -> None:
        """Show a line of the log, or nothing."""
        self._details = details
        self.show_content(details is not None)
        if details is None:
            return
        row = details.row
        kind = kind_chip(row.kind).text
        name = row.article or ("" if row.marketplace_id is None else f"ID {row.marketplace_id}")
        heading = (kind[:1].upper() + kind[1:], name, row.size)
        self.title.setText(" · ".join(part for part in heading if part))
        received = shown.when(row.received_at)
        self.subtitle.setText(" · ".join(part for part in (details.title, received) if part))
        self._changed.show_text(translated(row.note))
        self.readings.show_readings(details.readings)
        self.reconcile.setVisible(details.needs_a_look)
        self.link.setVisible(row.product_id is not None)
        headers = [f"{name}: {value}" for name, value in details.headers]
        self._sender.show_text("\n".join([details.sender, *headers]))
        self._body.show_text(self._body_text(details))
        for button in self.body_buttons:
            button.setEnabled(details.body_removed_at is None)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._changed.set_caption(self.tr("What it changed"))
        self._sender.set_caption(self.tr("Sender"))
        self._body.set_caption(self.tr("What came"))
        self.reconcile.setText(self.tr("Reconcile this size…"))
        self._copy_body.setText(self.tr("Copy what came"))
        self.curl.setText(self.tr("Copy as cURL"))
        self.again.setText(self.tr("Read again"))
        self.link.setText(self.tr("Link…"))
        self.set_placeholder(self.tr("Choose an event to see what came and what it changed."))
        self.show_details(self._details)

    def _body_text(self, details: EventDetails) -> str:
        if details.body_removed_at is not None:
            removed = shown.when(details.body_removed_at)
            return self.tr("Removed: {when}. How long it is kept: Settings, Data.").format(when=removed)
        body = details.body
        text = body[:LONGEST_BODY].decode(errors="backslashreplace")
        if len(body) > LONGEST_BODY:
            return text + "\n" + self.tr("… cut here; “Copy what came” has the whole.")
        # Control characters would be drawn as nothing, or turn the text around.
        safe = "".join(c if c.isprintable() or c in "\n\t" else f"\\x{ord(c):02x}" for c in text)
        return safe or self.tr("(empty)")

    def _on_reading_chosen(self, readings: Readings, choice: Choice) -> None:
        self._tasks.run(
            choose,
            self._shop,
            readings,
            choice,
            done=lambda _: self.told.emit(
                self.tr("Chosen: the stock is {here}.").format(here=shown.number(choice.here))
            ),
            lane="write",
        )

    def _on_reconcile_clicked(self) -> None:
        if self._details is not None and self._details.row.size_id is not None:
            self.reconcile_requested.emit(self._details.row.size_id)

    def _on_link_clicked(self) -> None:
        if self._details is not None:
            self.links_requested.emit(str(self._details.row.marketplace_id))

    def _on_copy_clicked(self) -> None:
        if self._details is not None:
            QGuiApplication.clipboard().setText(self._details.body.decode(errors="backslashreplace"))
            self.told.emit(self.tr("What came is copied."))

    def _on_curl_clicked(self) -> None:
        if self._details is not None:
            self._tasks.run(event_as_curl, self._shop, self._details, done=self._on_curl_made)

    def _on_curl_made(self, command: str) -> None:
        QGuiApplication.clipboard().setText(command)
        self.told.emit(self.tr("The command is copied, without the secret of your address."))

    def _on_again_clicked(self) -> None:
        if self._details is not None:
            number = self._details.row.event_id
            self._tasks.run(read_again, self._shop, number, done=self._on_read_again, lane="write")

    def _on_read_again(self, applied: int) -> None:
        if applied:
            self.told.emit(self.tr("Read again: %n size(s) applied.", "", applied))
        else:
            self.told.emit(self.tr("Read again: nothing has changed by that."))

"""The listener: on or off, where, and the address for the cabinet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import PolkaError, SecretsError
from app.domain.refusal import Refusal
from app.domain.text import Text
from app.services.connection import keyring_words
from app.services.receiving import (
    ListenerSettings,
    free_port,
    listener_url,
    load_listener,
    new_secret,
)
from app.services.refused_events import HELP
from app.services.sender_checks import save_receiving, saved_secrets
from app.services.shop import Shop
from app.services.status_views import Lamp, Status
from app.services.views import Change
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.i18n import translated
from app.ui.pages.settings.reach_line import ReachLine
from app.ui.pages.settings.refusals_card import RefusalsCard
from app.ui.pages.settings.sender_checks_form import SenderChecksForm
from app.ui.pages.settings.typed_fields import Field, TypedFields, Value
from app.ui.widgets.look import set_look
from app.ui.widgets.number_field import NumberField

MEBIBYTE = 1024 * 1024


class ReceivingTab(QWidget):
    """*Save* listens anew with what is typed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._settings = ListenerSettings()
        self._status = Status()
        self._typed_fields = TypedFields()
        self._saving: Mapping[Field, Value] = {}
        self._build()
        self._connect()
        self._status = context.engine.status()  # what is on its way came before this listened
        self._retranslate()
        self._read()

    def _build(self) -> None:
        self.enabled = QCheckBox()
        self.host, self.public_url = QLineEdit(), QLineEdit()
        self.port = NumberField(1, 65535)
        self._size, self.silent_hours = NumberField(1, 16), NumberField(0, 10_000)
        self._names = [QLabel() for _ in range(5)]
        self.reach, self.refusals = ReachLine(self._context), RefusalsCard(self._context)
        self.checks, self.more = SenderChecksForm(self._typed_fields), QPushButton()
        self.more.setCheckable(True)
        self.more.setProperty("link", True)
        self.checks.hide()
        self._words, self._hint, self._result = QLabel(), QLabel(), QLabel()
        self._address = QLineEdit(readOnly=True)
        self._address_name = QLabel()
        self._address_name.setProperty("fieldName", True)
        self._hint.setProperty("caption", True)
        for label in (self._words, self._hint, self._result):
            label.setWordWrap(True)
        self._result.hide()
        self._said_in = self._result
        self.save, self._copy = QPushButton(), QPushButton()
        self.renew, self.use_free = QPushButton(), QPushButton()
        self.save.setProperty("primary", True)
        self.use_free.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(9)
        for name, field in zip(self._names, self._fields, strict=True):
            form.addRow(name, field)
        address = QHBoxLayout()
        address.addWidget(self._address, 1)
        address.addWidget(self._copy)
        buttons = QHBoxLayout()
        for button in (self.save, self.use_free, self.renew):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.enabled)
        column.addWidget(self._words)
        column.addSpacing(6)
        column.addWidget(self._address_name)
        column.addLayout(address)
        column.addWidget(self.reach)
        column.addWidget(self._hint)
        column.addSpacing(10)
        column.addLayout(form)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.checks)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self._result)
        column.addSpacing(16)
        column.addWidget(self.refusals)

    def show_refused(self, refused: Refusal) -> None:
        """Make ready the field because of which events are refused."""
        field = self.checks.field_of(refused)
        if field is not None:
            self.more.setChecked(True)
        elif refused is Refusal.TOO_LARGE:
            field = self._size
        else:
            field = self._address
            self._address.selectAll()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def words(self) -> str:
        """How the listener is, or why it was not switched."""
        return self._words.text()

    @property
    def result(self) -> str:
        """What is said beside the buttons: that it was saved, or why not."""
        return "" if self._result.isHidden() else self._result.text()

    @property
    def _fields(self) -> tuple[QLineEdit | NumberField, ...]:
        return self.host, self.port, self.public_url, self._size, self.silent_hours

    def _connect(self) -> None:
        self.enabled.clicked.connect(self._on_enabled_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)
        self.renew.clicked.connect(self._on_renew_clicked)
        self.use_free.clicked.connect(self._on_use_free_clicked)
        self.more.toggled.connect(self._on_more_toggled)
        self._context.bridge.status_changed.connect(self._on_status_changed)
        self._context.bridge.changed.connect(self._on_changed)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.enabled.setText(self.tr("Receive events (online sales and returns)"))
        words = (
            self.tr("Listens on"),
            self.tr("Port"),
            self.tr("Public address"),
            self.tr("Largest event, MiB"),
            self.tr("Say so when nothing comes for, hours"),
        )
        for name, field, text in zip(self._names, self._fields, words, strict=True):
            name.setText(text)
            field.setAccessibleName(text)
        self.silent_hours.setSpecialValueText(self.tr("never"))
        self.public_url.setPlaceholderText(self.tr("https://… if it is reached from outside"))
        self._address_name.setText(self.tr("Address for the cabinet"))
        self._address.setAccessibleName(self.tr("Address for the cabinet"))
        self._hint.setText(
            self.tr(
                "127.0.0.1 is heard on this computer only. For the marketplace to reach it, a tunnel "
                "or a server in front has to pass requests on; enter its address as public address."
            )
        )
        self.save.setText(self.tr("Save"))
        self._copy.setText(self.tr("Copy"))
        self.renew.setText(self.tr("New secret address…"))
        self._result.hide()  # said in the language of before
        self._on_more_toggled(self.more.isChecked())
        self._show_status()

    def _on_more_toggled(self, is_open: bool) -> None:  # noqa: FBT001  # Qt's signature
        words = self.tr("Who may send: token, signature, addresses, certificate")
        self.more.setText(f"{'▾' if is_open else '▸'} {words}")
        self.checks.setVisible(is_open)

    def _read(self) -> None:
        self._context.tasks.run(_load, self._context.shop, done=self._on_read)

    def _on_read(self, loaded: tuple[ListenerSettings, tuple[bool, bool], Text | None]) -> None:
        settings, saved, keyring = loaded
        self._settings = settings
        self.checks.show_settings(settings, saved, keyring)
        self.reach.show_public_url(settings.public_url)
        show = self._typed_fields.show
        show(self.silent_hours, settings.silent_hours)
        show(self.enabled, settings.enabled)
        show(self.host, settings.host)
        show(self.port, settings.port)
        show(self.public_url, settings.public_url)
        show(self._size, max(settings.max_bytes // MEBIBYTE, 1))
        self._address.setText(listener_url(settings))
        self._address.setCursorPosition(0)

    def _on_changed(self, change: Change) -> None:
        if change.settings:
            self._read()

    def _on_status_changed(self, status: Status) -> None:
        self._status = status
        self._show_status()

    def _show_status(self) -> None:
        words, refused = translated(self._status.listener_words), self._status.refused
        self._words.setText(words if refused is None else f"{words}. {translated(HELP[refused])}")
        tones = {Lamp.BAD: "bad", Lamp.WARNING: "warn", Lamp.GOOD: "ok"}
        set_look(self._words, "tone", tones.get(self._status.listener, ""))
        self.use_free.setText(self.tr("Use a free port"))
        self.use_free.setVisible(self._status.port_trouble)

    def _on_enabled_clicked(self) -> None:
        self._save(self._typed(), self._words)

    def _on_save_clicked(self) -> None:
        if not self.host.text().strip():
            self.host.setText(ListenerSettings().host)
        self._save(self._typed(), self._result)

    def _typed(self) -> ListenerSettings:
        self._saving = self._typed_fields.values()
        return replace(
            self.checks.merged_into(self._settings),
            silent_hours=self.silent_hours.value(),
            enabled=self.enabled.isChecked(),
            host=self.host.text().strip() or ListenerSettings().host,
            port=self.port.value(),
            public_url=self.public_url.text().strip(),
            max_bytes=self._size.value() * MEBIBYTE,
        )

    def _on_use_free_clicked(self) -> None:
        self._context.tasks.run(
            free_port, self._settings.host, self._settings.port + 1, done=self._on_port_found
        )

    def _on_port_found(self, port: int) -> None:
        self._saving = {self.port: port}
        self.port.setValue(port)
        self._save(replace(self._settings, port=port), self._result)

    def _save(self, settings: ListenerSettings, place: QLabel) -> None:
        """`place`: where a person looks while it is saved; the result is said there."""
        self._said_in = place
        self._result.hide()
        self._context.tasks.run(
            save_receiving,
            self._context.shop,
            settings,
            self.checks.token.text,
            self.checks.signing_secret.text,
            done=self._on_saved,
            failed=self._on_failed,
            lane="write",
        )

    def _on_saved(self, _: None) -> None:
        self.checks.forget_typed()
        self._typed_fields.note_saved(self._saving)
        self._show_status()
        if self._said_in is self._result:
            now = shown.short_clock(datetime.now(UTC))
            self._say(self.tr("Saved at {time}.").format(time=now), "ok")
        self._context.engine.restart_listener()

    def _on_failed(self, error: PolkaError) -> None:
        self._say(f"{translated(error.title)} {translated(error.advice)}", "bad")

    def _say(self, words: str, tone: str) -> None:
        set_look(self._said_in, "tone", tone)
        self._said_in.setText(words)
        self._said_in.show()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._address.text())

    def _on_renew_clicked(self) -> None:
        words = self.tr("The old address stops working. Enter the new one in the cabinet afterwards.")
        sure = self.tr("New secret address")
        box = Confirmation(self._context.theme, sure, words, sure, self)
        box.ask(self._on_renew_agreed)

    def _on_renew_agreed(self) -> None:
        self._saving = {}
        self._save(replace(self._settings, secret=new_secret()), self._result)


def _load(shop: Shop) -> tuple[ListenerSettings, tuple[bool, bool], Text | None]:
    """The settings, which secrets there are, and why the system's store is not used."""
    settings = load_listener(shop)
    try:
        return settings, saved_secrets(shop), keyring_words(shop)
    except SecretsError as error:
        return settings, (False, False), error.title

"""Where the marketplace is, the token, a check that moves nothing, and the dialect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.dialect import Dialect
from app.domain.errors import InvalidValueError, PolkaError, SecretsError
from app.domain.text import Text, translate
from app.services import connection as service
from app.services import proof
from app.services.calibration import Standing
from app.services.connection import REFUSALS, CheckResult
from app.services.dialect_change import what_changes
from app.services.engine import Engine
from app.services.renewing import renew_connection
from app.services.settings import ConnectionSettings, load_connection, save_dialect
from app.services.shop import Shop
from app.services.status_views import Lamp, Status
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.i18n import translated
from app.ui.pages.settings.answer_card import AnswerCard
from app.ui.pages.settings.calibration_line import CalibrationLine
from app.ui.pages.settings.dialect_form import DialectForm
from app.ui.tasks import Task

SHOWN_END = 4

NOT_ENCRYPTED = translate("ConnectionTab", "This address is not encrypted. Use https://, or confirm above.")
ASKING = translate("ConnectionTab", "Asking the server…")
NOT_SAVED = translate("ConnectionTab", "It is not saved.")
SAVED_ANYWAY = translate("ConnectionTab", "It is saved, although the server refused it.")
ANSWERS_AGAIN = translate("ConnectionTab", "The marketplace answers again.")
FORGOTTEN = translate("ConnectionTab", "The token is forgotten. Nothing is sent until you enter one.")


class ConnectionTab(QWidget):
    """*Check and save* checks first, then saves; what the server refused only if the person wants it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._settings = ConnectionSettings()
        self._saved_token = ""
        self._keyring: Text | None = None
        self._checking: Task | None = None
        self._asking = Task.nothing()
        self._checked: tuple[str, str] | None = None  # the address and the token that were checked last
        self._status = context.bridge.status
        self._build()
        self._connect()
        self._retranslate()
        context.tasks.run(_load, context.shop, done=self._on_loaded)

    def _build(self) -> None:
        self._url_name, self.url, self._url_hint = QLabel(), QLineEdit(), QLabel()
        self._token_name, self.token, self._token_hint = QLabel(), QLineEdit(), QLabel()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = QPushButton()
        self._show.setCheckable(True)
        self._show.setProperty("link", True)
        self.session_only, self.plain_http = QCheckBox(), QCheckBox()
        self._plain_hint = QLabel()
        self.session_only.hide()
        self._show_plain_http(is_shown=False)
        self.check, self._cancel, self.forget = QPushButton(), QPushButton(), QPushButton()
        self.check.setProperty("primary", True)
        self._cancel.hide()
        self._advanced = QPushButton()
        self._advanced.setCheckable(True)
        self._advanced.setProperty("link", True)
        self.card = AnswerCard(self._context.theme)
        self.words = self.card.words
        self.calibration = CalibrationLine(self._context)
        self.dialect = DialectForm()
        self.dialect.hide()
        for label in (self._url_name, self._token_name):
            label.setProperty("fieldName", True)
        for label in (self._url_hint, self._token_hint, self._plain_hint):
            label.setProperty("caption", True)
            label.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        token_line = QHBoxLayout()
        token_line.addWidget(self.token, 1)
        token_line.addWidget(self._show)
        buttons = QHBoxLayout()
        for button in (self.check, self._cancel, self.forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._url_name, self.url, self._url_hint, self.plain_http, self._plain_hint):
            column.addWidget(widget)
        column.addSpacing(10)
        column.addWidget(self._token_name)
        column.addLayout(token_line)
        column.addWidget(self._token_hint)
        column.addWidget(self.session_only)
        column.addSpacing(10)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self.card)
        column.addWidget(self.calibration)
        column.addSpacing(4)
        column.addWidget(self._advanced, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.dialect)

    def _connect(self) -> None:
        self._show.toggled.connect(self._on_show_toggled)
        self.check.clicked.connect(self._on_check_clicked)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self.forget.clicked.connect(self._on_forget_clicked)
        self._advanced.toggled.connect(self._on_advanced_toggled)
        self.dialect.changed.connect(self._on_dialect_changed)
        self.calibration.told.connect(self._on_standing_told)
        self.card.saving_wanted.connect(self._on_saving_wanted)
        self._context.bridge.status_changed.connect(self._on_status_changed)
        self.url.textEdited.connect(lambda: self._show_plain_http(is_shown=False))
        for edit in (self.url, self.token):
            edit.returnPressed.connect(self._on_check_clicked)
            edit.textEdited.connect(self.card.save.hide)  # the answer was about something else

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._url_name.setText(self.tr("API URL"))
        self.url.setAccessibleName(self.tr("API URL"))
        self._url_hint.setText(self.tr("Cabinet → Settings → “API URL”. Copy it whole."))
        self._token_name.setText(self.tr("API Token"))
        self.token.setAccessibleName(self.tr("API Token"))
        self.session_only.setText(
            self.tr("Keep the token for this session only; I will enter it again next time")
        )
        self.plain_http.setText(self.tr("Send the token unencrypted (http://) all the same"))
        self._plain_hint.setText(self.tr("Anybody on the way to the server can read it."))
        self.check.setText(self.tr("Check and save"))
        self._cancel.setText(self.tr("Cancel"))
        self.forget.setText(self.tr("Forget the token"))
        self._show_token_words()
        self.card.retranslate()
        self._on_advanced_toggled(self._advanced.isChecked())
        self._on_show_toggled(self._show.isChecked())

    def _show_token_words(self) -> None:
        if self._keyring is None:
            words = self.tr("Kept in the system's secret store, not in the program's files.")
        else:
            words = translated(self._keyring)
        self._token_hint.setText(words)
        self.session_only.setVisible(self._keyring is not None)
        end = self._saved_token[-SHOWN_END:] if len(self._saved_token) > 2 * SHOWN_END else ""
        saved = self.tr("saved, ends with {end}").format(end=end) if end else self.tr("saved")
        self.token.setPlaceholderText(saved if self._saved_token else "")
        self.forget.setEnabled(bool(self._saved_token))

    @property
    def has_answer(self) -> bool:
        """Whether the check has said what it found."""
        return self._checking is None and not self.card.isHidden()

    def show_advanced(self, *, is_open: bool) -> None:
        """Open or close what few people need."""
        self._advanced.setChecked(is_open)

    def _on_loaded(self, loaded: tuple[ConnectionSettings, str, Text | None]) -> None:
        self._settings, self._saved_token, self._keyring = loaded
        self.url.setText(self._settings.url)
        self.dialect.show_dialect(self._settings.dialect, self._settings.rate_per_second)
        self._show_token_words()

    def _on_show_toggled(self, is_shown: bool) -> None:  # noqa: FBT001  # Qt's signature
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.token.setEchoMode(mode)
        self._show.setText(self.tr("hide") if is_shown else self.tr("show"))
        if is_shown and not self.token.text():
            self.token.setText(self._saved_token)

    def _on_advanced_toggled(self, is_open: bool) -> None:  # noqa: FBT001  # Qt's signature
        words = self.tr("Advanced: what “count” means, speed")
        self._advanced.setText(f"{'▾' if is_open else '▸'} {words}")
        self.dialect.setVisible(is_open)

    def _on_check_clicked(self) -> None:
        if self._checking is not None:
            return
        try:
            url = service.clean_url(self.url.text())
            token = service.clean_token(self.token.text() or self._saved_token)
        except InvalidValueError as error:
            self._on_failed(error)
            return
        self.url.setText(url)
        if service.needs_plain_http_confirmation(url) and not self.plain_http.isChecked():
            self._show_plain_http(is_shown=True)
            self.card.say(Lamp.WARNING, NOT_ENCRYPTED)
            return
        self._show_checking(is_on=True)
        self._checking = self._context.tasks.run(
            proof.check,
            self._context.shop,
            url,
            token,
            self._settings.proxy,
            done=lambda found: self._on_checked(url, token, *found),
            failed=self._on_failed,
        )

    def _show_plain_http(self, *, is_shown: bool) -> None:
        for widget in (self.plain_http, self._plain_hint):
            widget.setVisible(is_shown)

    def _on_checked(self, url: str, token: str, result: CheckResult, taken: datetime | None) -> None:
        self._show_checking(is_on=False)
        words = result.words
        if result.milliseconds is not None and taken is not None:
            words = proof.PROVEN.format(milliseconds=round(result.milliseconds), when=shown.when(taken))
        self._checked = url, token
        if result.kind in REFUSALS and not self._is_saved(url, token):
            self.card.say(result.lamp, words, NOT_SAVED, asks=True)
            return
        self.card.say(result.lamp, words)
        self._save(url, token, is_good=result.lamp is Lamp.GOOD)

    def _is_saved(self, url: str, token: str) -> bool:
        return (url, token) == (self._settings.url, self._saved_token)

    def _on_saving_wanted(self) -> None:
        if self._checked is not None:
            self.card.say(Lamp.BAD, SAVED_ANYWAY)
            self._save(*self._checked, is_good=False)

    def _save(self, url: str, token: str, *, is_good: bool) -> None:
        self._settings = replace(self._settings, url=url, plain_http_confirmed=self.plain_http.isChecked())
        session_only = self._keyring is not None and self.session_only.isChecked()
        self._context.tasks.run(
            _save,
            self._context.shop,
            self._context.engine,
            self._settings,
            token,
            session_only,
            is_good,
            done=self._on_saved,
            failed=self._on_failed,
            lane="write",
        )

    def _on_status_changed(self, status: Status) -> None:
        """What the check found is true no more once the marketplace answers with the same settings."""
        is_back = status.marketplace is Lamp.GOOD and self._status.marketplace is not Lamp.GOOD
        self._status = status
        if (
            is_back
            and self.card.is_bad_news
            and self._checked is not None
            and self._is_saved(*self._checked)
        ):
            self.card.say(Lamp.GOOD, ANSWERS_AGAIN)

    def _on_saved(self, token: str) -> None:
        self._saved_token = token
        self.token.clear()
        self._show.setChecked(False)
        self._show_token_words()

    def _on_cancel_clicked(self) -> None:
        if self._checking is not None:
            self._checking.cancel()
        self._show_checking(is_on=False)
        self.card.hide()

    def _show_checking(self, *, is_on: bool) -> None:
        if not is_on:
            self._checking = None
        was_focused = self.check.hasFocus() or self._cancel.hasFocus()
        self.check.setEnabled(not is_on)
        self._cancel.setVisible(is_on)
        if was_focused:  # a button that goes off or away would hand the focus to anybody
            (self._cancel if is_on else self.check).setFocus()
        if is_on:
            self.card.say(Lamp.WORKING, ASKING)

    def _on_failed(self, error: PolkaError) -> None:
        self._show_checking(is_on=False)
        if isinstance(error, SecretsError):
            self._keyring = self._keyring or error.title
            self._show_token_words()
        self.card.say(Lamp.BAD, error.title, error.advice)

    def _on_forget_clicked(self) -> None:
        self._context.tasks.run(
            service.forget_token,
            self._context.shop,
            done=lambda _: self._on_forgotten(),
            failed=self._on_failed,
            lane="write",
        )

    def _on_forgotten(self) -> None:
        self._saved_token = ""
        self.token.clear()
        self._show_token_words()
        self.card.say(Lamp.WARNING, FORGOTTEN)
        self._context.engine.reload_connection()

    def _on_standing_told(self, standing: Standing) -> None:
        """A check may have set the meaning of `count`."""
        if self._settings.dialect.count is not standing.meaning:
            self._context.tasks.run(
                load_connection,
                self._context.shop,
                done=self._on_meaning_read,
                lane="write",  # after what is being saved: the standing may be older than that
            )

    def _on_meaning_read(self, saved: ConnectionSettings) -> None:
        if saved.dialect.count is not self._settings.dialect.count:
            self._show_saved(saved.dialect, saved.rate_per_second)

    def _on_dialect_changed(self) -> None:
        self._asking.cancel()
        self._asking = self._context.tasks.run(
            what_changes,
            self._context.shop,
            self.dialect.dialect,
            done=self._on_change_known,
            lane="write",  # after the change before it
        )

    def _on_change_known(self, sentences: Sequence[Text]) -> None:
        if not sentences:
            self._save_dialect()
            return
        title, words = self.tr("What this changes"), "\n\n".join(map(translated, sentences))
        box = Confirmation(self._context.theme, title, words, self.tr("Change"), self)
        box.rejected.connect(self._put_dialect_back)
        box.ask(self._save_dialect)

    def _put_dialect_back(self) -> None:
        self._show_saved(self._settings.dialect, self._settings.rate_per_second)

    def _show_saved(self, dialect: Dialect, rate: float | None) -> None:
        self._settings = replace(self._settings, dialect=dialect, rate_per_second=rate)
        self.dialect.show_dialect(dialect, rate)

    def _save_dialect(self) -> None:
        dialect, rate = self.dialect.dialect, self.dialect.rate_per_second
        self._settings = replace(self._settings, dialect=dialect, rate_per_second=rate)
        self._context.tasks.run(
            save_dialect,
            self._context.shop,
            dialect,
            rate,
            done=lambda _: self._context.engine.reload_connection(),
            lane="write",
        )


def _load(shop: Shop) -> tuple[ConnectionSettings, str, Text | None]:
    words = service.keyring_words(shop)
    try:
        token = service.load_token(shop) or ""
    except SecretsError as error:
        token, words = "", error.title
    return load_connection(shop), token, words


def _save(
    shop: Shop,
    engine: Engine,
    settings: ConnectionSettings,
    token: str,
    session_only: bool,  # noqa: FBT001  # called by position on the pool
    is_good: bool,  # noqa: FBT001
) -> str:
    renew_connection(shop, engine, settings, token, session_only=session_only, is_good=is_good)
    return token

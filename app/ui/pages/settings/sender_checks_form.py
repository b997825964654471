"""Whom events are taken from: token, signature, addresses, limits, and the certificate."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.refusal import Refusal
from app.domain.text import Text
from app.services.receiving import ListenerSettings
from app.services.sender_checks import new_signing_secret, new_token
from app.ui.i18n import translated
from app.ui.pages.settings.file_field import FileField
from app.ui.pages.settings.secret_field import SecretField
from app.ui.pages.settings.typed_fields import TypedFields
from app.ui.widgets.number_field import NumberField


class SenderChecksForm(QWidget):
    """Shows and gives back these settings; whoever shows it saves them."""

    def __init__(self, typed: TypedFields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyring: Text | None = None
        self._typed_fields = typed
        self.check_token, self.check_signature = QCheckBox(), QCheckBox()
        self.token, self.signing_secret = SecretField(new_token), SecretField(new_signing_secret)
        self.allowed = QLineEdit()
        self.per_second, self.connections = NumberField(0, 100_000), NumberField(1, 500)
        self.certificate, self.key = FileField(), FileField()
        self._names = [QLabel() for _ in range(5)]
        self._hint, self._place = QLabel(), QLabel()
        self._tls_hint = QLabel()
        for label in (self._hint, self._place, self._tls_hint):
            label.setProperty("caption", True)
            label.setWordWrap(True)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(9)
        fields = (self.allowed, self.per_second, self.connections, self.certificate, self.key)
        for name, field in zip(self._names, fields, strict=True):
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self._hint)
        for check, secret in (
            (self.check_token, self.token),
            (self.check_signature, self.signing_secret),
        ):
            column.addWidget(check)
            column.addWidget(secret)
            column.addSpacing(3)
        column.addWidget(self._place)
        column.addSpacing(6)
        column.addLayout(form)
        column.addWidget(self._tls_hint)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._hint.setText(
            self.tr(
                "The secret part of the address is always checked. Ask for more only where the sender can "
                "give it, for example a server of your own in between."
            )
        )
        self.check_token.setText(self.tr("Ask for a token (Authorization: Bearer)"))
        self.check_signature.setText(self.tr("Ask for a signature (Standard Webhooks)"))
        self.token.retranslate(self.tr("Token of the sender"))
        self.signing_secret.retranslate(self.tr("Signing secret, whsec_…"))
        self.allowed.setPlaceholderText(self.tr("from everywhere; or 203.0.113.7, 198.51.100.0/24"))
        words = (
            self.tr("Only from these addresses"),
            self.tr("Requests a second from one address"),
            self.tr("Connections from one address"),
            self.tr("Certificate (PEM)"),
            self.tr("Its key (PEM)"),
        )
        for name, text in zip(self._names, words, strict=True):
            name.setText(text)
        for field, text in zip((self.allowed, self.per_second, self.connections), words, strict=False):
            field.setAccessibleName(text)
        self.certificate.retranslate(words[3])
        self.key.retranslate(words[4])
        self.per_second.setSpecialValueText(self.tr("any number"))
        self._tls_hint.setText(
            self.tr(
                "With a certificate events come encrypted (https://). Behind a tunnel or a server in front "
                "none is needed."
            )
        )
        self._show_place()

    def show_settings(
        self, settings: ListenerSettings, saved: tuple[bool, bool], keyring: Text | None
    ) -> None:
        """Show them; `saved`: whether there are a token and a signing secret.

        `keyring` says why the system's secret store is not used; None where it is.
        """
        self._keyring = keyring
        show = self._typed_fields.show
        show(self.check_token, settings.check_token)
        show(self.check_signature, settings.check_signature)
        for field, is_saved in zip((self.token, self.signing_secret), saved, strict=True):
            field.show_saved(is_saved=is_saved)
        show(self.allowed, settings.allowed)
        show(self.per_second, settings.per_second)
        show(self.connections, settings.connections)
        show(self.certificate.edit, settings.certificate)
        show(self.key.edit, settings.key)
        self._show_place()

    def field_of(self, refused: Refusal) -> QWidget | None:
        """What decides about events that were refused so; None where nothing here does."""
        fields: dict[Refusal, QWidget] = {
            Refusal.TOKEN: self.token,
            Refusal.SIGNATURE: self.signing_secret,
            Refusal.TIMESTAMP: self.check_signature,
            Refusal.SENDER: self.allowed,
            Refusal.TOO_OFTEN: self.per_second,
        }
        return fields.get(refused)

    def merged_into(self, settings: ListenerSettings) -> ListenerSettings:
        """The settings with what is chosen here; the secrets are apart."""
        return replace(
            settings,
            check_token=self.check_token.isChecked(),
            check_signature=self.check_signature.isChecked(),
            allowed=self.allowed.text().strip(),
            per_second=self.per_second.value(),
            connections=self.connections.value(),
            certificate=self.certificate.text,
            key=self.key.text,
        )

    def forget_typed(self) -> None:
        """The secrets are saved."""
        self.token.clear()
        self.signing_secret.clear()

    def _show_place(self) -> None:
        if self._keyring is None:
            words = self.tr("Kept in the system's secret store, not in the program's files.")
        else:
            words = self.tr("{why} You will enter them again next time.").format(
                why=translated(self._keyring)
            )
        self._place.setText(words)

"""In place of the pages while data of an older version are brought up to date."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

WIDTH = 420


class UpgradePage(QWidget):
    """What goes on, how long it may take, and a bar that shows that it does go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self.tr("Your data are being brought up to date"))
        self.title.setProperty("pageTitle", True)
        self.advice = QLabel(
            self.tr(
                "This version of Polka keeps them in another way. A copy is saved first. With a long log "
                "of events it takes a minute or two; then Polka opens by itself."
            )
        )
        self.advice.setWordWrap(True)
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self.bar.setAccessibleName(self.title.text())
        self.bar.setMaximumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(80, 0, 80, 0)
        column.setSpacing(12)
        column.addStretch(2)
        for part in (self.title, self.advice, self.bar):
            column.addWidget(part)
        column.addStretch(3)

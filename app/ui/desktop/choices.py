"""What a person chose about closing and notices; kept with the window's look."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSettings

from app.domain.notices import NoticeChoices, NoticeKind

CLOSING = "desktop/closing"
SILENCED = "desktop/silenced"
QUIET = "desktop/quiet_while_active"


class Closing(StrEnum):
    """What closing the window does."""

    ASK = "ask"
    KEEP = "keep"  # it is hidden; sending and receiving go on
    QUIT = "quit"


def load_closing(memory: QSettings) -> Closing:
    """What was chosen, else to ask."""
    stored = str(memory.value(CLOSING, Closing.ASK))
    return Closing(stored) if stored in set(Closing) else Closing.ASK


def save_closing(memory: QSettings, closing: Closing) -> None:
    """Keep it for the next time."""
    memory.setValue(CLOSING, str(closing))


def load_notice_choices(memory: QSettings) -> NoticeChoices:
    """What was chosen, else to be told of everything while the window is not worked in."""
    silenced = str(memory.value(SILENCED, "")).split()
    return NoticeChoices(
        frozenset(kind for kind in NoticeKind if kind not in silenced),
        quiet_while_active=str(memory.value(QUIET, "true")) == "true",
    )


def save_notice_choices(memory: QSettings, choices: NoticeChoices) -> None:
    """Keep them. What is not wanted is kept, so that kinds that come later are told."""
    memory.setValue(SILENCED, " ".join(kind for kind in NoticeKind if kind not in choices.kinds))
    memory.setValue(QUIET, "true" if choices.quiet_while_active else "false")

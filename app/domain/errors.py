"""What can go wrong that a person can do something about.

Anything that is not a `PolkaError` is a bug and is treated as one.
"""

from __future__ import annotations

from app.domain.text import Text, translate


class PolkaError(Exception):
    """Something happened that the person should know: what it was, and what they can do."""

    def __init__(self, title: Text, advice: Text) -> None:
        super().__init__(f"{title} {advice}")
        self.title = title
        self.advice = advice


def stumbled() -> PolkaError:
    """What to tell whoever waits for work that a bug ended."""
    return PolkaError(
        translate("Error", "Something went wrong inside Polka."),
        translate("Error", "Your data are safe. Try it again; the details are in the log."),
    )


class InvalidValueError(PolkaError):
    """What was typed or given is not a valid value; the old value stays."""


class OutdatedError(PolkaError):
    """What a person was shown is not so any more; nothing was done."""


class StorageError(PolkaError):
    """The data folder or the database could not do what was asked."""


class DatabaseLockedError(StorageError):
    """Somebody else writes; the same may be possible in a moment."""


class SecretsError(PolkaError):
    """The system's secret store is missing, locked or refused the value."""


class ListenerError(PolkaError):
    """The listener for webhooks could not start."""


class MarketplaceError(PolkaError):
    """The marketplace could not be asked, or answered with something else than expected."""


class SpreadsheetError(PolkaError):
    """A file cannot be read as a table, or is not read because it would take too much."""

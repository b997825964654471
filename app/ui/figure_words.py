"""Sentences with plurals that tables to fill in have in common.

In a base class `tr` finds plurals only among those of the class that inherits, so they have their own.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


class FigureWords(QObject):
    """What is said of such a table."""

    def saved(self, rows: int) -> str:
        """A file was written."""
        return self.tr("%n row(s) saved.", "", rows)

    def left_out(self, unread: int, left_over: int) -> str:
        """What of a pasted column found no place."""
        sentences: list[str] = []
        if unread:
            sentences.append(self.tr("%n line(s) could not be read and were left out.", "", unread))
        if left_over > 0:
            sentences.append(self.tr("%n line(s) found no row to go to.", "", left_over))
        return " ".join(sentences)

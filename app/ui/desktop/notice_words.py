"""A notice in words: a short title, and a few lines below it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.notices import Notice, NoticeKind
from app.ui.i18n import translated


class NoticeWords(QObject):
    """In the language of now."""

    def title(self, notice: Notice) -> str:
        """The most urgent that happened, and how often."""
        return self._title(notice.kind, notice.count)

    def lines(self, notice: Notice) -> str:
        """The newest one by one, the others as a number."""
        lines = [translated(line) for line in notice.lines]
        if left := notice.count - len(lines):
            lines.append(self.tr("and %n more", "", left))
        lines += [
            self.tr("Also: {title}").format(title=self._title(kind, count)) for kind, count in notice.also
        ]
        return "\n".join(lines)

    def _title(self, kind: NoticeKind, count: int) -> str:
        match kind:
            case NoticeKind.PAUSE:
                return self.tr("Sending has stopped")
            case NoticeKind.RECEIVING:
                return self.tr("Events do not come in")
            case NoticeKind.OVERSALE if count == 1:
                return self.tr("Sold more than there is")
            case NoticeKind.OVERSALE:
                return self.tr("%n online sale(s) of what is not there", "", count)
            case NoticeKind.UNKNOWN if count == 1:
                return self.tr("The marketplace has not answered")
            case NoticeKind.UNKNOWN:
                return self.tr("%n delivery(ies) without an answer", "", count)
            case NoticeKind.SALE if count == 1:
                return self.tr("Online sale")
            case NoticeKind.SALE:
                return self.tr("%n online sale(s)", "", count)

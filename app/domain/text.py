"""Sentences for a person: kept as source text with values, translated only where they are shown."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """A translatable sentence: English source, named values, and a count where it has plural forms."""

    context: str
    source: str
    comment: str = ""
    count: int = -1
    values: dict[str, Any] = field(default_factory=dict[str, Any])

    def format(self, **values: object) -> Text:
        """The same sentence with values for its named placeholders; a value may be a Text."""
        return replace(self, values={**self.values, **values})

    def __str__(self) -> str:
        words = self.source.replace("%n", str(self.count)).replace("(s)", self._plural_ending())
        return words.format(**self.values) if self.values else words

    def _plural_ending(self) -> str:
        if self.count < 0:
            return "(s)"
        return "" if self.count == 1 else "s"

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, so that a sentence can be stored and still be shown in another language."""
        values = {
            name: value.to_json() if isinstance(value, Text) else str(value)
            for name, value in self.values.items()
        }
        return {
            "context": self.context,
            "source": self.source,
            "comment": self.comment,
            "count": self.count,
            "values": values,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Text:
        """The sentence that `to_json` wrote."""
        values = {
            name: cls.from_json(value) if isinstance(value, dict) else value
            for name, value in data["values"].items()
        }
        return cls(data["context"], data["source"], data["comment"], data["count"], values)

    def dumps(self) -> str:
        """The sentence as a JSON string."""
        return json.dumps(self.to_json(), ensure_ascii=False)

    @classmethod
    def loads(cls, stored: str | None) -> Text | None:
        """The sentence from its JSON string; None stays None."""
        return None if stored is None else cls.from_json(json.loads(stored))


def translate(context: str, source: str, comment: str = "", count: int = -1) -> Text:
    """Mark a sentence for the translators; it has Qt's argument order so that `lupdate` finds it."""
    return Text(context, source, comment, count)

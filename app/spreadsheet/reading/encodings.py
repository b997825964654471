"""In what encoding the text of a file is: a byte order mark, strict UTF-8, or a well-founded guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Sequence

from charset_normalizer import from_bytes

LEGACY = ("cp1251", "cp866", "kz1048", "koi8_r")
"""What Russian and Kazakh programs write besides Unicode; of equal guesses, the earlier is likelier."""

RARE = {"koi8_r"}
"""Only where nothing else fits: a single letter would be enough to doubt."""

NAMES = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1251": "Windows-1251",
    "cp866": "DOS 866",
    "koi8_r": "KOI8-R",
    "kz1048": "KZ-1048",
}
"""Encodings as people know them."""

_USUAL = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі«»№—–„“”’…·•×°±²³½\N{NO-BREAK SPACE}€₽₸")
_CONTROL_SIGN = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_FRAME = re.compile(rb"[\xc4\xcd]{4}")
"""Lines that DOS draws; nobody writes «ДДДД» or «НННН» in Windows-1251."""

_DRAWN = frozenset(map(chr, range(0x2500, 0x25A0)))
_TELLING = 8192
_NEARLY_EQUAL = 0.02  # of measures between 0 and 1
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def guess_encodings(sample: bytes) -> Sequence[str]:
    """Encodings in which this beginning of a file is plausible, likeliest first; none if it is no text."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return [encoding]
    if b"\0" in sample:
        return _without_mark(sample)
    if _CONTROL_SIGN.search(sample):
        return []
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        return ["utf-8-sig"]
    except UnicodeDecodeError:
        return _legacy(sample)


def _without_mark(sample: bytes) -> Sequence[str]:
    """UTF-16 by its zeros: signs of tables (digits, separators, line ends) have theirs on one side."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) * 20 > max(even, odd):
        return []
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    return [] if "\ufffd" in text[:-1] or _CONTROL_SIGN.search(text.encode()) else [encoding]


def _legacy(sample: bytes) -> Sequence[str]:
    """By signs that no shop writes, and where there are none, by charset-normalizer's measure of mess."""
    telling = b"\n".join(line for line in sample.splitlines() if not line.isascii())[:_TELLING]
    if _FRAME.search(telling) and not _strangeness(telling.decode("cp866", "replace"), _DRAWN):
        return ["cp866"]
    strange = {encoding: _strangeness(telling.decode(encoding, "replace")) for encoding in LEGACY}
    usual = [encoding for encoding in LEGACY if strange[encoding] <= min(strange.values()) + _NEARLY_EQUAL]
    mess = {match.encoding: match.chaos for match in from_bytes(telling, cp_isolation=usual)}
    found = [
        encoding
        for encoding in usual
        if not mess or mess.get(encoding, 1.0) <= min(mess.values()) + _NEARLY_EQUAL
    ]
    return _different(telling, [encoding for encoding in found if encoding not in RARE] or found)


def _strangeness(text: str, also: Collection[str] = ()) -> float:
    """What part of the signs beyond ASCII are no Russian or Kazakh letters, nor signs among these."""
    beyond = [sign for sign in text.lower() if not sign.isascii()]
    return sum(sign not in _USUAL and sign not in also for sign in beyond) / max(len(beyond), 1)


def _different(sample: bytes, encodings: Sequence[str]) -> Sequence[str]:
    """Without those that read this sample as another does: there is nothing to choose between them."""
    read: dict[str, str] = {}
    for encoding in encodings:
        read.setdefault(sample.decode(encoding, "replace"), encoding)
    return list(read.values())

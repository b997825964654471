"""What a scanner meant when the Russian keyboard layout was on."""

from __future__ import annotations

_RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,ё"№;:?'
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?`@#$^&"
_KEYS = str.maketrans(_RUSSIAN, _LATIN)


def as_latin_keys(text: str) -> str:
    """The same keys pressed in the Latin layout: a scanner sends keys, not letters."""
    return text.translate(_KEYS)

"""Text can be read on every ground it meets, in light and dark."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor

from app.ui.theme import TOKENS

INKS = ("text", "mute", "acc", "ok", "warn", "bad")
GROUNDS = ("bg", "panel", "side", "sel", "edit", "hover", "acc_bg", "ok_bg", "warn_bg", "bad_bg")
PAIRS = [*product(INKS, GROUNDS), ("on_acc", "acc")]


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in QColor(color).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("is_dark", [False, True])
def test_text_has_a_contrast_of_four_and_a_half(is_dark: bool) -> None:
    weak = [
        (ink, ground)
        for ink, ground in PAIRS
        if contrast(TOKENS[ink][is_dark], TOKENS[ground][is_dark]) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("is_dark", [False, True])
def test_outlines_of_fields_have_a_contrast_of_three(is_dark: bool) -> None:
    for ground in ("panel", "bg"):
        assert contrast(TOKENS["edge"][is_dark], TOKENS[ground][is_dark]) >= 3

"""Takes the README's pictures out of a tour, made small: `python packaging/pictures.py TOUR`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

TARGET = Path(__file__).parents[1] / "resources" / "pictures"
PICTURES = (
    "products-ru-light",
    "overview-ru-light",
    "review-ru-light",
    "deliveries-ru-light",
    "events-ru-dark",
    "reconcile-ru-light",
    "import-check-ru-light",
    "settings-connection-en-light",
)
COLOURS = 256


def main() -> int:
    """Copy the pictures, with as many colours as a byte can name."""
    if len(sys.argv) != 2:
        print("usage: python packaging/pictures.py TOUR  (after: polka demo --tour TOUR)")
        return 2
    TARGET.mkdir(exist_ok=True)
    for name in PICTURES:
        image = QImage(str(Path(sys.argv[1]) / f"{name}.png"))
        if image.isNull() or not small(image).save(str(TARGET / f"{name}.png"), quality=0):
            print(f"{name}: cannot be read or written")
            return 1
        print(f"{name}: {(TARGET / f'{name}.png').stat().st_size // 1024} KB")
    return 0


def small(image: QImage) -> QImage:
    """The picture in few colours; the others become the nearest of them."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = cast("memoryview[int]", flat.constBits()).cast("I")
    colours = [colour for colour, _ in Counter(pixels).most_common()]
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return flat.convertToFormat(QImage.Format.Format_Indexed8, table(colours), flags)


def table(colours: Sequence[int]) -> list[int]:
    """At most as many colours as a byte can name, the commonest first, none too near another."""
    apart = 0
    while True:
        chosen: list[int] = []
        for colour in colours:
            if all(distance(colour, other) > apart for other in chosen):
                chosen.append(colour)
            if len(chosen) > COLOURS:
                break
        else:
            return chosen
        apart += 6


def distance(one: int, other: int) -> int:
    """How far two colours are from each other, over red, green and blue."""
    return sum(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


if __name__ == "__main__":
    sys.exit(main())

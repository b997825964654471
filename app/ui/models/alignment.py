"""How cells are aligned: figures to the right, so that they line up, and words to the left."""

from __future__ import annotations

from PySide6.QtCore import Qt

OF_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
OF_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

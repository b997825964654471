"""Change a property that the style sheet looks at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set the property and have the widget drawn by the rules that fit now."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # The usual unpolish and polish need `widget.style()`, whose Python wrapper ends up as a child of
    # the application: the shared style is then deleted twice when the program ends, and it crashes.
    widget.setStyleSheet(" ")

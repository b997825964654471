"""Colours from one table of tokens, light and dark; the widgets' style is made from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.i18n import RESOURCES

TOKENS = {
    #          light      dark
    "bg": ("#f6f7f9", "#16181d"),
    "panel": ("#ffffff", "#1e2127"),
    "side": ("#eef0f3", "#1a1c21"),
    "line": ("#e1e4e9", "#30343c"),
    "edge": ("#858d9b", "#6d7480"),  # outlines of what can be typed into or pressed
    "text": ("#1b1f26", "#e7e9ee"),
    "mute": ("#5f6775", "#a0a7b4"),
    "acc": ("#2460d8", "#7aa5ff"),
    "acc_bg": ("#e7effe", "#243453"),
    "on_acc": ("#ffffff", "#0e1420"),
    "ok": ("#17713d", "#5cc98a"),
    "ok_bg": ("#e3f4ea", "#1c3a2a"),
    "warn": ("#8f5200", "#e8b05a"),
    "warn_bg": ("#fdf0dc", "#3d2f17"),
    "bad": ("#b92a26", "#ff8f88"),
    "bad_bg": ("#fce8e7", "#452523"),
    "edit": ("#fff8dc", "#3a351f"),
    "sel": ("#e7effe", "#243453"),
    "hover": ("#f2f4f7", "#262a31"),
}
"""Name: (light, dark). Text colours have a contrast of 4.5 on every background they meet."""

CHOICES = ("system", "light", "dark")


class Theme(QObject):
    """The colours of now. Follows the system unless the person chose."""

    theme_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = "system"
        self._is_dark = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are shown."""
        return self._is_dark

    def color(self, name: str) -> str:
        """A token's colour as #rrggbb."""
        return TOKENS[name][self._is_dark]

    def use(self, choice: str) -> None:
        """`system`, `light` or `dark`, at once."""
        self.choice = choice
        self._apply()

    def _on_system_changed(self) -> None:
        if self.choice == "system":
            self._apply()

    def _apply(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        system_dark = scheme is Qt.ColorScheme.Dark
        self._is_dark = system_dark if self.choice == "system" else self.choice == "dark"
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(self._palette())
            application.setStyleSheet(self._style_sheet())
        self.theme_changed.emit()

    def _style_sheet(self) -> str:
        sheet = (RESOURCES / "styles" / "polka.qss").read_text(encoding="utf-8")
        # Longest names first: @acc_bg is not @acc followed by "_bg".
        for name in sorted(TOKENS, key=len, reverse=True):
            sheet = sheet.replace(f"@{name}", self.color(name))
        look = "dark" if self._is_dark else "light"
        for name in ("tick", "down"):
            path = RESOURCES / "icons" / f"{name}-{look}.svg"
            sheet = sheet.replace(f"${name}", path.as_posix())
        return sheet

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "bg",
            QPalette.ColorRole.Base: "panel",
            QPalette.ColorRole.AlternateBase: "bg",
            QPalette.ColorRole.Button: "panel",
            QPalette.ColorRole.ToolTipBase: "panel",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.PlaceholderText: "mute",
            QPalette.ColorRole.Highlight: "acc",
            QPalette.ColorRole.HighlightedText: "on_acc",
            QPalette.ColorRole.Link: "acc",
            QPalette.ColorRole.Mid: "line",
        }
        for role, name in roles.items():
            palette.setColor(role, QColor(self.color(name)))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.color("mute")))
        return palette


def interface_font() -> QFont:
    """Inter where it is installed, else the system's font; 10 points at least."""
    font = QGuiApplication.font()
    if "Inter" in QFontDatabase.families():
        font.setFamily("Inter")
    font.setPixelSize(13)
    font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width: columns line up
    return font

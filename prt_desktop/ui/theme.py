"""Colours, type and distances by name; the only place that knows what they are.

How a pane uses it
------------------
A pane is a subclass of `ui.widgets.pane.Pane` and gets `theme` as its first argument. It is
made of the widgets in `ui.widgets` (Label, Button, IconButton, ChoiceRow, CheckRow, LineEdit,
TextArea, Dropdown, Slider, Card, Column, Flow), each of which takes `theme` first and follows
it by itself: light and dark, text size, reduced motion. Inside a pane:

* lay things out in a `Column` (the centred, scrolling reading column) on the 8 px grid:
  `theme.gap` between things that belong together, `theme.space` between groups;
* lengths that hold text or an icon go through `theme.px(...)`, so that they grow with it;
* one `Button(..., Look.PRIMARY)` a screen; every other button is QUIET or PLAIN;
* when painting by hand ask `theme.color(Tone.ACCENT)`, `theme.font(Size.TITLE, Weight.BOLD)`,
  `theme.pixmap(Icon.PLAY, Tone.TEXT, widget)`, and repaint on `theme.changed`;
* never write a colour, a font size or a style sheet;
* an animation asks `theme.fade_ms`: 0 under "reduce motion".

Tokens are data: assets/theme/light.toml and dark.toml.
"""

from __future__ import annotations

from enum import Enum, IntEnum, StrEnum
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QToolTip

from prt_desktop.domain.errors import ContentError
from prt_desktop.ui.icons import Icon, IconSet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

_BODY_PX = 16
_FADE_MS = 180
_MIDDLE = 128
STYLE = "fusion"
_READING_CHARACTERS = 66


class Tone(StrEnum):
    """The named colours."""

    SURFACE = "surface"
    RAISED = "raised"
    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    ACCENT = "accent"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    CAUTION = "caution"
    EMERGENCY = "emergency"


class Size(Enum):
    """The five sizes of type, as factors of the body's size."""

    SMALL = 0.875
    BODY = 1.0
    LEAD = 1.1875
    TITLE = 1.5
    DISPLAY = 1.9375


class Weight(IntEnum):
    """The three weights of type."""

    NORMAL = QFont.Weight.Normal
    MEDIUM = QFont.Weight.Medium
    BOLD = QFont.Weight.DemiBold


class ThemeChoice(StrEnum):
    """What a person may choose; SYSTEM follows the desktop, live."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """What everything looks like just now.

    Signals: `changed` after the colours, the text size or the motion have changed.
    """

    changed = Signal()

    def __init__(self, app: QApplication, assets: Path) -> None:
        super().__init__()
        self._app = app
        self._folder = assets / "theme"
        self._icons = IconSet(assets / "icons")
        self._family_font = QFont(app.font())
        self._body_px = max(_BODY_PX, QFontInfo(app.font()).pixelSize())
        self._choice = ThemeChoice.SYSTEM
        self._percent = 100
        self._reduce_motion = False
        self._told = False
        self._fonts: dict[tuple[Size, Weight], QFont] = {}
        self._tokens: dict[bool, dict[Tone, QColor]] = {}
        self._system_dark = app.palette().window().color().lightness() < _MIDDLE
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def dark(self) -> bool:
        """Say whether the dark colours are in use."""
        if self._choice is ThemeChoice.SYSTEM:
            return self._system_dark
        return self._choice is ThemeChoice.DARK

    @property
    def gap(self) -> int:
        """Give the distance between things that belong together (px)."""
        return 8

    @property
    def space(self) -> int:
        """Give the distance between groups (px)."""
        return 24

    @property
    def target(self) -> int:
        """Give the least height of anything that is pressed: 44 px, more for larger text."""
        return max(44, self.metrics(Size.BODY).height() + 20)

    @property
    def icon_size(self) -> int:
        """Give the side of an icon beside body text (px); it grows half as fast as text."""
        return round(24 * (1 + (self._percent / 100 - 1) / 2))

    @property
    def column_width(self) -> int:
        """Give the width of a column of reading text: 60 to 70 characters (px)."""
        return self.metrics(Size.BODY).averageCharWidth() * _READING_CHARACTERS

    @property
    def fade_ms(self) -> int:
        """Give how long a fade lasts: 0 when motion is reduced."""
        return 0 if self._reduce_motion else _FADE_MS

    @property
    def scale(self) -> float:
        """Give the text size as a factor, 1 to 2."""
        return self._percent / 100

    @property
    def night(self) -> QColor:
        """Give the ground of the dark theme, whichever is in use: for a room that stays dark."""
        return self._colors(dark=True)[Tone.SURFACE]

    def apply(self, choice: str, text_percent: int, *, reduce_motion: bool) -> None:
        """Change to what a person has chosen; `text_percent` is held within 100 to 200.

        Raises ContentError when the theme's file cannot be used.
        """
        self._choice = ThemeChoice(choice)
        self._percent = min(200, max(100, text_percent))
        self._reduce_motion = reduce_motion
        self._fonts.clear()
        self._dress()
        QTimer.singleShot(0, self, self._tell_system)

    def color(self, tone: Tone) -> QColor:
        """Give a named colour of the theme in use."""
        return self._colors(dark=self.dark)[tone]

    def on_paper(self, tone: Tone) -> QColor:
        """Give a named colour of the light theme, whichever is in use: for what is printed."""
        return self._colors(dark=False)[tone]

    def mix(self, tone: Tone, into: Tone, share: float) -> QColor:
        """Give `into` with a share (0 to 1) of `tone` in it, for washes, hovers and hairlines."""
        top, base = self.color(tone), self.color(into)
        return QColor(
            round(base.red() + (top.red() - base.red()) * share),
            round(base.green() + (top.green() - base.green()) * share),
            round(base.blue() + (top.blue() - base.blue()) * share),
        )

    def font(self, size: Size, weight: Weight = Weight.NORMAL) -> QFont:
        """Give the font for one of the five sizes at the chosen text size."""
        key = (size, weight)
        if key not in self._fonts:
            font = QFont(self._family_font)
            font.setPixelSize(round(self._body_px * size.value * self.scale))
            font.setWeight(QFont.Weight(weight))
            self._fonts[key] = font
        return self._fonts[key]

    def metrics(self, size: Size, weight: Weight = Weight.NORMAL) -> QFontMetrics:
        """Give the measures of one of the five sizes."""
        return QFontMetrics(self.font(size, weight))

    def px(self, length: int) -> int:
        """Give a length that grows with the text size."""
        return round(length * self.scale)

    def pixmap(self, icon: Icon, tone: Tone, on: QWidget, size: int = 0) -> QPixmap:
        """Give an icon in a named colour, sharp on the screen that `on` stands on."""
        return self._icons.pixmap(
            icon, self.color(tone), size or self.icon_size, on.devicePixelRatioF()
        )

    @Slot("Qt::ColorScheme")
    def _follow_system(self, scheme: QtCore.Qt.ColorScheme) -> None:
        if scheme is QtCore.Qt.ColorScheme.Unknown or self._choice is not ThemeChoice.SYSTEM:
            return
        dark = scheme is QtCore.Qt.ColorScheme.Dark
        if dark is not self._system_dark:
            self._system_dark = dark
            self._dress()

    @Slot()
    def _tell_system(self) -> None:
        """Let title bars and the system's own dialogs follow; not needed for the first paint."""
        hints = QGuiApplication.styleHints()
        if self._choice is not ThemeChoice.SYSTEM:
            schemes = QtCore.Qt.ColorScheme
            hints.setColorScheme(schemes.Dark if self.dark else schemes.Light)
            self._told = True
        elif self._told:
            self._told = False
            hints.unsetColorScheme()
            self._follow_system(hints.colorScheme())

    def _dress(self) -> None:
        palette = self._palette()
        self._app.setPalette(palette)
        self._app.setFont(self.font(Size.BODY))
        QToolTip.setPalette(palette)
        QToolTip.setFont(self.font(Size.SMALL))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, tone in _ROLES.items():
            palette.setColor(role, self.color(tone))
        faint = self.mix(Tone.MUTED, Tone.SURFACE, 0.7)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
        return palette

    def _colors(self, *, dark: bool) -> dict[Tone, QColor]:
        if dark not in self._tokens:
            self._tokens[dark] = _read_tokens(
                self._folder / ("dark.toml" if dark else "light.toml")
            )
        return self._tokens[dark]


_ROLES = {
    QPalette.ColorRole.Window: Tone.SURFACE,
    QPalette.ColorRole.WindowText: Tone.TEXT,
    QPalette.ColorRole.Base: Tone.RAISED,
    QPalette.ColorRole.AlternateBase: Tone.ACCENT_SOFT,
    QPalette.ColorRole.Text: Tone.TEXT,
    QPalette.ColorRole.PlaceholderText: Tone.MUTED,
    QPalette.ColorRole.Button: Tone.RAISED,
    QPalette.ColorRole.ButtonText: Tone.TEXT,
    QPalette.ColorRole.ToolTipBase: Tone.RAISED,
    QPalette.ColorRole.ToolTipText: Tone.TEXT,
    QPalette.ColorRole.Highlight: Tone.ACCENT,
    QPalette.ColorRole.HighlightedText: Tone.ON_ACCENT,
    QPalette.ColorRole.Accent: Tone.ACCENT,
    QPalette.ColorRole.Link: Tone.ACCENT,
    QPalette.ColorRole.LinkVisited: Tone.ACCENT,
    QPalette.ColorRole.Light: Tone.RAISED,
    QPalette.ColorRole.Midlight: Tone.RAISED,
    QPalette.ColorRole.Mid: Tone.LINE,
    QPalette.ColorRole.Dark: Tone.LINE,
}


def _read_tokens(path: Path) -> dict[Tone, QColor]:
    """Read a flat table of strings: TOML, but loading tomllib would cost 5 ms at each start."""
    try:
        pairs = (line.partition(" = ") for line in path.read_text("utf-8").splitlines())
        table = {name: value.strip().strip('"') for name, _, value in pairs}
        colors = {tone: QColor(table[tone]) for tone in Tone}
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise ContentError(f"The theme {path} cannot be used: {error}.") from error
    for tone, color in colors.items():
        if not color.isValid():
            raise ContentError(f"The theme {path} cannot be used: {tone} is not a colour.")
    return colors

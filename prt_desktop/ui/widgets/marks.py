"""How the words that were looked for are marked in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.painting import brush

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.lesson_search import Span
    from prt_desktop.ui.theme import Theme


def mark_formats(theme: Theme, spans: Sequence[Span], font: QFont) -> list[QTextLayout.FormatRange]:
    """Let what was found be bold on a soft ground, as large as the text in `font`."""
    strong = QTextCharFormat()
    bold = QFont(theme.font(Size.BODY, Weight.BOLD))
    bold.setPixelSize(font.pixelSize())
    strong.setFont(bold)
    strong.setForeground(brush(theme.color(Tone.TEXT)))
    strong.setBackground(brush(theme.color(Tone.ACCENT_SOFT)))
    formats = []
    for span in spans:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = span.start, span.length, strong
        formats.append(one)
    return formats

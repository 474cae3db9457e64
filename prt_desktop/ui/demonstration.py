"""The demonstration: the same window in big type, of which nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.storage.settings import Settings
    from prt_desktop.ui.theme import Theme

BIG_PERCENT = 200


def in_the_room(settings: Settings) -> Settings:
    """Give the settings of a demonstration: how it looks and sounds, and nothing personal."""
    return replace(
        settings,
        text_percent=BIG_PERCENT,
        captions=True,
        minutes={},
        guidance={},
        open_end={},
        left_at={},
        movement="",
        window="",
    )


class DemonstrationBanner(QWidget):
    """Says all the time that this is a demonstration and that nothing is kept."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = _tr("Demonstration. Nothing is saved.")
        label = Label(theme, words, Size.SMALL, weight=Weight.BOLD)
        label.set_wraps(wraps=False)
        card = Card(theme, Tone.CAUTION)
        card.body.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.gap, theme.gap, theme.gap, 0)
        row.addWidget(card)
        self.setAccessibleName(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Demonstration", text)

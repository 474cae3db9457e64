"""One number to ring, large enough to read from a phone at arm's length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.domain.crisis import CrisisLine
    from prt_desktop.ui.theme import Theme


class CrisisLineCard(Card):
    """A number with its service and what it is for; the first one is the emergency number."""

    def __init__(self, theme: Theme, line: CrisisLine, *, first: bool) -> None:
        super().__init__(theme, Tone.EMERGENCY if first else None)
        self.setAccessibleName(f"{line.name}: {line.number}. {line.what}")
        self.body.setSpacing(2)
        self.body.addWidget(Label(theme, line.name, weight=Weight.MEDIUM))
        size = Size.DISPLAY if first else Size.TITLE
        tone = Tone.EMERGENCY if first else Tone.TEXT
        self.body.addWidget(Label(theme, line.number, size, tone, Weight.BOLD))
        self.body.addWidget(Label(theme, line.what, Size.SMALL, Tone.MUTED))

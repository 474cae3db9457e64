"""While the movement is done: how to meet it, and when to stop, in sight the whole time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from prt_desktop.ui.ladder.stop_card import StopCard
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.diary import MovementTrial
    from prt_desktop.ui.theme import Theme


class DoItPage(SubPage):
    """Stands still until the person comes back to it; the prediction is kept meanwhile.

    Signals: `done` when there is something to tell, and `left` for later or not at all.
    """

    done = Signal()

    def __init__(
        self, theme: Theme, trial: MovementTrial, rules: Sequence[str], smallest: str
    ) -> None:
        super().__init__(theme, trial.movement, self._about())
        card = Card(theme)
        card.body.addWidget(Label(theme, self.tr("What you expect"), Size.SMALL, Tone.MUTED))
        card.body.addWidget(Label(theme, trial.prediction))
        if smallest:
            self.column.add(Label(theme, self.tr("The smallest form"), weight=Weight.MEDIUM))
            self.column.add(Label(theme, smallest))
            self.column.space(1)
        self.column.add(StopCard(theme, rules))
        self.column.space(1)
        self.column.add(card)
        card.setVisible(bool(trial.prediction))
        self.column.add(Label(theme, self._afterwards(), tone=Tone.MUTED))
        self._done = Button(theme, self.tr("Tell what happened"), Look.PRIMARY)
        later = Button(theme, self.tr("Later, or not today"), Look.PLAIN)
        self.set_buttons([self._done, later])
        self._done.clicked.connect(self.done)
        later.clicked.connect(self.leave)

    def take_focus(self) -> None:
        """Put the focus on what comes next."""
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about(self) -> str:
        return self.tr(
            "Notice the story that comes before it. Choose how you want to meet what you feel, "
            "then move lightly, eyes open, in its smallest form. Once or twice is plenty."
        )

    def _afterwards(self) -> str:
        return self.tr("What counts is that you did it in a friendly way, or wisely left it.")

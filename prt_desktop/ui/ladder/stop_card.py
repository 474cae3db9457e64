"""When to stop a movement, always in sight where movements are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.ui.practise.tools.movement_choice import any_stop
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Movement
    from prt_desktop.ui.theme import Theme


class StopCard(Card):
    """The reasons to stop: those of one movement, or those that hold for every one."""

    def __init__(self, theme: Theme, rules: Sequence[str]) -> None:
        super().__init__(theme, Tone.CAUTION)
        self.body.addWidget(Label(theme, self.tr("Stop when"), weight=Weight.MEDIUM))
        lines = "\n".join(f"\N{BULLET} {rule}" for rule in rules)
        self.body.addWidget(Label(theme, lines))


def rules_for(movements: Sequence[Movement], movement_id: str | None) -> tuple[str, ...]:
    """Give the rules of one of the movements, or those of every movement for one's own."""
    found = next((one for one in movements if one.id == movement_id), None)
    return found.stop if found is not None else any_stop()

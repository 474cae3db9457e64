"""Which movement a graded practice is about, its smallest form, and when to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.practise.tools.movement_choice import any_stop
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Movement
    from prt_desktop.ui.theme import Theme

_OWN = ""


class MovementChoice(QWidget):
    """Chooses one of the movements of an exercise, or another one of the person's own.

    Signals: `changed` with the id of the movement, "" for one's own.
    """

    changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._movements: tuple[Movement, ...] = ()
        self._name = self.tr("Which movement")
        self._row = ChoiceRow[str](theme, self._name, self._options())
        self._smallest = Label(theme)
        self._stop = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        card = Card(theme)
        for title, text in (
            (self.tr("The smallest form"), self._smallest),
            (self.tr("When to stop"), self._stop),
        ):
            card.body.addWidget(Label(theme, title, weight=Weight.MEDIUM))
            card.body.addWidget(text)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.gap)
        self._rows.addWidget(Label(theme, self._name, weight=Weight.MEDIUM))
        self._rows.addWidget(self._row)
        self._rows.addWidget(card)

    def show_movements(self, movements: Sequence[Movement], chosen: str) -> None:
        """Show the movements of an exercise, without telling anyone."""
        if tuple(movements) != self._movements:
            self._movements = tuple(movements)
            self._offer()
        self._row.set_value(chosen)
        self._show(chosen)

    @Slot(object)
    def _choose(self, movement_id: str) -> None:
        self._show(movement_id)
        self.changed.emit(movement_id)

    def _offer(self) -> None:
        row = ChoiceRow[str](self._theme, self._name, self._options())
        self._rows.replaceWidget(self._row, row)
        self._row.hide()
        self._row.deleteLater()
        row.show()  # a layout would do so later
        self._row = row
        row.chosen.connect(self._choose)

    def _options(self) -> list[tuple[str, str]]:
        own = (_OWN, self.tr("Another one of my own"))
        return [*((one.id, one.name) for one in self._movements), own]

    def _show(self, movement_id: str) -> None:
        movement = next((one for one in self._movements if one.id == movement_id), None)
        self._smallest.setText(movement.smallest if movement else self._own_smallest())
        rules = movement.stop if movement else any_stop()
        self._stop.setText("\n".join(f"\N{EN DASH} {rule}" for rule in rules))

    def _own_smallest(self) -> str:
        return self.tr(
            "The least of it that you would still call this movement: slower, lower, lighter or "
            "shorter, with something firm to hold. If in doubt, ask your clinician first."
        )

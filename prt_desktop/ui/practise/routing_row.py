"""What a person can ask of a running practice: lighter, too much, fine again, enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from prt_desktop.domain.exercise import Turn
from prt_desktop.ui.practise.fading import Fading
from prt_desktop.ui.stage_keys import StageAct, named
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class RoutingRow(Fading):
    """Quiet buttons with words; the one that was pressed turns round and leads back.

    Signals: `turn_wanted` with a Turn, `fine_wanted` to go back to the practice,
    `enough_wanted` to come to the close of a practice that has no end of its own.
    """

    turn_wanted = Signal(Turn)
    fine_wanted = Signal()
    enough_wanted = Signal()

    def __init__(self, theme: Theme, keys: Mapping[StageAct, str], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._keys = keys
        self._turn: Turn | None = None
        self._lighter = Button(theme, self.tr("Lighter"))
        self._too_much = Button(theme, self.tr("Too much"))
        self._enough = Button(theme, self.tr("Enough for today"))
        self._lay_out(theme)
        self.show_turn(None)
        self._lighter.clicked.connect(self._press_lighter)
        self._too_much.clicked.connect(self._press_too_much)
        self._enough.clicked.connect(self.enough_wanted)

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to ask for."""
        buttons = (self._lighter, self._too_much, self._enough)
        return all(one.isHidden() for one in buttons)

    def offer(self, turns: frozenset[Turn], *, enough: bool) -> None:
        """Offer what the running session can turn to, and to end it where it has no end."""
        self._lighter.setHidden(Turn.LIGHTER not in turns)
        self._too_much.setHidden(Turn.TOO_MUCH not in turns)
        self._enough.setHidden(not enough)

    def show_turn(self, turn: Turn | None) -> None:
        """Turn the button round that led to where the session is."""
        self._turn = turn
        fine = named(self.tr("Back to the practice"), self._keys, StageAct.FINE)
        for button, its_turn, act, words in (
            (self._lighter, Turn.LIGHTER, StageAct.LIGHTER, self.tr("Lighter")),
            (self._too_much, Turn.TOO_MUCH, StageAct.TOO_MUCH, self.tr("Too much")),
        ):
            turned = turn is its_turn
            button.setText(self.tr("I'm fine") if turned else words)
            button.setToolTip(fine if turned else named(words, self._keys, act))
            button.updateGeometry()
        self._lighter.setAccessibleDescription(self._told(Turn.LIGHTER))
        self._too_much.setAccessibleDescription(self._told(Turn.TOO_MUCH))
        enough = self.tr("A few words to close, then the end.")
        self._enough.setAccessibleDescription(enough)
        self._enough.setToolTip(named(enough, self._keys, StageAct.ENOUGH))

    @Slot()
    def ask_lighter(self) -> None:
        """Ask for something lighter, as the letter does."""
        self.turn_wanted.emit(Turn.LIGHTER)

    @Slot()
    def ask_too_much(self) -> None:
        """Say that it is too much, as the letter does."""
        self.turn_wanted.emit(Turn.TOO_MUCH)

    @Slot()
    def _press_lighter(self) -> None:
        self._press(Turn.LIGHTER)

    @Slot()
    def _press_too_much(self) -> None:
        self._press(Turn.TOO_MUCH)

    def _press(self, turn: Turn) -> None:
        if turn is self._turn:
            self.fine_wanted.emit()
        else:
            self.turn_wanted.emit(turn)

    def _told(self, turn: Turn) -> str:
        if turn is self._turn:
            return self.tr("Goes back to the practice.")
        if turn is Turn.LIGHTER:
            return self.tr("Turns to something easier.")
        return self.tr("Turns to something soothing.")

    def _lay_out(self, theme: Theme) -> None:
        row = Flow(theme, centred=True)
        row.setSpacing(theme.gap)
        for button in (self._lighter, self._too_much, self._enough):
            row.addWidget(button)
        self.setLayout(row)
        self.setAccessibleName(self.tr("Ask for something else"))

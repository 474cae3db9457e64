"""The ladder itself: its rungs by fear, what waits to be compared, and what did not happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.ladder import climbs
from prt_desktop.domain.surprise_ledger import what_did_not_happen
from prt_desktop.ui.diary.ledger_list import LedgerList
from prt_desktop.ui.diary.section import entry_target
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.ladder.stop_card import StopCard
from prt_desktop.ui.ladder.words import rung_row, spared_words
from prt_desktop.ui.practise.gate_card import GateCard
from prt_desktop.ui.practise.tools.movement_choice import any_stop
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.domain.diary import MovementTrial
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class LadderPage(QWidget):
    """Shows all rungs; one is opened by Enter. Nothing is counted, and nothing is due.

    Signals: `rung_opened` with an id; `rung_wanted` for a new one; `compare_wanted` to tell what
    came of a prediction, `put_away_wanted` to let it go; `place_requested` with a Place and what
    to open there.
    """

    rung_opened = Signal(str)
    rung_wanted = Signal()
    compare_wanted = Signal()
    put_away_wanted = Signal()
    place_requested = Signal(Place, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(theme, self.tr("the movement ladder"))
        self._gate = GateCard(theme)
        self._waiting = Card(theme)
        self._predicted = Label(theme)
        self._compare = Button(theme, self.tr("Tell what happened"), Look.PRIMARY)
        self._away = Button(theme, self.tr("Put it away"), Look.PLAIN)
        self._rungs = RowList(theme, self.tr("Movements, the least feared first"), joined=True)
        self._nothing = Label(theme, self._nothing_yet(), tone=Tone.MUTED)
        self._add = Button(theme, self.tr("Add a movement"), Look.PRIMARY, Icon.PLUS)
        self._ledger = LedgerList(
            theme, self.tr("What did not happen"), self._nothing_spared(), spared_words
        )
        self._lay_out(theme)
        self._connect()

    def show_ladder(self, journal: Journal, waiting: MovementTrial | None, now: datetime) -> None:
        """Show the rungs as they are now, and a prediction that waits to be compared."""
        entries = journal.entries()
        ladder = climbs(journal.rungs.all(), entries)
        self._rungs.show_rows([rung_row(climb) for climb in ladder])
        self._rungs.setVisible(bool(ladder))
        self._nothing.setVisible(not ladder)
        closed = journal.safety().closed(Gate.CHECKED, now)
        other = ladder or closed is not None or waiting is not None
        self._add.set_look(Look.QUIET if other else Look.PRIMARY)
        if closed is not None:
            self._gate.show_reason(closed)
        self._gate.setVisible(closed is not None)
        if waiting is not None:
            words = self.tr("You have written down what you expect of: %s.")
            self._predicted.setText(words % waiting.movement)
        self._waiting.setVisible(waiting is not None)
        self._ledger.show_entries(what_did_not_happen(entries), now)

    def take_focus(self, rung_id: str = "") -> None:
        """Put the focus on a rung, or on what there is to do."""
        if rung_id and self._rungs.stand_at(rung_id):
            self._rungs.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _open_entry(self, entry_id: str) -> None:
        self.place_requested.emit(Place.DIARY, entry_target(entry_id))

    @Slot(Place)
    def _ask_for(self, place: Place) -> None:
        self.place_requested.emit(place, "")

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("Movement ladder"), Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.space(1)
        column.add(self._gate)
        self._waiting.body.addWidget(self._predicted)
        buttons = Flow(theme)
        buttons.addWidget(self._compare)
        buttons.addWidget(self._away)
        self._waiting.body.addLayout(buttons)
        column.add(self._waiting)
        column.space(1)
        column.add(self._nothing)
        column.add(self._rungs)
        column.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.space(2)
        column.add(StopCard(theme, any_stop()))
        column.space(4)
        column.add(self._ledger)
        column.body.addStretch(1)
        fill(self, column)

    def _connect(self) -> None:
        self._add.clicked.connect(self.rung_wanted)
        self._away.clicked.connect(self.put_away_wanted)
        self._compare.clicked.connect(self.compare_wanted)
        self._gate.place_requested.connect(self._ask_for)
        self._ledger.opened.connect(self._open_entry)
        self._rungs.chosen.connect(self.rung_opened)

    def _about(self) -> str:
        return self.tr(
            "Movements you have become wary of and would like to have back. Start where fear is 3 "
            "to 4, in imagination first. There is no quota: on a bad day, repeat a lower rung or "
            "leave it."
        )

    def _nothing_yet(self) -> str:
        return self.tr("Nothing here yet. Two or three movements are enough to begin with.")

    def _nothing_spared(self) -> str:
        return self.tr(
            "After each try you can write what did not happen. It gathers here by itself."
        )

"""One rung: its fear over time, the ways to try it, when to stop, and what was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.ladder import lower
from prt_desktop.domain.local_day import local_day
from prt_desktop.ui.diary.ledger_list import LedgerList
from prt_desktop.ui.diary.section import entry_target
from prt_desktop.ui.diary.words import day_words
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.ladder.stop_card import StopCard
from prt_desktop.ui.ladder.words import fear_sentence, try_words
from prt_desktop.ui.practise.gate_card import GateCard
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.fold import Fold
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.small_line import SmallLine
from prt_desktop.ui.widgets.sub_page import SubPage
from prt_desktop.ui.widgets.word_table import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from prt_desktop.domain.ladder import Climb
    from prt_desktop.domain.safety import Closed
    from prt_desktop.ui.theme import Theme

_HIGHEST = 10


class RungPage(SubPage):
    """Offers to try a rung as long as its gate is open and no clinician is to be asked first.

    Signals: `try_wanted` on one's own, `guided_wanted` and `imagined_wanted` with a practice;
    `asked` when the clinician has said yes; `lower_wanted` with the id of a lower rung;
    `edit_wanted`, `rest_wanted`, `removed`; `place_requested` with a Place and what to open
    there; and `left`.
    """

    try_wanted = Signal()
    guided_wanted = Signal()
    imagined_wanted = Signal()
    asked = Signal()
    lower_wanted = Signal(str)
    edit_wanted = Signal()
    rest_wanted = Signal()
    removed = Signal()
    place_requested = Signal(Place, str)

    def __init__(self, theme: Theme, climb: Climb, rules: Sequence[str]) -> None:
        super().__init__(theme, climb.rung.name)
        self._lower_id = ""
        self._value = Label(theme, climb.rung.value, tone=Tone.MUTED)
        self._fear = Label(theme, fear_sentence(climb), weight=Weight.MEDIUM)
        self._gate = GateCard(theme)
        self._ask = Card(theme, Tone.CAUTION)
        self._has_asked = Button(theme, self.tr("A clinician says it is fine"))
        self._own = Button(theme, self.tr("Try it on my own"), Look.PRIMARY)
        self._imagined = Button(theme, self.tr("Only in imagination"))
        self._guided = Button(theme, self.tr("Try it with a voice"))
        self._ways = (self._imagined, self._guided, self._own)
        self._lower = Button(theme, "", Look.PLAIN)
        self._lower.set_shortens()
        self._line = SmallLine(theme, _HIGHEST)
        self._table = WordTable(theme, self.tr("Fear over time, as a table"))
        self._fold = Fold(theme, self.tr("All numbers"), self._table)
        nothing = self.tr("Not tried yet.")
        self._tries = LedgerList(theme, self.tr("What was tried"), nothing, try_words)
        self._edit = Button(theme, self.tr("Change it"), Look.QUIET, Icon.PENCIL)
        rest = self.tr("Take it up again") if climb.rung.rests else self.tr("Let it rest")
        self._rest = Button(theme, rest, Look.PLAIN, Icon.MOON)
        self._remove = Button(theme, self.tr("Remove it"), Look.PLAIN, Icon.BIN)
        self._lay_out(theme, rules)
        self._connect()

    def show_climb(
        self, climb: Climb, ladder: Sequence[Climb], closed: Closed | None, now: datetime
    ) -> None:
        """Show what may be tried now, and what was tried; `ladder` knows the lower rungs."""
        rung = climb.rung
        if closed is not None:
            self._gate.show_reason(closed)
        self._gate.setVisible(closed is not None)
        self._ask.setVisible(closed is None and rung.needs_clinician)
        for way in self._ways:
            way.setVisible(closed is None and not rung.needs_clinician)
        below = lower(climb, ladder)
        self._lower_id = below.rung.id if below is not None else ""
        if below is not None:
            words = self.tr("A bad day? Repeat a lower rung: %s")
            self._lower.setText(words % below.rung.name)
            self._lower.setToolTip(words % below.rung.name)
        self._lower.setVisible(below is not None)
        self._value.setVisible(bool(rung.value))
        self._show_fears(climb, now)
        self._tries.show_entries(climb.tries[::-1], now)

    def take_focus(self) -> None:
        """Put the focus on the first way to try it, or on the way back."""
        shown = (way for way in self._ways if way.isVisibleTo(self))
        next(shown, self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_for_lower(self) -> None:
        self.lower_wanted.emit(self._lower_id)

    @Slot(str)
    def _open_entry(self, entry_id: str) -> None:
        self.place_requested.emit(Place.DIARY, entry_target(entry_id))

    @Slot(Place)
    def _ask_for(self, place: Place) -> None:
        self.place_requested.emit(place, "")

    def _show_fears(self, climb: Climb, now: datetime) -> None:
        dated = [(local_day(at, now), fear) for at, fear in climb.fears]
        days = [day_words(on, now.date()) for on, _ in dated]
        sentence = fear_sentence(climb)
        self._fear.setText(sentence)
        several = len(dated) > 1
        self._line.show_points(dated, (days[0], days[-1] if several else ""), sentence)
        rows = [(day, str(fear)) for day, (_, fear) in zip(days, dated, strict=True)]
        self._table.show_words((self.tr("Day"), self.tr("Fear, of 10")), rows[::-1])
        self._line.setVisible(several)
        self._fold.setVisible(several)

    def _lay_out(self, theme: Theme, rules: Sequence[str]) -> None:
        column = self.column
        column.add(self._value)
        column.add(self._fear)
        column.space(1)
        column.add(self._gate)
        words = self.tr(
            "You marked this one to ask a clinician about first. It waits here until you have."
        )
        self._ask.body.addWidget(Label(theme, words))
        self._ask.body.addWidget(self._has_asked, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(self._ask)
        ways = Flow(theme)
        for way in self._ways:
            ways.addWidget(way)
        column.add(ways)
        column.body.addWidget(self._lower, 0, Qt.AlignmentFlag.AlignLeft)
        column.space(1)
        column.add(StopCard(theme, rules))
        column.space(2)
        column.add(self._line)
        column.add(self._fold)
        column.space(2)
        column.add(self._tries)
        self.set_buttons([self._edit, self._rest, self._remove])

    def _connect(self) -> None:
        self._edit.clicked.connect(self.edit_wanted)
        self._gate.place_requested.connect(self._ask_for)
        self._guided.clicked.connect(self.guided_wanted)
        self._has_asked.clicked.connect(self.asked)
        self._imagined.clicked.connect(self.imagined_wanted)
        self._lower.clicked.connect(self._ask_for_lower)
        self._own.clicked.connect(self.try_wanted)
        self._remove.clicked.connect(self.removed)
        self._rest.clicked.connect(self.rest_wanted)
        self._tries.opened.connect(self._open_entry)

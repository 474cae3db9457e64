"""Which practices go along on the phone, in which voice, and which have to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.safety import Closed
from prt_desktop.ui.files import words
from prt_desktop.ui.files.pack_row import PackRow
from prt_desktop.ui.files.packing import usual_few
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Voice
    from prt_desktop.ui.files.packing import Packable
    from prt_desktop.ui.theme import Theme


class PackChoice(QWidget):
    """The voice, one row for each practice, and a line about each that stays behind.

    Signals: `changed` when something else is chosen; `voice_chosen` with the id of a voice.
    """

    changed = Signal()
    voice_chosen = Signal(object)

    def __init__(self, theme: Theme, voices: Sequence[Voice]) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[PackRow] = []
        self._shown: Packable | None = None
        options = [(voice.id, voice.name) for voice in voices]
        self._several = len(options) > 1
        self._voice = ChoiceRow[str](theme, self.tr("Voice"), options)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._own = CheckRow(theme, self.tr("Put my own sentences in, as captions"))
        self._waiting = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._lay_out()
        self._voice.chosen.connect(self.voice_chosen)

    def ticked(self) -> list[PackRow]:
        """Give the rows of what goes along."""
        return [row for row in self._rows if row.ticked]

    @property
    def own_sentences(self) -> bool:
        """Say whether the person's own sentences are to be in the files."""
        return self._own.isVisibleTo(self) and self._own.isChecked()

    def show_packable(self, packable: Packable, voice: str) -> None:
        """Show what may go along; ticks, minutes and the focus stay with their practices."""
        if packable == self._shown:
            return
        self._shown = packable
        before = {row.offer.exercise.id: row for row in self._rows}
        few = usual_few(packable.offers)
        rows = []
        for offer in packable.offers:
            old = before.get(offer.exercise.id)
            ticked = old.ticked if old else offer.exercise.id in few
            rows.append(PackRow(self._theme, offer, ticked=ticked))
            if old:
                rows[-1].choose_minutes(old.minutes)
        self._put(rows)
        if self._several:
            self._voice.set_value(voice)
        self._waiting.setText("\n".join(_left_out(packable)))
        self._waiting.setVisible(bool(self._waiting.text()))
        self._offer_own()

    @Slot()
    def _tell(self) -> None:
        self._offer_own()
        self.changed.emit()

    def _offer_own(self) -> None:
        self._own.setVisible(any(row.offer.has_own for row in self.ticked()))

    def _put(self, rows: list[PackRow]) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = rows
        for row in rows:
            self._list.addWidget(row)
            row.show()
            row.changed.connect(self._tell)

    def _lay_out(self) -> None:
        theme = self._theme
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        voice = Field(theme, self.tr("Voice"), self._voice)
        rows.addWidget(voice)
        voice.setVisible(self._several)  # only now: shown before, it would be a window of its own
        rows.addWidget(Label(theme, self.tr("What goes along"), weight=Weight.MEDIUM))
        rows.addLayout(self._list)
        rows.addWidget(self._own)
        rows.addWidget(self._waiting)


def _left_out(packable: Packable) -> list[str]:
    """Say in a line for each reason what stays behind."""
    lines = []
    for closed in Closed:
        titles = [title for why, title in packable.waiting if why is closed]
        if titles:
            lines.append(words.waits(closed, titles))
    if packable.unspoken:
        lines.append(words.unspoken(packable.unspoken))
    return lines

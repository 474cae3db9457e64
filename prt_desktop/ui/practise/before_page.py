"""The page before a practice: what it is for, when not, how long; behind a fold how it sounds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from prt_desktop.domain.exercise import Tool
from prt_desktop.domain.safety import Closed
from prt_desktop.practices import is_own
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.gate_card import GateCard
from prt_desktop.ui.practise.length_choice import LengthChoice
from prt_desktop.ui.practise.listening import Listening
from prt_desktop.ui.practise.neutral_note import NeutralNote
from prt_desktop.ui.practise.other_part import OtherPart
from prt_desktop.ui.practise.start_bar import StartBar
from prt_desktop.ui.practise.tool_rows import ToolRows
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.fold import Fold
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from prt_desktop.domain.exercise import Voice
    from prt_desktop.domain.soundscape import Soundscape
    from prt_desktop.ui.practise.choices import Choices
    from prt_desktop.ui.practise.offers import Offer
    from prt_desktop.ui.theme import Theme


class BeforePage(QWidget):
    """Everything to know and to choose before a practice, and the button that starts it.

    Signals: `changed` with the Choices; `start_requested` with whether to go on where it was
    left; `left` back to the list; `place_requested` with the Place of what a gate or a sentence
    waits for; `unfolded` with whether the choices of how it sounds are shown from now on;
    `tool_requested` with the Tool whose page is to be opened; `areas_chosen` with the parts of
    the body that the practice is for, while others rest.
    """

    changed = Signal(object)
    start_requested = Signal(bool)
    left = Signal()
    place_requested = Signal(Place)
    unfolded = Signal(bool)
    tool_requested = Signal(Tool)
    areas_chosen = Signal(tuple)

    def __init__(
        self, theme: Theme, voices: Sequence[Voice], soundscapes: Sequence[Soundscape]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._offer: Offer | None = None
        self._choices: Choices | None = None
        self._leave = Button(theme, self.tr("Practices"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._title = Label(theme, size=Size.DISPLAY, weight=Weight.BOLD)
        self._purpose = Label(theme, tone=Tone.MUTED)
        self._choose_else = Label(theme)
        self._posture = Label(theme, tone=Tone.MUTED)
        self._gate = GateCard(theme)
        self._other_part = OtherPart(theme)
        self._neutral = NeutralNote(theme)
        self._length = LengthChoice(theme)
        self._tools = ToolRows(theme)
        self._listening = Listening(theme, voices, soundscapes)
        self._fold = Fold(theme, self.tr("How it sounds"), self._listening)
        self._save = Button(theme, self.tr("Save as a sound file"), Look.PLAIN, Icon.DOWNLOAD)
        self._column = Column(theme, self.tr("the practice"))
        self._bar = StartBar(theme, self._column)
        self._lay_out()
        self._connect()

    def show_offer(self, offer: Offer) -> None:
        """Show an exercise with its choices, or why it does not open."""
        exercise = offer.exercise
        if self._offer is None or self._offer.exercise.id != exercise.id:
            self._other_part.fold()
        self._offer, self._choices = offer, offer.choices
        self._title.setText(exercise.title)
        self._purpose.setText(exercise.purpose)
        self._choose_else.setText(exercise.choose_else)
        self._posture.setText(exercise.posture)
        self._fold.set_unfolded(unfolded=offer.unfolded)
        self._listening.show_choices(offer.choices)
        self._tools.show_offer(offer)
        self._show_parts(offer)

    def show_lengths(self, offer: Offer) -> None:
        """Show how long it can be, is, and was heard last time, as all that was chosen makes it."""
        self._choices = offer.choices
        may_be_open = offer.exercise.returns_to is not None
        self._length.show_length(offer.choices, offer.lengths, may_be_open=may_be_open)
        self._bar.show_offer(offer)

    def show_line(self, line: str) -> None:
        """Say beside the button what will be missing: a device, some sentences, or nothing."""
        self._bar.show_line(line)

    def take_focus(self) -> None:
        """Put the focus at the top, or on the step that opens the gate."""
        self._column.verticalScrollBar().setValue(0)
        if self._gate.isVisibleTo(self):
            self._gate.take_focus()
        else:
            self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus_to_start(self) -> None:
        """Put the focus on the button that starts, for a hard moment."""
        self.take_focus()
        if self._bar.isVisibleTo(self):
            self._bar.take_focus()

    @Slot(str)
    def take_movement(self, movement: str) -> None:
        """Take the id of the movement that was chosen, "" for one's own."""
        if self._choices is not None:
            self._take(replace(self._choices, movement=movement))

    @Slot(float, bool)
    def _take_length(self, minutes: float, open_end: bool) -> None:
        if self._choices is not None:
            self._take(replace(self._choices, minutes=minutes, open_end=open_end))

    @Slot(object)
    def _take_listening(self, choices: Choices) -> None:
        if self._choices is not None:
            now = self._choices
            kept = replace(choices, minutes=now.minutes, open_end=now.open_end)
            self._take(replace(kept, movement=now.movement))

    @Slot()
    def _ask_to_save(self) -> None:
        self.place_requested.emit(Place.SAVE_SESSION)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on, or starts from a choice; Escape goes back."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            if isinstance(focus, QPushButton):
                focus.click()
            elif self._bar.isVisibleTo(self):
                self._bar.start()
        else:
            super().keyPressEvent(event)

    def _take(self, choices: Choices) -> None:
        self._choices = choices
        self._listening.show_choices(choices)
        self.changed.emit(choices)

    def _show_parts(self, offer: Offer) -> None:
        """Show the gate alone, or all that there is to choose."""
        is_open = offer.closed is None
        if offer.closed is not None:
            self._gate.show_reason(offer.closed)
        self._gate.setVisible(not is_open)
        self._other_part.setVisible(offer.closed is Closed.AREA_PAUSED)
        self._neutral.setVisible(offer.neutral and is_open)
        for widget in (self._length, self._fold, self._bar):
            widget.setVisible(is_open)
        self._save.setVisible(is_open and not offer.missing)
        self._listening.show_own(own=is_own(offer.exercise))

    def _lay_out(self) -> None:
        theme, column = self._theme, self._column
        column.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(self._title)
        column.add(self._purpose)
        column.space(1)
        column.add(self._gate)
        column.add(self._other_part)
        card = Card(theme)
        title = self.tr("When to choose something else")
        card.body.addWidget(Label(theme, title, weight=Weight.MEDIUM))
        card.body.addWidget(self._choose_else)
        column.add(card)
        column.space(1)
        column.add(self._posture)
        column.space(2)
        column.add(self._length)
        column.add(self._tools)
        column.space(1)
        column.add(self._fold)
        column.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        column.space(1)
        column.add(self._neutral)
        column.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(column, 1)
        rows.addWidget(self._bar)

    def _connect(self) -> None:
        self._bar.start_requested.connect(self.start_requested)
        self._fold.toggled.connect(self.unfolded)
        self._gate.place_requested.connect(self.place_requested)
        self._leave.clicked.connect(self.left)
        self._length.changed.connect(self._take_length)
        self._listening.changed.connect(self._take_listening)
        self._other_part.chosen.connect(self.areas_chosen)
        self._neutral.place_requested.connect(self.place_requested)
        self._tools.tool_requested.connect(self.tool_requested)
        self._save.clicked.connect(self._ask_to_save)

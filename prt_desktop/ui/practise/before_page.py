"""The page before a practice: what it is for, when not, how long, how it sounds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise import words
from prt_desktop.ui.practise.gate_card import GateCard
from prt_desktop.ui.practise.length_choice import LengthChoice
from prt_desktop.ui.practise.listening import Listening
from prt_desktop.ui.practise.neutral_note import NeutralNote
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.footer import Footer
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

    Signals: `changed` with the Choices; `start_requested`; `left` back to the list;
    `place_requested` with the Place of what a gate or a sentence waits for.
    """

    changed = Signal(object)
    start_requested = Signal()
    left = Signal()
    place_requested = Signal(Place)

    def __init__(
        self, theme: Theme, voices: Sequence[Voice], soundscapes: Sequence[Soundscape]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._choices: Choices | None = None
        self._leave = Button(theme, self.tr("Practices"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._title = Label(theme, size=Size.DISPLAY, weight=Weight.BOLD)
        self._purpose = Label(theme, size=Size.LEAD, tone=Tone.MUTED)
        self._choose_else = Label(theme)
        self._posture = Label(theme, tone=Tone.MUTED)
        self._gate = GateCard(theme)
        self._neutral = NeutralNote(theme)
        self._length = LengthChoice(theme)
        self._listening = Listening(theme, voices, soundscapes)
        self._lines = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._start = Button(theme, "", Look.PRIMARY, Icon.PLAY)
        self._column = Column(theme, self.tr("the practice"))
        self._footer = Footer(theme, self._column)
        self._lay_out()
        self._connect()

    def show_offer(self, offer: Offer) -> None:
        """Show an exercise with its choices, or why it does not open."""
        exercise = offer.exercise
        self._title.setText(exercise.title)
        self._purpose.setText(exercise.purpose)
        self._choose_else.setText(exercise.choose_else)
        self._posture.setText(exercise.posture)
        self._choices = offer.choices
        self._length.show_length(offer.choices.minutes, offer.lengths)
        self._listening.show_choices(offer.choices)
        self._start.setText(words.start(self._length.minutes))
        self._start.updateGeometry()
        self._neutral.setVisible(offer.neutral and offer.closed is None)
        self._gate.setVisible(offer.closed is not None)
        if offer.closed is not None:
            self._gate.show_reason(offer.closed)
        for widget in (self._length, self._listening, self._footer):
            widget.setVisible(offer.closed is None)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Say beside the button what will be missing: a device, some sentences."""
        text = "\n".join(line for line in lines if line)
        self._lines.setText(text)
        self._lines.setVisible(bool(text))
        self._start.setAccessibleDescription(text)

    def take_focus(self) -> None:
        """Put the focus on the first choice, or on the step that opens the gate."""
        self._column.verticalScrollBar().setValue(0)
        if self._gate.isVisibleTo(self):
            self._gate.take_focus()
        else:
            self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(float)
    def _take_minutes(self, minutes: float) -> None:
        if self._choices is not None:
            self._take(replace(self._choices, minutes=minutes))
            self._start.setText(words.start(minutes))
            self._start.updateGeometry()

    @Slot(object)
    def _take_listening(self, choices: Choices) -> None:
        if self._choices is not None:
            self._take(replace(choices, minutes=self._choices.minutes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on, or starts from a choice; Escape goes back."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            if isinstance(focus, QPushButton):
                focus.click()
            elif self._footer.isVisibleTo(self):
                self.start_requested.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, choices: Choices) -> None:
        self._choices = choices
        self.changed.emit(choices)

    def _lay_out(self) -> None:
        theme, column = self._theme, self._column
        column.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self._title, self._purpose):
            column.add(label)
        column.space(1)
        column.add(self._gate)
        card = Card(theme)
        title = self.tr("When to choose something else")
        card.body.addWidget(Label(theme, title, weight=Weight.MEDIUM))
        card.body.addWidget(self._choose_else)
        column.add(card)
        column.space(2)
        column.add(self._length)
        column.space(2)
        column.add(self._posture)
        column.add(self._neutral)
        column.space(3)
        column.add(self._listening)
        column.body.addStretch(1)
        self._footer.body.addWidget(self._lines)
        self._footer.body.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(column, 1)
        rows.addWidget(self._footer)

    def _connect(self) -> None:
        self._gate.place_requested.connect(self.place_requested)
        self._leave.clicked.connect(self.left)
        self._length.changed.connect(self._take_minutes)
        self._listening.changed.connect(self._take_listening)
        self._neutral.place_requested.connect(self.place_requested)
        self._start.clicked.connect(self.start_requested)

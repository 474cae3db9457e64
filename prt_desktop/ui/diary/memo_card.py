"""Where a memo is spoken: one large button, how long it is, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from prt_desktop.ui.diary.level_line import LevelLine
from prt_desktop.ui.diary.speaking import Speaking, Step
from prt_desktop.ui.diary.words import length_word
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from prt_desktop.ui.diary.memo_playback import MemoPlayback
    from prt_desktop.ui.theme import Theme

_LOOK_EVERY_MS = 100
_NOTHING_HEARD_AFTER_MS = 3_000


class MemoCard(QWidget):
    """Shows how far a memo is and offers what can be done next, nothing else.

    Leaving it ends a recording; what was said then waits here. `keep` is what the button says
    that keeps it, unless it goes into the diary.
    """

    def __init__(
        self,
        theme: Theme,
        speaking: Speaking,
        playback: MemoPlayback,
        keep: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._speaking = speaking
        self._playback = playback
        self._heard = False
        self._shown = Step.READY
        self._state = Label(theme)
        self._trouble = Label(theme)
        self._time = Label(theme, "", Size.DISPLAY, weight=Weight.BOLD)
        self._level = LevelLine(theme)
        self._main = Button(theme, "", Look.PRIMARY)
        self._stop = Button(theme, self.tr("Stop"), icon=Icon.STOP)
        self._listen = Button(theme, "", icon=Icon.PLAY)
        self._about = Label(theme, self.tr("What it is about"), Size.SMALL, Tone.MUTED)
        self._words = LineEdit(
            theme, self.tr("What it is about"), self.tr("A few words to find it by, if you like")
        )
        self._keep = Button(theme, keep or self.tr("Keep in the diary"), Look.PRIMARY)
        self._discard = Button(theme, self.tr("Discard"), Look.PLAIN, Icon.BIN)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._lay_out()
        self._connect()
        self._show_step()

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        spoken = self._speaking.step is Step.SPOKEN
        (self._listen if spoken else self._main).setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """End a recording that is left: nothing is listened to out of sight."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._speaking.stop()
            self._playback.stop()

    @Slot()
    def _go_on(self) -> None:
        """Do what the large button says."""
        step = self._speaking.step
        does = {
            Step.READY: self._speaking.begin,
            Step.RECORDING: self._speaking.pause,
            Step.PAUSED: self._speaking.go_on,
        }
        if step in does:
            does[step]()

    @Slot(str)
    def _take_words(self, words: str) -> None:
        self._speaking.words = words

    @Slot()
    def _ask_to_keep(self) -> None:
        self._playback.stop()
        if self._speaking.keep(self._words.text()):
            self._words.clear()

    @Slot()
    def _ask_to_discard(self) -> None:
        self._playback.stop()
        self._speaking.discard()

    @Slot()
    def _play(self) -> None:
        spoken = self._speaking.spoken
        if spoken is not None:
            self._playback.toggle(spoken.path, spoken.length_ms)

    @Slot()
    def _follow(self) -> None:
        """Take in another step: the focus goes along where its button went."""
        step = self._speaking.step
        is_new, self._shown = step is not self._shown, step
        if is_new and step is Step.RECORDING and not self._timer.isActive():
            self._heard = False
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._show_step()
        if is_new:
            announce(self, self._state.text())
            if had_focus and step in {Step.SPOKEN, Step.READY}:
                self.take_focus()

    @Slot()
    def _look(self) -> None:
        self._heard = self._heard or self._speaking.level > 0
        self._level.show_level(self._speaking.level)
        self._show_words()

    def _show_step(self) -> None:
        step = self._speaking.step
        active = step in {Step.RECORDING, Step.PAUSED}
        spoken = step is Step.SPOKEN
        text, icon = {
            Step.RECORDING: (self.tr("Pause"), Icon.PAUSE),
            Step.PAUSED: (self.tr("Go on"), Icon.MIC),
        }.get(step, (self.tr("Record"), Icon.MIC))
        self._main.setText(text)
        self._main.set_icon(icon)
        self._main.setVisible(active or step is Step.READY)
        self._stop.setVisible(active)
        self._time.setVisible(step is not Step.READY)
        self._level.setVisible(active)
        for part in (self._listen, self._about, self._words, self._keep, self._discard):
            part.setVisible(spoken)
        self._trouble.setText(self._speaking.trouble)
        self._trouble.setVisible(bool(self._speaking.trouble))
        if step is Step.RECORDING:
            self._timer.start()
        else:
            self._timer.stop()
            self._level.clear()
        self._show_words()

    @Slot()
    def _show_words(self) -> None:
        step, spoken = self._speaking.step, self._speaking.spoken
        self._state.setText(self._state_words(step))
        length_ms = self._speaking.elapsed_ms if spoken is None else spoken.length_ms
        at_ms = self._playback.position_ms
        of = self.tr("%s of %s") % (length_word(at_ms), length_word(length_ms))
        self._time.setText(of if at_ms and spoken is not None else length_word(length_ms))
        playing = self._playback.is_playing
        self._listen.setText(self.tr("Pause") if playing else self.tr("Listen"))
        self._listen.set_icon(Icon.PAUSE if playing else Icon.PLAY)

    def _state_words(self, step: Step) -> str:
        still = self._speaking.elapsed_ms >= _NOTHING_HEARD_AFTER_MS and not self._heard
        if step is Step.RECORDING and still:
            return self.tr(
                "Recording, but nothing is heard yet. See whether the microphone is switched on."
            )
        return {
            Step.READY: self.tr(
                "Nothing is recorded until you press Record. What you say stays on this computer."
            ),
            Step.RECORDING: self.tr("Recording. Speak as you like, and pause whenever you want."),
            Step.PAUSED: self.tr("Paused. Nothing is being recorded."),
            Step.FINISHING: self.tr("One moment, the memo is being made."),
            Step.SPOKEN: self.tr("Not kept yet. Listen to it if you like, then keep it."),
        }[step]

    def _lay_out(self) -> None:
        sheet = Card(self._theme)
        for part in (self._state, self._time, self._level):
            sheet.body.addWidget(part)
        main = Flow(self._theme)
        for button in (self._main, self._stop, self._listen):
            main.addWidget(button)
        sheet.body.addLayout(main)
        sheet.body.addWidget(self._trouble)
        sheet.body.addWidget(self._about)
        sheet.body.addWidget(self._words)
        after = Flow(self._theme)
        after.addWidget(self._keep)
        after.addWidget(self._discard)
        sheet.body.addLayout(after)
        fill(self, sheet)

    def _connect(self) -> None:
        self._discard.clicked.connect(self._ask_to_discard)
        self._keep.clicked.connect(self._ask_to_keep)
        self._listen.clicked.connect(self._play)
        self._main.clicked.connect(self._go_on)
        self._playback.changed.connect(self._show_words)
        self._speaking.changed.connect(self._follow)
        self._stop.clicked.connect(self._speaking.stop)
        self._timer.timeout.connect(self._look)
        self._words.returnPressed.connect(self._ask_to_keep)
        self._words.textChanged.connect(self._take_words)

"""The stage: a quiet window with one slow shape, the words, and controls that keep away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prt_desktop.domain.exercise import Turn
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.beside import Beside
from prt_desktop.ui.practise.breathing_shape import BreathingShape
from prt_desktop.ui.practise.caption import Caption
from prt_desktop.ui.practise.fading import Fading
from prt_desktop.ui.practise.hands import Hands
from prt_desktop.ui.practise.hush import Hush
from prt_desktop.ui.practise.night import Night
from prt_desktop.ui.practise.progress_line import ProgressLine
from prt_desktop.ui.practise.quiet_line import QuietLine
from prt_desktop.ui.practise.routing_row import RoutingRow
from prt_desktop.ui.practise.sheet import Sheet
from prt_desktop.ui.practise.stage_arrangement import StageArrangement
from prt_desktop.ui.practise.stage_controls import StageControls
from prt_desktop.ui.practise.stop_rules import StopRules
from prt_desktop.ui.practise.transcript import Transcript
from prt_desktop.ui.practise.whole_button import WholeButton
from prt_desktop.ui.stage_keys import StageAct
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.nav_button import NavButton

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from prt_desktop.domain.timeline import Timeline
    from prt_desktop.ui.theme import Theme

_EDGE = 12


@dataclass(frozen=True, slots=True)
class Setup:
    """What a stage is opened with: `keys` are its single letters, `volume` is 0 to 100.

    `beside` is what is written on it, `rules` are when to stop a movement.
    """

    title: str
    volume: int
    keys: Mapping[StageAct, str]
    beside: Beside
    rules: tuple[str, ...] = ()
    turns: frozenset[Turn] = frozenset()
    open_end: bool = False


class Stage(WholeButton):
    """What is seen during a practice; it plays nothing itself.

    The whole stage is one button: a press anywhere pauses and goes on, a long one asks for
    something lighter. Signals: `tapped`, `held`, `play_wanted`, `pause_wanted`, `skipped` by so
    many ms, `previous_wanted`, `next_wanted`, `cue_chosen` by its place, `captions_wanted`,
    `volume_changed`; `turn_wanted` with a Turn, `fine_wanted`, `enough_wanted`; `left` to leave
    softly, `crisis_requested`, `covered` when something was laid over the stage or the window
    closes, `woken` when somebody stirs in the dark after the end.
    """

    tapped = Signal()
    held = Signal()
    play_wanted = Signal()
    pause_wanted = Signal()
    skipped = Signal(int)
    previous_wanted = Signal()
    next_wanted = Signal()
    cue_chosen = Signal(int)
    captions_wanted = Signal()
    volume_changed = Signal(int)
    turn_wanted = Signal(Turn)
    fine_wanted = Signal()
    enough_wanted = Signal()
    left = Signal()
    crisis_requested = Signal()
    covered = Signal()
    woken = Signal()

    def __init__(self, theme: Theme, setup: Setup) -> None:
        super().__init__()
        self._theme = theme
        self._beside = setup.beside
        self._captions_shown = True
        self._enough = False
        self._shape = BreathingShape(theme, self)
        self._caption = Caption(theme, self)
        self._line = QuietLine(theme, self)
        self._head = Fading(theme, self)
        self._write = Button(theme, setup.beside.fold, Look.PLAIN, Icon.PENCIL)
        self._leave = Button(theme, self.tr("Leave"), Look.PLAIN, Icon.CLOSE)
        self._rules = StopRules(theme, setup.rules, self)
        self._sheet = Sheet(theme, setup.beside, self)
        self._transcript = Transcript(theme, self)
        self._routing = RoutingRow(theme, setup.keys, self)
        self._controls = StageControls(theme, setup.volume, setup.keys, self)
        self._crisis = NavButton(theme, Icon.HELP, self.tr("Crisis help"), "F1")
        self._crisis.setParent(self)
        self._progress = ProgressLine(theme, self)
        self._night = Night(theme, self)
        self._hands = Hands(self, self._controls.volume)
        parts, sheets = (self._head, self._routing, self._controls), (self._transcript, self._sheet)
        self._hush = Hush(self, parts, sheets)
        self._arrangement = self._lay_out(setup)
        self.offer(setup.turns, enough=setup.open_end)
        self._connect()
        self._shortcuts = _add_keys(self, self._controls, self._routing, setup.keys)
        for shortcut in self._shortcuts:
            shortcut.activated.connect(self._hush.wake)

    @property
    def caption(self) -> Caption:
        """Give the caption, to show words in it."""
        return self._caption

    @property
    def progress(self) -> ProgressLine:
        """Give the progress line."""
        return self._progress

    @property
    def transcript(self) -> Transcript:
        """Give the transcript."""
        return self._transcript

    @property
    def controls_shown(self) -> bool:
        """Say whether the controls can be seen."""
        return self._controls.shown

    @property
    def captions_shown(self) -> bool:
        """Say whether the words can be seen."""
        return self._captions_shown

    @property
    def offers_enough(self) -> bool:
        """Say whether the practice can be brought to its close."""
        return self._enough

    def show_timeline(self, timeline: Timeline, length_ms: int | None) -> None:
        """Show the plan of the session; without a length it goes on until it is stopped."""
        texts = [one.text for one in timeline.spans] + [one.own_sentence for one in timeline.spans]
        self._caption.set_longest(max(texts, key=len, default=""))
        self._progress.set_length(length_ms)
        self._transcript.show_spans(timeline.spans)
        self._arrange()

    def show_playing(self, *, playing: bool) -> None:
        """Breathe while the practice plays, and keep the controls while it rests."""
        self._hush.playing = playing
        self._shape.set_alive(alive=playing)
        self._controls.show_playing(playing=playing)
        self._hush.wake()

    def show_captions(self, *, shown: bool, wanted: bool) -> None:
        """Show or hide the words; `wanted` is the choice, which a lost sound overrules."""
        self._captions_shown = shown
        self._caption.setVisible(shown)
        self._controls.show_captions(shown=wanted)
        self._arrange()

    def set_volume(self, percent: int) -> None:
        """Move the slider of the voice, as a hand would."""
        self._controls.set_volume(percent)

    def offer(self, turns: frozenset[Turn], *, enough: bool) -> None:
        """Offer what the session can turn to, and the close of one without an end."""
        self._enough = enough
        self._routing.offer(turns, enough=enough)
        self._arrange()

    def show_turn(self, turn: Turn | None) -> None:
        """Show where the session has turned to, and the way back."""
        self._routing.show_turn(turn)
        self._arrange()

    def show_line(self, text: str) -> None:
        """Say something softly above the controls for as long as it holds, or nothing."""
        self._line.show_standing(text)

    def say(self, text: str) -> None:
        """Say something softly above the controls for a moment."""
        self._line.say(text)
        self._hush.wake()

    def fall_dark(self) -> None:
        """Stay dark and quiet until somebody stirs."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
        self._shape.set_alive(alive=False)
        self._hush.stop()
        self._night.setGeometry(self.rect())
        self._night.fall()

    @Slot()
    def close_down(self) -> None:
        """Keep nothing but the page that is written on, since nothing sounds any more."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(shortcut.key() == QKeySequence("Esc"))
        self._shape.set_alive(alive=False)
        self._hush.stop()
        self._captions_shown = False
        for part in (self._caption, self._line, self._routing, self._controls):
            part.hide()
        self._arrange()

    @Slot()
    def toggle_transcript(self) -> None:
        """Show all the words, or put them away."""
        shown = self._transcript.isHidden()
        had_focus = self._transcript.isAncestorOf(self.window().focusWidget() or self)
        self._transcript.setVisible(shown)
        self._controls.show_transcript(shown=shown)
        self._arrange()
        if shown:
            self._transcript.take_focus()
        elif had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def toggle_page(self) -> None:
        """Fold the page to write on out, or put it away; it keeps what is written."""
        shown = self._sheet.isHidden()
        self._sheet.setVisible(shown)
        self._write.setText(self.tr("Put the page away") if shown else self._beside.fold)
        self._write.updateGeometry()
        self._arrange()
        if shown:
            self._beside.open()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def leave(self) -> None:
        """Put away what lies over the stage, one thing at a time; else ask to leave softly."""
        if not self._transcript.isHidden():
            self.toggle_transcript()
        elif self._beside.fold and not self._sheet.isHidden():
            self.toggle_page()
        else:
            self._ask_to_leave()

    @Slot()
    def _ask_to_leave(self) -> None:
        if self._beside.may_leave():
            self.left.emit()

    @Slot()
    def _arrange(self) -> None:
        self._arrangement.arrange(self.size(), captions=self._captions_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything anew."""
        super().resizeEvent(event)
        self._night.setGeometry(self.rect())
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell when something was laid over the stage; a minimised window plays on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.covered.emit()

    def _lay_out(self, setup: Setup) -> StageArrangement:
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(setup.title)
        self.setAccessibleDescription(_told(setup.turns))
        title = f"{setup.title} · {self.tr('until you stop')}" if setup.open_end else setup.title
        name = Label(self._theme, title, Size.SMALL, Tone.MUTED)
        name.set_shortens()
        name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._leave.setToolTip(self.tr("Leave softly (Escape)"))
        self._progress.setVisible(self._sheet.isHidden())  # a page has a line of its own
        self._crisis.set_narrow(narrow=True)
        _fill(self._head, name, self._write, self._leave)
        self._write.setVisible(bool(self._beside.fold))
        # What is done in the dark wakes no controls.
        for control in set(self.findChildren(QWidget)) - {self._night}:
            self._hands.watch(control)
        self._hands.watch(self)
        return StageArrangement(
            self._theme,
            self._head,
            self._rules,
            self._shape,
            self._sheet,
            self._caption,
            self._line,
            self._routing,
            self._controls,
            self._crisis,
            self._progress,
            self._transcript,
        )

    def _connect(self) -> None:
        controls, hands, routing = self._controls, self._hands, self._routing
        controls.captions_wanted.connect(self.captions_wanted)
        controls.next_wanted.connect(self.next_wanted)
        controls.previous_wanted.connect(self.previous_wanted)
        controls.skipped.connect(self.skipped)
        controls.toggled.connect(self.tapped)
        controls.transcript_wanted.connect(self.toggle_transcript)
        controls.volume_changed.connect(self.volume_changed)
        hands.held.connect(self.held)
        hands.moved.connect(self._hush.wake)
        hands.next_wanted.connect(self.next_wanted)
        hands.pause_wanted.connect(self.pause_wanted)
        hands.play_wanted.connect(self.play_wanted)
        hands.previous_wanted.connect(self.previous_wanted)
        self.clicked.connect(self.tapped)  # by a screen reader alone
        hands.stop_wanted.connect(self._ask_to_leave)
        hands.tapped.connect(self.tapped)
        routing.enough_wanted.connect(self.enough_wanted)
        routing.fine_wanted.connect(self.fine_wanted)
        routing.turn_wanted.connect(self.turn_wanted)
        self._crisis.clicked.connect(self.crisis_requested)
        self._leave.clicked.connect(self._ask_to_leave)
        self._line.changed.connect(self._arrange)
        self._night.ended.connect(self.woken)
        self._theme.changed.connect(self._arrange)
        self._transcript.closed.connect(self.toggle_transcript)
        self._transcript.cue_chosen.connect(self.cue_chosen)
        self._write.clicked.connect(self.toggle_page)


def _fill(head: QWidget, name: QWidget, *buttons: QWidget) -> None:
    row = QHBoxLayout(head)
    row.setContentsMargins(_EDGE, 0, 0, 0)
    row.addWidget(name, 1)
    for button in buttons:
        row.addWidget(button)


def _add_keys(
    stage: Stage, controls: StageControls, routing: RoutingRow, keys: Mapping[StageAct, str]
) -> list[QShortcut]:
    """Give the stage its keys; the single letters work here alone (WCAG 2.1.4)."""
    acts = {
        StageAct.LIGHTER: routing.ask_lighter,
        StageAct.TOO_MUCH: routing.ask_too_much,
        StageAct.FINE: stage.fine_wanted,
        StageAct.ENOUGH: stage.enough_wanted,
        StageAct.CAPTIONS: stage.captions_wanted,
        StageAct.TRANSCRIPT: stage.toggle_transcript,
    }
    wanted = [
        ("Left", controls.skip_back),
        ("Right", controls.skip_on),
        ("Shift+Left", stage.previous_wanted),
        ("Shift+Right", stage.next_wanted),
        ("Esc", stage.leave),
    ]
    wanted += [(letter, acts[act]) for act, letter in keys.items()]
    shortcuts = []
    for key, act in wanted:
        shortcut = QShortcut(QKeySequence(key), stage)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        shortcuts.append(shortcut)
    return shortcuts


def _told(turns: frozenset[Turn]) -> str:
    told = _tr("Space pauses and goes on, Escape leaves, F1 opens crisis help.")
    if Turn.LIGHTER in turns:
        told += " " + _tr("Holding Space turns to something lighter.")
    return told


def _tr(text: str) -> str:
    return QCoreApplication.translate("Stage", text)

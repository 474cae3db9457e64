"""The stage: a quiet window with one slow shape, the words, and controls that keep away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.breathing_shape import BreathingShape
from prt_desktop.ui.practise.caption import Caption
from prt_desktop.ui.practise.fading import Fading
from prt_desktop.ui.practise.progress_line import ProgressLine
from prt_desktop.ui.practise.stage_controls import StageControls, is_arrow
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.nav_button import NavButton

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from prt_desktop.domain.timeline import Timeline
    from prt_desktop.ui.theme import Theme

CONTROLS_STAY_MS = 4_000
_EDGE = 12
_FOOT = 16
_BUSY = frozenset({QEvent.Type.KeyPress, QEvent.Type.FocusIn, QEvent.Type.MouseMove})


class Stage(QWidget):
    """What is seen during a practice; it plays nothing itself.

    The whole stage is one button: a press anywhere pauses and goes on. Signals: `toggled`,
    `skipped` by so many ms, `previous_wanted`, `next_wanted`, `captions_wanted`,
    `volume_changed`, `left` to leave softly, `crisis_requested`, `covered` when something was
    laid over the stage or the window closes.
    """

    toggled = Signal()
    skipped = Signal(int)
    previous_wanted = Signal()
    next_wanted = Signal()
    captions_wanted = Signal()
    volume_changed = Signal(int)
    left = Signal()
    crisis_requested = Signal()
    covered = Signal()

    def __init__(self, theme: Theme, title: str, timeline: Timeline, volume: int) -> None:
        super().__init__()
        self._theme = theme
        self._playing = False
        self._captions_shown = True
        self._shape = BreathingShape(theme, self)
        self._caption = Caption(theme, max((one.text for one in timeline.spans), key=len), self)
        self._line = Label(theme, size=Size.SMALL, tone=Tone.MUTED, parent=self)
        self._head = Fading(theme, self)
        self._leave = Button(theme, self.tr("Leave"), Look.PLAIN, Icon.CLOSE)
        self._controls = StageControls(theme, volume, self)
        self._crisis = NavButton(theme, Icon.HELP, self.tr("Crisis help"), "F1")
        self._crisis.setParent(self)
        self._progress = ProgressLine(theme, timeline.length_ms, self)
        self._quiet = QTimer(self, singleShot=True, interval=CONTROLS_STAY_MS)
        self._lay_out(title)
        self._connect()
        _add_keys(self, self._controls)

    @property
    def caption(self) -> Caption:
        """Give the caption, to show words in it."""
        return self._caption

    @property
    def progress(self) -> ProgressLine:
        """Give the progress line."""
        return self._progress

    @property
    def controls_shown(self) -> bool:
        """Say whether the controls can be seen."""
        return self._controls.shown

    @property
    def captions_shown(self) -> bool:
        """Say whether the words can be seen."""
        return self._captions_shown

    def show_playing(self, *, playing: bool) -> None:
        """Breathe while the practice plays, and keep the controls while it rests."""
        self._playing = playing
        self._shape.set_alive(alive=playing)
        self._controls.show_playing(playing=playing)
        self.wake()

    def show_captions(self, *, shown: bool, wanted: bool) -> None:
        """Show or hide the words; `wanted` is the choice, which a lost sound overrules."""
        self._captions_shown = shown
        self._caption.setVisible(shown)
        self._controls.show_captions(shown=wanted)
        self._arrange()

    def show_line(self, text: str) -> None:
        """Say something softly above the controls, or nothing."""
        self._line.setText(text)
        self._arrange()

    @Slot()
    def wake(self) -> None:
        """Bring the controls and the pointer back for a while."""
        self._head.set_shown(shown=True)
        self._controls.set_shown(shown=True)
        self.unsetCursor()
        self._quiet.start()

    @Slot()
    def _hush(self) -> None:
        if not self._playing or self._controls.underMouse() or self._head.underMouse():
            self._quiet.start()
            return
        self._head.set_shown(shown=False)
        self._controls.set_shown(shown=False)
        self.setCursor(Qt.CursorShape.BlankCursor)

    @Slot()
    def _arrange(self) -> None:
        """Put the words and the shape where they do not jump when the words change."""
        head = self._head.sizeHint().height()
        self._head.setGeometry(_EDGE, _EDGE, self.width() - 2 * _EDGE, head)
        controls = self._controls.sizeHint().height()
        foot = self.height() - _FOOT - controls
        side = self._crisis.sizeHint()
        width = min(self.width() - 2 * (side.width() + 2 * _EDGE), self._theme.px(520))
        left = (self.width() - width) // 2
        self._controls.setGeometry(left, foot, width, controls)
        self._crisis.setGeometry(
            QRect(_EDGE, self.height() - _FOOT - side.height(), side.width(), side.height())
        )
        self._progress.setGeometry(0, self.height() - self._progress.height(), self.width(), 3)
        line = self._line.heightForWidth(self.width() - 2 * _FOOT) + 4 if self._line.text() else 0
        self._line.setGeometry(_FOOT, foot - line, self.width() - 2 * _FOOT, line)
        self._arrange_middle(head + _EDGE, foot - line - _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell when something was laid over the stage; a minimised window plays on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.covered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the whole stage be one button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggled.emit()
        self.wake()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring the controls back at any move."""
        super().mouseMoveEvent(event)
        self.wake()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space play and pause; every key brings the controls back."""
        self.wake()
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wake at what is done to a control, and leave the slider its arrow keys."""
        if event.type() in _BUSY:
            self.wake()
        mine = watched is self._controls.volume and is_arrow(_key(event))
        if mine and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return False

    def _arrange_middle(self, top: int, bottom: int) -> None:
        room = max(0, bottom - top)
        words = round(room * 0.42) if self._captions_shown else 0
        self._shape.setGeometry(0, top, self.width(), room - words)
        self._caption.setGeometry(0, bottom - words, self.width(), words)

    def _lay_out(self, title: str) -> None:
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(
            self.tr("Space pauses and goes on, Escape leaves, F1 opens crisis help.")
        )
        name = Label(self._theme, title, Size.SMALL, Tone.MUTED)
        name.set_wraps(wraps=False)
        name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._leave.setToolTip(self.tr("Leave softly (Escape)"))
        self._crisis.set_narrow(narrow=True)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(_EDGE, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(self._leave)
        for control in self.findChildren(QWidget):
            control.installEventFilter(self)

    def _connect(self) -> None:
        self._controls.captions_wanted.connect(self.captions_wanted)
        self._controls.next_wanted.connect(self.next_wanted)
        self._controls.previous_wanted.connect(self.previous_wanted)
        self._controls.skipped.connect(self.skipped)
        self._controls.toggled.connect(self.toggled)
        self._controls.volume_changed.connect(self.volume_changed)
        self._crisis.clicked.connect(self.crisis_requested)
        self._leave.clicked.connect(self.left)
        self._quiet.timeout.connect(self._hush)
        self._theme.changed.connect(self._arrange)


def _add_keys(stage: Stage, controls: StageControls) -> None:
    """Give the stage its single keys; they work here alone (WCAG 2.1.4)."""
    keys = (
        ("Left", controls.skip_back),
        ("Right", controls.skip_on),
        ("Shift+Left", stage.previous_wanted),
        ("Shift+Right", stage.next_wanted),
        ("C", stage.captions_wanted),
        ("Esc", stage.left),
    )
    for key, act in keys:
        shortcut = QShortcut(QKeySequence(key), stage)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(stage.wake)
        shortcut.activated.connect(act)


def _key(event: QEvent) -> int:
    key = getattr(event, "key", None)
    return int(key()) if callable(key) else 0

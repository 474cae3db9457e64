"""The controls of a practice: where in it, and how loud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.fading import Fading
from prt_desktop.ui.widgets.button import IconButton, Look
from prt_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

SKIP_MS = 15_000


class StageControls(Fading):
    """Two rows at the foot of the stage.

    Signals: `toggled` to play or pause, `skipped` by so many ms, `previous_wanted` and
    `next_wanted` cue, `captions_wanted` on or off, `volume_changed` to 0 to 100.
    """

    toggled = Signal()
    skipped = Signal(int)
    previous_wanted = Signal()
    next_wanted = Signal()
    captions_wanted = Signal()
    volume_changed = Signal(int)

    def __init__(self, theme: Theme, volume: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._previous = IconButton(theme, Icon.PREVIOUS, self.tr("Previous sentence (Shift+Left)"))
        self._back = IconButton(theme, Icon.BACK, self.tr("Back 15 seconds (Left)"))
        self._play = IconButton(theme, Icon.PAUSE, self.tr("Pause (Space)"), Look.PRIMARY)
        self._on = IconButton(theme, Icon.FORWARD, self.tr("Forward 15 seconds (Right)"))
        self._next = IconButton(theme, Icon.NEXT, self.tr("Next sentence (Shift+Right)"))
        self._captions = IconButton(theme, Icon.CAPTIONS, self.tr("Captions (C)"))
        self._volume = Slider(theme, self.tr("Loudness of the voice"))
        self._volume.setRange(0, 100)
        self._volume.setSingleStep(5)
        self._volume.setPageStep(20)
        self._volume.setValue(volume)
        self._volume.setMaximumWidth(theme.px(200))
        self._lay_out(theme)
        self._connect()

    @property
    def volume(self) -> QWidget:
        """Give the slider, which needs the arrow keys for itself."""
        return self._volume

    def show_playing(self, *, playing: bool) -> None:
        """Offer to pause while playing, and to go on while resting."""
        self._play.set_icon(Icon.PAUSE if playing else Icon.PLAY)
        self._play.set_name(self.tr("Pause (Space)") if playing else self.tr("Go on (Space)"))

    def show_captions(self, *, shown: bool) -> None:
        """Offer to hide the captions, or to show them."""
        words = self.tr("Hide captions (C)") if shown else self.tr("Show captions (C)")
        self._captions.set_name(words)

    @Slot()
    def skip_back(self) -> None:
        """Ask to go back a little."""
        self.skipped.emit(-SKIP_MS)

    @Slot()
    def skip_on(self) -> None:
        """Ask to go on a little."""
        self.skipped.emit(SKIP_MS)

    def _lay_out(self, theme: Theme) -> None:
        above = QHBoxLayout()
        above.setSpacing(theme.gap)
        above.addStretch(1)
        for button in (self._previous, self._back, self._play, self._on, self._next):
            above.addWidget(button)
        above.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(theme.gap)
        below.addStretch(1)
        below.addWidget(self._captions)
        below.addWidget(self._volume, 1000)
        below.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(above)
        rows.addLayout(below)
        self.setAccessibleName(self.tr("Controls"))

    def _connect(self) -> None:
        self._back.clicked.connect(self.skip_back)
        self._captions.clicked.connect(self.captions_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._on.clicked.connect(self.skip_on)
        self._play.clicked.connect(self.toggled)
        self._previous.clicked.connect(self.previous_wanted)
        self._volume.valueChanged.connect(self.volume_changed)


def is_arrow(key: int) -> bool:
    """Say whether a key moves a slider."""
    return key in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}

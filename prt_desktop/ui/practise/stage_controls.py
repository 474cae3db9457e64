"""The controls of a practice: where in it, and how loud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.fading import Fading
from prt_desktop.ui.stage_keys import StageAct, named
from prt_desktop.ui.widgets.button import IconButton, Look
from prt_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prt_desktop.ui.theme import Theme

SKIP_MS = 15_000


class StageControls(Fading):
    """One row at the foot of the stage, or two where it is narrow.

    Signals: `toggled` to play or pause, `skipped` by so many ms, `previous_wanted` and
    `next_wanted` cue, `captions_wanted` and `transcript_wanted` on or off, `volume_changed` to 0
    to 100.
    """

    toggled = Signal()
    skipped = Signal(int)
    previous_wanted = Signal()
    next_wanted = Signal()
    captions_wanted = Signal()
    transcript_wanted = Signal()
    volume_changed = Signal(int)

    def __init__(
        self, theme: Theme, volume: int, keys: Mapping[StageAct, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._keys = keys
        self._previous = IconButton(theme, Icon.PREVIOUS, self.tr("Previous sentence (Shift+Left)"))
        self._back = IconButton(theme, Icon.BACK, self.tr("Back 15 seconds (Left)"))
        self._play = IconButton(theme, Icon.PAUSE, self.tr("Pause (Space)"), Look.PRIMARY)
        self._on = IconButton(theme, Icon.FORWARD, self.tr("Forward 15 seconds (Right)"))
        self._next = IconButton(theme, Icon.NEXT, self.tr("Next sentence (Shift+Right)"))
        self._captions = IconButton(theme, Icon.CAPTIONS, "")
        self._transcript = IconButton(theme, Icon.TRANSCRIPT, "")
        self._volume = Slider(theme, self.tr("Loudness of the voice"))
        self._volume.setRange(0, 100)
        self._volume.setSingleStep(5)
        self._volume.setPageStep(20)
        self._volume.setValue(volume)
        self._volume.setMaximumWidth(theme.px(160))
        self._transport, self._words = QWidget(), QWidget()
        self._grid = QGridLayout(self)
        self._wide = True
        self._lay_out(theme)
        self.show_captions(shown=True)
        self.show_transcript(shown=False)
        self._connect()

    @property
    def volume(self) -> QWidget:
        """Give the slider, which needs the arrow keys for itself."""
        return self._volume

    def set_volume(self, percent: int) -> None:
        """Move the slider, and tell so."""
        self._volume.setValue(percent)

    def show_playing(self, *, playing: bool) -> None:
        """Offer to pause while playing, and to go on while resting."""
        self._play.set_icon(Icon.PAUSE if playing else Icon.PLAY)
        self._play.set_name(self.tr("Pause (Space)") if playing else self.tr("Go on (Space)"))

    def show_captions(self, *, shown: bool) -> None:
        """Offer to hide the captions, or to show them."""
        words = self.tr("Hide captions") if shown else self.tr("Show captions")
        self._captions.set_name(named(words, self._keys, StageAct.CAPTIONS))

    def show_transcript(self, *, shown: bool) -> None:
        """Offer to hide the transcript, or to show it."""
        words = self.tr("Hide the transcript") if shown else self.tr("Show the transcript")
        self._transcript.set_name(named(words, self._keys, StageAct.TRANSCRIPT))

    def fit(self, width: int) -> None:
        """Stand in one row where `width` allows, with Pause in the middle, else in two."""
        side = max(self._words.sizeHint().width(), self._volume.minimumSizeHint().width())
        wide = (
            self._transport.sizeHint().width() + 2 * (side + self._grid.horizontalSpacing())
            <= width
        )
        if wide is self._wide:
            return
        self._wide = wide
        self._place()

    @Slot()
    def skip_back(self) -> None:
        """Ask to go back a little."""
        self.skipped.emit(-SKIP_MS)

    @Slot()
    def skip_on(self) -> None:
        """Ask to go on a little."""
        self.skipped.emit(SKIP_MS)

    def _lay_out(self, theme: Theme) -> None:
        for group, buttons in (
            (self._words, (self._captions, self._transcript)),
            (self._transport, (self._previous, self._back, self._play, self._on, self._next)),
        ):
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.gap)
            for button in buttons:
                row.addWidget(button)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.gap)
        self._grid.setVerticalSpacing(0)
        self._place()
        self.setAccessibleName(self.tr("Controls"))

    def _place(self) -> None:
        groups = (self._transport, self._words, self._volume)
        for group in groups:
            self._grid.removeWidget(group)
        middle = Qt.AlignmentFlag.AlignHCenter
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self._wide:
            self._grid.addWidget(self._words, 0, 0, left)
            self._grid.addWidget(self._transport, 0, 1, middle)
            self._grid.addWidget(self._volume, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._transport, 0, 0, 1, 3, middle)
            self._grid.addWidget(self._words, 1, 0, right)
            self._grid.addWidget(self._volume, 1, 1, 1, 2)
        for column, stretch in enumerate((1, 0, 1)):
            self._grid.setColumnStretch(column, stretch)

    def _connect(self) -> None:
        self._back.clicked.connect(self.skip_back)
        self._captions.clicked.connect(self.captions_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._on.clicked.connect(self.skip_on)
        self._play.clicked.connect(self.toggled)
        self._previous.clicked.connect(self.previous_wanted)
        self._transcript.clicked.connect(self.transcript_wanted)
        self._volume.valueChanged.connect(self.volume_changed)


def is_arrow(key: int) -> bool:
    """Say whether a key moves a slider."""
    return key in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}

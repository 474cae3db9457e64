"""The button by which the memo of the chosen entry is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prt_desktop.domain.diary import Entry, VoiceMemo
from prt_desktop.domain.errors import PrtError
from prt_desktop.ui.diary.memo_playback import MemoPlayback
from prt_desktop.ui.diary.words import length_word
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from prt_desktop.ui.diary.speaking import MemoTools
    from prt_desktop.ui.theme import Theme


class MemoListen(QWidget):
    """There while the chosen entry is a memo; choosing another entry ends its sound.

    Signals: `notice_requested` with a Notice, such as that the sound is gone.
    """

    notice_requested = Signal(Notice)

    def __init__(self, theme: Theme, tools: MemoTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memos = tools.memos
        self._playback = MemoPlayback(tools.make_player, self)
        self._memo: VoiceMemo | None = None
        self._button = Button(theme, "", Look.PLAIN, Icon.PLAY)
        self._button.setToolTip(self.tr("Hear the memo, or pause it (Space)"))
        self._time = Label(theme, "", Size.SMALL, Tone.MUTED)
        self._time.set_wraps(wraps=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addWidget(self._time)
        self._button.clicked.connect(self.toggle)
        self._playback.changed.connect(self._follow)
        self.show_entry(None)

    @Slot(object)
    def show_entry(self, entry: Entry | None) -> None:
        """Offer to hear `entry`, if it is a memo."""
        details = None if entry is None else entry.details
        self.show_memo(details if isinstance(details, VoiceMemo) else None)

    def take_focus(self) -> None:
        """Put the focus on the button."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_memo(self, memo: VoiceMemo | None) -> None:
        """Offer to hear a memo, or nothing."""
        if memo != self._memo:
            self._memo = memo
            self._playback.stop()
        self._button.setVisible(memo is not None)
        self._follow()

    @Slot()
    def toggle(self) -> None:
        """Play the memo, pause it, or go on; nothing where the entry is none."""
        if self._memo is None:
            return
        try:
            path = self._memos.sound(self._memo.sound_id)
        except PrtError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
        else:
            self._playback.toggle(path, self._memo.length_ms)

    def shut(self) -> None:
        """Be quiet, and let go of what was opened into memory."""
        self._playback.shut()
        self._memos.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Be quiet out of sight."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._playback.stop()

    @Slot()
    def _follow(self) -> None:
        playing, at_ms = self._playback.is_playing, self._playback.position_ms
        self._button.setText(self.tr("Pause") if playing else self.tr("Listen"))
        self._button.set_icon(Icon.PAUSE if playing else Icon.PLAY)
        begun = self._memo is not None and at_ms > 0
        self._time.setVisible(begun)
        if self._memo is not None and begun:
            whole = length_word(self._memo.length_ms)
            self._time.setText(self.tr("%s of %s") % (length_word(at_ms), whole))

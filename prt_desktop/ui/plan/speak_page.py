"""The page on which a message is spoken, as a memo is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from prt_desktop.ui.diary.memo_card import MemoCard
from prt_desktop.ui.diary.memo_playback import MemoPlayback
from prt_desktop.ui.diary.speaking import MemoTools, Speaking
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.domain.diary import VoiceMemo
    from prt_desktop.ui.theme import Theme


class SpeakPage(SubPage):
    """A message from the press of Record until `put` has it, which also happens when it is shut.

    Signals: `spoken` when it is kept; `notice_requested` with a Notice; and `left`.
    """

    spoken = Signal()
    notice_requested = Signal(Notice)

    def __init__(
        self, theme: Theme, tools: MemoTools, put: Callable[[VoiceMemo, str], object]
    ) -> None:
        line = self.tr("Say it as you would to someone you like. Half a minute is plenty.")
        super().__init__(theme, self.tr("Say a message"), line)
        self._speaking = Speaking(tools, put, self)
        self._playback = MemoPlayback(tools.make_player, self)
        self._is_shut = False
        self._card = MemoCard(theme, self._speaking, self._playback, self.tr("Keep this message"))
        self.column.add(self._card)
        self.column.body.addStretch(1)
        self._speaking.notice_requested.connect(self.notice_requested)
        self._speaking.saved.connect(self._tell)

    @property
    def is_recording(self) -> bool:
        """Say whether the microphone is open, or the message is being made."""
        return self._speaking.is_busy

    def take_focus(self) -> None:
        """Put the focus on the button that goes on."""
        self._card.take_focus()

    def shut(self) -> None:
        """End the recording and keep what was said."""
        self._is_shut = True
        self._playback.shut()
        self._speaking.shut()

    @Slot()
    def _tell(self) -> None:
        if not self._is_shut:
            self.spoken.emit()

"""The page on which a message is spoken, as a memo is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.ui.diary.memo_card import MemoCard
from prt_desktop.ui.diary.memo_playback import MemoPlayback
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.audio.player import Player
    from prt_desktop.ui.diary.speaking import Speaking
    from prt_desktop.ui.theme import Theme


class SpeakPage(SubPage):
    """A message from the press of Record until it is kept, which also happens when it is shut.

    The `speaking` outlasts the page, so that what was discarded here can be brought back.
    """

    def __init__(self, theme: Theme, speaking: Speaking, make_player: Callable[[], Player]) -> None:
        line = self.tr("Say it as you would to someone you like. Half a minute is plenty.")
        super().__init__(theme, self.tr("Say a message"), line)
        self._speaking = speaking
        self._speaking.enter()
        self._playback = MemoPlayback(make_player, self)
        self._card = MemoCard(theme, self._speaking, self._playback, self.tr("Keep this message"))
        self.column.add(self._card)
        self.column.body.addStretch(1)

    def take_focus(self) -> None:
        """Put the focus on the button that goes on."""
        self._card.take_focus()

    def shut(self) -> None:
        """End the recording and keep what was said."""
        self._playback.shut()
        self._speaking.leave()

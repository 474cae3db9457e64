"""Follows one running session: it is shown on the desktop, and keeps the machine awake."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from prt_desktop.desktop.media_controls import Playback

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.desktop.media_controls import NowPlaying
    from prt_desktop.desktop.offers import DesktopOffers

# A place this far from where the clock says was gone to by hand; a device's own unevenness is
# smaller.
JUMP_MS = 1_000


class RunningSession(Protocol):
    """What a session is asked; positions are on the wall clock, in ms."""

    @property
    def state(self) -> str:
        """What it is doing: playing, paused or stopped."""

    @property
    def position_ms(self) -> int:
        """Where it stands."""

    def play(self) -> None:
        """Begin or go on."""

    def pause(self) -> None:
        """Stand still."""

    def toggle(self) -> None:
        """Play when standing, pause when playing."""

    def seek_to(self, position_ms: int) -> None:
        """Go to a place."""

    def skip(self, by_ms: int) -> None:
        """Go some way on, or back when negative."""

    def next_cue(self) -> None:
        """Go to the next cue."""

    def previous_cue(self) -> None:
        """Go to the beginning of this cue, or of the one before."""


class SessionFollower(QObject):
    """Is told what a session does, and asks it for what a person wishes outside the window.

    What the desktop offers is made when the first session is followed. Signals: `stop_wanted`
    for the session, `front_wanted` for the window, `volume_wanted` with a percentage.
    """

    stop_wanted = Signal()
    front_wanted = Signal()
    volume_wanted = Signal(int)

    def __init__(
        self,
        make_offers: Callable[[], DesktopOffers],
        parent: QObject | None = None,
        now_ms: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000,
    ) -> None:
        super().__init__(parent)
        self._make_offers = make_offers
        self._now_ms = now_ms
        self._session: RunningSession | None = None
        self._playing: NowPlaying | None = None
        self._hidden: RunningSession | None = None
        self._playback = Playback.STOPPED
        self._position_ms = 0
        self._since_ms = 0

    @cached_property
    def _offers(self) -> DesktopOffers:
        offers = self._make_offers()
        offers.controls.listen(self)
        return offers

    def follow(self, session: RunningSession, playing: NowPlaying) -> None:
        """Show a session from now on, as it is; its title is also why the machine stays awake."""
        self._session = session
        self._playing = playing
        self._offers.controls.show(playing)
        self._keep(session.position_ms)
        self.state_changed(session.state)

    def leave(self) -> None:
        """Show nothing any more, and let the machine suspend."""
        self._hidden = None
        if self._session is not None:
            self._session = None
            self._offers.controls.hide()
            self._offers.inhibitor.release()

    def set_hidden(self, *, hidden: bool) -> None:
        """While the window is locked show nothing and take no wishes; then show it again."""
        if hidden and self._session is not None:
            session = self._session
            self.leave()
            self._hidden = session
        elif not hidden and self._hidden is not None and self._playing is not None:
            session, self._hidden = self._hidden, None
            self.follow(session, self._playing)

    def state_changed(self, state: str) -> None:
        """Take in that the session plays, pauses or stops; it suspends nothing while it sounds."""
        if self._session is None:
            return
        self._playback = Playback(state)
        self._keep(self._session.position_ms)
        self._offers.controls.update(self._playback, self._position_ms)
        if self._playback is Playback.PLAYING and self._playing is not None:
            self._offers.inhibitor.inhibit(self._playing.title)
        else:
            self._offers.inhibitor.release()

    def position_changed(self, position_ms: int) -> None:
        """Take in where the session stands; a jump is told at once."""
        if self._session is None:
            return
        jumped = abs(position_ms - self._expected_ms()) > JUMP_MS
        self._keep(position_ms)
        if jumped:
            self._offers.controls.seeked(position_ms)
        else:
            self._offers.controls.update(self._playback, position_ms)

    def length_changed(self, length_ms: int | None) -> None:
        """Take in another end, or None for a session that goes on until it is stopped."""
        if self._playing is not None:
            self._playing = replace(self._playing, length_ms=length_ms)
        if self._session is not None:
            self._offers.controls.set_length(length_ms)

    def volume_changed(self, percent: int) -> None:
        """Take in another loudness of the voice."""
        if self._playing is not None:
            self._playing = replace(self._playing, volume=percent)
        if self._session is not None:
            self._offers.controls.set_volume(percent)

    def play_requested(self) -> None:
        """Play."""
        if self._session is not None:
            self._session.play()

    def pause_requested(self) -> None:
        """Pause."""
        if self._session is not None:
            self._session.pause()

    def toggle_requested(self) -> None:
        """Play or pause."""
        if self._session is not None:
            self._session.toggle()

    def stop_requested(self) -> None:
        """Pass on that the session is to end softly."""
        self.stop_wanted.emit()

    def next_requested(self) -> None:
        """Go to the next cue."""
        if self._session is not None:
            self._session.next_cue()

    def previous_requested(self) -> None:
        """Go to this cue's beginning, or to the cue before."""
        if self._session is not None:
            self._session.previous_cue()

    def seek_requested(self, offset_ms: int) -> None:
        """Go some way on or back."""
        if self._session is not None:
            self._session.skip(offset_ms)

    def position_requested(self, position_ms: int) -> None:
        """Go to a place."""
        if self._session is not None:
            self._session.seek_to(position_ms)

    def volume_requested(self, percent: int) -> None:
        """Pass on the wish for another loudness."""
        self.volume_wanted.emit(percent)

    def raise_requested(self) -> None:
        """Pass on the wish to see the window."""
        self.front_wanted.emit()

    def _keep(self, position_ms: int) -> None:
        self._position_ms = position_ms
        self._since_ms = self._now_ms()

    def _expected_ms(self) -> int:
        """Give where the session would stand had nobody moved it."""
        if self._playback is not Playback.PLAYING:
            return self._position_ms
        return self._position_ms + self._now_ms() - self._since_ms

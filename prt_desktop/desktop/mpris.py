"""Media controls on Linux: the session on the message bus, by the words of MPRIS."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from jeepney import DBusAddress, DBusNameFlags, new_signal
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QObject, Slot

from prt_desktop.desktop.bus import is_answer, wants_answer
from prt_desktop.desktop.media_controls import Playback
from prt_desktop.desktop.mpris_description import PATH, PLAYER, PROPERTIES, ROOT
from prt_desktop.desktop.mpris_object import MprisObject, ShownSession

if TYPE_CHECKING:
    from jeepney import Message

    from prt_desktop.desktop.bus import Bus
    from prt_desktop.desktop.media_controls import MediaControlsListener, NowPlaying

NAME = f"{ROOT}.prt_desktop"
_OURS = {1, 4}  # RequestName's answers: it is yours now, it was already
_LOG = logging.getLogger(__name__)


class MprisControls(QObject):
    """Takes a name on the bus while a session is shown, and answers there.

    Without a bus, or with both names taken, nothing is shown and nobody is troubled.
    """

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._object = MprisObject()
        self._sessions = 0
        # A second window, on another folder, takes the second name.
        self._names = (NAME, f"{NAME}.instance{os.getpid()}")
        self._told = False
        bus.serve(self._answer)
        bus.lost.connect(self._forget)

    def listen(self, listener: MediaControlsListener | None) -> None:
        """Tell `listener` what is asked for from now on."""
        self._object.listener = listener

    def show(self, playing: NowPlaying) -> None:
        """Show a session, and take a name unless one was shown before."""
        shown_before = self._object.shown is not None
        self._sessions += 1
        track = f"/org/prt_desktop/session/{self._sessions}"
        self._object.shown = ShownSession(track, playing, Playback.STOPPED, 0, playing.volume)
        if shown_before:
            self._tell_changed("Metadata", "PlaybackStatus", "Volume")
        elif self._bus.open():
            self._take_name(self._names[0])

    def update(self, playback: Playback, position_ms: int) -> None:
        """Show what the session is doing; a place alone is told to who asks for it."""
        shown = self._object.shown
        if shown is None:
            return
        self._object.shown = replace(shown, playback=playback, position_ms=position_ms)
        if playback is not shown.playback:
            self._tell_changed("PlaybackStatus")

    def seeked(self, position_ms: int) -> None:
        """Show another place at once."""
        shown = self._object.shown
        if shown is None:
            return
        self._object.shown = replace(shown, position_ms=position_ms)
        emitter = DBusAddress(PATH, interface=PLAYER)
        kind, position = self._object.shown.properties["Position"]
        self._bus.send(new_signal(emitter, "Seeked", kind, (position,)))

    def set_length(self, length_ms: int | None) -> None:
        """Show another end."""
        shown = self._object.shown
        if shown is not None and length_ms != shown.playing.length_ms:
            playing = replace(shown.playing, length_ms=length_ms)
            self._object.shown = replace(shown, playing=playing)
            self._tell_changed("Metadata")

    def set_volume(self, percent: int) -> None:
        """Show another loudness."""
        shown = self._object.shown
        if shown is not None and percent != shown.volume:
            self._object.shown = replace(shown, volume=percent)
            self._tell_changed("Volume")

    def hide(self) -> None:
        """Give the names back."""
        if self._object.shown is None:
            return
        self._object.shown = None
        for name in self._names:
            self._bus.call(message_bus.ReleaseName(name), _take_nothing)

    @Slot()
    def _forget(self) -> None:
        """Show nothing on a bus that is gone; the next session asks for a new one."""
        self._object.shown = None

    def _take_name(self, name: str) -> None:
        def take(answer: Message | None) -> None:
            if answer is None or self._object.shown is None:
                return
            if is_answer(answer) and answer.body[0] in _OURS:
                return
            if name == self._names[0]:
                self._take_name(self._names[1])
            elif not self._told:
                self._told = True
                _LOG.info("the desktop's media controls cannot be had")

        request = message_bus.RequestName(name, flags=DBusNameFlags.do_not_queue)
        self._bus.call(request, take)

    def _tell_changed(self, *names: str) -> None:
        shown = self._object.shown
        if shown is None:
            return
        changed = {name: shown.properties[name] for name in names}
        emitter = DBusAddress(PATH, interface=PROPERTIES)
        invalidated: list[str] = []
        body = (PLAYER, changed, invalidated)
        self._bus.send(new_signal(emitter, "PropertiesChanged", "sa{sv}as", body))

    def _answer(self, call: Message) -> None:
        answer = self._object.answer(call)
        if wants_answer(call):
            self._bus.send(answer)


def _take_nothing(answer: Message | None) -> None:
    """Take an answer that changes nothing."""

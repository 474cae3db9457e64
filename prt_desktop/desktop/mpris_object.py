"""What MPRIS tells of the session that is shown, and what it asks for in a person's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jeepney import HeaderFields, new_error, new_method_return

from prt_desktop.desktop.media_controls import NowPlaying, Playback
from prt_desktop.desktop.mpris_description import (
    DESCRIPTION,
    INTROSPECTABLE,
    PATH,
    PEER,
    PLAYER,
    PROPERTIES,
    ROOT,
    TAKES,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jeepney import Message

    from prt_desktop.desktop.media_controls import MediaControlsListener

    Properties = Mapping[str, tuple[str, Any]]

_US_A_MS = 1_000
_LOUDEST = 100

ROOT_PROPERTIES: Properties = {
    "CanQuit": ("b", False),
    "CanRaise": ("b", True),
    "HasTrackList": ("b", False),
    "Identity": ("s", "PRT Desktop"),
    "DesktopEntry": ("s", "prt-desktop"),
    "SupportedUriSchemes": ("as", []),
    "SupportedMimeTypes": ("as", []),
}
_ABLE = ("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl")
# Positions are on the wall clock, so the pace of the voice is no rate here.
_RATES = ("Rate", "MinimumRate", "MaximumRate")
_WRITABLE = {"Rate": "d", "Volume": "d"}


@dataclass(frozen=True)
class ShownSession:
    """A session as the bus sees it: the facts, and where it is by now."""

    track: str
    playing: NowPlaying
    playback: Playback
    position_ms: int
    volume: int

    @property
    def properties(self) -> Properties:
        """The player's properties by name, each with its type on the bus."""
        length_ms = self.playing.length_ms
        length = {} if length_ms is None else {"mpris:length": ("x", length_ms * _US_A_MS)}
        metadata = {
            "mpris:trackid": ("o", self.track),
            "xesam:title": ("s", self.playing.title),
            **length,
        }
        return {
            "PlaybackStatus": ("s", self.playback.capitalize()),
            "Metadata": ("a{sv}", metadata),
            "Volume": ("d", self.volume / _LOUDEST),
            "Position": ("x", self.position_ms * _US_A_MS),
            **dict.fromkeys(_RATES, ("d", 1.0)),
            **dict.fromkeys(_ABLE, ("b", True)),
        }


class MprisObject:
    """Answers calls about the session that is shown; without one there is no such object."""

    def __init__(self) -> None:
        self.shown: ShownSession | None = None
        self.listener: MediaControlsListener | None = None

    def answer(self, call: Message) -> Message:
        """Do what a call asks for and give the answer to it."""
        fields = call.header.fields
        interface, member = fields.get(HeaderFields.interface), fields[HeaderFields.member]
        takes = TAKES.get((interface, member))
        if self.shown is None or fields[HeaderFields.path] != PATH:
            return _refusal(call, "UnknownObject", "Nothing is shown here.")
        if takes is None:
            return _refusal(call, "UnknownMethod", f"There is no {member} here.")
        if fields.get(HeaderFields.signature, "") != takes:
            return _refusal(call, "InvalidArgs", f"{member} takes '{takes}'.")
        return self._do(call, interface, member, self.shown)

    def _do(self, call: Message, interface: str, member: str, shown: ShownSession) -> Message:
        if interface == PROPERTIES:
            return self._property(call, member, shown)
        if interface == INTROSPECTABLE:
            return new_method_return(call, "s", (DESCRIPTION,))
        if member == "OpenUri":
            return _refusal(call, "NotSupported", "Only exercises of its own are played.")
        if interface != PEER and self.listener is not None:
            self._ask(member, call.body, shown, self.listener)
        return new_method_return(call)

    def _ask(
        self, member: str, values: tuple[Any, ...], shown: ShownSession, ask: MediaControlsListener
    ) -> None:
        plain = {
            "Play": ask.play_requested,
            "Pause": ask.pause_requested,
            "PlayPause": ask.toggle_requested,
            "Stop": ask.stop_requested,
            "Next": ask.next_requested,
            "Previous": ask.previous_requested,
            "Raise": ask.raise_requested,
        }
        if member in plain:
            plain[member]()
        elif member == "Seek":
            ask.seek_requested(round(values[0] / _US_A_MS))
        elif member == "SetPosition":
            track, position_ms = values[0], round(values[1] / _US_A_MS)
            # What was meant for another session, or lies outside, is to be ignored.
            last_ms = shown.playing.length_ms
            within = position_ms >= 0 and (last_ms is None or position_ms <= last_ms)
            if track == shown.track and within:
                ask.position_requested(position_ms)

    def _property(self, call: Message, member: str, shown: ShownSession) -> Message:
        known = {ROOT: ROOT_PROPERTIES, PLAYER: shown.properties}.get(call.body[0])
        if known is None:
            return _refusal(call, "UnknownInterface", "There is no such interface here.")
        if member == "GetAll":
            return new_method_return(call, "a{sv}", (dict(known),))
        name = call.body[1]
        if name not in known:
            return _refusal(call, "UnknownProperty", f"There is no {name} here.")
        if member == "Get":
            return new_method_return(call, "v", (known[name],))
        return self._set(call, name, *call.body[2])

    def _set(self, call: Message, name: str, kind: str, value: float) -> Message:
        if name not in _WRITABLE:
            return _refusal(call, "PropertyReadOnly", f"{name} can only be read.")
        if kind != _WRITABLE[name]:
            return _refusal(call, "InvalidArgs", f"{name} is of type '{_WRITABLE[name]}'.")
        if self.listener is None:
            return new_method_return(call)
        if name == "Volume":
            # In this order, what is no number becomes silence.
            self.listener.volume_requested(round(min(1.0, max(0.0, value)) * _LOUDEST))
        elif value == 0.0:
            self.listener.pause_requested()
        return new_method_return(call)


def _refusal(call: Message, name: str, sentence: str) -> Message:
    return new_error(call, f"org.freedesktop.DBus.Error.{name}", "s", (sentence,))

"""Notifications on Linux: the desktop's own service, by the words of its specification."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QObject, Slot

from prt_desktop.desktop.bus import is_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message

    from prt_desktop.desktop.bus import Bus
    from prt_desktop.desktop.notifications import QuietWord

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
OPEN, NOT_NOW = "default", "not-now"
"""The keys of the actions: the first is also that of a press on the word itself."""
_SERVICE = DBusAddress(PATH, NAME, NAME)
_ICON = "appointment-soon"
_AS_LONG_AS_USUAL = -1
# No sound; not kept in a list of things missed; of the usual urgency, which is shown and no more.
_HINTS: dict[str, tuple[str, Any]] = {
    "suppress-sound": ("b", True),
    "transient": ("b", True),
    "urgency": ("y", 1),
}


class BusNotifications(QObject):
    """Asks the service to show a word; the name of the program is never told.

    Without a bus or a service nothing is shown, and `answered` says so.
    """

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._opened: Callable[[], None] | None = None
        self._id = 0
        self._takes_actions: bool | None = None
        bus.listen(self._hear)
        bus.lost.connect(self._forget)

    def listen(self, opened: Callable[[], None] | None) -> None:
        """Call `opened` from now on."""
        self._opened = opened

    def show(self, word: QuietWord, answered: Callable[[bool], None]) -> None:
        """Show a word, once the service has said whether it has buttons."""
        self._bus.open()
        if self._takes_actions is not None:
            self._notify(word, answered)
            return

        def take(answer: Message | None) -> None:
            if not is_answer(answer) or answer is None:
                answered(False)
                return
            self._takes_actions = "actions" in answer.body[0]
            self._notify(word, answered)

        rule = MatchRule(type="signal", interface=NAME, path=PATH)
        self._bus.call(message_bus.AddMatch(rule), _take_nothing)
        self._bus.call(new_method_call(_SERVICE, "GetCapabilities"), take)

    def withdraw(self) -> None:
        """Take away what is shown."""
        if self._id:
            call = new_method_call(_SERVICE, "CloseNotification", "u", (self._id,))
            self._id = 0
            self._bus.call(call, _take_nothing)

    def _notify(self, word: QuietWord, answered: Callable[[bool], None]) -> None:
        def take(answer: Message | None) -> None:
            shown = is_answer(answer) and answer is not None
            if answer is not None and shown:
                self._id = int(answer.body[0])
            answered(shown)

        actions = [OPEN, word.open_words, NOT_NOW, word.not_now_words]
        told = actions if self._takes_actions else []
        body = ("", self._id, _ICON, word.text, "", told, _HINTS, _AS_LONG_AS_USUAL)
        self._bus.call(new_method_call(_SERVICE, "Notify", "susssasa{sv}i", body), take)

    def _hear(self, signal: Message) -> None:
        fields = signal.header.fields
        if fields.get(HeaderFields.interface) != NAME or not signal.body:
            return
        if not self._id or signal.body[0] != self._id:
            return
        member = fields.get(HeaderFields.member)
        if member == "NotificationClosed":
            self._id = 0
        elif member == "ActionInvoked" and signal.body[1] == OPEN:
            self.withdraw()
            if self._opened is not None:
                self._opened()

    @Slot()
    def _forget(self) -> None:
        """Know nothing of a service that is gone; the next word asks for a new one."""
        self._id = 0
        self._takes_actions = None


def _take_nothing(answer: Message | None) -> None:
    """Take an answer that changes nothing."""

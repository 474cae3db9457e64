"""Notifications keep their contract, by the desktop's service, by the tray, and silently."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest
from jeepney import DBusAddress, HeaderFields, new_error, new_method_return, new_signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from prt_desktop.desktop.bus import Bus
from prt_desktop.desktop.bus_notifications import NAME, NOT_NOW, OPEN, PATH, BusNotifications
from prt_desktop.desktop.silent_notifications import SilentNotifications
from prt_desktop.desktop.tray import SystemTray, TrayNotifications, TrayWords
from tests.desktop.notifications_contract import WORD, NotificationsContract, WordDesk
from tests.desktop.private_bus import PATIENCE_MS, StandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jeepney import Message
    from pytestqt.qtbot import QtBot

    from tests.desktop.private_bus import PrivateBus

UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"
EMITTER = DBusAddress(PATH, interface=NAME)


class NotificationService:
    """The receiving end, as the specification of desktop notifications (1.2) has it."""

    def __init__(
        self, address: str, *, capabilities: tuple[str, ...] = ("actions", "body")
    ) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.shown: dict[int, tuple[Any, ...]] = {}
        self.last = 0
        self._capabilities = list(capabilities)
        self._numbers = itertools.count(7)
        self.service = StandIn(address, NAME, self._answer)

    def press(self, key: str) -> None:
        """Press a button of the last word, or the word itself, and take it away as desktops do."""
        self.service.send(new_signal(EMITTER, "ActionInvoked", "us", (self.last, key)))
        self.put_away()

    def put_away(self) -> None:
        """Put the last word away."""
        self.shown.pop(self.last, None)
        self.service.send(new_signal(EMITTER, "NotificationClosed", "uu", (self.last, 2)))

    def _answer(self, call: Message) -> Message:
        member = call.header.fields[HeaderFields.member]
        if member == "GetCapabilities":
            return new_method_return(call, "as", (self._capabilities,))
        if member == "Notify":
            self.asked.append(call.body)
            self.last = call.body[1] or next(self._numbers)
            self.shown[self.last] = call.body
            return new_method_return(call, "u", (self.last,))
        if member == "CloseNotification":
            self.shown.pop(call.body[0], None)
            return new_method_return(call)
        return new_error(call, UNKNOWN)


class BusDesk:
    """Notifications on a private bus, with a service on it."""

    def __init__(self, address: str, service: NotificationService, qtbot: QtBot) -> None:
        self.bus = Bus(address)
        self.service = service
        self.notifications = BusNotifications(self.bus)
        self._qtbot = qtbot

    def seen(self) -> list[str]:
        return [body[3] for body in self.service.shown.values()]

    def open(self) -> None:
        self.service.press(OPEN)

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)


@pytest.fixture
def bus_desk(daemon: PrivateBus, qtbot: QtBot) -> Iterator[BusDesk]:
    service = NotificationService(daemon.address)
    with service.service:
        desk = BusDesk(daemon.address, service, qtbot)
        yield desk
        desk.bus.close()


class TestBusNotifications(NotificationsContract):
    @pytest.fixture
    def desk(self, bus_desk: BusDesk) -> WordDesk:
        return bus_desk


class SilentDesk:
    """The silent twin: what it keeps is what is seen."""

    def __init__(self) -> None:
        self.notifications = SilentNotifications()

    def seen(self) -> list[str]:
        word = self.notifications.word
        return [] if word is None else [word.text]

    def open(self) -> None:
        self.notifications.open()

    def until(self, holds: Callable[[], bool]) -> None:
        assert holds()


class TestSilentNotifications(NotificationsContract):
    @pytest.fixture
    def desk(self) -> WordDesk:
        return SilentDesk()


def settle(desk: BusDesk, word_answers: list[bool]) -> None:
    """Let a word come back answered: what was sent before it has come too."""
    count = len(word_answers)
    desk.notifications.show(WORD, word_answers.append)
    desk.until(lambda: len(word_answers) > count)


def test_the_service_is_told_nothing_but_the_word(bus_desk: BusDesk) -> None:
    settle(bus_desk, [])

    name, replaces, icon, title, body, actions, hints, expires = bus_desk.service.asked[0]
    assert (name, replaces, title, body) == ("", 0, "Time for yourself", "")
    assert icon == "appointment-soon"
    assert actions == ["default", "Open", "not-now", "Not now"]
    assert hints == {
        "suppress-sound": ("b", True),
        "transient": ("b", True),
        "urgency": ("y", 1),
    }
    assert expires == -1


@pytest.mark.parametrize("press", [NOT_NOW, ""])
def test_not_now_and_putting_it_away_do_nothing(bus_desk: BusDesk, press: str) -> None:
    opened: list[str] = []
    bus_desk.notifications.listen(lambda: opened.append("opened"))
    answers: list[bool] = []
    settle(bus_desk, answers)

    if press:
        bus_desk.service.press(press)
    else:
        bus_desk.service.put_away()
    settle(bus_desk, answers)

    assert opened == []
    assert answers == [True, True]


def test_a_service_without_buttons_is_asked_for_none(daemon: PrivateBus, qtbot: QtBot) -> None:
    service = NotificationService(daemon.address, capabilities=("body",))
    with service.service:
        desk = BusDesk(daemon.address, service, qtbot)

        settle(desk, [])

        assert service.asked[0][5] == []
        desk.bus.close()


def test_a_bus_without_a_service_says_that_nothing_was_shown(
    daemon: PrivateBus, qtbot: QtBot
) -> None:
    bus = Bus(daemon.address)
    answers: list[bool] = []

    BusNotifications(bus).show(WORD, answers.append)

    qtbot.waitUntil(lambda: answers == [False], timeout=PATIENCE_MS)
    bus.close()


def test_no_bus_says_that_nothing_was_shown(qtbot: QtBot) -> None:
    answers: list[bool] = []

    BusNotifications(Bus("unix:path=/nowhere/bus")).show(WORD, answers.append)

    qtbot.waitUntil(lambda: answers == [False], timeout=PATIENCE_MS)


def test_a_bus_that_died_is_asked_anew(mortal_daemon: PrivateBus, qtbot: QtBot) -> None:
    service = NotificationService(mortal_daemon.address)
    with service.service:
        desk = BusDesk(mortal_daemon.address, service, qtbot)
        settle(desk, [])
        with qtbot.waitSignal(desk.bus.lost):
            mortal_daemon.kill()
    mortal_daemon.start()
    later = NotificationService(mortal_daemon.address)
    with later.service:
        answers: list[bool] = []

        settle(desk, answers)

        assert answers == [True]
        assert [body[3] for body in later.shown.values()] == ["Time for yourself"]
        desk.bus.close()


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    over = QWidget()
    qtbot.addWidget(over)
    return over


@pytest.fixture
def tray(over: QWidget) -> SystemTray:
    return SystemTray(QIcon(QPixmap(16, 16)), TrayWords("Reminders", "Open", "Quit"), over)


def test_the_menu_of_the_tray_opens_and_quits(tray: SystemTray, qtbot: QtBot) -> None:
    first, second = tray.menu.actions()

    with qtbot.waitSignal(tray.open_requested):
        first.trigger()
    with qtbot.waitSignal(tray.quit_requested):
        second.trigger()

    assert [first.text(), second.text()] == ["Open", "Quit"]


def test_a_press_on_the_icon_opens(tray: SystemTray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.open_requested):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)

    assert not tray.icon.isVisible()


def test_without_a_tray_no_icon_is_shown_and_no_word_taken(tray: SystemTray) -> None:
    answers: list[bool] = []

    tray.set_shown(shown=True)
    TrayNotifications(tray.icon).show(WORD, answers.append)

    assert not tray.is_there
    assert answers == [False]

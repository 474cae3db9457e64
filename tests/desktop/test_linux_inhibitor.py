"""The machine is kept awake by the portal, or by the login service where there is no portal."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from prt_desktop.desktop.bus import Bus
from prt_desktop.desktop.inhibitor_holds import LoginHold, PortalHold
from prt_desktop.desktop.linux_inhibitor import LinuxInhibitor
from tests.desktop.inhibitor_contract import REASON, InhibitorContract, Machine
from tests.desktop.private_bus import PATIENCE_MS
from tests.desktop.services import LoginService, Portal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.desktop.private_bus import PrivateBus

NO_BUS = "unix:path=/nowhere/bus"
SHORT_MS = 1_000
LONGEST_WAIT_S = 0.2
SUSPEND = 4


class LinuxMachine:
    """An inhibitor on two private buses, which may be one."""

    def __init__(
        self,
        qtbot: QtBot,
        buses: tuple[str, str],
        holds: Callable[[], int] = lambda: 0,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        self.holds = holds
        self._buses = (Bus(buses[0]), Bus(buses[1], takes_files=True))
        ways = (
            PortalHold(self._buses[0]),
            LoginHold(self._buses[1], "block"),
            LoginHold(self._buses[1], "delay"),
        )
        self.inhibitor = LinuxInhibitor(ways, patience_ms=patience_ms)
        self._qtbot = qtbot

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def close(self) -> None:
        self.inhibitor.release()
        for bus in self._buses:
            bus.close()


@contextmanager
def with_portal(daemon: PrivateBus, qtbot: QtBot) -> Iterator[tuple[LinuxMachine, Portal]]:
    portal = Portal(daemon.address)
    machine = LinuxMachine(qtbot, (daemon.address, NO_BUS), lambda: len(portal.requests))
    with portal.service:
        yield machine, portal
        machine.close()


@contextmanager
def with_login(
    daemon: PrivateBus,
    qtbot: QtBot,
    refused: tuple[str, ...] = (),
    patience_ms: int = PATIENCE_MS,
) -> Iterator[tuple[LinuxMachine, LoginService]]:
    login = LoginService(daemon.address, refused=refused)
    both = (daemon.address, daemon.address)
    machine = LinuxMachine(qtbot, both, login.holds, patience_ms)
    with login.service:
        yield machine, login
        machine.close()
    login.close()


class TestByThePortal(InhibitorContract):
    @pytest.fixture
    def machine(self, daemon: PrivateBus, qtbot: QtBot) -> Iterator[Machine]:
        with with_portal(daemon, qtbot) as (machine, _):
            yield machine


class TestByTheLoginService(InhibitorContract):
    @pytest.fixture
    def machine(self, daemon: PrivateBus, qtbot: QtBot) -> Iterator[Machine]:
        with with_login(daemon, qtbot) as (machine, _):
            yield machine


def test_the_portal_is_asked_for_suspending_alone(daemon: PrivateBus, qtbot: QtBot) -> None:
    with with_portal(daemon, qtbot) as (machine, portal):
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: machine.holds() == 1)

    assert portal.asked == [("", SUSPEND, {"reason": ("s", REASON)})]


def test_the_login_service_is_asked_for_sleep_and_not_for_idleness(
    daemon: PrivateBus, qtbot: QtBot
) -> None:
    with with_login(daemon, qtbot) as (machine, login):
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: machine.holds() == 1)

    assert login.asked == [("sleep", "PRT Desktop", REASON, "block")]


def test_a_refused_block_becomes_a_delay(daemon: PrivateBus, qtbot: QtBot) -> None:
    with with_login(daemon, qtbot, refused=("block",)) as (machine, login):
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: machine.holds() == 1)

    assert [asked[3] for asked in login.asked] == ["block", "delay"]


def test_a_machine_that_refuses_everything_is_logged_once(
    daemon: PrivateBus, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with with_login(daemon, qtbot, refused=("block", "delay")) as (machine, login):
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: bool(caplog.messages))
        machine.inhibitor.release()
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: len(login.asked) == 4)
        machine.inhibitor.release()

    assert caplog.messages == ["the machine cannot be kept from suspending"]


def test_a_portal_that_never_answers_gives_way_to_the_login_service(
    daemon: PrivateBus, qtbot: QtBot
) -> None:
    portal = Portal(daemon.address)
    portal.answers = False
    impatient = with_login(daemon, qtbot, patience_ms=SHORT_MS)
    with portal.service, impatient as (machine, login):
        began_s = time.monotonic()
        machine.inhibitor.inhibit(REASON)
        waited_s = time.monotonic() - began_s
        machine.until(lambda: login.holds() == 1)

    assert waited_s < LONGEST_WAIT_S
    assert len(portal.asked) == 1


def test_without_any_bus_the_machine_suspends_as_it_would(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    machine = LinuxMachine(qtbot, (NO_BUS, NO_BUS))

    machine.inhibitor.inhibit(REASON)
    machine.inhibitor.release()
    machine.inhibitor.inhibit(REASON)
    machine.close()

    assert caplog.messages == [
        "there is no message bus: FileNotFoundError",
        "there is no message bus: FileNotFoundError",
        "the machine cannot be kept from suspending",
    ]


def test_a_bus_that_dies_does_not_let_the_login_service_go(
    mortal_daemon: PrivateBus, qtbot: QtBot
) -> None:
    with with_login(mortal_daemon, qtbot) as (machine, login):
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: login.holds() == 1)

        mortal_daemon.kill()
        held = login.holds()
        machine.inhibitor.release()

        machine.until(lambda: login.holds() == 0)
    assert held == 1

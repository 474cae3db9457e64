"""Windows and macOS are asked by their own words; their libraries are stood in for by ctypes."""

from __future__ import annotations

import ctypes
import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from prt_desktop.desktop.mac_inhibitor import MacInhibitor
from prt_desktop.desktop.windows_inhibitor import WindowsInhibitor
from tests.desktop.inhibitor_contract import REASON, InhibitorContract, Machine

if TYPE_CHECKING:
    from collections.abc import Callable

CONTINUOUS = 0x8000_0000
SYSTEM_REQUIRED = 0x0000_0001
DISPLAY_REQUIRED = 0x0000_0002


class WindowsMachine:
    """A kernel that keeps the last state it was told."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.states: list[int] = []
        self._refuses = refuses
        kind = ctypes.CFUNCTYPE(ctypes.c_uint32, ctypes.c_uint32)
        self._function = kind(self._set_state)
        self.inhibitor = WindowsInhibitor(SimpleNamespace(SetThreadExecutionState=self._function))

    def holds(self) -> int:
        return int(bool(self.states) and bool(self.states[-1] & SYSTEM_REQUIRED))

    def until(self, holds: Callable[[], bool]) -> None:
        assert holds()

    def _set_state(self, flags: int) -> int:
        if self._refuses:
            return 0
        self.states.append(flags)
        return CONTINUOUS


class MacMachine:
    """The two frameworks, with texts and assertions that must be given back."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.texts: dict[int, bytes] = {}
        self.assertions: dict[int, tuple[bytes, int, bytes]] = {}
        self.named: list[tuple[bytes, int, bytes]] = []
        self._refuses = refuses
        self._last = 0
        number = ctypes.POINTER(ctypes.c_uint32)
        text, code = ctypes.c_void_p, ctypes.c_int32
        make = ctypes.CFUNCTYPE(text, text, ctypes.c_char_p, ctypes.c_uint32)
        free = ctypes.CFUNCTYPE(None, text)
        create = ctypes.CFUNCTYPE(code, text, ctypes.c_uint32, text, number)
        release = ctypes.CFUNCTYPE(code, ctypes.c_uint32)
        core = SimpleNamespace(
            CFStringCreateWithCString=make(self._make_text), CFRelease=free(self._free_text)
        )
        iokit = SimpleNamespace(
            IOPMAssertionCreateWithName=create(self._create),
            IOPMAssertionRelease=release(self._release),
        )
        self.inhibitor = MacInhibitor(core, iokit)

    def holds(self) -> int:
        return len(self.assertions)

    def until(self, holds: Callable[[], bool]) -> None:
        assert holds()

    def _make_text(self, _allocator: int | None, text: bytes, encoding: int) -> int:
        assert encoding == 0x0800_0100
        self._last += 1
        self.texts[self._last] = text
        return self._last

    def _free_text(self, text: int) -> None:
        del self.texts[text]

    def _create(
        self, kind: int, level: int, name: int, number: ctypes.Array[ctypes.c_uint32]
    ) -> int:
        if self._refuses:
            return -1
        self._last += 1
        self.assertions[self._last] = (self.texts[kind], level, self.texts[name])
        self.named.append(self.assertions[self._last])
        number[0] = self._last
        return 0

    def _release(self, number: int) -> int:
        del self.assertions[number]
        return 0


class TestWindowsInhibitor(InhibitorContract):
    @pytest.fixture
    def machine(self) -> Machine:
        return WindowsMachine()


class TestMacInhibitor(InhibitorContract):
    @pytest.fixture
    def machine(self) -> Machine:
        return MacMachine()


def test_windows_is_asked_for_the_system_and_not_for_the_display() -> None:
    machine = WindowsMachine()

    machine.inhibitor.inhibit(REASON)
    machine.inhibitor.release()

    assert machine.states == [CONTINUOUS | SYSTEM_REQUIRED, CONTINUOUS]
    assert not machine.states[0] & DISPLAY_REQUIRED


def test_a_mac_is_asked_not_to_sleep_when_idle_and_every_text_is_freed() -> None:
    machine = MacMachine()

    machine.inhibitor.inhibit(REASON)
    machine.inhibitor.release()

    assert machine.named == [(b"PreventUserIdleSystemSleep", 255, REASON.encode())]
    assert machine.texts == {}


@pytest.mark.parametrize("kind", [WindowsMachine, MacMachine])
def test_a_refusal_is_logged_once_and_troubles_nobody(
    kind: type[WindowsMachine | MacMachine], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    machine = kind(refuses=True)

    for _ in range(2):
        machine.inhibitor.inhibit(REASON)
        machine.inhibitor.release()

    assert machine.holds() == 0
    assert caplog.messages == ["the machine cannot be kept from suspending"]

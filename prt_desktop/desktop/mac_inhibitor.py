"""A suspend inhibitor on macOS: a power assertion that leaves the display alone."""

from __future__ import annotations

import ctypes
import logging
from typing import Any

_UTF8 = 0x0800_0100
_ON = 255
_KIND = "PreventUserIdleSystemSleep"
_FRAMEWORKS = "/System/Library/Frameworks"
_LOG = logging.getLogger(__name__)


class MacInhibitor:
    """Holds one assertion of IOKit, named by the reason."""

    def __init__(self, core_foundation: Any, iokit: Any) -> None:  # noqa: ANN401 - ctypes
        self._make_text = core_foundation.CFStringCreateWithCString
        self._make_text.restype = ctypes.c_void_p
        self._make_text.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
        self._free_text = core_foundation.CFRelease
        self._free_text.restype = None
        self._free_text.argtypes = [ctypes.c_void_p]
        self._create = iokit.IOPMAssertionCreateWithName
        self._create.restype = ctypes.c_int32
        number = ctypes.POINTER(ctypes.c_uint32)
        self._create.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p, number]
        self._release = iokit.IOPMAssertionRelease
        self._release.restype = ctypes.c_int32
        self._release.argtypes = [ctypes.c_uint32]
        self._held: int | None = None
        self._told = False

    def inhibit(self, reason: str) -> None:
        """Hold an assertion, unless one is held."""
        if self._held is not None:
            return
        kind, name = self._text(_KIND), self._text(reason)
        number = ctypes.c_uint32(0)
        if kind and name and self._create(kind, _ON, name, ctypes.byref(number)) == 0:
            self._held = number.value
        elif not self._told:
            self._told = True
            _LOG.info("the machine cannot be kept from suspending")
        for text in (kind, name):
            if text:
                self._free_text(text)

    def release(self) -> None:
        """Let the assertion go."""
        held, self._held = self._held, None
        if held is not None:
            self._release(held)

    def _text(self, text: str) -> int | None:
        made: int | None = self._make_text(None, text.encode("utf-8"), _UTF8)
        return made


def power_of_this_mac() -> MacInhibitor:
    """Load the two frameworks; raises OSError where they are not."""
    core_foundation = ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
    return MacInhibitor(core_foundation, ctypes.CDLL(f"{_FRAMEWORKS}/IOKit.framework/IOKit"))

"""Keeping what a person wrote out of the file that a system makes of a program that crashes."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

_FILTER = Path("/proc/self/coredump_filter")


def leave_nothing_in_core_dumps() -> None:
    """Let no memory of this process, nor of those it starts, get into a core dump.

    A limit of no bytes keeps the system from writing a file; on Linux a filter without any kind
    of memory also serves where a program takes the dump in, to which the limit does not apply.
    Windows keeps dumps only where somebody asked it to. Swap and sleep to disk are the system's.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    with contextlib.suppress(OSError, ValueError):
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    with contextlib.suppress(OSError):
        _FILTER.write_text("0", "ascii")

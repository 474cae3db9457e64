"""What is put off or left out so that the window, and Today in it, stand soon after the start."""

from __future__ import annotations

import builtins
import gc


def begin_quickly() -> None:
    """Import Qt without what that costs every later import, and collect no garbage meanwhile.

    PySide6 puts an import of its own in the place of Python's, which reads the source of every
    module that is imported afterwards to see whether it asks for `__feature__`. Nothing here
    does. What is made during a start stays, so that going through it again and again is in vain:
    that is a fifth of a start with a full diary. `end_quickly` makes good for it.
    """
    gc.disable()
    plain_import = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401, PLC0415

    builtins.__import__ = plain_import


def end_quickly() -> None:
    """Collect again; also what the start has left, since panes that go must go with their words."""
    gc.enable()

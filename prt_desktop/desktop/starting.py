"""Another program beside this one: the same program, on other folders."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

from prt_desktop.paths import places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.paths import Places


def start_beside(arguments: Sequence[str]) -> bool:
    """Start this program once more, and say whether that worked."""
    is_bundled = getattr(sys, "frozen", False)
    module = [] if is_bundled else ["-m", "prt_desktop"]
    return bool(QProcess.startDetached(sys.executable, [*module, *arguments])[0])


def arguments_for(root: Places, person_id: str) -> list[str]:
    """Give what opens one person's window: whoever looks at the machine sees an id and no name."""
    folder = [] if root == places() else ["--data-dir", str(root.data)]
    return [*folder, "--person", person_id]

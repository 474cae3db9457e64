"""The program as it is started by hand, on assets of one's own, after the first day.

python -m tests.accessibility.program DATA ASSETS
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from prt_desktop.app import run_window
from prt_desktop.domain.first_day import Screen
from prt_desktop.paths import places
from prt_desktop.storage.settings import SettingsFile


def main() -> int:
    """Open the window and give its exit code when it is closed."""
    data, assets = map(Path, sys.argv[1:])
    settings = SettingsFile(data)
    settings.write(replace(settings.read(), first_day=Screen.DONE.value))
    return run_window(places(data), assets)


if __name__ == "__main__":
    sys.exit(main())

"""The program as it is started by hand, on assets of one's own.

python -m tests.accessibility.program DATA ASSETS
"""

from __future__ import annotations

import sys
from pathlib import Path

from prt_desktop.app import run_window
from prt_desktop.paths import places


def main() -> int:
    """Open the window and give its exit code when it is closed."""
    data, assets = map(Path, sys.argv[1:])
    return run_window(places(data), assets)


if __name__ == "__main__":
    sys.exit(main())

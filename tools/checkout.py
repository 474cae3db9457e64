"""The checkout the tools stand in, put where Python looks for modules.

The tools run in environments of their own, in which the program is not installed, and measure
sound as the program does. A script imports `ROOT` from here before anything that needs the
program.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

KEPT = ROOT / "build" / "listening"
"""Where what was heard in each clip is kept."""

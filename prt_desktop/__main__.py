"""`python -m prt_desktop` and the `prt-desktop` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and give its exit code."""
    from prt_desktop.cli import main as run  # noqa: PLC0415 - importing this module does nothing

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

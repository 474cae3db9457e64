"""Where things live: the assets that came along, and the folders that belong to the person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APP_NAME = "prt-desktop"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one person: what they keep, and what can be made again.

    `root` are those in which all people of this computer have theirs, where it was said whose
    these are.
    """

    data: Path
    cache: Path
    root: Places | None = None


def places(data_dir: Path | None = None) -> Places:
    """Give the platform's folders, or those under `data_dir` when one is named."""
    if data_dir is not None:
        return Places(data_dir, data_dir / "cache")
    import platformdirs  # noqa: PLC0415 - 7 ms that a named folder does not need

    return Places(
        platformdirs.user_data_path(APP_NAME, appauthor=False),
        platformdirs.user_cache_path(APP_NAME, appauthor=False),
    )


def assets() -> Path:
    """Find the assets: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"

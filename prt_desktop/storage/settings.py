"""How a person likes the program: saved whole, beside the journal, never in it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, get_type_hints

import msgspec

from prt_desktop.storage.atomic import make_private_folder, write_whole

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices with their first values.

    `theme` is "system", "light" or "dark"; `text_percent` 100 to 200; `voice` the id of a
    voice; `silence` the silence factor; `minutes` the last length chosen for each exercise;
    `background` the id of a soundscape or ""; volumes 0 to 100; `country` the crisis card's;
    `window` the window's place as Qt gives it, in base 64.
    """

    theme: str = "system"
    text_percent: int = 100
    reduce_motion: bool = False
    voice: str = "heart"
    captions: bool = True
    silence: float = 1.0
    minutes: dict[str, float] = field(default_factory=dict)
    background: str = ""
    background_volume: int = 40
    voice_volume: int = 80
    country: str = ""
    window: str = ""


class SettingsFile:
    """Reads and writes the settings in a folder; a field that does not fit keeps its default."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / SETTINGS_NAME

    def read(self) -> Settings:
        """Read the settings; an unreadable file counts as none and is overwritten at next save."""
        try:
            found = msgspec.json.decode(self._path.read_bytes(), type=dict[str, Any])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return Settings()
        hints = get_type_hints(Settings)
        fitting: dict[str, Any] = {}
        for one in fields(Settings):
            if one.name in found:
                with contextlib.suppress(msgspec.ValidationError):
                    fitting[one.name] = msgspec.convert(found[one.name], hints[one.name])
        return Settings(**fitting)

    def write(self, settings: Settings) -> None:
        """Save the settings whole; raises StorageError."""
        make_private_folder(self._path.parent)
        write_whole(self._path, msgspec.json.format(msgspec.json.encode(settings), indent=1))

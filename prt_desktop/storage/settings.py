"""How a person likes the program: saved whole, beside the journal, never in it.

Read before the first paint, so by the standard library's `json`: msgspec costs 15 ms to import.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.left_at import LeftAt
from prt_desktop.storage.atomic import make_private_folder, write_whole

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_NAME = "settings.json"
UNREADABLE_NAME = "settings.unreadable.json"
THEMES = ("system", "light", "dark")
_BOUNDS = {
    "text_percent": (100, 200),
    "silence": (0.5, 3.0),
    "rate": (0.8, 1.1),
    "fade_s": (0, 20),
    "delay_s": (0, 120),
    "background_volume": (0, 100),
    "voice_volume": (0, 100),
    "lock_after_min": (0, 60),
}
_KINDS = {
    "guidance": str,
    "open_end": bool,
    "lesson_pages": int,
    "stage_keys": str,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices with their first values.

    `theme` is "system", "light" or "dark"; `text_percent` 100 to 200; `voice` the id of a
    voice; `silence` the silence factor, `rate` the speech rate; `minutes` the last length chosen
    for each exercise, `guidance` how much of it is spoken, `open_end` whether it goes on until it
    is stopped, and `left_at` where it was left;
    `sound_unfolded` shows the choices of how it sounds; `background` the id of a soundscape or "",
    which comes and goes within `fade_s` seconds; `delay_s` seconds before a session; volumes 0 to
    100; `country` the crisis card's;
    `lesson_pages` the page (from 0) on which each lesson was left, `last_lesson` the one left
    midway or "", and `continuous` shows the pages of a lesson below each other;
    `stage_keys` the letters of a practice that were changed, "" for none, and `stage_letters`
    whether single letters work at all, there and in a lesson; `rate_pain` lets the diary ask for
    pain, at most once a week; `lock_after_min` minutes without a key or mouse until the vault is
    locked, 0 for never, and `recovery_key_kept` whether the newest recovery key was said to be
    kept; `window` the window's place as Qt
    gives it, in base 64; `last_report` the day of the last report, as YYYY-MM-DD, or "";
    `own_numbers` crisis numbers written down here, as `domain.crisis` reads them;
    `first_day` the screen on which the first day was left, "done", or "" before it was begun;
    those of reminders as `storage.reminder_settings` reads them.
    """

    theme: str = "system"
    text_percent: int = 100
    reduce_motion: bool = False
    voice: str = "heart"
    captions: bool = True
    silence: float = 1.0
    rate: float = 1.0
    minutes: dict[str, float] = field(default_factory=dict)
    guidance: dict[str, str] = field(default_factory=dict)
    open_end: dict[str, bool] = field(default_factory=dict)
    left_at: dict[str, LeftAt] = field(default_factory=dict)
    sound_unfolded: bool = False
    movement: str = ""
    bell: bool = False
    fade_s: int = 4
    delay_s: int = 0
    background: str = ""
    background_volume: int = 40
    voice_volume: int = 80
    country: str = ""
    lesson_pages: dict[str, int] = field(default_factory=dict)
    last_lesson: str = ""
    continuous: bool = False
    stage_letters: bool = True
    stage_keys: dict[str, str] = field(default_factory=dict)
    rate_pain: bool = False
    lock_after_min: int = 5
    recovery_key_kept: bool = True
    window: str = ""
    last_report: str = ""
    own_numbers: list[dict[str, str]] = field(default_factory=list)
    first_day: str = ""
    reminders_on: bool = False
    reminder_times: list[dict[str, str]] = field(default_factory=list)
    reminders_rest: bool = False
    reminders_given: list[str] = field(default_factory=list)
    quiet_from: str = "22:00"
    quiet_until: str = "07:00"
    stays_in_tray: bool = False
    calendar_id: str = ""


def for_newcomer(settings: Settings) -> Settings:
    """Give what another person on this computer begins with: how it looks, and where one lives."""
    return Settings(
        theme=settings.theme,
        text_percent=settings.text_percent,
        reduce_motion=settings.reduce_motion,
        country=settings.country,
        window=settings.window,
    )


class SettingsFile:
    """Reads and writes the settings in a folder; a field that does not fit keeps its default."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / SETTINGS_NAME
        self._last = Settings()
        self._is_unread = self._is_spoilt = False

    def read(self) -> Settings:
        """Read the settings; a file that holds none counts as none, and is kept at the next save.

        One that cannot be opened just now gives what was read before, and no save until it can.
        """
        try:
            content = self._path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            content = b"{}"
        except OSError:  # another program holds it, or a disk that went away
            self._is_unread = True
            return self._last
        self._is_unread = False
        self._last = self._settings_from(content)
        return self._last

    def write(self, settings: Settings) -> None:
        """Save the settings whole; raises StorageError."""
        if self._is_unread:
            raise StorageError(
                f"The settings in {self._path.parent} cannot be read just now, so they were not "
                "changed. Try again in a moment."
            )
        make_private_folder(self._path.parent)
        if self._is_spoilt:
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_name(UNREADABLE_NAME))
        write_whole(self._path, json.dumps(asdict(settings), indent=1).encode())
        self._last, self._is_spoilt = settings, False

    def _settings_from(self, content: bytes) -> Settings:
        found = None
        with contextlib.suppress(ValueError, RecursionError):
            found = json.loads(content)
        self._is_spoilt = not isinstance(found, dict)
        if not isinstance(found, dict):
            return Settings()
        if "left_at" in found:
            found["left_at"] = _places(found["left_at"])
        found |= {name: _fitting(name, found[name]) for name in _LISTS if name in found}
        fitting = {
            one.name: found[one.name]
            for one in fields(Settings)
            if one.name in found and _fits(one.name, found[one.name])
        }
        return Settings(**fitting)


def _fitting(name: str, value: object) -> object:
    """Leave out of a list what does not fit: one spoilt number must not take the others along."""
    return [one for one in value if _LISTS[name](one)] if isinstance(value, list) else value


def _places(value: object) -> dict[str, LeftAt]:
    """Read where exercises were left, as far as it fits; an earlier version kept the ms alone."""
    places = {}
    for name, one in value.items() if isinstance(value, dict) else ():
        record = one if isinstance(one, dict) else {"ms": one}
        ms, cue_id = record.get("ms"), record.get("cue_id", "")
        if type(ms) is int and isinstance(cue_id, str):
            places[name] = LeftAt(ms, cue_id)
    return places


def _fits(name: str, value: object) -> bool:
    """Say whether a value read is of the right kind and within its bounds."""
    if name == "theme":
        return value in THEMES
    if name == "minutes":
        return isinstance(value, dict) and all(_within(one, 0.1, 600) for one in value.values())
    if name in _LISTS:
        return isinstance(value, list)
    if name in _KINDS:
        return isinstance(value, dict) and all(type(one) is _KINDS[name] for one in value.values())
    if name in _BOUNDS:
        whole = name in {"silence", "rate"} or isinstance(value, int)
        return whole and _within(value, *_BOUNDS[name])
    return type(value) is type(getattr(Settings(), name))


def _is_word(value: object) -> bool:
    return isinstance(value, str)


def _is_words(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _within(value: object, low: float, high: float) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return low <= value <= high


_LISTS = {"own_numbers": _is_words, "reminder_times": _is_words, "reminders_given": _is_word}

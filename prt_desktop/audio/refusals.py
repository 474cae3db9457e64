"""Why a person's sound file cannot be taken, each in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.errors import AudioFileError

if TYPE_CHECKING:
    from pathlib import Path

_NAME_SHOWN = 60


def damaged(path: Path) -> AudioFileError:
    """Say that a file cannot be decoded."""
    return AudioFileError(
        f"{shown(path)} is damaged or holds no sound that can be read here. Nothing was added. "
        "Choose a WAV, FLAC, Ogg, MP3 or M4A file."
    )


def empty(path: Path) -> AudioFileError:
    """Say that there is nothing in a file."""
    return AudioFileError(f"{shown(path)} is empty. Nothing was added.")


def too_large(path: Path) -> AudioFileError:
    """Say that a file has too many bytes."""
    return AudioFileError(
        f"{shown(path)} is larger than one gigabyte. Nothing was added. "
        "Choose a smaller file, such as an MP3 of it."
    )


def too_long(path: Path) -> AudioFileError:
    """Say that a file lasts too long."""
    return AudioFileError(
        f"{shown(path)} is longer than three hours. Nothing was added. Choose a shorter file."
    )


def too_short(path: Path) -> AudioFileError:
    """Say that a file lasts less than a second."""
    return AudioFileError(
        f"{shown(path)} is shorter than one second. Nothing was added. Choose a longer file."
    )


def silent(path: Path) -> AudioFileError:
    """Say that nothing can be heard in a file."""
    return AudioFileError(
        f"{shown(path)} is silent from its beginning to its end. Nothing was added. "
        "Choose another file."
    )


def uneven(path: Path) -> AudioFileError:
    """Say that a file cannot be made as loud as the others without its peaks going over."""
    return AudioFileError(
        f"{shown(path)} holds single peaks far louder than all else in it. Nothing was added. "
        "Remove the clicks in it first, or choose another file."
    )


def not_opened(path: Path, why: str) -> AudioFileError:
    """Say that a file is not there, or is none, or may not be read."""
    return AudioFileError(f"{shown(path)} cannot be opened ({why}). Nothing was added.")


def shown(path: Path) -> str:
    """Give the name of a file as it can be shown: on one line, and not endlessly."""
    name = "".join(letter if letter.isprintable() else "?" for letter in path.name)
    return name if len(name) <= _NAME_SHOWN else f"{name[:_NAME_SHOWN]}…"

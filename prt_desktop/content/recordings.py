"""`manifest.json` and the clips beside it, as recordings of an exercise or a lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.domain.exercise import CLIP_RATE_HZ, Clip, Recording
from prt_desktop.domain.spoken_text import text_sha256

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MANIFEST_NAME = "manifest.json"
_MS_PER_WORD = 480  # an unspoken line is given the time that a calm voice would need


@dataclass(frozen=True, slots=True)
class ClipRecord:
    """What the manifest says of one clip; the rest of it is the narration tool's own."""

    file: str
    text_sha256: str
    length_ms: int
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The clips of one folder by voice and clip id."""

    clips: dict[str, dict[str, ClipRecord]]


@dataclass(frozen=True, slots=True)
class WrongClip:
    """A clip that is not there, or not as it must be."""

    voice: str
    clip_id: str
    message: str

    @property
    def name(self) -> str:
        """Name the clip with its voice."""
        return f"{self.voice}/{self.clip_id}"


def read_recording(
    folder: Path, texts: Mapping[str, str], voice: str, *, as_written_now: bool = False
) -> Recording:
    """Find the clips of one voice; `texts` maps each clip's id to what it speaks.

    A clip that is missing is left out of `clips` but keeps a length, from the manifest or by its
    words, so that a session without it shows the caption in its place. With `as_written_now` a
    clip that speaks an older text is missing too.
    """
    records = _records(folder, voice)
    clips = {
        clip_id: Clip(clip_id, folder / record.file, record.length_ms, record.sentences)
        for clip_id, record in records.items()
        if (folder / record.file).is_file()
        and not (as_written_now and _speaks_older(record, texts.get(clip_id, "")))
    }
    lengths_ms = {
        clip_id: records[clip_id].length_ms if clip_id in records else _guessed_ms(text)
        for clip_id, text in texts.items()
    }
    return Recording(voice, clips, lengths_ms)


def read_sound(path: Path, clip_id: str) -> Clip | None:
    """Find a sound that belongs to no recording; None where it is missing or broken."""
    import soundfile  # noqa: PLC0415 - 84 ms, needed where such a sound was chosen

    try:
        info: Any = soundfile.info(path)
    except (soundfile.LibsndfileError, OSError):
        return None
    return Clip(clip_id, path, round(info.frames * 1000 / info.samplerate))


def wrong_clips(
    folder: Path, texts: Mapping[str, str], voices: Sequence[str]
) -> tuple[WrongClip, ...]:
    """Compare texts and clips: each clip must be there and speak the text as it stands now.

    Raises FaultyAssetError where no manifest can be read.
    """
    manifest = _manifest(folder / MANIFEST_NAME)
    found = [
        WrongClip(voice, clip_id, _wrong(folder, manifest.clips.get(voice, {}).get(clip_id), text))
        for voice in voices
        for clip_id, text in texts.items()
    ]
    return tuple(one for one in found if one.message)


def _manifest(path: Path) -> Manifest:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise FaultyAssetError([Fault(path, 1, "no clips have been made yet")]) from error
    except (OSError, UnicodeDecodeError, msgspec.DecodeError, RecursionError) as error:
        raise FaultyAssetError(
            [Fault(path, 1, f"this manifest cannot be read: {error}")]
        ) from error


def _records(folder: Path, voice: str) -> Mapping[str, ClipRecord]:
    try:
        return _manifest(folder / MANIFEST_NAME).clips.get(voice, {})
    except FaultyAssetError:
        return {}


def _speaks_older(record: ClipRecord, text: str) -> bool:
    return record.text_sha256 != text_sha256(text)


def _wrong(folder: Path, record: ClipRecord | None, text: str) -> str:
    if record is None:
        return "this clip has not been made yet"
    if _speaks_older(record, text):
        return "the clip speaks an older text"
    path = folder / record.file
    if not path.is_file():
        return "the clip's file is missing"
    return _sound_fault(path, record.length_ms)


def _sound_fault(path: Path, length_ms: int) -> str:
    import soundfile  # noqa: PLC0415 - 84 ms, needed by the check alone

    try:
        info: Any = soundfile.info(path)
    except (soundfile.LibsndfileError, OSError):
        return "the clip's file cannot be decoded"
    if (info.samplerate, info.channels) != (CLIP_RATE_HZ, 1):
        return f"the clip is not mono at {CLIP_RATE_HZ} Hz"
    real_ms = round(info.frames * 1000 / info.samplerate)
    if abs(real_ms - length_ms) > 1:
        return f"the clip lasts {real_ms} ms, the manifest says {length_ms}"
    return ""


def _guessed_ms(text: str) -> int:
    return _MS_PER_WORD * len(text.split())

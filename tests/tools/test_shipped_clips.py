"""The clips that are shipped, against the texts and the limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from listening.limits import CLIP_LUFS, CLIP_LUFS_TOLERANCE, TRUE_PEAK_DB
from narration.clip import measure
from narration.manifest import ClipRecord, read_manifest
from narration.scripts import Script, exercise_scripts, read_pronunciations, read_voices
from prt_desktop.domain.spoken_text import text_sha256

CHECKOUT = Path(__file__).resolve().parents[2]
AUDIO = CHECKOUT / "assets" / "audio"
SCRIPTS = list(exercise_scripts(AUDIO))
VOICES = read_voices(AUDIO / "voices.toml")
SPOKEN = [
    pytest.param(script, voice.identifier, id=f"{script.identifier}-{voice.identifier}")
    for script in SCRIPTS
    for voice in VOICES
]


def records(script: Script, voice: str) -> dict[str, ClipRecord]:
    """Give the records of one voice's clips."""
    return read_manifest(AUDIO / script.folder).clips.get(voice, {})


@pytest.mark.parametrize(("script", "voice"), SPOKEN)
def test_every_line_is_spoken_as_it_is_written(script: Script, voice: str) -> None:
    spoken = {name: record.text_sha256 for name, record in records(script, voice).items()}

    assert spoken == {line.name: text_sha256(line.text) for line in script.lines}


@pytest.mark.parametrize(("script", "voice"), SPOKEN)
def test_every_clip_keeps_to_the_loudness_and_the_peak(script: Script, voice: str) -> None:
    for record in records(script, voice).values():
        assert record.lufs == pytest.approx(CLIP_LUFS, abs=CLIP_LUFS_TOLERANCE)
        assert record.true_peak_db <= TRUE_PEAK_DB


@pytest.mark.parametrize(("script", "voice"), SPOKEN)
def test_the_files_are_what_their_records_tell(script: Script, voice: str) -> None:
    found = list(records(script, voice).values())

    for record in found[:: max(1, len(found) // 5)]:
        measured = measure(AUDIO / script.folder / record.file)
        assert measured.length_ms == record.length_ms
        assert measured.lufs == pytest.approx(record.lufs, abs=0.02)
        assert measured.true_peak_db == pytest.approx(record.true_peak_db, abs=0.02)


@pytest.mark.parametrize(("script", "voice"), SPOKEN)
def test_no_clip_lies_there_that_nobody_plays(script: Script, voice: str) -> None:
    files = {path.name for path in (AUDIO / script.folder / voice).glob("*.ogg")}

    assert files == {f"{line.name}.ogg" for line in script.lines}


def test_our_vocabulary_holds_the_words_of_the_field() -> None:
    words = read_pronunciations(CHECKOUT / "tools" / "pronunciation.toml")

    assert {"neuroplastic", "interoception", "psoas", "nociception"} <= words.keys()

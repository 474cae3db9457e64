"""What was recorded becomes a memo: the same sound, as long as it was, and nothing left beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from prt_desktop.audio.clips import SAMPLE_RATE, read_clip
from prt_desktop.audio.spoken import spoken_from
from prt_desktop.domain.errors import SoundError
from tests.builders import a_tone

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("rate", "channels"), [(24_000, 1), (48_000, 1), (44_100, 2), (16_000, 1)])
def test_a_recording_of_any_device_becomes_mono_vorbis_of_24_khz(
    tmp_path: Path, rate: int, channels: int
) -> None:
    tone = np.column_stack([a_tone(1_700, rate=rate)] * channels)
    recorded = tmp_path / "memo.wav"
    soundfile.write(recorded, tone, rate)

    spoken = spoken_from(recorded)

    info = soundfile.info(spoken.path)
    assert (info.format, info.subtype) == ("OGG", "VORBIS")
    assert (info.samplerate, info.channels) == (SAMPLE_RATE, 1)
    assert spoken.length_ms == pytest.approx(1_700, abs=2)
    assert list(tmp_path.iterdir()) == [spoken.path]


def test_a_memo_is_as_loud_as_it_was_spoken(tmp_path: Path) -> None:
    recorded = tmp_path / "memo.wav"
    soundfile.write(recorded, a_tone(1_000, amplitude=2_000), SAMPLE_RATE)

    spoken = spoken_from(recorded)

    middle = read_clip(spoken.path)[5_000:-5_000].astype(float)
    assert np.abs(middle).max() == pytest.approx(2_000, rel=0.05)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all" * 20])
def test_what_cannot_be_read_is_told_and_left(tmp_path: Path, content: bytes) -> None:
    recorded = tmp_path / "memo.wav"
    recorded.write_bytes(content)

    with pytest.raises(SoundError, match="could not be made a memo"):
        spoken_from(recorded)

    assert list(tmp_path.iterdir()) == [recorded]

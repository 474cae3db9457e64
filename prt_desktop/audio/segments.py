"""pydub, imported in one place: its gain, fades and overlays on windows of 16-bit sound."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pydub import AudioSegment


def segment(samples: NDArray[Any], rate: int) -> AudioSegment:
    """Wrap int16 samples of shape (frames, channels) as one pydub segment."""
    with warnings.catch_warnings():
        # pydub warns that there is no ffmpeg program; soundfile reads and writes files for us.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment  # noqa: PLC0415 - 17 ms, needed only to mix

    return AudioSegment(
        samples.tobytes(), sample_width=2, frame_rate=rate, channels=samples.shape[1]
    )

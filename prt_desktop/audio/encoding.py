"""Sound files written block by block: WAV, FLAC and Ogg Vorbis by libsndfile, MP3 by LAME."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedWriter
    from pathlib import Path

    from numpy.typing import NDArray

    Write = Callable[[NDArray[Any]], None]

ENDINGS = (".wav", ".flac", ".ogg", ".mp3")
_KINDS = {".wav": ("WAV", "PCM_16"), ".flac": ("FLAC", "PCM_16"), ".ogg": ("OGG", "VORBIS")}
_KBITS = {1: 64, 2: 128}  # by channels: speech alone, and speech over a background
_LAME_QUALITY = 5  # as ffmpeg has it; 3 takes a fifth longer
_ENCODER_DELAY = 576  # LAME's own; a decoder adds its 529
_SIDE_BYTES = {(True, 1): 17, (True, 2): 32, (False, 1): 9, (False, 2): 17}  # is MPEG-1, channels


@contextmanager
def sound_file(path: Path, ending: str, rate: int, channels: int) -> Iterator[Write]:
    """Open a new file of the kind that `ending` names and give what writes 16-bit blocks to it.

    Raises OSError when the file cannot be written.
    """
    opened = _mp3_file(path, rate, channels) if ending == ".mp3" else None
    with opened or _sndfile(path, ending, rate, channels) as write:
        yield write


@contextmanager
def _sndfile(path: Path, ending: str, rate: int, channels: int) -> Iterator[Write]:
    import soundfile  # noqa: PLC0415 - heavy, needed only while writing

    kind, subtype = _KINDS[ending]
    try:
        with soundfile.SoundFile(path, "w", rate, channels, subtype, format=kind) as file:

            def write(block: NDArray[Any]) -> None:
                # By seconds: libsndfile can crash on one long Vorbis write.
                for start in range(0, len(block), rate):
                    file.write(block[start : start + rate])

            yield write
    except soundfile.LibsndfileError as error:
        raise OSError(str(error)) from error


@contextmanager
def _mp3_file(path: Path, rate: int, channels: int) -> Iterator[Write]:
    """Write MP3 of a constant bit rate, whose first frame tells players the exact length."""
    import lameenc  # noqa: PLC0415 - needed only while writing

    encoder = lameenc.Encoder()
    encoder.set_bit_rate(_KBITS[channels])
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(channels)
    encoder.set_quality(_LAME_QUALITY)
    encoder.silence()
    frame_bytes = _frame_bytes(rate, channels)
    samples = 0
    with path.open("wb") as file:
        file.write(bytes(frame_bytes))

        def write(block: NDArray[Any]) -> None:
            nonlocal samples
            samples += len(block)
            file.write(encoder.encode(block.tobytes()))

        yield write
        if samples:  # LAME refuses to end what never began
            file.write(encoder.flush())
            _tell_length(path, file, samples, rate, channels)


def _frame_bytes(rate: int, channels: int) -> int:
    """Give the length of a frame, which at our rates comes out whole."""
    return _KBITS[channels] * 1000 // 8 * _frame_samples(rate) // rate


def _frame_samples(rate: int) -> int:
    return 1152 if _is_mpeg_1(rate) else 576


def _is_mpeg_1(rate: int) -> bool:
    return rate >= 32_000


def _tell_length(path: Path, file: BufferedWriter, samples: int, rate: int, channels: int) -> None:
    """Fill the first frame with the "Info" tag: how many frames, and what to cut at both ends."""
    file.flush()
    frame_bytes = _frame_bytes(rate, channels)
    size = file.tell()
    with path.open("rb") as written:
        written.seek(frame_bytes)
        header = written.read(4)
    frames = size // frame_bytes - 1
    padding = frames * _frame_samples(rate) - _ENCODER_DELAY - samples
    tag = b"".join(
        (
            b"Info",
            (3).to_bytes(4, "big"),  # what follows: the number of frames and of bytes
            frames.to_bytes(4, "big"),
            size.to_bytes(4, "big"),
            b"LAME3.100\x01",  # by which encoder, at a constant rate
            bytes(10),
            _KBITS[channels].to_bytes(1, "big"),
            (_ENCODER_DELAY << 12 | padding).to_bytes(3, "big"),
        )
    )
    file.seek(0)
    file.write(header + bytes(_SIDE_BYTES[_is_mpeg_1(rate), channels]) + tag)

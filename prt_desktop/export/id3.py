"""An ID3 tag for an MP3 file: its title, the album that keeps files together, its number."""

from __future__ import annotations


def id3_tag(title: str, album: str, number: int) -> bytes:
    """Give an ID3v2.3 tag, which stands before the first frame of a file."""
    frames = b"".join(
        (_frame(b"TIT2", title), _frame(b"TALB", album), _frame(b"TRCK", str(number)))
    )
    return b"ID3\x03\x00\x00" + _seven_bits(len(frames)) + frames


def _frame(name: bytes, text: str) -> bytes:
    """Give a frame of text in UTF-16 with its mark, which every player reads."""
    content = b"\x01" + text.encode("utf-16")
    return name + len(content).to_bytes(4, "big") + b"\x00\x00" + content


def _seven_bits(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))

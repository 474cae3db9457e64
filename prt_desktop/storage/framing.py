"""A head before the bytes of a file: its kind, its length, and proof that the head is whole."""

from __future__ import annotations

import hashlib

LARGEST_HEAD_BYTES = 65_536
_LENGTH_BYTES = 4
_PROOF_BYTES = 32


def framed(magic: bytes, head: bytes) -> bytes:
    """Give the head as it begins a file; what belongs to the file follows it."""
    begun = magic + len(head).to_bytes(_LENGTH_BYTES, "big") + head
    return begun + hashlib.sha256(begun).digest()


def unframed(magic: bytes, content: bytes | memoryview) -> tuple[bytes, int]:
    """Give the head and where it ends, in bytes; ValueError when any of it is not as written."""
    length_end = len(magic) + _LENGTH_BYTES
    length = int.from_bytes(content[len(magic) : length_end], "big")
    head_end = length_end + length
    end = head_end + _PROOF_BYTES
    if content[: len(magic)] != magic or length > LARGEST_HEAD_BYTES or len(content) < end:
        raise ValueError("no head of this kind")
    if hashlib.sha256(content[:head_end]).digest() != content[head_end:end]:
        raise ValueError("a head that was changed")
    return bytes(content[length_end:head_end]), end


def largest_frame_bytes(magic: bytes) -> int:
    """Give how many bytes of a file are enough to read its head."""
    return len(magic) + _LENGTH_BYTES + LARGEST_HEAD_BYTES + _PROOF_BYTES

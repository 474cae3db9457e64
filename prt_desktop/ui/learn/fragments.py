"""The stretches of one look in a typeset text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument, QTextFragment


def fragments(document: QTextDocument, start: int = 0) -> Iterator[QTextFragment]:
    """Give the stretches one after the other, from the block at a place on."""
    block = document.findBlock(start)
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            yield part.fragment()
            part += 1
        block = block.next()

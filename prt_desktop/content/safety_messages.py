"""`assets/plan/safety-messages.toml`: sentences to begin with, by area of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.content.faults import FaultyAssetError
from prt_desktop.content.tables import read_source, shaped_all, used_twice
from prt_desktop.domain.safety_messages import LONGEST_MESSAGE, SafetyMessage

if TYPE_CHECKING:
    from pathlib import Path


def read_safety_messages(path: Path) -> tuple[SafetyMessage, ...]:
    """Read the bank in its order; raises FaultyAssetError with all that is wrong."""
    source = read_source(path)
    found, faults = shaped_all(source, source.tables.get("message", []), SafetyMessage, "message")
    faults += used_twice(source, {index: one.id for index, one in found.items()}, "message")
    faults += [
        source.fault(f"`text` must be 1 to {LONGEST_MESSAGE} long", "message", index, "text")
        for index, one in found.items()
        if not 0 < len(one.text.strip()) <= LONGEST_MESSAGE
    ]
    if faults or not found:
        raise FaultyAssetError(faults or [source.fault("at least one `[[message]]` is expected")])
    return tuple(found.values())

"""`assets/safety/fit.toml`: the statements of the fit worksheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import Source, headed, read_source, used_twice
from prt_desktop.domain.fit import FitGroup, FitItem

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_ITEM = 120


@dataclass(frozen=True, slots=True)
class FitTable:
    """The head of `fit.toml`."""

    checked_on: date


def read_fit_items(path: Path) -> tuple[FitItem, ...]:
    """Read the statements in their order; raises FaultyAssetError with all that is wrong."""
    source = read_source(path)
    table, items, faults = headed(source, FitTable, FitItem, "item")
    faults += used_twice(source, {index: one.id for index, one in items.items()}, "item")
    for index, item in items.items():
        faults += _item_faults(source, index, item)
    if table is not None and not source.tables.get("item"):
        faults.append(source.fault("at least one `[[item]]` is expected"))
    if faults:
        raise FaultyAssetError(faults)
    return tuple(items.values())


def _item_faults(source: Source, index: int, item: FitItem) -> list[Fault]:
    faults: list[Fault] = []
    if not 0 < len(item.text.strip()) <= LONGEST_ITEM:
        words = f"`text` must be 1 to {LONGEST_ITEM} long"
        faults.append(source.fault(words, "item", index, "text"))
    if not item.source.strip():
        faults.append(source.fault("`source` says nothing", "item", index, "source"))
    if (item.waits_for is None) != (not item.collides_with):
        words = "`waits_for` and `collides_with` stand together or not at all"
        faults.append(source.fault(words, "item", index, "waits_for"))
    if item.waits_for is not None and item.group is FitGroup.ASK_CLINICIAN:
        words = "what is always for the clinician waits for nothing"
        faults.append(source.fault(words, "item", index, "group"))
    return faults

"""`assets/lessons/glossary.toml`, as terms by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.content.faults import FaultyAssetError
from prt_desktop.content.tables import read_source, shaped_all, used_twice
from prt_desktop.domain.glossary import Term

if TYPE_CHECKING:
    from pathlib import Path


def read_glossary(path: Path) -> dict[str, Term]:
    """Read all terms; raises FaultyAssetError with all that is wrong."""
    source = read_source(path)
    terms, faults = shaped_all(source, source.tables.get("term", []), Term, "term")
    faults += used_twice(source, {index: one.id for index, one in terms.items()}, "term")
    faults += [
        source.fault("`meaning` says nothing", "term", index, "meaning")
        for index, one in terms.items()
        if not one.meaning.strip()
    ]
    if faults or not terms:
        raise FaultyAssetError(faults or [source.fault("at least one `[[term]]` is expected")])
    return {one.id: one for one in sorted(terms.values(), key=lambda one: one.word.casefold())}

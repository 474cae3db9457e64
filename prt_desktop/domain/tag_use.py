"""A person's own tags by how much they use them, to be offered again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from prt_desktop.domain.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prt_desktop.domain.diary import Entry


def tags_by_use(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Give every tag once, as it was written last, the most used first, else the newest."""
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for entry in entries:
        for tag in entry.circumstances.tags:
            key = tag.casefold()
            counts[key] += 1
            spelled.pop(key, None)
            spelled[key] = tag
    newest_first = reversed(spelled)
    return tuple(spelled[key] for key in sorted(newest_first, key=lambda key: -counts[key]))


def offered_tags(
    typed: str, used: Sequence[str], chosen: Iterable[str], most: int
) -> tuple[str, ...]:
    """Give up to `most` tags that go on from what was typed, in the order of `used`.

    Those in which a later word begins so come after those that begin so themselves.
    """
    beginning = fold(" ".join(typed.split()))
    taken = {tag.casefold() for tag in chosen}
    free = [tag for tag in used if tag.casefold() not in taken]
    first = [tag for tag in free if fold(tag).startswith(beginning)]
    within = [tag for tag in free if f" {beginning}" in fold(tag) and tag not in first]
    return (*first, *within)[:most]

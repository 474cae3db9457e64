"""How an older journal becomes a current one: one small named step a version.

A step takes the tables of version n and gives those of version n + 1. Each has its test, and
the file as it was is kept beside the journal before the first step runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prt_desktop.domain.errors import JournalUnreadableError, NewerFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Tables = dict[str, dict[str, dict[str, Any]]]


def add_own_sentences(tables: Tables) -> Tables:
    """Give the journal a table of the person's own sentences, empty at first: format 2."""
    return {**tables, "own_sentences": {}}


def add_what_helps(tables: Tables) -> Tables:
    """Give the journal the evidence sheet, the ladder and templates, empty at first: format 3."""
    return {**tables, "points": {}, "beliefs": {}, "rungs": {}, "templates": {}}


def add_plan_and_safety(tables: Tables) -> Tables:
    """Give the journal what stands before, around and between the exercises: format 4."""
    answered = ("mini_checks", "fit_page_answers", "safety_plans")
    told = ("fit_replies", "stories", "goals", "life_events")
    planned = ("plan_choices", "bad_days", "messages", "setback_plans", "reviews")
    return {**tables, **{name: {} for name in (*answered, *told, *planned)}}


MIGRATIONS: tuple[Callable[[Tables], Tables], ...] = (
    add_own_sentences,
    add_what_helps,
    add_plan_and_safety,
)
FORMAT_VERSION = 1 + len(MIGRATIONS)
META = "meta"


def new_tables() -> Tables:
    """Give the tables of an empty journal in the current format."""
    return {META: {"1": {"format": FORMAT_VERSION}}}


def version_of(tables: Tables) -> int:
    """Read the format version; raises JournalUnreadableError when there is none."""
    version = tables.get(META, {}).get("1", {}).get("format")
    if not isinstance(version, int) or version < 1:
        raise JournalUnreadableError("The journal does not say which format it has.")
    return version


def migrated(tables: Tables, steps: Sequence[Callable[[Tables], Tables]] = MIGRATIONS) -> Tables:
    """Bring tables to the current format, one step at a time.

    Raises NewerFormatError for tables written by a newer version: they are not touched.
    """
    current = 1 + len(steps)
    refuse_newer(tables, current)
    for step in steps[version_of(tables) - 1 :]:
        tables = step(tables)
    return {**tables, META: {"1": {"format": current}}}


def refuse_newer(tables: Tables, current: int = FORMAT_VERSION) -> None:
    """Raise NewerFormatError for tables of a format that comes after `current`."""
    if version_of(tables) > current:
        raise NewerFormatError(
            "This journal was written by a newer version of PRT Desktop. Nothing was changed. "
            "Update the program to open it."
        )

"""A journal read as one value fills the same tables again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.whole import tables_of, whole_diary
from tests.builders import Clock
from tests.whole_diaries import a_whole_diary, entries

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Entry


def read_back(folder: Path, diary: WholeDiary) -> WholeDiary:
    """Fill a journal with a diary, and read it in another process's place."""
    Journal(folder, Clock()).replace_all(tables_of(diary))
    return whole_diary(Journal(folder, Clock()))


def test_a_diary_with_one_of_everything_comes_back(tmp_path: Path) -> None:
    diary = a_whole_diary()

    assert read_back(tmp_path, diary) == diary


def test_an_empty_diary_comes_back(tmp_path: Path) -> None:
    assert read_back(tmp_path, WholeDiary()) == WholeDiary()


@settings(max_examples=30)
@given(st.lists(entries(), max_size=6, unique_by=lambda entry: entry.id))
def test_any_entries_come_back(kept: list[Entry]) -> None:
    in_order = tuple(sorted(kept, key=lambda entry: entry.created_at))

    with TemporaryDirectory() as folder:
        assert read_back(Path(folder), WholeDiary(in_order)).entries == in_order

"""Where lessons were left is written when it changed, and read at the next start."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.storage.settings import SETTINGS_NAME, SettingsFile
from prt_desktop.ui.learn.bookmarks import Bookmarks

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_come_back_at_the_next_start(tmp_path: Path) -> None:
    bookmarks = Bookmarks(SettingsFile(tmp_path))
    bookmarks.put("first", 2)
    bookmarks.put("second", 1)

    bookmarks.write()

    again = Bookmarks(SettingsFile(tmp_path))
    assert [again.page("first"), again.page("second"), again.page("third")] == [2, 1, 0]
    assert again.left == "second"


def test_lesson_read_to_its_end_has_no_page(tmp_path: Path) -> None:
    bookmarks = Bookmarks(SettingsFile(tmp_path))
    bookmarks.put("first", 2)

    bookmarks.take_out("first")

    assert (bookmarks.page("first"), bookmarks.left) == (0, "")


def test_what_was_chosen_meanwhile_is_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    bookmarks = Bookmarks(file)
    bookmarks.put("first", 2)
    file.write(replace(file.read(), theme="dark"))

    bookmarks.write()

    assert file.read().theme == "dark"


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    Bookmarks(SettingsFile(tmp_path)).write()

    assert not (tmp_path / SETTINGS_NAME).exists()

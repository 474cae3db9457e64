"""A CSV file taken in: mapped, seen, taken, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.csv_dates import Order
from prt_desktop.domain.csv_mapping import Field
from prt_desktop.export.csv_entries import entries_csv
from prt_desktop.ui.report.import_page import ImportPage
from prt_desktop.ui.report.import_words import field_word
from prt_desktop.ui.widgets.dropdown import Dropdown
from tests.builders import an_entry
from tests.ui.reading import button, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.report.conftest import Desk

TABLE = "Date,Notes,Fear,Weather\n2026-11-03,A walk.,3,grey\nsoon,Lost.,,\n2026-11-04,Tea.,,\n"


def bring(desk: Desk, path: Path, content: str | bytes) -> ImportPage:
    """Choose a file and wait until its rows are shown."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    desk.papers.path = path
    desk.press("Take in a CSV file")
    desk.qtbot.waitUntil(lambda: desk.section.findChild(ImportPage) is not None)
    page = desk.section.findChild(ImportPage)
    assert page is not None
    desk.qtbot.waitUntil(lambda: "entr" in words_on(page) and "Reading" not in words_on(page))
    return page


def column(page: ImportPage, name: str) -> Dropdown:
    return next(one for one in page.findChildren(Dropdown) if one.accessibleName() == name)


def texts(desk: Desk) -> set[str]:
    return {entry.text for entry in desk.setting.journal.entries()}


def test_what_comes_of_the_rows_is_seen_before_anything_is_taken(
    desk: Desk, tmp_path: Path
) -> None:
    before = texts(desk)

    page = bring(desk, tmp_path / "old.csv", TABLE)

    told = words_on(page)
    assert "2 entries; 1 row cannot be read." in told
    assert "Row 3: “soon” cannot be read as a date and a time." in told
    assert column(page, "Date").currentText() == field_word(Field.DATE)
    assert texts(desk) == before


def test_entries_are_taken_in_and_taken_back_in_one_step(desk: Desk, tmp_path: Path) -> None:
    before = texts(desk)
    notices: list[Notice] = []
    desk.section.notice_requested.connect(notices.append)
    page = bring(desk, tmp_path / "old.csv", TABLE)

    button(page, "Take in 2 entries").click()
    taken = texts(desk) - before
    undo = notices[-1].run
    assert undo is not None
    undo()

    assert taken == {"A walk.\nWeather: grey", "Tea."}
    assert texts(desk) == before
    assert len(desk.setting.journal.bin()) == 2


def test_a_column_can_be_made_something_else(desk: Desk, tmp_path: Path) -> None:
    page = bring(desk, tmp_path / "old.csv", TABLE)

    column(page, "Weather").setCurrentIndex(list(Field).index(Field.TAGS))
    desk.qtbot.waitUntil(lambda: button(page, "Take in 2 entries").isEnabled())
    button(page, "Take in 2 entries").click()

    tags = {entry.text: entry.circumstances.tags for entry in desk.setting.journal.entries()}
    assert tags["A walk."] == ("grey",)


def test_dates_that_could_be_either_are_asked_about_first(desk: Desk, tmp_path: Path) -> None:
    page = bring(desk, tmp_path / "old.csv", "Date,Notes\n3/11/2026,A walk.\n4/10/2026,Tea.\n")
    asked = not button(page, "Take in 2 entries").isEnabled()

    button(page, "The month first, as 12/31").click()
    desk.qtbot.waitUntil(lambda: button(page, "Take in 2 entries").isEnabled())

    assert asked
    assert page.mapping.order is Order.MONTH_FIRST


def test_what_is_there_already_is_not_taken_again(desk: Desk, tmp_path: Path) -> None:
    kept = desk.setting.journal.entries()
    content = entries_csv([*kept, an_entry("New here.")])

    page = bring(desk, tmp_path / "own.csv", content)

    told = words_on(page)
    assert "PRT Desktop wrote this file itself." in told
    assert f"1 entry; {len(kept)} in the diary already, or twice in the file." in told


def test_a_file_that_is_no_table_is_told_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    notices: list[Notice] = []
    desk.section.notice_requested.connect(notices.append)
    desk.papers.path = tmp_path / "picture.csv"
    desk.papers.path.write_bytes(b"\x89PNG" + bytes(range(256)) * 9)

    desk.press("Take in a CSV file")
    desk.qtbot.waitUntil(lambda: bool(notices))

    assert notices[0].text.startswith("This file is not text")
    assert desk.section.findChild(ImportPage) is None


def test_escape_leaves_without_taking_anything(desk: Desk, tmp_path: Path) -> None:
    before = texts(desk)
    page = bring(desk, tmp_path / "old.csv", TABLE)

    page.leave()

    assert texts(desk) == before
    assert "Leave single items out" in words_on(desk.section)

"""The report section: choose, leave out, look, and take along."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from fhir.resources.R4B.bundle import Bundle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from prt_desktop.domain.csv_sheet import sheet_of
from prt_desktop.domain.report import Part
from prt_desktop.export.csv_import import own_entries
from prt_desktop.ui.report.item_list import AT_ONCE, ItemList
from prt_desktop.ui.report.page_picture import PagePicture
from prt_desktop.ui.report.period_choice import Days, PeriodChoice
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.pane import Place
from tests.builders import an_entry
from tests.ui.learn.test_handout import read, words
from tests.ui.reading import button, words_on
from tests.ui.report.conftest import Desk, keep_a_month
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


def row(desk: Desk, words: str) -> CheckRow:
    """Find a row by what it says."""
    return next(one for one in desk.section.findChildren(CheckRow) if words in one.text())


def days(desk: Desk) -> PeriodChoice:
    found = desk.section.findChild(PeriodChoice)
    assert found is not None
    return found


def test_the_diary_leads_to_it(window: MainWindow, setting: Setting) -> None:
    keep_a_month(setting.journal)

    window.go(Place.DIARY, "report")

    assert "Leave single items out" in words_on(window)


def test_a_first_page_is_painted(desk: Desk) -> None:
    picture = desk.section.findChild(PagePicture)
    assert picture is not None

    desk.qtbot.waitUntil(lambda: picture.sizeHint().height() > 300)

    assert picture.accessibleName() == "The first page as it will look"


def test_a_single_item_is_left_out_by_the_keyboard(desk: Desk) -> None:
    button(desk.section, "How it has been").click()
    one = row(desk, "Average pain")
    one.setFocus()

    QTest.keyClick(one, Qt.Key.Key_Space)

    assert "measure:pain" not in {item.id for item in desk.section.report.items}


def test_notes_come_in_one_by_one(desk: Desk) -> None:
    button(desk.section, "Notes I chose").click()
    before = desk.section.report.of(Part.NOTES)

    row(desk, "A note, ").setChecked(True)

    assert before == ()
    assert len(desk.section.report.of(Part.NOTES)) == 1


def test_what_was_left_out_stays_so_when_the_days_change(desk: Desk) -> None:
    button(desk.section, "How it has been").click()
    row(desk, "Average pain").setChecked(False)

    days(desk).choose(Days.ALL)

    assert "measure:pain" not in {item.id for item in desk.section.report.items}
    assert not row(desk, "Average pain").isChecked()


def test_a_long_part_shows_thirty_rows_at_a_time(desk: Desk) -> None:
    desk.setting.journal.add_all(tuple(an_entry(f"note {n}", created_at=NOON) for n in range(70)))
    desk.section.refresh()
    notes = desk.section.findChildren(ItemList)[-1]

    button(notes, "Notes I chose").click()
    first = len(notes.findChildren(CheckRow))
    button(notes, "Show more").click()

    assert first == AT_ONCE
    assert len(notes.findChildren(CheckRow)) == 2 * AT_ONCE


def test_a_pdf_is_written_and_its_day_remembered(desk: Desk, tmp_path: Path) -> None:
    desk.papers.path = tmp_path / "mine.pdf"

    desk.press("Save as PDF")
    desk.wait_for("Saved: mine.pdf")

    assert "A diary, in short" in words(read((tmp_path / "mine.pdf").read_bytes()))
    assert desk.setting.settings.read().last_report == NOON.date().isoformat()
    assert desk.papers.asked == [f"Diary report {NOON.date().isoformat()}"]


def test_data_holds_only_what_is_on_the_paper(desk: Desk, tmp_path: Path) -> None:
    desk.papers.path = tmp_path / "mine.csv"

    desk.press("Save as CSV")
    desk.wait_for("Saved: mine.csv")

    entries = own_entries(sheet_of((tmp_path / "mine.csv").read_bytes())).entries
    texts = {entry.text for entry in entries}
    assert (
        "A quiet day. I sat in the garden with my tea and noticed the birds before my back."
        not in texts
    )
    assert entries


def test_data_holds_everything_of_these_days_when_that_is_wanted(
    desk: Desk, tmp_path: Path
) -> None:
    desk.papers.path = tmp_path / "mine.json"
    row(desk, "only what is on the paper").setChecked(False)

    desk.press("Save as JSON")
    desk.wait_for("Saved: mine.json")

    found = json.loads((tmp_path / "mine.json").read_bytes())
    period = desk.section.report.period
    whole = desk.files.whole().within(period.first, period.last)
    kept = [one.id for one in whole.entries]
    assert [one["id"] for one in found[: len(kept)]] == kept


def test_fhir_is_valid(desk: Desk, tmp_path: Path) -> None:
    desk.papers.path = tmp_path / "mine.json"

    desk.press("Save as FHIR")
    desk.wait_for("Saved: mine.json")

    assert Bundle.model_validate_json((tmp_path / "mine.json").read_bytes()).type == "collection"


def test_a_place_that_takes_nothing_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.papers.path = tmp_path / "nowhere" / "mine.pdf"

    desk.press("Save as PDF")

    desk.wait_for("The report was not saved")
    assert desk.setting.settings.read().last_report == ""


def test_nobody_who_changes_their_mind_gets_a_file(desk: Desk, qtbot: QtBot) -> None:
    desk.papers.path = None

    desk.press("Save as PDF")

    assert "Saved" not in words_on(desk.section)
    assert qtbot is desk.qtbot


@pytest.mark.parametrize("way", list(Days))
def test_every_way_to_choose_days_ends_today_or_before(desk: Desk, way: Days) -> None:
    days(desk).choose(way)

    assert desk.section.report.period.last <= NOON.date()

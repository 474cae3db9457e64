"""A report on paper: one page that sums up, what was left out, and no word too many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPageSize

from prt_desktop.domain.report import Part, Report, last_four_weeks, offered_ids, report_of
from prt_desktop.domain.report_summary import summary_of
from prt_desktop.domain.safety import FitPageId, PageId, SafetyRecord
from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.ui.report.report_paper import ReportPaper
from tests.builders import (
    NOON,
    TODAY,
    a_check,
    a_fit_page_answer,
    a_mini_check,
    a_movement,
    a_point,
    a_safety_record,
    a_trial,
    an_answer,
)
from tests.ui.learn.test_handout import read, rendered, words
from tests.whole_diaries import a_month

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

A4, LETTER = QPageSize(QPageSize.PageSizeId.A4), QPageSize(QPageSize.PageSizeId.Letter)
TITLES = {"somatic-tracking": "Somatic tracking"}
VERDICTS = ("diagnos", "score", "improv", "better", "worse", "recommend", "suitable", "normal")


def chosen(diary: WholeDiary) -> Report:
    one = report_of(diary, last_four_weeks(TODAY), TODAY)
    return one.with_only(set(Part), offered_ids(one))


def text_of(theme: Theme, report: Report, paper: QPageSize = A4) -> list[str]:
    document = read(ReportPaper(theme, report, TITLES).pdf_on(paper))
    return [
        " ".join(document.getAllText(page).text().split()) for page in range(document.pageCount())
    ]


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
def test_the_first_page_sums_up_and_is_one_page(theme: Theme, paper: QPageSize) -> None:
    pages = text_of(theme, chosen(a_month()), paper)

    for expected in (
        "27 Oct to 23 Nov 2026 (28 days)",
        "No safety question is open.",
        "Checked by Dr Sample on 23 Nov 2026",
        "What does the word degeneration in my report mean?",
        "About 2 points or 30 % is often called a meaningful change.",
        "8 practices, 34 minutes in all.",
    ):
        assert expected in pages[0]
    assert pages[1].startswith("On the whole, in own words")


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
def test_all_that_is_open_stands_whole_on_the_first_page(theme: Theme, paper: QPageSize) -> None:
    open_in_all_ways = SafetyRecord(
        answers=(an_answer(PageId.EMERGENCY, "chest"),),
        mini_checks=(a_mini_check("accident", answered_at=NOON + timedelta(days=1)),),
        fit_page_answers=(a_fit_page_answer(FitPageId.ASK_A_DOCTOR, "swollen-calf"),),
        checks=(a_check(TODAY - timedelta(days=9)),),
    )

    pages = text_of(theme, chosen(replace(a_month(), safety=open_in_all_ways)), paper)

    for expected in (
        "A safety question was ticked on 23 Nov 2026, and no clinician's check has been recorded",
        "an accident) was ticked on 24 Nov 2026, and no clinician's check of it has been recorded",
        "to tell a clinician first was ticked on 23 Nov 2026, and no clinician's check has been",
        "Checked by Dr Sample on 14 Nov 2026",
    ):
        assert expected in pages[0]
    assert "No safety question is open." not in pages[0]
    assert pages[1].startswith("On the whole, in own words")


def test_an_older_check_stands_below_though_the_line_of_questions_is_left_out(
    theme: Theme,
) -> None:
    older, newer = a_check(date(2026, 5, 1)), a_check()
    record = a_safety_record(checks=(older, newer))
    report = report_of(WholeDiary(safety=record), last_four_weeks(TODAY), TODAY)

    pages = text_of(theme, report.with_only(set(Part), {"flags"}))

    assert "Checked by Dr Sample on 1 May 2026" in pages[1]


def test_long_words_do_not_push_the_summary_to_a_second_page(theme: Theme) -> None:
    long = "What would happen if this went on and on? " * 30
    points = tuple(a_point(long, ask_clinician=True) for _ in range(9))
    trials = tuple(a_movement(a_trial(prediction=long, happened=long)) for _ in range(9))
    month = a_month()
    diary = replace(month, points=points, entries=(*month.entries, *trials))

    pages = text_of(theme, chosen(diary), LETTER)

    assert "practices," in pages[0]
    assert pages[1].startswith("On the whole, in own words")


def test_a_minute_is_enough_for_the_first_page(theme: Theme) -> None:
    first = text_of(theme, chosen(a_month()))[0]

    said = [word for word in first.split() if any(map(str.isalpha, word))]
    assert len(said) < 220


def test_it_holds_no_verdict(theme: Theme) -> None:
    own = "self-reported, no diagnosis"

    told = " ".join(text_of(theme, chosen(a_month()))).replace(own, "").casefold()

    assert [word for word in VERDICTS if word in told] == []


def test_what_was_left_out_is_nowhere_on_it(theme: Theme) -> None:
    report = chosen(a_month())
    asked = summary_of(report).questions[0].id

    text = " ".join(text_of(theme, report.with_only(set(Part), {asked, "measure:pain"})))

    assert "degeneration" not in text
    assert "Average pain" not in text
    assert "Fear of the pain" in text


def test_practices_stand_on_another_line_than_pain(theme: Theme) -> None:
    document = read(ReportPaper(theme, chosen(a_month()), TITLES).pdf_on(A4))

    lines = document.getAllText(0).text().split("\n")

    counted = next(at for at, line in enumerate(lines) if "practices" in line)
    pain = next(at for at, line in enumerate(lines) if "pain" in line)
    assert counted - pain > 8


def test_without_a_first_page_every_part_stands_below_another(theme: Theme) -> None:
    report = chosen(a_month())
    parts = set(Part) - {Part.SUMMARY}

    text = text_of(theme, report.with_only(parts, set()))[0]

    assert text.startswith("From a diary")
    assert "No safety question is open." in text


def test_words_are_never_taken_for_marks(theme: Theme) -> None:
    diary = WholeDiary(points=(a_point("<b>1 < 2</b> & more"),))

    assert "<b>1 < 2</b> & more" in words(read(ReportPaper(theme, chosen(diary), {}).pdf_on(A4)))


def test_it_is_dark_on_light_though_the_window_is_dark(theme: Theme) -> None:
    theme.apply("dark", 200, reduce_motion=True)

    image = rendered(read(ReportPaper(theme, chosen(a_month()), TITLES).pdf_on(A4)), 0)

    colours = [image.pixelColor(x, y) for x in range(0, 794, 5) for y in range(0, 1123, 5)]
    assert sum(colour.lightness() > 200 for colour in colours) > 0.9 * len(colours)


def test_charts_lose_nothing_in_grey(theme: Theme) -> None:
    image = rendered(read(ReportPaper(theme, chosen(a_month()), TITLES).pdf_on(A4)), 0)

    colours = [image.pixelColor(x, y) for x in range(0, 794, 3) for y in range(0, 1123, 3)]

    assert max(colour.saturation() for colour in colours if colour.lightness() > 128) < 90

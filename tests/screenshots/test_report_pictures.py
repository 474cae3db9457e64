"""The report section, its paper, and the step before a CSV file is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageSize, QPixmap
from PySide6.QtWidgets import QLabel

from prt_desktop.domain.report import Part, last_four_weeks, offered_ids, report_of
from prt_desktop.ui.report.page_picture import PagePicture
from prt_desktop.ui.report.report_paper import ReportPaper
from tests.builders import TODAY
from tests.ui.report.conftest import Desk, keep_a_month
from tests.ui.report.test_import import bring
from tests.ui.setting import Setting, plain_theme
from tests.whole_diaries import a_month

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

AMBIGUOUS = (
    "Date,Notes,Fear,Weather\n3/11/2026,A walk by the river.,3,grey\n"
    "soon,Lost.,,\n4/11/2026,Tea in the garden.,2,sunny\n"
)
pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def desk_at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[[str, int, QSize], Desk]:
    """Give a function that shows the section with four weeks of entries."""

    def show(colors: str, percent: int, size: QSize) -> Desk:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        setting.pass_safety_pages()
        keep_a_month(setting.journal)
        desk = Desk(setting, qtbot)
        desk.section.resize(size)
        desk.show()
        picture = desk.section.findChild(PagePicture)
        assert picture is not None
        qtbot.waitUntil(lambda: picture.sizeHint().height() > 300)
        return desk

    return show


@pytest.mark.parametrize(
    ("colors", "percent", "size"),
    [("light", 100, QSize(800, 900)), ("dark", 200, QSize(640, 900))],
)
def test_report_section(
    desk_at: Callable[[str, int, QSize], Desk],
    take_picture: Callable[[str, QWidget], None],
    colors: str,
    percent: int,
    size: QSize,
) -> None:
    desk = desk_at(colors, percent, size)

    take_picture(f"report-section-{colors}-{percent}", desk.section)

    desk.section.shut()


def test_import_page(
    desk_at: Callable[[str, int, QSize], Desk],
    take_picture: Callable[[str, QWidget], None],
    tmp_path: Path,
) -> None:
    desk = desk_at("light", 100, QSize(800, 1100))
    page = bring(desk, tmp_path / "An old diary.csv", AMBIGUOUS)

    take_picture("report-import-light-100", page)

    desk.section.shut()


def test_first_page_on_paper(
    qapp: QApplication, qtbot: QtBot, take_picture: Callable[[str, QWidget], None]
) -> None:
    report = report_of(a_month(), last_four_weeks(TODAY), TODAY)
    chosen = report.with_only(set(Part), offered_ids(report))
    paper = ReportPaper(plain_theme(qapp), chosen, {"somatic-tracking": "Somatic tracking"})
    sheet = QLabel()
    qtbot.addWidget(sheet)
    image = paper.picture(QPageSize(QPageSize.PageSizeId.A4), 620)
    sheet.setPixmap(QPixmap.fromImage(image))
    sheet.resize(image.size())

    take_picture("report-paper-a4", sheet)

    assert image.width() == 620

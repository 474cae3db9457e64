"""A lesson on paper: words, figures in the light, sources, and nothing of the person."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from prt_desktop.content.library import Library
from prt_desktop.domain.lesson import Lesson, Page, Part
from prt_desktop.domain.prose import prose
from prt_desktop.ui.learn.handout import Handout
from prt_desktop.ui.learn.lesson_menu import LessonMenu
from prt_desktop.ui.paper import paper_of
from prt_desktop.ui.theme import Theme, Tone
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_lesson
from tests.ui.reading import words_on
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

DAY = date(2026, 11, 25)
GERMAN, AMERICAN = QLocale("de_DE"), QLocale("en_US")


def read(content: bytes) -> QPdfDocument:
    """Open a PDF."""
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def words(document: QPdfDocument) -> str:
    """Give all words of a PDF, its lines joined."""
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    return " ".join(" ".join(texts).split())


def without_feet(text: str) -> str:
    """Leave out what stands at the foot of each page."""
    return re.sub(r" ?PRT Desktop · 25 November 2026 Page \d+ of \d+", "", text)


def rendered(document: QPdfDocument, page: int) -> QImage:
    """Give a page as it looks on white paper."""
    size = QSize(794, 1123)
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return paper


@pytest.fixture
def drawn(theme: Theme, lessons: Path) -> Handout:
    """Give the handout of the drawn lesson, while the window is dark and large."""
    theme.apply("dark", 200, reduce_motion=True)
    library = Library(lessons)
    return Handout(theme, library.lessons[1], library.references, DAY)


def choose(window: MainWindow, number: int) -> None:
    """Open the drawn lesson and choose from its menu."""
    window.go(Place.LEARN, "drawn")
    menu = window.findChild(LessonMenu)
    assert menu is not None
    menu.menu_shown.actions()[number + 1].trigger()


def test_handout_has_the_words_the_thing_to_try_and_the_sources(drawn: Handout) -> None:
    text = words(read(drawn.pdf(GERMAN)))

    for expected in (
        "A drawn lesson The drawing Two rooms, and one alarm.",
        "Some found it so (Ashar and Gordon, 2022), and others elsewhere too.",
        "One thing to try Look out of the window.",
        "Sources and their limits A trial Ashar and Gordon, 2022.",
        "Limits:",
        "doi:10.1001/x",
    ):
        assert expected in text


def test_every_page_has_the_program_the_day_and_its_number_at_the_foot(drawn: Handout) -> None:
    document = read(drawn.pdf(GERMAN))

    count = document.pageCount()
    for page in range(count):
        foot = document.getAllText(page).text()
        assert "PRT Desktop · 25 November 2026" in " ".join(foot.split())
        assert f"Page {page + 1} of {count}" in foot


def test_figures_are_in_the_light_theme_though_the_window_is_dark(
    theme: Theme, drawn: Handout
) -> None:
    image = rendered(read(drawn.pdf(GERMAN)), 0)

    colours = {image.pixelColor(x, y).name() for x in range(0, 794, 4) for y in range(0, 1123, 4)}

    assert theme.on_paper(Tone.ACCENT).name() in colours
    assert theme.color(Tone.ACCENT).name() not in colours


def test_words_stand_for_a_figure_that_is_missing(drawn: Handout) -> None:
    assert "[A picture that is not there]" in words(read(drawn.pdf(GERMAN)))


def test_nothing_of_the_person_is_in_the_file(drawn: Handout, tmp_path: Path) -> None:
    content = drawn.pdf(GERMAN)

    fields = QPdfDocument.MetaDataField
    document = read(content)
    assert document.metaData(fields.Author) == ""
    assert document.metaData(fields.Title) == "A drawn lesson"
    assert str(tmp_path).encode() not in content


@pytest.mark.parametrize(
    ("locale", "paper"),
    [(GERMAN, QPageSize.PageSizeId.A4), (AMERICAN, QPageSize.PageSizeId.Letter)],
)
def test_paper_is_that_of_the_country(
    drawn: Handout, locale: QLocale, paper: QPageSize.PageSizeId
) -> None:
    size = read(drawn.pdf(locale)).pagePointSize(0).toSize()

    assert paper_of(locale).id() is paper
    assert size == QPageSize(paper).sizePoints()


def test_no_heading_stands_alone_at_the_end_of_a_page(theme: Theme) -> None:
    pages = tuple(Page(f"Heading {n}", "Some words. " * (14 + n), 1) for n in range(24))
    handout = Handout(theme, a_lesson(pages=pages), {}, DAY)

    document = read(handout.pdf(GERMAN))

    for page in range(document.pageCount()):
        lines = document.getAllText(page).text().split("\n")
        last = [line for line in lines if line.strip() and "PRT Desktop" not in line]
        assert not last[-1].startswith("Heading"), page


@pytest.mark.parametrize("lesson", Library(ASSETS).lessons, ids=lambda one: one.id)
def test_every_lesson_of_the_course_is_on_paper_to_its_last_source(
    theme: Theme, lesson: Lesson
) -> None:
    references = Library(ASSETS).references
    paper = AMERICAN if lesson.part is Part.EVIDENCE else GERMAN

    text = without_feet(words(read(Handout(theme, lesson, references, DAY).pdf(paper))))

    limits = [references[key].card.limits for key in lesson.citations]
    last_lines = [prose(page.markdown).splitlines()[-1].split()[:3] for page in lesson.pages]
    assert [page.heading for page in lesson.pages if page.heading not in text] == []
    assert [one for one in last_lines if " ".join(one) not in text] == []
    assert lesson.try_this in text
    assert [limit for limit in limits if limit.rpartition(". ")[2] not in text] == []
    assert not any(mark in text for mark in ("term:", "[@", ".svg"))


def test_menu_saves_where_one_says(window: MainWindow, setting: Setting, tmp_path: Path) -> None:
    setting.papers.path = tmp_path / "mine.pdf"

    choose(window, 1)

    assert "Two rooms" in words(read((tmp_path / "mine.pdf").read_bytes()))
    assert setting.papers.asked == ["A drawn lesson"]
    assert "Saved as mine.pdf." in words_on(window)


def test_whoever_says_nowhere_is_left_alone(window: MainWindow, setting: Setting) -> None:
    choose(window, 1)
    choose(window, 2)

    assert setting.papers.asked == ["A drawn lesson", "A drawn lesson"]
    assert "saved" not in words_on(window)


def test_a_place_that_cannot_be_written_says_what_to_do(
    window: MainWindow, setting: Setting, tmp_path: Path
) -> None:
    setting.papers.path = tmp_path / "gone" / "mine.pdf"

    choose(window, 1)

    assert "Saving to" in words_on(window)
    assert "again." in words_on(window)


def test_menu_prints_on_the_chosen_printer(
    window: MainWindow, setting: Setting, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    setting.papers.to_print = printer

    choose(window, 2)

    assert "Two rooms" in words(read((tmp_path / "printed.pdf").read_bytes()))
    assert "on its way to the printer" in words_on(window)


@pytest.mark.qt_log_ignore("QPainter::begin|Cannot open|QPdf")
def test_a_printer_that_takes_nothing_says_what_to_do(
    window: MainWindow, setting: Setting, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    setting.papers.to_print = printer

    choose(window, 2)

    assert "The printer did not take it. Nothing was changed." in words_on(window)

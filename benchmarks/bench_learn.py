"""The course opened, a page turned, and every lesson searched, each against its floor."""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTextBrowser

from benchmarks.pairs import Figure, alternate, report
from prt_desktop.content.library import Library
from prt_desktop.domain.folding import fold
from prt_desktop.domain.lesson_search import LessonIndex
from prt_desktop.paths import assets
from prt_desktop.ui.learn.reader import Reader
from prt_desktop.ui.theme import Size, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSize

    from prt_desktop.domain.lesson import Lesson

PAIRS = 15
COURSE_LIMIT_MS = 150.0
PAGE_LIMIT_MS = 16.7
SEARCH_LIMIT_MS = 50.0
# One word that nearly every page has, one in a hundred, words apart, one letter, and none.
TYPED = ("pain", "sensitis", "the alarm of the brain", "s", "nowhere at all")
WINDOW = (1120, 760)


def main() -> int:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["bench"])
    return report(_figures(application))


def _figures(application: QApplication) -> Iterator[Figure]:
    ours_ms, floor_ms = alternate(_course_opened_ms, _bytes_read_ms, PAIRS)
    yield from _both("the whole course opens", ours_ms, floor_ms, COURSE_LIMIT_MS)
    library = Library(assets())
    reading = _Reading(Theme(application, assets()), library)
    ours_ms, floor_ms = alternate(reading.turned_ms, reading.bare_ms, reading.pages)
    yield from _both("a page turns", ours_ms, floor_ms, PAGE_LIMIT_MS)
    index = LessonIndex(library.lessons, library.glossary)
    for typed in TYPED:
        searched = partial(_searched_ms, index, typed)
        ours_ms, floor_ms = alternate(searched, partial(_found_ms, index.texts, typed), PAIRS)
        yield from _both(f"search for “{typed}”", ours_ms, floor_ms, SEARCH_LIMIT_MS)


def _both(
    what: str, ours_ms: list[float], floor_ms: list[float], limit_ms: float
) -> Iterator[Figure]:
    """Give the ratio to the floor, and the milliseconds that the limit bounds."""
    yield Figure(f"{what}: ratio", ours_ms, floor_ms)
    yield Figure(f"{what}: time", ours_ms, limit=limit_ms)


def _course_opened_ms() -> float:
    begun_s = time.perf_counter()
    library = Library(assets())
    opened = (library.references, library.glossary, library.lessons)
    passed_ms = (time.perf_counter() - begun_s) * 1000
    if not all(opened):
        raise ValueError("the course could not be opened")
    return passed_ms


def _bytes_read_ms() -> float:
    begun_s = time.perf_counter()
    folder = assets() / "lessons"
    files = [*folder.glob("*.md"), folder / "references.json", folder / "glossary.toml"]
    for file in files:
        file.read_bytes()
    return (time.perf_counter() - begun_s) * 1000


def _searched_ms(index: LessonIndex, typed: str) -> float:
    begun_s = time.perf_counter()
    index.search(typed)
    return (time.perf_counter() - begun_s) * 1000


def _found_ms(texts: tuple[str, ...], typed: str) -> float:
    """Look for each word, folded, in every text by `str.find` and no more."""
    begun_s = time.perf_counter()
    for word in fold(typed).split():
        for text in texts:
            text.find(word)
    return (time.perf_counter() - begun_s) * 1000


class _Reading:
    """The reader going through the whole course, beside a browser that is shown the same HTML."""

    def __init__(self, theme: Theme, library: Library) -> None:
        theme.apply("light", 100, reduce_motion=True)
        self._reader = Reader(theme, library.references, library.glossary)
        self._bare = QTextBrowser()
        self._bare.setFont(QFont(theme.font(Size.BODY)))
        self._lessons = cycle(library.lessons)
        self._lesson: Lesson | None = None
        self.pages = sum(len(lesson.pages) for lesson in library.lessons)
        for widget in (self._reader, self._bare):
            widget.resize(*WINDOW)
            widget.show()

    def turned_ms(self) -> float:
        """Turn to the next page, painted; the next lesson is opened without being timed."""
        if self._lesson is None or self._reader.page + 1 >= len(self._lesson.pages):
            self._lesson = next(self._lessons)
            self._reader.show_lesson(self._lesson, "")
            self._reader.grab()
        begun_s = time.perf_counter()
        self._reader.next_page()
        QApplication.sendPostedEvents()
        self._reader.grab()
        return (time.perf_counter() - begun_s) * 1000

    def bare_ms(self) -> float:
        """Show what the reader shows in a bare browser."""
        html = self._text().toHtml()
        size: QSize = self._text().size()
        self._bare.resize(size)
        begun_s = time.perf_counter()
        self._bare.setHtml(html)
        QApplication.sendPostedEvents()
        self._bare.grab()
        return (time.perf_counter() - begun_s) * 1000

    def _text(self) -> QTextBrowser:
        texts = self._reader.findChildren(QTextBrowser)
        return next(one for one in texts if one.isVisible())


if __name__ == "__main__":
    sys.exit(main())

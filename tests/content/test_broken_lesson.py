"""One broken lesson is named by file and line, and the rest of the course still opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from prt_desktop.content.checking import check
from prt_desktop.content.library import Library
from prt_desktop.domain.prose import prose
from tests.builders import lesson_text, write_assets

if TYPE_CHECKING:
    from pathlib import Path

GOOD = lesson_text().replace('id = "first"', 'id = "broken"')
LARGE = 5_000_000


class Breach(NamedTuple):
    """What a broken lesson holds, the line that is named, and words of what is said of it."""

    content: bytes
    line: int
    said: str


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


TYPO = GOOD.replace("minutes = 4", 'minutes = "four')
UNKNOWN = GOOD.replace("minutes = 4", 'minutes = 4\ncolour = "blue"')
PICTURED = f"{GOOD}\n\n![A box](gone.svg)\n"
LATIN = GOOD.replace("A last line.", "Ein letzter Satz, \u00e4hnlich.")
BREACHES = {
    "bad front matter": Breach(TYPO.encode(), line_of(TYPO, '"four'), "TOML"),
    "an unknown key": Breach(UNKNOWN.encode(), line_of(UNKNOWN, "colour"), "`colour`"),
    "a missing picture": Breach(PICTURED.encode(), line_of(PICTURED, "gone.svg"), "gone.svg"),
    "5 MB of words": Breach(GOOD.encode() + b"\n\nword" * (LARGE // 6), 1, "bytes"),
    "5 MB of brackets": Breach(GOOD.encode() + b"[" * LARGE, 1, "bytes"),
    "another program": Breach(b"\x7fELF\x02\x01\x01\0\xff" * 900, 1, "cannot be read as text"),
    "one old encoding": Breach(
        LATIN.encode("latin-1"), line_of(LATIN, "Ein letzter"), "cannot be read as text"
    ),
    "another old encoding": Breach(GOOD.encode("utf-16"), 1, "cannot be read as text"),
}


@pytest.mark.parametrize("name", BREACHES)
def test_a_broken_lesson_is_named_and_the_course_still_opens(tmp_path: Path, name: str) -> None:
    breach = BREACHES[name]
    write_assets(tmp_path)
    file = tmp_path / "lessons" / "02-broken.md"
    file.write_bytes(breach.content)

    library = Library(tmp_path)
    opened = {lesson.id: lesson for lesson in library.lessons}

    assert prose(opened["first"].pages[0].markdown)
    told = [fault for fault in check(library) if fault.path == file]
    assert [fault.line for fault in told] == [breach.line]
    assert breach.said in told[0].message


def test_same_lesson_unbroken_has_no_fault(tmp_path: Path) -> None:
    write_assets(tmp_path)
    file = tmp_path / "lessons" / "02-broken.md"
    file.write_text(GOOD, "utf-8")

    library = Library(tmp_path)

    assert [lesson.id for lesson in library.lessons] == ["first", "broken"]
    assert [fault for fault in check(library) if fault.path == file] == []

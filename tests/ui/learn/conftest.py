"""A window whose lessons are three small ones: one drawn and cited, one for the clinician."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.library import Library
from prt_desktop.ui.learn.pane import LearnPane
from prt_desktop.ui.widgets.pane import Pane, Place
from tests.builders import EXERCISE_TOML, LESSON_HEAD, REFERENCES, lesson_text, write_files

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.learn.aloud import Aloud
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">
<style>.fill-accent{fill:#123456}.stroke-text{stroke:#654321}</style>
<rect class="fill-accent stroke-text" x="10" y="10" width="180" height="80"/>
</svg>
"""
WORDS = " ".join(["word"] * 320)
GLOSSARY = """\
[[term]]
id = "bell"
word = "bell"
meaning = "What rings softly [@ashar-2022]."

[[term]]
id = "scan"
word = "scan"
meaning = "A picture of the inside."
"""
PAGE = {name: value for name, value in REFERENCES[0].items() if name != "DOI"} | {
    "id": "page-2026",
    "URL": "https://example.org/page",
    "note": "The writer was not seen.",
}
HEAD_OF_VISIT = (
    LESSON_HEAD.replace('"first"', '"visit"')
    .replace("A first lesson", "A visit")
    .replace('"start"', '"clinician"')
)
HEAD_OF_DRAWN = (
    LESSON_HEAD.replace('"first"', '"drawn"')
    .replace("A first lesson", "A drawn lesson")
    .replace('"start"', '"brain"')
)
DRAWN = f"""\
+++
{HEAD_OF_DRAWN}+++

## The drawing

Two rooms, and one alarm.

![A box that stands for an alarm](box.svg)

![A picture that is not there](gone.svg)

## The source

Some found it so [@ashar-2022], and [others elsewhere](https://example.org/elsewhere) too.

## The last idea

One [bell](term:bell), and no [gong](term:gong). Some wrote of it [@page-2026].

{WORDS}
"""


def write_lessons(folder: Path) -> Path:
    """Write assets with three lessons."""
    write_files(
        folder,
        {
            "lessons/01-first.md": lesson_text(),
            "lessons/02-drawn.md": DRAWN,
            "lessons/30-visit.md": lesson_text(HEAD_OF_VISIT),
            "lessons/box.svg": DRAWING,
            "lessons/references.json": json.dumps([*REFERENCES, PAGE]),
            "lessons/glossary.toml": GLOSSARY,
            "audio/looking/exercise.toml": EXERCISE_TOML,
        },
    )
    return folder


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """Give assets with three lessons."""
    return write_lessons(tmp_path / "assets")


@pytest.fixture
def setting(setting: Setting, lessons: Path) -> Setting:
    """Give the setting with these lessons in it."""
    setting.library = Library(lessons)
    setting.pass_safety_pages()
    return setting


@pytest.fixture
def window(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window with the lessons in front."""
    return open_lessons(setting, qtbot)


def open_lessons(setting: Setting, qtbot: QtBot, aloud: Aloud | None = None) -> MainWindow:
    """Show the window with the lessons in front, and a voice that reads them if there is one."""

    def learn() -> Pane:
        pane = LearnPane(
            setting.theme,
            setting.journal,
            setting.library,
            setting.settings,
            setting.clock,
            setting.papers,
        )
        if aloud is not None:
            pane.be_read_by(aloud)
        return pane

    window = setting.window(learn)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(Place.LEARN)
    return window

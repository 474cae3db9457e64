"""What goes on around an open window."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from prt_desktop.app import Workshop, now
from prt_desktop.desktop.offers import silent_offers
from prt_desktop.desktop.single_instance import SingleInstance
from prt_desktop.paths import assets, places
from prt_desktop.storage.journal import Journal
from prt_desktop.surroundings import Surroundings
from prt_desktop.ui.widgets.pane import Place
from tests.builders import Clock, an_entry
from tests.ui.reading import button, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow

TWO_PLACES = "The diary was changed in two places"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a diary with an entry."""
    Journal(tmp_path / "data", Clock()).add(an_entry("Here."))
    return tmp_path / "data"


@contextmanager
def opened(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """Open the window on a folder as the program does, until it is ready."""
    workshop = Workshop(qapp, places(folder), assets(), now)
    workshop.make_offers = silent_offers
    instance = SingleInstance(workshop.where.data)
    assert instance.is_first()
    surroundings = Surroundings(workshop, instance)
    qtbot.addWidget(workshop.window)
    with qtbot.waitSignal(workshop.window.ready):
        workshop.window.show()
    yield workshop.window
    workshop.window.rooms.shut()
    workshop.window.close()
    instance.release()
    surroundings.deleteLater()


def put_second_diary(folder: Path, tmp_path: Path, name: str = "journal (1).json") -> None:
    other = Journal(tmp_path / "other", Clock())
    other.add(an_entry("From elsewhere."))
    (folder / name).write_bytes(other.path.read_bytes())


def test_second_diary_beside_the_journal_is_told_and_can_be_looked_into(
    folder: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    put_second_diary(folder, tmp_path)

    with opened(folder, qapp, qtbot) as window:
        told = words_on(window)
        button(window, "Look into it").click()
        qtbot.waitUntil(lambda: "1 entry from" in words_on(window))
        place = window.place

    assert TWO_PLACES in told
    assert "journal (1).json" in told
    assert place is Place.PRIVACY


def test_second_diary_that_comes_while_the_window_is_open_is_told(
    folder: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with opened(folder, qapp, qtbot) as window:
        before = words_on(window)

        put_second_diary(folder, tmp_path)

        qtbot.waitUntil(lambda: TWO_PLACES in words_on(window))

    assert TWO_PLACES not in before

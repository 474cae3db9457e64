"""A lesson is shown to a room on large cards, turned by a clicker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from prt_desktop.domain.lesson import Page
from prt_desktop.domain.teach_card import teach_cards
from prt_desktop.ui.learn.lesson_menu import LessonMenu
from prt_desktop.ui.learn.teach_stage import TeachStage
from prt_desktop.ui.learn.teach_view import TeachView
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_lesson
from tests.ui.reading import button, focused, press, spoken_name, tab_stops, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme
    from tests.ui.setting import Setting


def teach(window: MainWindow, page: int = 0) -> TeachStage:
    """Open the cards of the drawn lesson from a page of the reader."""
    window.go(Place.LEARN, "drawn")
    for _ in range(page):
        press(Qt.Key.Key_Right)
    menu = window.findChild(LessonMenu)
    assert menu is not None
    menu.menu_shown.actions()[1].trigger()
    stage = window.findChild(TeachStage)
    assert stage is not None
    return stage


def test_cards_cover_the_window_and_begin_at_the_open_page(window: MainWindow) -> None:
    stage = teach(window, page=1)

    assert (stage.width(), stage.height()) == (window.width(), window.height())
    assert "2 of 3" in words_on(stage)
    assert spoken_name(focused()).startswith("The source. Some found it so, and others")


@pytest.mark.parametrize("is_locked", [False, True])
def test_cards_do_not_outlive_the_pane_that_closes_them(
    window: MainWindow, is_locked: bool
) -> None:
    stage = teach(window)
    lock = QWidget()
    if is_locked:
        window.cover.show_lock(lock)

    window.pane(Place.LEARN).shut()
    if is_locked:
        window.cover.leave_lock()

    assert not stage.isVisible()
    assert window.cover.open


def test_a_card_names_its_figure_to_a_screen_reader(window: MainWindow) -> None:
    teach(window)

    assert spoken_name(focused()) == (
        "The drawing. Two rooms, and one alarm. A box that stands for an alarm."
    )


def test_a_card_names_its_source(window: MainWindow) -> None:
    teach(window, page=1)

    view = focused()

    assert isinstance(view, TeachView)
    assert view.sources == "Source: Ashar and Gordon, 2022"


@pytest.mark.parametrize(
    ("on", "back"),
    [
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
        (Qt.Key.Key_Right, Qt.Key.Key_Left),
        (Qt.Key.Key_Down, Qt.Key.Key_Up),
        (Qt.Key.Key_Space, Qt.Key.Key_Backspace),
        (Qt.Key.Key_End, Qt.Key.Key_Home),
    ],
)
def test_keys_turn_on_and_back_and_stop_at_the_ends(
    window: MainWindow, on: Qt.Key, back: Qt.Key
) -> None:
    stage = teach(window)

    for _ in range(4):
        press(on)
    at_end = words_on(stage)
    for _ in range(4):
        press(back)

    assert "3 of 3" in at_end
    assert "1 of 3" in words_on(stage)


def test_a_clicker_empties_the_screen_and_any_turn_fills_it(window: MainWindow) -> None:
    teach(window)
    view = focused()
    assert isinstance(view, TeachView)

    press(Qt.Key.Key_Period)
    emptied = view.blank
    press(Qt.Key.Key_PageDown)

    assert emptied
    assert not view.blank


def test_f5_begins_anew(window: MainWindow) -> None:
    stage = teach(window, page=1)

    press(Qt.Key.Key_F5)

    assert "1 of 3" in words_on(stage)


def test_buttons_turn_too_and_rest_at_the_ends(window: MainWindow) -> None:
    stage = teach(window)

    button(stage, "Next card (Page down)").click()

    assert "2 of 3" in words_on(stage)
    assert button(stage, "Card before (Page up)").isEnabled()


def test_escape_leads_back_to_the_reader(window: MainWindow, setting: Setting) -> None:
    stage = teach(window)
    press(Qt.Key.Key_End)

    press(Qt.Key.Key_Escape)

    assert not stage.isVisible()
    assert "Page 1 of 3" in words_on(window)
    assert focused() is window.findChild(LessonMenu)
    assert setting.journal.entries() == ()


def test_crisis_help_opens_over_the_cards_and_leads_back(window: MainWindow) -> None:
    stage = teach(window)

    press(Qt.Key.Key_F1)
    covered = not stage.isVisible()
    window.close_crisis()

    assert covered
    assert stage.isVisible()


def test_every_control_of_the_cards_is_named_and_large(window: MainWindow) -> None:
    stage = teach(window)

    stops = list(tab_stops(stage))

    assert all(spoken_name(one).strip() for one in stops)
    buttons = [one for one in stops if isinstance(one, QAbstractButton)]
    assert all(min(one.width(), one.height()) >= 44 for one in buttons)


def test_cards_come_before_what_else_the_window_does_with_a_clickers_keys(
    window: MainWindow,
) -> None:
    taken: list[str] = []
    for keys in ("PgDown", "PgUp", "F5", "."):
        QShortcut(QKeySequence(keys), window).activated.connect(partial(taken.append, keys))
    stage = teach(window)

    press(Qt.Key.Key_PageDown)

    assert "2 of 3" in words_on(stage)
    assert taken == []


@pytest.mark.parametrize("size", [(640, 400), (1120, 700), (1920, 1080), (500, 900)])
@pytest.mark.parametrize("words", ["Short.", "A rather long sentence to be read. " * 4])
def test_words_are_as_large_as_fits_and_stay_inside(
    theme: Theme, qtbot: QtBot, tmp_path: Path, size: tuple[int, int], words: str
) -> None:
    view = TeachView(theme)
    qtbot.addWidget(view)
    view.resize(*size)
    card = teach_cards(a_lesson(pages=(Page("An idea of several words", words, 1),)))[0]
    ground = view.grab().toImage()

    view.show_card(card, tmp_path, "")
    image = view.grab().toImage()

    rows = [
        y
        for y in range(image.height())
        if image.copy(0, y, size[0], 1) != ground.copy(0, y, size[0], 1)
    ]
    assert rows[0] > 0
    assert rows[-1] < image.height() - 1
    assert rows[-1] - rows[0] > image.height() * 0.2

"""The window leads between its places, and crisis help is one key away from all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from prt_desktop.app import NOT_ROOMS
from prt_desktop.ui.diary.section import SectionId
from prt_desktop.ui.plan.names import PlanSection
from prt_desktop.ui.safety.crisis_card import CrisisCard
from prt_desktop.ui.safety.section import SafetySection
from prt_desktop.ui.widgets.nav_button import NavButton
from prt_desktop.ui.widgets.notice_bar import NoticeBar
from prt_desktop.ui.widgets.pane import Notice, Place
from prt_desktop.ui.widgets.sidebar import Sidebar
from tests.ui.conftest import shown
from tests.ui.reading import button, focused, press, words_on
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

PLACES = ["Today", "Learn", "Practise", "Diary", "My plan", "Safety", "Settings", "Lock"]
PLACES += ["Crisis help"]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_title_begins_with_the_name(window: MainWindow) -> None:
    assert window.windowTitle().startswith("PRT Desktop")


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_1, Place.TODAY),
        (Qt.Key.Key_2, Place.LEARN),
        (Qt.Key.Key_3, Place.PRACTISE),
        (Qt.Key.Key_4, Place.DIARY),
        (Qt.Key.Key_5, Place.PLAN),
        (Qt.Key.Key_6, Place.SAFETY),
        (Qt.Key.Key_Comma, Place.SETTINGS),
    ],
)
def test_each_place_has_its_key(window: MainWindow, key: Qt.Key, place: Place) -> None:
    press(key, CTRL)

    assert window.place is place


def test_place_toggled_by_a_screen_reader_is_opened(window: MainWindow) -> None:
    button(window, "Practise").toggle()

    assert window.place is Place.PRACTISE


def test_place_is_asked_for_once_by_each_click(window: MainWindow) -> None:
    [sidebar] = window.findChildren(Sidebar)
    asked: list[Place] = []
    sidebar.place_chosen.connect(asked.append)

    for place in ("Practise", "Practise", "Today"):
        QTest.mouseClick(button(window, place), Qt.MouseButton.LeftButton)

    assert asked == [Place.PRACTISE, Place.PRACTISE, Place.TODAY]


def test_new_entry_key_puts_the_cursor_into_the_diary(window: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)

    assert window.place is Place.DIARY
    assert isinstance(focused(), QPlainTextEdit)


def test_surprise_key_puts_the_cursor_into_the_quick_line(window: MainWindow) -> None:
    window.go(Place.SETTINGS)

    press(Qt.Key.Key_J, CTRL)

    assert window.place is Place.TODAY
    assert isinstance(focused(), QLineEdit)


def test_crisis_help_opens_with_its_key_from_every_place(window: MainWindow) -> None:
    helped = []

    for place, target in every_screen():
        window.go(place, target)
        press(Qt.Key.Key_F1)
        helped.append((place, target, crisis_card(window).isVisible()))
        press(Qt.Key.Key_Escape)

    assert len(helped) >= 20
    assert [one for one in helped if not one[2]] == []


def test_the_crisis_button_stands_in_the_same_place_on_every_screen(window: MainWindow) -> None:
    seen = set()

    for place, target in every_screen():
        window.go(place, target)
        help_button = button(window, "Crisis help")
        seen.add((help_button.mapTo(window, QPoint()).toTuple(), help_button.isEnabled()))

    assert len(seen) == 1


def every_screen() -> list[tuple[Place, str]]:
    """Give every place that has a room here, with each of its sections.

    Learn and Practise, which are none here, are walked through in `end2end/test_first_day.py`.
    """
    sections = {Place.DIARY: SectionId, Place.PLAN: PlanSection, Place.SAFETY: SafetySection}
    rooms = [one for one in Place if one not in NOT_ROOMS | {Place.LEARN, Place.PRACTISE}]
    within = [(place, one.value) for place, those in sections.items() for one in those]
    return [*((place, "") for place in rooms), *within]


def test_crisis_help_closes_with_escape_and_gives_the_focus_back(window: MainWindow) -> None:
    press(Qt.Key.Key_J, CTRL)
    before = focused()
    press(Qt.Key.Key_F1)

    press(Qt.Key.Key_Escape)

    assert not crisis_card(window).isVisible()
    assert focused() is before


def test_crisis_help_opens_from_the_sidebar(window: MainWindow) -> None:
    button(window, "Crisis help").click()

    assert crisis_card(window).isVisible()


def test_what_lies_under_crisis_help_cannot_take_the_focus(window: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    card = crisis_card(window)

    for _ in range(6):
        press(Qt.Key.Key_Tab)

        assert card.isAncestorOf(focused())


def test_stage_covers_the_window_and_crisis_help_covers_the_stage(window: MainWindow) -> None:
    stage = Stage()
    window.pane(Place.TODAY).stage_requested.emit(stage)

    press(Qt.Key.Key_F1)
    card = crisis_card(window)
    helped = card.isVisible()
    press(Qt.Key.Key_Escape)

    assert helped
    assert stage.isVisible()
    assert not card.isVisible()


def test_keys_of_places_are_silent_while_the_stage_covers_them(window: MainWindow) -> None:
    window.pane(Place.TODAY).stage_requested.emit(Stage())

    press(Qt.Key.Key_4, CTRL)

    assert window.place is Place.TODAY


def test_leaving_the_stage_shows_the_place_again(window: MainWindow) -> None:
    stage = Stage()
    pane = window.pane(Place.TODAY)
    pane.stage_requested.emit(stage)

    pane.stage_left.emit()

    assert pane.isVisible()
    assert not stage.isVisible()


def test_stage_that_ends_under_crisis_help_leaves_the_help_open(window: MainWindow) -> None:
    pane = window.pane(Place.TODAY)
    pane.stage_requested.emit(Stage())
    press(Qt.Key.Key_F1)

    pane.stage_left.emit()
    helped = crisis_card(window).isVisible()
    press(Qt.Key.Key_Escape)

    assert helped
    assert pane.isVisible()


def test_notice_shows_its_words_and_does_what_its_button_says(window: MainWindow) -> None:
    done: list[str] = []

    window.show_notice(Notice("Entry deleted.", "Undo", lambda: done.append("undone")))
    told = words_on(window)
    button(window, "Undo").click()

    assert "Entry deleted." in told
    assert done == ["undone"]
    assert not notice_bar(window).isVisible()


def test_notice_can_be_closed(window: MainWindow) -> None:
    window.show_notice(Notice("Saved."))

    button(window, "Close this message").click()

    assert not notice_bar(window).isVisible()


def test_newer_notice_takes_the_place_of_the_older(window: MainWindow) -> None:
    window.show_notice(Notice("Entry deleted.", "Undo", lambda: None))

    window.show_notice(Notice("Saved."))

    assert notice_bar(window).text == "Saved."
    assert "Undo" not in words_on(window)


def test_window_remembers_its_place(setting: Setting, window: MainWindow) -> None:
    window.resize(780, 560)

    window.close()
    again = setting.window()
    again.restoreGeometry(QByteArray.fromBase64(setting.settings.read().window.encode()))
    size = again.size()
    again.deleteLater()

    assert (size.width(), size.height()) == (780, 560)


def test_window_opens_with_a_place_it_cannot_read(setting: Setting, qtbot: QtBot) -> None:
    setting.settings.write(replace(setting.settings.read(), window="not a place"))

    window = shown(setting, qtbot)

    assert window.isVisible()


def test_lowest_window_with_the_largest_text_shows_every_place(
    window: MainWindow, setting: Setting, qtbot: QtBot
) -> None:
    window.sidebar.offer_lock(offered=True)
    setting.theme.apply("light", 200, reduce_motion=True)

    window.resize(window.minimumSize())

    crisis = button(window, "Crisis help")
    qtbot.waitUntil(lambda: crisis.geometry().bottom() < window.sidebar.height() <= 480)
    places = window.sidebar.findChildren(NavButton)
    assert [one.text() for one in places if one.isVisible()] == PLACES
    assert all(one.height() >= 44 for one in places)


def test_narrow_window_leaves_the_words_of_the_sidebar_away(window: MainWindow) -> None:
    today = button(window, "Today")
    window.resize(1200, 700)
    wide = today.sizeHint().width()

    window.resize(800, 560)

    assert today.sizeHint().width() < wide
    assert today.toolTip() == "Today (Ctrl+1)"


class Stage(QWidget):
    """A stage that can take the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def crisis_card(window: MainWindow) -> CrisisCard:
    """Find the crisis card."""
    return window.findChildren(CrisisCard)[0]


def notice_bar(window: MainWindow) -> NoticeBar:
    """Find the notice bar."""
    return window.findChildren(NoticeBar)[0]


def test_every_key_of_the_window_stands_in_the_list(window: MainWindow) -> None:
    listed = (ASSETS.parent / "README.md").read_text("utf-8")

    keys = [action.shortcut().toString() for action in window.actions()]

    assert "F2" in keys
    assert [key for key in keys if f"`{key}`" not in listed] == []
    assert len(set(keys)) == len(keys)

"""Choosing: shelves, no end, fewer words, the fold, and where one was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QRadioButton

from prt_desktop.content.library import Library
from prt_desktop.domain.left_at import LeftAt
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import RowList
from prt_desktop.ui.widgets.slider import Slider
from tests.builders import a_check, write_clip
from tests.ui.practise.practices import write_practices
from tests.ui.reading import button, focused, named, press, tab_to, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting


@pytest.fixture
def setting(setting: Setting, tmp_path: Path) -> Setting:
    """Give the setting of somebody with five practices and a recorded check."""
    setting.library = Library(write_practices(tmp_path / "shelf"))
    now = setting.clock()
    setting.journal.add_answer(a_check(now.date(), now))
    return setting


def test_practices_stand_on_shelves_by_what_they_are_for(room: Room) -> None:
    shelves = [
        (rows.accessibleName(), [rows.model().index(k, 0).data() for k in range(count)])
        for rows in room.pane.findChildren(RowList)
        if rows.isVisible() and (count := rows.model().rowCount())
    ]

    assert shelves == [
        ("Looking with curiosity", ["Somatic tracking", "Somatic tracking, short", "Looking"]),
        ("Soothing for hard moments", ["Company in a flare", "Kind words"]),
        ("Back to movement", ["A movement for real"]),
    ]


def test_row_says_how_long_and_whether_it_opens(room: Room) -> None:
    rows = named(room.window, RowList, "Looking with curiosity")

    spoken = rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Somatic tracking. To look. 1 to 4 min."


def test_arrows_go_on_from_shelf_to_shelf(room: Room) -> None:
    named(room.window, RowList, "Looking with curiosity").setFocus()
    for _ in range(3):
        press(Qt.Key.Key_Down)
    below = focused().accessibleName()

    press(Qt.Key.Key_Up)

    assert below == "Soothing for hard moments"
    assert focused().accessibleName() == "Looking with curiosity"


def test_row_toggled_by_a_screen_reader_is_opened(room: Room) -> None:
    room.window.go(Place.PRACTISE)
    rows = first_rows(room, 1)[0]

    toggle(rows, 1)

    assert "Start" in words_on(room.window)
    assert not rows.selectionModel().hasSelection()


def test_row_toggled_once_can_be_toggled_again(room: Room, qtbot: QtBot) -> None:
    room.window.go(Place.PRACTISE)
    rows = first_rows(room, 1)[0]
    toggle(rows, 0)
    press(Qt.Key.Key_Escape)

    with qtbot.waitSignal(rows.chosen) as told:
        toggle(rows, 0)

    assert told.args


def test_only_the_list_with_the_focus_has_a_focused_row(room: Room) -> None:
    room.window.go(Place.PRACTISE)
    first, second = first_rows(room, 2)

    second.setFocus()
    below = [says_focused(first), says_focused(second)]
    first.setFocus()

    assert below == [False, True]
    assert [says_focused(first), says_focused(second)] == [True, False]


def first_rows(room: Room, count: int) -> list[RowList]:
    """Give the first lists in sight."""
    return [one for one in room.window.findChildren(RowList) if one.isVisible()][:count]


def toggle(rows: RowList, row: int) -> None:
    """Toggle a row as the accessibility bridge does: it selects it."""
    select = QItemSelectionModel.SelectionFlag.Select
    rows.selectionModel().select(rows.model().index(row, 0), select)


def says_focused(rows: RowList) -> bool:
    """Say whether any row of a list tells a screen reader that it has the focus."""
    interface = QAccessible.queryAccessibleInterface(rows)
    found = [interface.child(row) for row in range(interface.childCount())]
    return any(bool(row.state().focused) for row in found)


def test_coming_back_finds_the_row_that_was_opened(room: Room) -> None:
    named(room.window, RowList, "Back to movement").setFocus()
    press(Qt.Key.Key_Return)

    press(Qt.Key.Key_Escape)

    assert focused().accessibleName() == "Back to movement"


def test_no_end_is_offered_only_where_there_is_a_block_to_return_to(room: Room) -> None:
    room.window.go(Place.PRACTISE, "somatic-tracking")
    without = words_on(room.window)
    room.window.go(Place.PRACTISE, "somatic-tracking-short")

    button(room.window, "Until I stop").click()

    assert "Until I stop" not in without
    assert "Start, until I stop" in words_on(room.window)


def test_step_leads_from_no_end_back_to_minutes(room: Room) -> None:
    room.window.go(Place.PRACTISE, "somatic-tracking-short")
    button(room.window, "Until I stop").click()

    button(room.window, "A little longer").click()

    assert "Start four minutes" in words_on(room.window)


def test_fold_remembers_its_state(room: Room) -> None:
    room.window.go(Place.PRACTISE, "kind-words")
    folded = words_on(room.window)
    button(room.window, "How it sounds").click()
    press(Qt.Key.Key_Escape)

    room.window.go(Place.PRACTISE, "somatic-tracking")

    assert "Guidance" not in folded
    assert "Only the beginning and the end" in words_on(room.window)


def test_fold_toggled_by_a_screen_reader_is_remembered(room: Room, setting: Setting) -> None:
    room.window.go(Place.PRACTISE, "kind-words")

    button(room.window, "How it sounds").toggle()

    assert setting.settings.read().sound_unfolded
    assert "Only the beginning and the end" in words_on(room.window)


def test_sound_is_chosen_behind_the_fold(room: Room, setting: Setting) -> None:
    room.window.go(Place.PRACTISE, "kind-words")
    button(room.window, "How it sounds").click()
    for words in ("A word now and then", "A little slower", "Rain", "30 seconds"):
        button(room.window, words).click()
    button(room.window, "A soft bell at the start and at the end").click()
    press(Qt.Key.Key_Escape)

    kept = setting.settings.read()

    assert kept.guidance == {"kind-words": "cue_only"}
    assert (kept.rate, kept.background, kept.delay_s, kept.bell) == (0.9, "rain", 30, True)


def test_background_stays_below_the_voice(room: Room) -> None:
    room.window.go(Place.PRACTISE, "kind-words")
    button(room.window, "How it sounds").click()
    button(room.window, "Rain").click()

    named(room.window, Slider, "Loudness of the background").setValue(100)

    assert "70 %, as loud as it gets" in words_on(room.window)


def short_at_first(room: Room, shelf: Path) -> None:
    """Let kind words fill one minute at least, and two with a bell; one was chosen last."""
    write_clip(shelf / "audio" / "sounds" / "bell.ogg", 2_000)
    file = shelf / "audio" / "kind-words" / "exercise.toml"
    file.write_text(file.read_text().replace("[1000, 90000]", "[25000, 90000]"))
    room.setting.library.exercises = Library(shelf).exercises
    settings = room.setting.settings
    settings.write(replace(settings.read(), minutes={"kind-words": 1.0}))


def test_button_says_the_length_that_a_bell_makes(room: Room, tmp_path: Path) -> None:
    short_at_first(room, tmp_path / "shelf")
    room.window.go(Place.PRACTISE, "kind-words")
    before = words_on(room.window)
    button(room.window, "How it sounds").click()

    button(room.window, "A soft bell at the start and at the end").click()

    assert "Start one minute" in before
    assert not button(room.window, "A little shorter").isEnabled()
    shown = [one.text() for one in room.pane.findChildren(QRadioButton) if one.isVisible()]
    assert [one for one in shown if one.isdigit()] == ["2", "3"]
    button(room.window, "Start two minutes").click()
    assert [one.planned_ms for one in room.practices()] == [120_000]


def test_focus_stays_where_the_length_was_changed_from(room: Room, tmp_path: Path) -> None:
    short_at_first(room, tmp_path / "shelf")
    room.window.go(Place.PRACTISE, "kind-words")
    button(room.window, "How it sounds").click()
    bell = tab_to("A soft bell at the start and at the end")

    press(Qt.Key.Key_Space)
    assert "Start two minutes" in words_on(room.window)
    assert focused() is bell


def test_arrows_move_on_among_the_lengths(room: Room) -> None:
    room.window.go(Place.PRACTISE, "kind-words")
    tab_to("3")
    told = []

    for words in ("2", "1.5", "1"):
        press(Qt.Key.Key_Left)
        assert focused() is button(room.window, words)
        told += [line for line in words_on(room.window).splitlines() if line.startswith("Start")]

    assert told == ["Start two minutes", "Start one and a half minutes", "Start one minute"]


def test_half_minute_that_was_chosen_is_the_length_of_the_session(room: Room) -> None:
    room.window.go(Place.PRACTISE, "kind-words")

    button(room.window, "1.5").click()
    button(room.window, "Start one and a half minutes").click()

    assert [one.planned_ms for one in room.practices()] == [90_000]


def test_going_on_begins_where_it_was_left(room: Room, setting: Setting) -> None:
    setting.settings.write(
        replace(setting.settings.read(), left_at={"kind-words": LeftAt(100_000)})
    )
    room.window.go(Place.PRACTISE, "kind-words")

    button(room.window, "Go on where you were (1:40)").click()

    assert room.is_on()
    assert room.player.position_ms == 100_000


def test_start_begins_anew_even_where_one_could_go_on(room: Room, setting: Setting) -> None:
    setting.settings.write(
        replace(setting.settings.read(), left_at={"kind-words": LeftAt(100_000)})
    )
    room.window.go(Place.PRACTISE, "kind-words")

    room.start()

    assert room.player.position_ms == 0


def test_end_of_a_practice_is_no_place_to_go_on_from(room: Room, setting: Setting) -> None:
    setting.settings.write(
        replace(setting.settings.read(), left_at={"kind-words": LeftAt(175_000)})
    )

    room.window.go(Place.PRACTISE, "kind-words")

    assert "Go on where you were" not in words_on(room.window)


def leave_midway(room: Room) -> str:
    """Leave kind words in the words of their second half, and give these words."""
    room.window.go(Place.PRACTISE, "kind-words")
    room.start()
    room.listen(120_000)
    said = room.stage.caption.text
    press(Qt.Key.Key_Escape)
    return said


def go_on(room: Room) -> str:
    """Press the button that goes on, and give the words that are said there."""
    buttons = [one for one in room.pane.findChildren(QPushButton) if one.isVisible()]
    next(one for one in buttons if one.text().startswith("Go on where you were")).click()
    return room.stage.caption.text


def test_going_on_in_a_shorter_session_finds_the_sentence_it_was_left_at(room: Room) -> None:
    said = leave_midway(room)
    room.window.go(Place.PRACTISE, "kind-words")

    button(room.window, "2").click()

    assert go_on(room) == said
    assert room.player.position_ms < 120_000


def test_going_on_finds_its_sentence_behind_a_time_to_settle(room: Room) -> None:
    said = leave_midway(room)
    room.window.go(Place.PRACTISE, "kind-words")
    button(room.window, "How it sounds").click()

    button(room.window, "30 seconds").click()

    assert go_on(room) == said


def test_going_on_is_offered_no_more_where_the_session_would_nearly_be_over(
    room: Room, setting: Setting
) -> None:
    setting.settings.write(
        replace(setting.settings.read(), left_at={"kind-words": LeftAt(100_000)})
    )
    room.window.go(Place.PRACTISE, "kind-words")
    before = words_on(room.window)

    button(room.window, "1.5").click()

    assert "Go on where you were (1:40)" in before
    assert "Go on where you were" not in words_on(room.window)


def test_tab_leads_from_the_top_to_start(room: Room) -> None:
    room.window.go(Place.PRACTISE, "movement-for-real")

    tab_to("Start three minutes")

    assert focused().isVisible()

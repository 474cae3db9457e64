"""After a practice: where it was left, fewer words next time, and an end in the dark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from prt_desktop.content.library import Library
from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.left_at import LeftAt
from prt_desktop.ui.practise.night import Night
from tests.ui.reading import button, press, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting

EASIER = "It felt easy: fewer words next time"
FADED_WITHIN_MS = 8_000


def test_practice_left_midway_remembers_its_place(room: Room, setting: Setting) -> None:
    room.begin()
    room.listen(70_000)

    press(Qt.Key.Key_Escape)

    assert setting.settings.read().left_at == {"looking": LeftAt(10_000, "safe")}


def test_practice_left_at_its_beginning_remembers_nothing(room: Room, setting: Setting) -> None:
    room.begin()
    room.listen(30_000)

    press(Qt.Key.Key_Escape)

    assert setting.settings.read().left_at == {}


def test_time_to_settle_is_not_counted_as_heard(room: Room, setting: Setting) -> None:
    setting.settings.write(replace(setting.settings.read(), delay_s=60))
    room.begin()
    room.listen(70_000)

    press(Qt.Key.Key_Escape)

    assert setting.settings.read().left_at == {}


def test_practice_left_near_its_end_remembers_nothing(room: Room, setting: Setting) -> None:
    room.begin()
    room.listen(150_000)

    press(Qt.Key.Key_Escape)

    assert setting.settings.read().left_at == {}


def test_practice_that_turned_remembers_nothing(turning_room: Room) -> None:
    turning_room.begin()
    turning_room.listen(60_000)
    press(Qt.Key.Key_L)

    press(Qt.Key.Key_Escape)

    assert turning_room.setting.settings.read().left_at == {}


def test_finished_practice_forgets_where_it_was_left(room: Room, setting: Setting) -> None:
    room.begin()
    room.listen(60_000)
    press(Qt.Key.Key_Escape)
    room.window.go(room.window.place, "looking")
    room.start()

    room.listen_to_the_end()

    assert setting.settings.read().left_at == {}


def test_easy_practice_has_fewer_words_next_time(room: Room, setting: Setting) -> None:
    room.begin()
    room.listen_to_the_end()

    button(room.window, EASIER).click()
    told = words_on(room.window)
    button(room.window, "Back to your day").click()

    assert "Fewer words next time. You can change it before you start." in told
    assert setting.settings.read().guidance == {"looking": Guidance.SPARSE}


def test_practice_that_was_left_is_not_called_easy(room: Room) -> None:
    room.begin()

    press(Qt.Key.Key_Escape)

    assert EASIER not in words_on(room.window)


def test_nobody_is_asked_how_strong_it_was(room: Room) -> None:
    room.begin()

    room.listen_to_the_end()

    words = words_on(room.window).lower()
    assert "how was i with it?" in words
    assert not [word for word in ("score", "how strong", "0 to 10", "rate") if word in words]


def begin_what_ends_in_silence(room: Room, assets: Path) -> None:
    """Begin a practice that ends in silence."""
    file = assets / "audio" / "looking" / "exercise.toml"
    head = "default_minutes = 3"
    file.write_text(file.read_text().replace(head, f"{head}\nends_in_silence = true"))
    room.setting.library.exercises = Library(assets).exercises
    room.begin()


def hear_it_fall_dark(room: Room) -> None:
    """Hear to its end what ends in silence."""
    room.listen(180_000)
    room.qtbot.waitUntil(lambda: not room.stage.findChildren(Night)[0].isHidden())


def end_in_the_dark(room: Room, assets: Path) -> None:
    """Hear a practice that ends in silence to its end."""
    begin_what_ends_in_silence(room, assets)
    hear_it_fall_dark(room)


def test_end_in_silence_stays_dark_until_a_key(room: Room, assets: Path) -> None:
    end_in_the_dark(room, assets)
    dark = room.is_on(), room.practices()[0].finished

    press(Qt.Key.Key_Shift)

    assert dark == (True, True)
    assert "That was the practice" in words_on(room.window)


def test_controls_that_faded_stay_away_at_an_end_in_silence(room: Room, assets: Path) -> None:
    begin_what_ends_in_silence(room, assets)
    room.qtbot.waitUntil(lambda: not room.stage.controls_shown, timeout=FADED_WITHIN_MS)

    hear_it_fall_dark(room)
    QTest.mouseMove(room.stage.findChildren(Night)[0], QPoint(100, 100))

    assert not room.stage.controls_shown


def test_end_in_silence_takes_the_dark_ground_in_a_light_theme(room: Room, assets: Path) -> None:
    end_in_the_dark(room, assets)

    corner = room.stage.grab().toImage().pixelColor(40, 40)

    assert corner.lightness() < 60


def test_bump_against_the_table_does_not_light_up_the_room(room: Room, assets: Path) -> None:
    end_in_the_dark(room, assets)
    night = room.stage.findChildren(Night)[0]
    QTest.mouseMove(night, QPoint(100, 100))

    QTest.mouseMove(night, QPoint(104, 103))
    bumped = room.is_on()
    QTest.mouseMove(night, QPoint(180, 180))

    assert (bumped, room.is_on()) == (True, False)


def test_window_closed_in_the_dark_ends_the_practice(room: Room, assets: Path) -> None:
    end_in_the_dark(room, assets)

    room.pane.shut()

    assert not room.is_on()
    assert [one.finished for one in room.practices()] == [True]


def test_someone_to_call_stands_in_the_light_after_too_much(
    turning_room: Room, assets: Path
) -> None:
    room = turning_room
    begin_what_ends_in_silence(room, assets)
    room.listen(20_000)
    press(Qt.Key.Key_X)

    with room.qtbot.waitSignal(room.pane.performance.ended):
        room.listen(160_000)

    assert button(room.window, "Someone to call").isVisible()


def test_fine_again_after_too_much_ends_in_the_dark(turning_room: Room, assets: Path) -> None:
    room = turning_room
    begin_what_ends_in_silence(room, assets)
    room.listen(20_000)
    press(Qt.Key.Key_X)
    room.listen(20_000)
    press(Qt.Key.Key_F)

    room.listen(140_000)

    room.qtbot.waitUntil(lambda: not room.stage.findChildren(Night)[0].isHidden())

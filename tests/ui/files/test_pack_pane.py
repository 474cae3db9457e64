"""Practices for the phone: what goes along, how long, and what stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.paths import Places
from prt_desktop.phone_pack import LeftOut, Pack
from prt_desktop.sound_files import SoundFiles
from prt_desktop.ui.files.packing import PACK_NAME
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_check
from tests.ui.reading import button, focused, named, press, tab_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.files.conftest import Desk
    from tests.ui.setting import Setting

CHOOSE = "Choose a folder or a stick"
READY = "One practice is ready, with captions beside it"
OWN = "Put my own sentences in, as captions"


@pytest.fixture
def packing(desk: Desk, tmp_path: Path) -> Desk:
    """Give the page, with a folder to write to."""
    desk.setting.dialogs.answer = tmp_path
    desk.go(Place.PHONE_PACK)
    return desk


def ticked(desk: Desk) -> list[str]:
    """Give the titles that are ticked."""
    boxes = desk.window.findChildren(QCheckBox)
    return [box.text() for box in boxes if box.isVisible() and box.isChecked()]


def test_the_list_of_practices_leads_to_the_pack(desk: Desk) -> None:
    desk.go(Place.PRACTISE)

    desk.press("Practices for your phone")

    assert desk.sees("Pain mostly happens away from the desk")
    assert desk.sees(CHOOSE)


def test_a_few_practices_are_ticked_at_first(packing: Desk) -> None:
    assert ticked(packing) == ["Looking", "Kind words"]
    assert packing.sees("Two practices, 6 minutes, about 3 MB")


def test_what_waits_for_a_check_is_told_and_cannot_be_ticked(packing: Desk) -> None:
    assert packing.sees("Left out, because they wait for a clinician's check: A movement for real.")
    boxes = [box.text() for box in packing.window.findChildren(QCheckBox) if box.isVisible()]
    assert boxes == ["Looking", "Kind words", "Warm hands"]


def test_an_open_flag_leaves_only_what_soothes(
    setting: Setting, sit_down: Callable[[Setting], Desk]
) -> None:
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), setting.clock()))
    desk = sit_down(setting)

    desk.go(Place.PHONE_PACK)

    assert ticked(desk) == ["Kind words"]
    assert desk.sees("Left out until a doctor has looked at what you ticked:")


def test_a_pack_is_chosen_and_written_by_keyboard(packing: Desk, tmp_path: Path) -> None:
    tab_to("Warm hands")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Minutes for Warm hands"
    press(Qt.Key.Key_Up)
    tab_to(CHOOSE)
    press(Qt.Key.Key_Return)
    packing.wait_for(READY)

    [(wishes, out)] = packing.setting.stand_in.packed
    chosen = [(one.exercise, one.length_ms) for one in wishes]
    assert chosen == [("looking", 180_000), ("kind-words", 180_000), ("warm-hands", 120_000)]
    assert out == tmp_path / PACK_NAME


def test_minutes_are_offered_within_the_range_alone(packing: Desk) -> None:
    minutes = named(packing.window, QComboBox, "Minutes for Looking")

    offered = [minutes.itemText(place) for place in range(minutes.count())]

    assert offered == ["1 min", "2 min", "3 min", "4 min"]


def test_minutes_are_hidden_for_what_stays_behind(packing: Desk) -> None:
    named(packing.window, QComboBox, "Minutes for Looking")

    packing.press("Looking")

    assert not any(
        box.isVisible() and box.accessibleName() == "Minutes for Looking"
        for box in packing.window.findChildren(QComboBox)
    )


def test_nothing_ticked_cannot_be_written(packing: Desk) -> None:
    for title in ticked(packing):
        packing.press(title)

    assert packing.sees("Tick at least one practice.")
    assert not button(packing.window, CHOOSE).isEnabled()


def test_choosing_no_folder_changes_nothing(packing: Desk) -> None:
    packing.setting.dialogs.answer = None

    packing.press(CHOOSE)

    assert packing.setting.stand_in.packed == []
    assert packing.sees(CHOOSE)


def test_the_folder_of_an_earlier_pack_is_taken_itself(packing: Desk, tmp_path: Path) -> None:
    packing.setting.dialogs.answer = tmp_path / PACK_NAME

    packing.press(CHOOSE)
    packing.wait_for(READY)

    assert packing.setting.stand_in.packed[0][1] == tmp_path / PACK_NAME


def test_progress_over_all_is_shown_and_can_be_cancelled(packing: Desk) -> None:
    packing.setting.stand_in.hold()
    packing.press(CHOOSE)
    packing.wait_for("3 of 7 minutes")

    press(Qt.Key.Key_Space)
    packing.wait_for("Stopped. Nothing was written.")

    assert focused() is button(packing.window, CHOOSE)
    assert ticked(packing) == ["Looking", "Kind words"]


def test_an_error_is_told_and_the_choice_stays(packing: Desk) -> None:
    packing.setting.stand_in.error = StorageError("The stick is full. Free some space.")

    packing.press(CHOOSE)
    packing.wait_for("The stick is full. Free some space.")

    assert packing.sees("The practices were not written")
    assert focused() is button(packing.window, CHOOSE)


def test_the_end_says_what_was_left_out_and_shows_the_folder(packing: Desk, tmp_path: Path) -> None:
    packing.setting.stand_in.pack_made = Pack(("01 Looking",), (LeftOut("Warm hands", "No clip."),))
    packing.press(CHOOSE)
    packing.wait_for(READY)

    packing.press("Show in folder")

    assert packing.sees("Warm hands: No clip.")
    assert packing.setting.opened == [tmp_path / PACK_NAME]


def test_somebody_who_went_on_is_told_in_the_bar(packing: Desk) -> None:
    packing.setting.stand_in.hold()
    packing.press(CHOOSE)
    packing.wait_for("3 of 7 minutes")

    packing.go(Place.TODAY)
    packing.setting.stand_in.go_on()
    packing.wait_for(READY)

    assert packing.window.place is Place.TODAY


def test_coming_back_offers_another_pack(packing: Desk) -> None:
    packing.press(CHOOSE)
    packing.wait_for(READY)

    packing.go(Place.PRACTISE)
    packing.go(Place.PHONE_PACK)

    assert packing.sees(CHOOSE)
    assert not packing.sees(READY)


def test_the_real_engine_writes_a_folder_for_the_phone(
    setting: Setting, sit_down: Callable[[Setting], Desk], tmp_path: Path
) -> None:
    where = Places(setting.folder, setting.folder / "cache")
    setting.real_engine = SoundFiles(setting.library.assets, where, setting.clock)
    desk = sit_down(setting)
    setting.dialogs.answer = tmp_path
    desk.go(Place.PHONE_PACK)

    desk.press(CHOOSE)
    ready = "Two practices are ready, with captions beside them"
    desk.qtbot.waitUntil(lambda: desk.sees(ready), timeout=30_000)

    out = tmp_path / PACK_NAME
    lengths_s = {one.name: round(soundfile.info(one).duration) for one in out.glob("*.mp3")}
    assert lengths_s == {"01 Looking.mp3": 180, "02 Kind words.mp3": 180}
    assert not list(tmp_path.glob(".*"))


def test_own_sentences_go_along_only_when_ticked(
    setting: Setting, sit_down: Callable[[Setting], Desk], tmp_path: Path
) -> None:
    setting.journal.add_answer(a_check(on=setting.clock().date()))
    setting.journal.set_own_sentences(["I may go slowly."])
    setting.dialogs.answer = tmp_path
    desk = sit_down(setting)
    desk.go(Place.PHONE_PACK)
    assert not desk.sees(OWN)  # nothing chosen has room for them

    desk.press("A movement for real")
    desk.press(OWN)
    desk.press(CHOOSE)
    desk.wait_for(READY)

    [(wishes, _out)] = setting.stand_in.packed
    assert all(wish.own_sentences for wish in wishes)


def test_own_sentences_stay_behind_unticked(packing: Desk) -> None:
    packing.press(CHOOSE)
    packing.wait_for(READY)

    [(wishes, _out)] = packing.setting.stand_in.packed
    assert not any(wish.own_sentences for wish in wishes)

"""A memo is spoken, kept, found and heard by keyboard; nothing that was said is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.audio.recorder import NO_MICROPHONE, RecorderState
from prt_desktop.audio.silent_recorder import SilentRecorder
from prt_desktop.domain.diary import Entry, EntryKind, VoiceMemo
from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.memory import memory
from prt_desktop.ui.diary.level_line import LevelLine
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.widgets.pane import Place
from tests.storage.vaults import holding, turned_on
from tests.ui.conftest import shown
from tests.ui.reading import button, focused, named, press, tab_to, words_on, write
from tests.ui.setting import NOON, some_entries

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

SPOKEN_MS = 4_000


@pytest.fixture
def diary(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window with the diary open and some entries in it."""
    setting.pass_safety_pages()
    setting.journal.add_all(some_entries())
    window = shown(setting, qtbot)
    window.go(Place.DIARY)
    return window


def speak(setting: Setting, diary: MainWindow, ms: int = SPOKEN_MS) -> None:
    """Open the page and record for a while."""
    button(diary, "Speak a memo").click()
    button(diary, "Record").click()
    setting.now_ms += ms


def stop(diary: MainWindow, qtbot: QtBot) -> None:
    """End the recording and wait until the memo is made."""
    button(diary, "Stop").click()
    qtbot.waitUntil(lambda: "Not kept yet" in words_on(diary))


def memo_in(setting: Setting) -> tuple[Entry, VoiceMemo]:
    """Give the newest entry, which is a memo."""
    entry = setting.journal.entries()[-1]
    assert isinstance(entry.details, VoiceMemo)
    return entry, entry.details


def sound_of(setting: Setting) -> Path:
    return setting.memo_tools().memos.sound(memo_in(setting)[1].sound_id)


def test_a_memo_is_spoken_and_kept_by_keyboard_alone(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    tab_to("Speak a memo")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    setting.now_ms += SPOKEN_MS
    tab_to("Stop")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Not kept yet" in words_on(diary))
    tab_to("What it is about")
    write("  The stairs  ")
    press(Qt.Key.Key_Return)

    entry, memo = memo_in(setting)
    assert (entry.kind, entry.text, entry.created_at) == (EntryKind.MEMO, "The stairs", NOON)
    assert memo.length_ms == pytest.approx(SPOKEN_MS, abs=1)
    assert sound_of(setting).read_bytes().startswith(b"OggS")
    assert isinstance(focused(), TimelineView)
    assert button(diary, "Listen").isVisible()


def test_nothing_is_recorded_before_record_is_pressed_and_the_page_says_so(
    setting: Setting, diary: MainWindow
) -> None:
    button(diary, "Speak a memo").click()

    assert "Nothing is recorded until you press Record." in words_on(diary)
    assert setting.recorder.state is RecorderState.RESTING


def test_a_pause_takes_nothing_in(setting: Setting, diary: MainWindow, qtbot: QtBot) -> None:
    speak(setting, diary)

    button(diary, "Pause").click()
    setting.now_ms += 60_000
    paused = words_on(diary)
    button(diary, "Go on").click()
    setting.now_ms += 1_000
    stop(diary, qtbot)
    button(diary, "Keep in the diary").click()

    assert "Paused. Nothing is being recorded." in paused
    assert "0:04" in paused
    assert memo_in(setting)[1].length_ms == pytest.approx(5_000, abs=1)


def test_silence_from_the_microphone_is_told_while_recording(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary, 3_100)

    qtbot.waitUntil(lambda: "nothing is heard yet" in words_on(diary))

    assert setting.recorder.state is RecorderState.RECORDING
    assert diary.findChild(LevelLine) is not None


def test_without_a_microphone_one_sentence_says_what_to_do(
    setting: Setting, diary: MainWindow
) -> None:
    setting.recorder = SilentRecorder(setting.clock_ms, NO_MICROPHONE)

    speak(setting, diary)

    assert NO_MICROPHONE in words_on(diary)
    assert button(diary, "Record").isVisible()


def test_what_was_said_before_the_microphone_went_can_be_kept(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)

    setting.recorder.lose_microphone()
    qtbot.waitUntil(lambda: "Not kept yet" in words_on(diary))
    told = words_on(diary)
    button(diary, "Keep in the diary").click()

    assert "The microphone went away" in told
    assert memo_in(setting)[1].length_ms == pytest.approx(SPOKEN_MS, abs=1)


def test_discarding_can_be_undone(setting: Setting, diary: MainWindow, qtbot: QtBot) -> None:
    before = setting.journal.entries()
    speak(setting, diary)
    stop(diary, qtbot)

    button(diary, "Discard").click()
    discarded = setting.journal.entries()
    button(diary, "Undo").click()
    button(diary, "Keep in the diary").click()

    assert discarded == before
    assert memo_in(setting)[1].length_ms == pytest.approx(SPOKEN_MS, abs=1)


def test_a_discarded_memo_comes_back_beside_one_that_is_being_spoken(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)
    stop(diary, qtbot)
    button(diary, "Discard").click()
    button(diary, "Record").click()
    setting.now_ms += 1_000

    button(diary, "Undo").click()

    assert memo_in(setting)[1].length_ms == pytest.approx(SPOKEN_MS, abs=1)
    assert setting.recorder.state is RecorderState.RECORDING


def test_leaving_the_page_ends_the_recording_and_what_was_said_waits(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)

    diary.go(Place.TODAY)
    left = setting.recorder.state
    diary.go(Place.DIARY)
    qtbot.waitUntil(lambda: "Not kept yet" in words_on(diary))

    assert left is RecorderState.RESTING
    assert setting.journal.entries()[-1].kind is not EntryKind.MEMO


def test_nobody_is_locked_out_for_want_of_keys_while_speaking(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    before = diary.rooms.is_busy
    speak(setting, diary)
    during = diary.rooms.is_busy
    stop(diary, qtbot)

    assert (before, during, diary.rooms.is_busy) == (False, True, False)


@pytest.mark.parametrize("stopped", [False, True])
def test_locking_the_diary_keeps_what_was_said_in_the_vault(
    setting: Setting, diary: MainWindow, qtbot: QtBot, tmp_path: Path, stopped: bool
) -> None:
    turned_on(setting.journal)
    speak(setting, diary)
    if stopped:
        stop(diary, qtbot)
        tab_to("What it is about")
        write("The stairs")

    diary.rooms.empty()
    entry, kept = memo_in(setting)
    setting.journal.lock()

    assert entry.text == ("The stairs" if stopped else "")
    assert kept.length_ms == pytest.approx(SPOKEN_MS, abs=1)
    assert setting.recorder.state is RecorderState.RESTING
    assert holding(tmp_path, "OggS") == holding(tmp_path, "RIFF") == set()


def test_a_memo_in_the_making_lies_in_memory_alone(
    setting: Setting, diary: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    speak(setting, diary)
    stop(diary, qtbot)

    assert memory() is not None
    assert holding(tmp_path, "OggS") == holding(tmp_path, "RIFF") == set()


def test_a_full_disk_is_told_and_the_memo_waits(
    setting: Setting, diary: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full, so this was not saved.")

    speak(setting, diary)
    stop(diary, qtbot)
    with monkeypatch.context() as full:
        full.setattr(setting.journal, "add", refuse)
        button(diary, "Keep in the diary").click()
    told = words_on(diary)
    button(diary, "Keep in the diary").click()

    assert "The disk is full, so this was not saved. What you said is still here" in told
    assert memo_in(setting)[0].kind is EntryKind.MEMO


def test_a_memo_in_the_timeline_plays_and_pauses_by_space(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)
    stop(diary, qtbot)
    button(diary, "Keep in the diary").click()

    press(Qt.Key.Key_Space)
    playing = button(diary, "Pause").isVisible()
    setting.now_ms += 1_000
    press(Qt.Key.Key_Space)

    assert playing
    assert button(diary, "Listen").isVisible()
    assert "0:01 of 0:04" in words_on(diary)


def test_a_memo_can_be_heard_before_it_is_kept(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)
    stop(diary, qtbot)

    button(diary, "Listen").click()

    assert button(diary, "Pause").isVisible()


def test_space_on_an_entry_that_is_no_memo_does_nothing(diary: MainWindow) -> None:
    tab_to("Entries, newest first")
    press(Qt.Key.Key_Down)
    before = words_on(diary)

    press(Qt.Key.Key_Space)

    assert words_on(diary) == before


def test_a_memo_whose_sound_is_gone_says_so(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)
    stop(diary, qtbot)
    button(diary, "Keep in the diary").click()
    sound_of(setting).unlink()

    button(diary, "Listen").click()

    assert "The sound of this memo is not here any more." in words_on(diary)


def test_the_words_of_a_memo_can_be_changed_and_its_sound_stays(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)
    stop(diary, qtbot)
    button(diary, "Keep in the diary").click()
    before = memo_in(setting)[1]
    setting.clock.go_on(timedelta(minutes=1))

    button(diary, "Open").click()
    write("The stairs")
    button(diary, "Save the entry").click()

    entry, memo = memo_in(setting)
    assert (entry.text, memo) == ("The stairs", before)


def test_a_memo_is_recorded_after_a_message_for_bad_days_was(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)
    stop(diary, qtbot)
    button(diary, "Keep in the diary").click()
    diary.go(Place.PLAN, "messages")
    button(diary, "Say one").click()
    button(diary, "Record").click()
    setting.now_ms += SPOKEN_MS
    stop(diary, qtbot)
    button(diary, "Keep this message").click()
    diary.go(Place.DIARY)

    speak(setting, diary)
    stop(diary, qtbot)
    button(diary, "Keep in the diary").click()

    kinds = [entry.kind for entry in setting.journal.entries()]
    assert kinds.count(EntryKind.MEMO) == 2
    assert len(setting.journal.messages.all()) == 1


def test_a_memo_waits_while_another_recording_is_being_ended(
    setting: Setting, diary: MainWindow
) -> None:
    setting.recorder.start(setting.folder)

    speak(setting, diary)

    assert "Another recording is just being ended." in words_on(diary)
    assert setting.recorder.listener is None


def test_every_control_of_the_page_has_a_name(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    speak(setting, diary)
    stop(diary, qtbot)

    for name in ("Listen", "Keep in the diary", "Discard", "Back to the entries"):
        assert tab_to(name).isVisible()
    assert named(diary, type(tab_to("What it is about")), "What it is about").isVisible()

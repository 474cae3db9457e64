"""While the diary is locked nothing of it is in the window, and nothing half-written is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from prt_desktop.domain.diary import Draft, EntryKind
from prt_desktop.domain.errors import VaultLockedError
from prt_desktop.storage.journal import Journal
from prt_desktop.ui.measures.measure_form import MeasureForm
from prt_desktop.ui.safety.crisis_card import CrisisCard
from prt_desktop.ui.vault.clipboard_guard import KEPT_MS, ClipboardGuard
from prt_desktop.ui.vault.lock_screen import LockScreen
from prt_desktop.ui.widgets.pane import Notice, Place
from prt_desktop.ui.widgets.sectioned import SectionedPane
from tests.builders import an_entry
from tests.storage.vaults import CHEAP, MARKER, PASSPHRASE, holding, turned_on
from tests.ui.reading import button, focused, named, press, tab_stops, words_on, write
from tests.ui.vault.conftest import Locked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_no_widget_of_a_locked_window_holds_what_was_written(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.journal.add(an_entry(f"Of {MARKER}", kind=EntryKind.SURPRISE))
    locked = Locked(setting, qtbot)
    locked.turn_on()
    locked.window.go(Place.DIARY)
    before = texts_in(locked.window)

    locked.lock()
    qtbot.waitUntil(lambda: not locked.window.findChildren(SectionedPane))

    assert MARKER in before
    assert MARKER not in texts_in(locked.window)
    assert locked.window.windowTitle() == "PRT Desktop"
    with pytest.raises(VaultLockedError):
        setting.journal.entries()


def test_program_begins_with_the_lock_screen_alone(setting: Setting, qtbot: QtBot) -> None:
    setting.journal.add(an_entry(MARKER))
    turned_on(setting.journal)
    setting.journal.lock()

    locked = Locked(setting, qtbot)
    before = texts_in(locked.window)
    locked.unlock()
    locked.window.go(Place.DIARY)

    assert "The diary is locked" in before
    assert MARKER not in before
    assert MARKER in texts_in(locked.window)


def test_unlocking_leads_back_to_where_the_person_was(open_vault: Locked) -> None:
    open_vault.setting.journal.add(an_entry("The stairs were fine."))
    open_vault.window.go(Place.DIARY)
    open_vault.lock()

    open_vault.unlock()

    assert open_vault.window.place is Place.DIARY
    assert "The stairs were fine." in texts_in(open_vault.window)
    assert not open_vault.window.findChildren(LockScreen) or not open_vault.screen.isVisible()


def test_what_is_half_written_waits_as_a_sealed_draft(open_vault: Locked) -> None:
    open_vault.window.go(Place.DIARY, "new")
    write(f"Half of {MARKER}")

    open_vault.lock()
    found = holding(open_vault.setting.folder)
    open_vault.unlock()

    assert found == set()
    assert open_vault.setting.journal.drafts.get() == Draft(f"Half of {MARKER}")
    assert f"Half of {MARKER}" in texts_in(open_vault.window)


def test_line_of_today_stands_in_it_again_after_a_lock(open_vault: Locked) -> None:
    press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    write(MARKER)

    open_vault.lock()
    held = holding(open_vault.setting.journal.folder)
    open_vault.unlock()
    press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.text() == MARKER
    assert held == set()


def test_words_in_a_form_without_a_draft_join_the_draft(open_vault: Locked) -> None:
    open_vault.window.go(Place.DIARY, "measures:new")
    measures = open_vault.window.pane(Place.DIARY).findChildren(MeasureForm)[0]
    measures.findChildren(QPlainTextEdit)[0].setFocus()
    write("She said it is all right")

    open_vault.lock()
    open_vault.unlock()

    assert open_vault.setting.journal.drafts.get() == Draft("She said it is all right")


def test_half_a_safety_plan_is_kept_as_the_lock_comes_and_is_in_no_draft(
    open_vault: Locked,
) -> None:
    open_vault.window.go(Place.SAFETY, "safety_plan")
    open_vault.window.pane(Place.SAFETY).findChildren(QPlainTextEdit)[0].setFocus()
    write("I stop answering")

    open_vault.lock()
    open_vault.unlock()

    journal = open_vault.setting.journal
    assert [plan.warning_signs for plan in journal.safety_plans.all()] == ["I stop answering"]
    assert journal.drafts.get() is None


def test_wrong_passphrase_is_told_in_a_sentence_and_can_be_mended(open_vault: Locked) -> None:
    open_vault.lock()

    open_vault.type_passphrase("a loud harbour")
    open_vault.wait_for("This passphrase does not open the diary. Nothing was changed.")
    line = named(open_vault.screen, QLineEdit, "Passphrase")

    assert focused() is line
    assert line.text() == "a loud harbour"
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert open_vault.setting.journal.is_locked


def test_recovery_key_opens_as_well_and_leads_to_a_new_passphrase(
    setting: Setting, qtbot: QtBot
) -> None:
    locked = Locked(setting, qtbot)
    key = locked.turn_on()
    locked.lock()
    button(locked.screen, "Use the recovery key").click()

    write(key.printed.lower().replace("-", " "))
    with qtbot.waitSignals([locked.locking.unlocked, locked.window.ready]):
        press(Qt.Key.Key_Return)
    button(locked.window, "Choose one").click()

    assert locked.window.place is Place.PRIVACY


def test_slip_in_the_recovery_key_is_named(open_vault: Locked) -> None:
    open_vault.lock()
    button(open_vault.screen, "Use the recovery key").click()

    write("ABCD-EFGH")
    press(Qt.Key.Key_Return)

    open_vault.wait_for("A recovery key has 32 letters and digits")


def test_crisis_help_is_one_key_away_over_the_lock(open_vault: Locked) -> None:
    open_vault.lock()

    press(Qt.Key.Key_F1)
    [card] = open_vault.window.findChildren(CrisisCard)
    helped = card.isVisible()
    press(Qt.Key.Key_Escape)

    assert helped
    assert open_vault.screen.isVisible()
    assert isinstance(focused(), QLineEdit)


def test_crisis_help_stays_open_when_the_lock_comes(open_vault: Locked) -> None:
    press(Qt.Key.Key_F1)
    [card] = open_vault.window.findChildren(CrisisCard)

    open_vault.lock()
    helped = card.isVisible()
    press(Qt.Key.Key_Escape)

    assert helped
    assert open_vault.screen.isVisible()


def test_keys_of_places_and_notices_do_nothing_while_locked(open_vault: Locked) -> None:
    open_vault.window.show_notice(Notice("Entry deleted.", "Undo", print))
    open_vault.lock()

    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    assert open_vault.window.place is Place.TODAY
    assert "Entry deleted." not in words_on(open_vault.window)
    assert all(open_vault.screen.isAncestorOf(one) for one in tab_stops(open_vault.window))


def test_lock_stands_in_the_sidebar_while_the_vault_is_on(setting: Setting, qtbot: QtBot) -> None:
    locked = Locked(setting, qtbot)
    before = words_on(locked.window)

    locked.turn_on()
    with qtbot.waitSignal(locked.locking.locked):
        button(locked.window, "Lock").click()

    assert "Lock" not in before.splitlines()
    assert setting.journal.is_locked


def test_key_without_a_vault_says_where_one_is_turned_on(setting: Setting, qtbot: QtBot) -> None:
    locked = Locked(setting, qtbot)

    press(Qt.Key.Key_L, BOTH)

    assert "The diary is not in a vault, so there is nothing to lock." in words_on(locked.window)
    assert not locked.locking.is_locked


def test_window_that_nobody_touches_is_locked(open_vault: Locked) -> None:
    open_vault.setting.clock.go_on(timedelta(minutes=4))
    touch(open_vault)
    open_vault.setting.clock.go_on(timedelta(minutes=4))
    touch(open_vault)
    early = open_vault.locking.is_locked

    open_vault.setting.clock.go_on(timedelta(minutes=5))
    with open_vault.qtbot.waitSignal(open_vault.locking.locked):
        touch(open_vault)

    assert not early
    assert open_vault.setting.journal.is_locked


def test_stage_of_a_practice_rests_under_the_lock(open_vault: Locked) -> None:
    stage = QWidget()
    stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    open_vault.window.pane(Place.TODAY).stage_requested.emit(stage)

    open_vault.lock()
    covered = not stage.isVisible()
    open_vault.unlock()

    assert covered
    assert stage.isVisible()
    assert focused() is stage


def test_vault_turned_on_by_another_process_covers_the_window(
    setting: Setting, qtbot: QtBot
) -> None:
    locked = Locked(setting, qtbot)
    Journal(setting.folder, setting.clock).turn_vault_on(PASSPHRASE, CHEAP)

    with pytest.raises(VaultLockedError):
        setting.journal.refresh()
    locked.locking.follow()
    locked.unlock()

    assert not setting.journal.is_locked


def test_spoilt_journal_is_told_and_its_good_copy_offered(open_vault: Locked) -> None:
    open_vault.lock()
    spoil(open_vault.setting)

    open_vault.type_passphrase()
    open_vault.wait_for("was changed or cut since it was sealed")

    assert len(open_vault.asked) == 1
    assert open_vault.setting.journal.is_locked


@pytest.mark.parametrize("ours", [True, False])
def test_what_was_copied_is_cleared_only_while_it_is_ours(
    qapp: QApplication, *, ours: bool
) -> None:
    owners = [True]
    guard = ClipboardGuard(qapp, lambda: owners[-1])
    guard.set_on(on=True)

    qapp.clipboard().setText("a line of the diary")
    waits = guard.is_waiting
    owners.append(ours)
    guard.clear_now()
    left = qapp.clipboard().text()
    guard.deleteLater()

    assert waits
    assert left == ("" if ours else "a line of the diary")


def test_clipboard_is_left_alone_without_a_vault(qapp: QApplication) -> None:
    guard = ClipboardGuard(qapp, lambda: True)

    qapp.clipboard().setText("a line of the diary")
    waits = guard.is_waiting
    guard.deleteLater()

    assert KEPT_MS == 60_000
    assert not waits


def touch(locked: Locked) -> None:
    """Move a key as the system does: it comes to the window first."""
    handle = locked.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Shift)


def spoil(setting: Setting) -> None:
    """Turn over one bit in the journal's file."""
    content = bytearray(setting.journal.path.read_bytes())
    content[-1] ^= 1
    setting.journal.path.write_bytes(content)


def texts_in(window: QWidget) -> str:
    """Give every text that any widget of the window holds, to be seen or not."""
    return "\n".join(_texts(window))


def _texts(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(model.index(row, 0).data(role))

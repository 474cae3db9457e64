"""What goes on around an open window: other processes, second starts, the log."""

from __future__ import annotations

import contextlib
import sys
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot

from prt_desktop.domain.errors import StorageError, VaultLockedError
from prt_desktop.quick_start import end_quickly
from prt_desktop.storage.vault_places import is_in_vault
from prt_desktop.ui.ending import bring_to_front, end
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from prt_desktop.desktop.journal_watch import JournalWatch
    from prt_desktop.desktop.session_follower import SessionFollower
    from prt_desktop.desktop.single_instance import SingleInstance
    from prt_desktop.paths import Places
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.reminding import Reminding
    from prt_desktop.ui.vault.locking import Locking

DONE, FAULT = 0, 1


class Program(Protocol):
    """What is open: one person's folders, journal and window."""

    @property
    def where(self) -> Places:
        """The person's folders."""

    @property
    def window(self) -> MainWindow:
        """The window."""

    @property
    def settings(self) -> SettingsFile:
        """How the person likes the program."""

    @property
    def journal(self) -> Journal:
        """The journal; asks what to do when it cannot be opened."""

    @property
    def follower(self) -> SessionFollower:
        """What shows a practice outside the window."""

    @property
    def locking(self) -> Locking:
        """What locks the diary, and lets it be unlocked."""

    @property
    def reminding(self) -> Reminding:
        """What reminds, where somebody chose it."""


class Surroundings(QObject):
    """What goes on around an open window: other processes' entries, second starts, the log."""

    def __init__(self, program: Program, instance: SingleInstance) -> None:
        super().__init__(program.window)
        self._program = program
        self._instance = instance
        self._watch: JournalWatch | None = None
        self._conflict = ""
        program.window.filled.connect(end_quickly)
        program.window.ready.connect(end_quickly)  # nothing is filled under a lock
        program.window.ready.connect(self._start)
        program.window.ready.connect(self._tell_of_conflict)
        instance.front_requested.connect(self._bring_to_front)
        program.window.demonstration_requested.connect(self._demonstrate)
        program.window.rooms.begin_at(self._first_place)
        if is_in_vault(program.where.data):
            program.locking.cover()

    def _first_place(self) -> Place:
        from prt_desktop.ui.first_day.beginning import first_place  # noqa: PLC0415

        return first_place(self._program.settings, lambda: self._program.journal)

    @Slot()
    def _start(self) -> None:
        """Begin when the window is ready for the first time: it is again after each lock."""
        if self._watch is not None:
            return
        if not self._instance.hold():
            end(self._program.window)
            hand_over(self._instance)
            return
        from prt_desktop.desktop.journal_watch import JournalWatch  # noqa: PLC0415
        from prt_desktop.logs import Logs  # noqa: PLC0415

        self._remember_who_is_here()
        Logs(self._program.where.data).start(self._tell)
        self._instance.listen()
        self._watch = JournalWatch(self._program.where.data, self)
        self._watch.changed.connect(self._read_again)
        self._program.follower.front_wanted.connect(self._bring_to_front)
        self._program.locking.follow()
        if self._program.settings.read().reminders_on:
            self._program.reminding.follow()

    @Slot()
    def _read_again(self) -> None:
        changed = False
        try:
            changed = self._program.journal.refresh()
        except VaultLockedError:  # turned on by another process, or turned on anew
            changed = True
        except StorageError as error:
            self._tell(str(error))
        if changed:
            self._program.locking.follow()
            self._program.window.journal_changed()
        self._tell_of_conflict()

    @Slot()
    def _tell_of_conflict(self) -> None:
        """Tell of a second diary that a program for synced folders put there, once for each."""
        from prt_desktop.storage.conflicts import (  # noqa: PLC0415
            conflict_sentence,
            conflicted_copies,
        )

        if is_in_vault(self._program.where.data) and self._program.locking.is_locked:
            return
        sentence = conflict_sentence(conflicted_copies(self._program.where.data))
        if sentence and sentence != self._conflict:
            window = self._program.window
            look = partial(window.go, Place.PRIVACY, "conflict")
            window.show_notice(Notice(sentence, "Look into it", look, lasting=True))
        self._conflict = sentence

    @Slot()
    def _bring_to_front(self) -> None:
        bring_to_front(self._program.window)

    @Slot()
    def _demonstrate(self) -> None:
        from prt_desktop.ui.demonstration import begin_demonstration  # noqa: PLC0415

        if not begin_demonstration(self._program.where.data):
            self._tell("The demonstration could not be opened. Nothing was changed.")

    def _remember_who_is_here(self) -> None:
        from prt_desktop.storage.people import People, person_of  # noqa: PLC0415

        where = self._program.where
        with contextlib.suppress(StorageError):  # or another diary opens at the next start
            People(where.root or where).remember(person_of(where))

    def _tell(self, sentence: str) -> None:
        self._program.window.show_notice(Notice(sentence, lasting=True))


def hand_over(instance: SingleInstance) -> int:
    """Bring the first window on a folder to the front, and give the exit code."""
    if instance.call_first():
        sys.stderr.write("PRT Desktop is open already. Its window was brought to the front.\n")
        return DONE
    sys.stderr.write(
        "PRT Desktop is open already on this folder, but its window does not answer. Close it, "
        "then start again. Nothing was changed.\n"
    )
    return FAULT

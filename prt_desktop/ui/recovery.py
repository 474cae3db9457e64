"""The questions asked when the journal cannot be opened, before anything is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from prt_desktop.domain.errors import JournalUnreadableError, StorageError
from prt_desktop.domain.long_day import long_day
from prt_desktop.ui.theme import Size
from prt_desktop.ui.widgets.button import Button, Look

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.copies import Copy
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.seal import Seal
    from prt_desktop.ui.theme import Theme


class Recovery:
    """Asks in the window's look; every answer leaves the unreadable file where it can be found."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._theme = theme
        self._parent = parent

    def opened(self, folder: Path, clock: Callable[[], datetime], fault: int) -> Journal:
        """Open the journal, or what the person chooses instead; else end with the code `fault`."""
        from prt_desktop.storage.journal import Journal  # noqa: PLC0415 - not before the paint

        journal = None
        try:
            try:
                return Journal(folder, clock)
            except JournalUnreadableError as error:
                journal = self._instead(error, folder, clock)
        except StorageError as error:
            self.tell_closing(error)
        if journal is None:
            raise SystemExit(fault)
        return journal

    def put_right(
        self,
        error: JournalUnreadableError,
        folder: Path,
        clock: Callable[[], datetime],
        seal: Seal,
    ) -> bool:
        """Put the last good copy in the place of a journal that lies in a vault, if wanted.

        Raises JournalUnreadableError when there is none, and StorageError.
        """
        from prt_desktop.storage.journal import newest_good_copy, recover  # noqa: PLC0415

        copy = newest_good_copy(folder, clock, seal)
        if not self._wants_good_copy(error, copy):
            return False
        recover(folder, clock, seal)
        return True

    def _instead(
        self, error: JournalUnreadableError, folder: Path, clock: Callable[[], datetime]
    ) -> Journal | None:
        from prt_desktop.storage.journal import (  # noqa: PLC0415
            newest_good_copy,
            recover,
            start_anew,
        )

        try:
            copy = newest_good_copy(folder, clock)
        except JournalUnreadableError as no_copy:
            return start_anew(folder, clock) if self._wants_new_journal(error, no_copy) else None
        return recover(folder, clock) if self._wants_good_copy(error, copy) else None

    def _wants_good_copy(self, error: StorageError, copy: Copy) -> bool:
        """Ask whether the last good copy is to be opened instead, and say how old it is."""
        saved_at = copy.saved_at.astimezone()
        explained = _tr(
            "The last good copy can be opened in its place. It has all that was kept before "
            "%(time)s on %(day)s. The file that cannot be read is kept beside it, in case somebody "
            "can read more of it."
        ) % {"time": saved_at.strftime("%H:%M"), "day": long_day(saved_at.date())}
        return self._agrees(error, explained, _tr("Open the last good copy"))

    def _wants_new_journal(self, error: StorageError, no_copy: StorageError) -> bool:
        """Ask whether to begin an empty diary, when no good copy is left."""
        explained = _tr(
            "%s An empty diary can be begun. What cannot be read is kept in the same folder, in "
            "case somebody can read more of it."
        )
        return self._agrees(error, explained % no_copy, _tr("Begin an empty diary"))

    def tell_closing(self, error: StorageError) -> None:
        """Say why the program cannot go on."""
        box = self._box(error)
        self._add(box, _tr("Close the program"), Look.PRIMARY)
        box.exec()

    def _agrees(self, error: StorageError, explained: str, verb: str) -> bool:
        box = self._box(error)
        box.setInformativeText(explained)
        agreeing = self._add(box, verb, Look.PRIMARY)
        self._add(box, _tr("Close the program"), Look.QUIET)
        box.setDefaultButton(agreeing)
        box.exec()
        return box.clickedButton() is agreeing

    def _box(self, error: StorageError) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setFont(self._theme.font(Size.BODY))
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(_tr("PRT Desktop"))
        box.setText(str(error))
        return box

    def _add(self, box: QMessageBox, words: str, look: Look) -> Button:
        button = Button(self._theme, words, look, parent=box)
        role = QMessageBox.ButtonRole
        box.addButton(button, role.AcceptRole if look is Look.PRIMARY else role.RejectRole)
        return button


def _tr(text: str) -> str:
    return QCoreApplication.translate("recovery", text)

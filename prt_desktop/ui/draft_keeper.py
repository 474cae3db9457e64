"""Keeps what is being written, so that a crash loses nothing."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.domain.diary import Draft
    from prt_desktop.domain.exercise import Tool
    from prt_desktop.domain.form_draft import Form, FormDraft
    from prt_desktop.storage.journal import Journal

DRAFT_EVERY_MS = 2_000


class DraftKeeper(QObject):
    """Writes a draft at most every two seconds, and when its page is left.

    `of` is whose draft it is, None for the diary's; `make` gives it as it stands, and an empty
    one is forgotten. Signals: `failed` with a sentence, once until a save works again.
    """

    failed = Signal(str)

    def __init__(
        self,
        journal: Journal,
        of: Tool | Form | None,
        make: Callable[[], Draft | FormDraft],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._of = of
        self._make = make
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_EVERY_MS)
        self._timer.timeout.connect(self.keep)

    @Slot()
    def touch(self) -> None:
        """Know that something changed."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Write the draft now, or forget it when nothing is written."""
        self._timer.stop()
        draft = self._make()
        try:
            if draft.is_empty:
                self._journal.drafts.drop(self._of)
            else:
                self._journal.drafts.keep(draft, self._of)
            self._told = False
        except StorageError as error:
            if not self._told:
                self._told = True
                self.failed.emit(str(error))

    def keep_if_touched(self) -> None:
        """Write what changed since the last time."""
        if self._timer.isActive():
            self.keep()

    def settle(self) -> None:
        """Know that what changed came from the journal or the draft itself."""
        self._timer.stop()

    def let_go(self) -> None:
        """Forget the draft, as what was written is kept; one that stays is written over later."""
        self._timer.stop()
        with contextlib.suppress(StorageError):
            self._journal.drafts.drop(self._of)


def words_unkept(sentence: str) -> Notice:
    """Make the notice that a draft could not be saved, for a page or form of words."""
    words = _tr("%s Your words are still in the window: try again, or copy them.")
    return Notice(words % sentence, lasting=True)


def line_unkept(sentence: str) -> Notice:
    """Make the notice that a draft could not be saved, for a single line."""
    words = _tr("%s Your line is still here: try again, or copy it.")
    return Notice(words % sentence, lasting=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DraftKeeper", text)

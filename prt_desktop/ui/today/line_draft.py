"""What stands half-written in the quick line: kept as it is written, and put back into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.ui.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.today.quick_line import QuickLine

_WORDS, _KIND = "words", "kind"


class LineDraft(QObject):
    """Puts the words of last time into the line, and keeps what is written there from then on.

    Signals: `failed` with a sentence, once until a save works again.
    """

    failed = Signal(str)

    def __init__(self, line: QuickLine, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._keeper = DraftKeeper(journal, Form.LINE, self._draft, self)
        self._keeper.failed.connect(self.failed)
        line.changed.connect(self._keeper.touch)
        if line.text:  # somebody began to write before the diary was read
            self._keeper.touch()
        begun = journal.drafts.get(Form.LINE)
        if begun is not None and not begun.is_empty:
            self._put_back(begun)

    def keep(self) -> None:
        """Keep what is half-written."""
        self._keeper.keep_if_touched()

    def let_go(self) -> None:
        """Forget the draft, as the line is kept in the diary."""
        self._keeper.let_go()

    def _put_back(self, begun: FormDraft) -> None:
        self._line.put_back(begun.text(_WORDS))
        self._line.set_surprise(surprise=begun.text(_KIND) == EntryKind.SURPRISE)

    def _draft(self) -> FormDraft:
        if not self._line.text:
            return FormDraft()
        kind = EntryKind.SURPRISE if self._line.is_surprise else EntryKind.NOTE
        return FormDraft({_WORDS: self._line.text, _KIND: kind.value})

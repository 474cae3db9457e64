"""What keeps words safe: drafts, saving, putting away, and starting from a template."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.domain.diary import (
    EDITABLE_KINDS,
    Draft,
    Entry,
    EntryKind,
    MovementTrial,
    Template,
    ThoughtRecord,
    new_entry_id,
)
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.pain_question import may_ask_for_pain
from prt_desktop.domain.tag_use import tags_by_use
from prt_desktop.ui.diary.composer import Aids, Composer
from prt_desktop.ui.diary.words import kind_word
from prt_desktop.ui.draft_keeper import DraftKeeper, words_unkept
from prt_desktop.ui.put_away import PutAway
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.theme import Theme

_LONGEST_NAME = 40
_MADE_ELSEWHERE = {EntryKind.LESSON_NOTE, EntryKind.MEMO}


class Writing(QObject):
    """Stands between the composer and the journal.

    A draft is kept at most every two seconds; it is found again at the next start.

    Signals: `saved` with the Entry; `notice_requested` with a Notice; `templates_requested` to
    rename one.
    """

    saved = Signal(object)
    notice_requested = Signal(Notice)
    templates_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        settings: SettingsFile,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._settings = settings
        self._clock = clock
        self.composer = Composer(
            theme, Aids(self._used_tags, self._asks_for_pain, journal.templates.all)
        )
        self._drafts = DraftKeeper(journal, None, self._draft, self)
        self._away = PutAway(journal, None, self)
        self._connect()
        self._find_draft()

    def edit(self, entry: Entry, about: str) -> bool:
        """Take an entry to be changed; False, with a word, while something else is written."""
        if entry.kind not in EDITABLE_KINDS:
            return False
        if not self.composer.draft.is_empty:
            self.composer.write()
            words = self.tr("You are writing something. Save it or put it away first.")
            self.notice_requested.emit(Notice(words))
            return False
        own = entry.details if isinstance(entry.details, ThoughtRecord | MovementTrial) else None
        draft = Draft(entry.text, entry.kind, entry.id, own, entry.circumstances)
        self.composer.show_draft(draft, about)
        self.composer.write()
        return True

    @Slot()
    def leave(self) -> None:
        """Keep what was not kept yet, as the section is left."""
        self._drafts.keep_if_touched()

    @Slot(Draft)
    def _save(self, draft: Draft) -> None:
        try:
            entry = _written(self._journal, draft, self._clock())
        except StorageError as error:
            self._tell_failure(str(error))
            return
        self.composer.clear()
        self._drafts.let_go()
        self.saved.emit(entry)
        self.notice_requested.emit(Notice(self.tr("Saved in your diary.")))

    @Slot()
    def _put_away(self) -> None:
        draft = self.composer.draft
        self.composer.clear()
        self._drafts.keep()
        if not draft.is_empty:
            self.notice_requested.emit(self._away.offer(draft, self.tr("Put away.")))

    @Slot(object)
    def _start(self, template: Template) -> None:
        before = self.composer.draft
        draft = Draft(template.text, template.kind, circumstances=template.circumstances)
        self.composer.show_draft(draft, self.tr("Started from: %s") % template.name)
        self.composer.write()
        if not before.is_empty:
            words = self.tr("What you had written was put away.")
            self.notice_requested.emit(self._away.offer(before, words))

    @Slot()
    def _keep_template(self) -> None:
        draft = self.composer.draft
        name = _name_of(draft)
        template = Template(new_entry_id(), name, draft.kind, draft.text, draft.circumstances)
        try:
            self._journal.templates.keep(template)
        except StorageError as error:
            self._tell_failure(str(error))
            return
        words = self.tr("Kept as a template: %s") % name
        self.notice_requested.emit(Notice(words, self.tr("Rename"), self.templates_requested.emit))

    @Slot(object)
    def _take_back(self, draft: Draft) -> None:
        self.composer.show_draft(draft, "")
        self.composer.write()
        self._drafts.settle()

    def _find_draft(self) -> None:
        draft = self._journal.drafts.get()
        if draft is not None and not draft.is_empty:
            self.composer.show_draft(
                draft, self.tr("You were writing this when the program closed. It is all here.")
            )
            self._drafts.settle()

    def _draft(self) -> Draft:
        return self.composer.draft

    @Slot(str)
    def _tell_failure(self, error: str) -> None:
        self.notice_requested.emit(words_unkept(error))

    def _used_tags(self) -> tuple[str, ...]:
        return tags_by_use(self._journal.entries())

    def _asks_for_pain(self) -> bool:
        chosen = self._settings.read().rate_pain
        return may_ask_for_pain(self._journal.entries(), self._clock(), chosen=chosen)

    def _connect(self) -> None:
        composer = self.composer
        composer.changed.connect(self._drafts.touch)
        composer.put_away_requested.connect(self._put_away)
        composer.save_requested.connect(self._save)
        composer.templates.keep_requested.connect(self._keep_template)
        composer.templates.page_requested.connect(self.templates_requested)
        composer.templates.start_requested.connect(self._start)
        self._away.brought_back.connect(self._take_back)
        self._away.draft_wanted.connect(self.leave)
        self._away.notice_requested.connect(self.notice_requested)
        self._drafts.failed.connect(self._tell_failure)


def _written(journal: Journal, draft: Draft, now: datetime) -> Entry:
    """Save a draft as a new entry, or in the place of the entry it changes.

    What a draft does not hold, such as the quote of a lesson note, stays as it was.
    """
    old = {entry.id: entry for entry in journal.entries()}.get(draft.entry_id or "")
    text, details, told = draft.text.strip(), draft.details, draft.circumstances
    if details is not None:
        details = details.with_texts([one.strip() for one in details.texts])
    if old is None:
        kind = EntryKind.NOTE if draft.kind in _MADE_ELSEWHERE else draft.kind
        entry = Entry(new_entry_id(), now, kind, text, details, circumstances=told)
        journal.add(entry)
        return entry
    kept = old.details if details is None else details
    entry = replace(
        old, kind=draft.kind, text=text, details=kept, edited_at=now, circumstances=told
    )
    journal.replace(entry)
    return entry


def _name_of(draft: Draft) -> str:
    """Name a template by the first words of it, or by its kind where it has none."""
    words = draft.text.split("\n")[0].strip() or kind_word(draft.kind)
    return words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME].rsplit(" ", 1)[0]

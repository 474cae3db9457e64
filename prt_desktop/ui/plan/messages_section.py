"""The section of messages for bad days: the list, a message, and where one is spoken."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.good_day import Message, choosing
from prt_desktop.ui.diary.speaking import Speaking
from prt_desktop.ui.form_drafts import FormDrafts
from prt_desktop.ui.plan.message_form import MessageForm
from prt_desktop.ui.plan.message_list import MessageList
from prt_desktop.ui.plan.speak_page import SpeakPage
from prt_desktop.ui.shelf_keeper import ShelfKeeper
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.diary import VoiceMemo
    from prt_desktop.domain.form_draft import FormDraft
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.diary.speaking import MemoTools
    from prt_desktop.ui.theme import Theme


class MessagesSection(SectionPane):
    """Going back from a message keeps it; what stood in it is never lost.

    Words that are about to be spoken wait as a draft until something is said with them.
    """

    def __init__(
        self, theme: Theme, journal: Journal, clock: Callable[[], datetime], tools: MemoTools
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._clock = clock
        self._tools = tools
        self._form: MessageForm | None = None
        self._speak: SpeakPage | None = None
        self._waiting: Message | None = None
        self._target = self._blank()
        self._speaking = Speaking(tools, self._put, self)
        self._is_shut = False
        self._list = MessageList(theme)
        self._stack = PageStack(self._list)
        self._keeper: ShelfKeeper[Message] = ShelfKeeper(journal.messages, self)
        self._drafts = FormDrafts(journal, Form.MESSAGE, self)
        self.stand_on(self._stack)
        self._connect()

    @property
    def is_busy(self) -> bool:
        """Say whether a message is being recorded."""
        return self._speaking.is_busy

    def open(self, target: str) -> None:
        """Come to the front; "new" writes one, and the id of a message opens it.

        A message that was left half-written is gone on with first.
        """
        begun = self._drafts.begun()
        if begun is not None and self._form is None and self._speak is None:
            self._show_form(self._keeper.found(begun.value_id or "") or self._blank(), begun)
        elif target and (target != "new" or self._form is None):
            self._open_instead(target)

    @Slot()
    def refresh(self) -> None:
        """Show the messages as they are now."""
        self._list.show_messages(self._journal.messages.all())

    def put_down(self) -> None:
        """Keep what is half-written as a draft, before the diary is locked."""
        self._drafts.keep()

    @Slot()
    def shut(self) -> None:
        """Keep what is half-written, and what was spoken so far."""
        super().shut()
        if self._form is not None:
            self._form.listen.shut()
        self._is_shut = True
        if self._speak is not None:
            self._speak.shut()
        self._speaking.shut()

    @Slot()
    def _go_on(self) -> None:
        """Show what was brought back, in the place of what is open."""
        self._clear()
        self.open("")

    @Slot()
    def _write_one(self) -> None:
        self._show_form(self._blank())

    @Slot(str)
    def _open_message(self, message_id: str) -> None:
        found = self._keeper.found(message_id)
        if found is not None:
            self._show_form(found)

    @Slot()
    def _say_one(self) -> None:
        """Let a message be spoken; what is written of it goes along, and waits meanwhile."""
        waiting = None if self._form is None else self._form.message
        self._drafts.leave()
        self._clear()
        self._target = waiting or self._blank()
        page = SpeakPage(self._theme, self._speaking, self._tools.make_player)
        page.left.connect(partial(self._leave_speaking, self._target.id))
        self._speak = page
        self._waiting = waiting
        self._stack.lay(page)
        page.take_focus()

    def _open_instead(self, target: str) -> None:
        """Keep what is open, as going back does, and open something else."""
        if self._speak is not None:
            self._leave_speaking()
        self._leave_form()
        if self._form is None and target == "new":
            self._write_one()
        elif self._form is None:
            self._open_message(target)

    @Slot()
    def _leave_form(self) -> None:
        """Keep what stands in the form, where anything does."""
        if self._form is None:
            return
        message = self._form.message
        if message.id == self._target.id:
            self._target = message
        before = self._keeper.found(message.id)
        if message.is_empty:
            gone = before is None or self._keeper.remove(before, self.tr("Message removed."))
        else:
            told = self.tr("Message kept.")
            others = _no_longer_chosen(self._journal.messages.all(), message)
            gone = message == before or self._keeper.keep(message, told, others)
        if gone:
            self._drafts.let_go()
            self._come_back(message.id)

    @Slot()
    def _remove(self) -> None:
        found = None if self._form is None else self._keeper.found(self._form.message.id)
        if found is None or self._keeper.remove(found, self.tr("Message removed.")):
            self._drafts.let_go()
            self._come_back("")

    def _leave_speaking(self, message_id: str = "") -> None:
        """Go back to the words from which one came, or to the list once something was said."""
        self._clear()
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            self._come_back(message_id)
        else:
            self._show_form(waiting)

    def _put(self, memo: VoiceMemo, words: str) -> Message:
        """Keep what was spoken, with what is written of it; raises StorageError.

        A message is spoken once: another memo that is brought back is a message of its own.
        """
        form = self._form
        is_open = form is not None and form.message.id == self._target.id
        message = form.message if form is not None and is_open else self._target
        if message.memo is not None:
            message = self._blank()
        text = "\n".join(one for one in (message.text, words) if one)
        spoken = replace(message, memo=memo, text=text)
        self._journal.messages.keep(spoken)
        self._target = spoken
        if self._waiting is not None or is_open:
            self._waiting = None
            self._drafts.let_go()
        return spoken

    @Slot(object)
    def _take_spoken(self, message: Message) -> None:
        if self._is_shut:
            return
        self.journal_changed.emit()
        self.refresh()
        is_open = self._form is not None and self._form.message.id == message.id
        if is_open or self._speak is not None:
            self._show_form(message)

    def _show_form(self, message: Message, begun: FormDraft | None = None) -> None:
        is_new = self._keeper.found(message.id) is None
        form = MessageForm(self._theme, message, self._tools, is_new=is_new)
        form.left.connect(self._leave_form)
        form.listen.notice_requested.connect(self.notice_requested)
        form.removed.connect(self._remove)
        form.speak_wanted.connect(self._say_one)
        self._clear()
        self._drafts.follow(form, begun)
        self._form = form
        self._stack.lay(form)
        form.take_focus()

    @Slot()
    def _come_back(self, message_id: str = "") -> None:
        self._waiting = None
        self._clear()
        self.refresh()
        self._list.take_focus(message_id)

    def _clear(self) -> None:
        if self._form is not None:
            self._form.listen.shut()
        page, self._form, self._speak = self._speak, None, None
        if page is not None:  # what was said and not kept yet is kept by that
            page.shut()
        self._stack.clear()

    def _blank(self) -> Message:
        return Message(new_entry_id(), self._clock())

    def _connect(self) -> None:
        self._drafts.brought_back.connect(self._go_on)
        self._drafts.put_away.connect(self._come_back)
        self._speaking.notice_requested.connect(self.notice_requested)
        self._speaking.saved.connect(self._take_spoken)
        self._keeper.changed.connect(self.journal_changed)
        self._keeper.changed.connect(self.refresh)
        self._keeper.notice_requested.connect(self.notice_requested)
        self._list.opened.connect(self._open_message)
        self._list.speak_wanted.connect(self._say_one)
        self._list.write_wanted.connect(self._write_one)


def _no_longer_chosen(kept: tuple[Message, ...], message: Message) -> list[Message]:
    """Give the others that change when this one is the one for bad days."""
    others = choosing(kept, message.id) if message.for_bad_days else ()
    return [one for one in others if one.id != message.id]

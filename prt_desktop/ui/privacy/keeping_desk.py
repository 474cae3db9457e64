"""Does what is asked for safe keeping: dialogs, the work in a thread, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.ui.privacy import words
from prt_desktop.ui.privacy.copies_page import CopiesPage
from prt_desktop.ui.privacy.found_page import FoundPage
from prt_desktop.ui.privacy.keeping import Keeping, Replaced
from prt_desktop.ui.widgets.errand import Errand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.storage.backing_up import BackedUp
    from prt_desktop.storage.taking_in import Source
    from prt_desktop.ui.privacy.keeping_part import KeepingPart
    from prt_desktop.ui.services import Services
    from prt_desktop.ui.widgets.page_stack import PageStack


class KeepingDesk(QObject):
    """Signals: `changed` when the journal is another than before."""

    changed = Signal()

    def __init__(self, services: Services, part: KeepingPart, stack: PageStack) -> None:
        super().__init__(stack)
        self._services = services
        self._keeping = Keeping(services.journal, services.clock)
        self._part = part
        self._stack = stack
        self._page: FoundPage | None = None
        self._source: Source | None = None
        self._before: Path | None = None
        self._then: Callable[..., None] = self._take_source
        self.errand = Errand(self)
        self._connect()

    @Slot()
    def _back_up(self) -> None:
        day = self._services.clock().date()
        name = self.tr("PRT Desktop backup %s") % day.isoformat()
        file = self._services.privacy.dialogs.new_backup(self._stack, name)
        if file is not None and not self.errand.running:
            self._part.card.show_running(self.tr("Making the backup"))
            self._part.set_waiting(waiting=True)
            self._then = self._tell_backed_up
            self.errand.start(lambda told, _cancelled: self._keeping.back_up(file, told))

    @Slot()
    def _choose_backup(self) -> None:
        file = self._services.privacy.dialogs.backup(self._stack)
        if file is not None:
            self._look_into(partial(self._keeping.backup, file), file.name)

    @Slot()
    def _choose_journal(self) -> None:
        file = self._services.privacy.dialogs.journal(self._stack)
        if file is not None:
            self.look_into(file)

    def look_into(self, file: Path, title: str = "") -> None:
        """Show what another diary's file holds, and what may be done with it."""
        self._look_into(partial(self._keeping.journal, file), title or file.name)

    @Slot()
    def _show_copies(self) -> None:
        services, copies = self._services, self._keeping.copies()
        page = CopiesPage(services.theme, copies, services.clock())
        page.chosen.connect(partial(self.look_into, title=self.tr("A good copy")))
        page.left.connect(self._leave)
        self._stack.lay(page)

    @Slot(str)
    def _unlock(self, passphrase: str) -> None:
        source = self._source
        if source is not None and self._page is not None:
            self._page.show_busy(self.tr("Opening …"))
            self._begin(lambda: source.unlock(passphrase) or source, self._take_source)

    @Slot()
    def _merge(self) -> None:
        if self._source is not None and self._page is not None:
            self._page.show_busy(self.tr("Adding what is missing …"))
            end = partial(self._end, self.tr("It was taken in"))
            merge = partial(self._keeping.merge, self._source)
            self._begin(merge, lambda added: end(words.added(added)))

    @Slot()
    def _replace(self) -> None:
        if self._source is not None and self._page is not None:
            self._page.show_busy(self.tr("Putting it in the place of the diary …"))
            self._begin(partial(self._keeping.replace, self._source), self._tell_replaced)

    @Slot()
    def _bring_back(self) -> None:
        if self._before is not None:
            before, self._before = self._before, None
            self._part.card.show_running(self.tr("Bringing back what was there before"))
            self._part.set_waiting(waiting=True)
            end = partial(self._end, self.tr("What was there before is back"))
            line = self.tr("The diary holds %s again.")
            bring = partial(self._keeping.bring_back, before)
            self._begin(bring, lambda preview: end(line % words.holds(preview)))

    @Slot(object)
    def _take(self, result: object) -> None:
        self._part.set_waiting(waiting=False)
        self._then(result)

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        self._part.set_waiting(waiting=False)
        if self._page is not None:
            self._page.show_failure(sentence)
        else:
            self._part.card.show_end(self.tr("This was not done"), sentence)

    @Slot()
    def _leave(self) -> None:
        self._page = self._source = None
        self._stack.clear()
        self._part.take_focus()

    def _look_into(self, look: Callable[[], Source], title: str) -> None:
        if self.errand.running:
            return
        page = FoundPage(self._services.theme, title)
        page.left.connect(self._leave)
        page.merge_requested.connect(self._merge)
        page.passphrase_given.connect(self._unlock)
        page.replace_requested.connect(self._replace)
        self._page = page
        self._stack.lay(page)
        page.show_busy(self.tr("Looking into it …"))
        self._begin(look, self._take_source)

    def _take_source(self, source: Source) -> None:
        self._source = source
        if self._page is None:
            return
        if source.is_locked:
            self._page.show_failure(self.tr("It lies in a vault of its own."))
        else:
            self._page.show_preview(source.preview())

    def _tell_backed_up(self, made: BackedUp) -> None:
        line = self.tr("It holds %s. Keep it on another disk.") % words.holds(made.preview)
        if made.left_out:
            line = f"{line} {words.left_out(made.left_out)}"
        self._part.card.show_end(self.tr("The backup is made"), line)

    def _tell_replaced(self, done: Replaced) -> None:
        self._before = done.before
        line = self.tr("The diary now holds %s.") % words.holds(done.preview)
        if done.before is not None:
            line = f"{line} {self.tr('What was there before is kept in %s.') % done.before}"
        back = self.tr("Bring back what was there before") if done.before else ""
        self._end(self.tr("It is the diary now"), line, back)

    def _end(self, title: str, line: str, next_step: str = "") -> None:
        self._leave()
        self._part.card.show_end(title, line, next_step)
        self.changed.emit()

    def _begin(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        if not self.errand.running:
            self._then = then
            self.errand.start(lambda _progress, _cancelled: work())

    def _connect(self) -> None:
        part = self._part
        part.backup_requested.connect(self._back_up)
        part.card.next_requested.connect(self._bring_back)
        part.copies_requested.connect(self._show_copies)
        part.merge_requested.connect(self._choose_journal)
        part.restore_requested.connect(self._choose_backup)
        self.errand.done.connect(self._take)
        self.errand.progressed.connect(part.card.show_progress)
        self.errand.failed.connect(self._tell_failure)

"""Taking a CSV file in: chosen, looked at, taken, and taken back if it was a mistake."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.domain.csv_reading import Reading
from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.report import import_words
from prt_desktop.ui.report.import_page import ImportPage
from prt_desktop.ui.widgets.errand import Errand
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.diary_files import DiaryFiles
    from prt_desktop.domain.csv_sheet import Sheet
    from prt_desktop.domain.diary import Entry
    from prt_desktop.sound_files import Cancelled, Progress
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.page_stack import PageStack


class ImportDesk(QObject):
    """Lays its page over a stack; rows are read in a thread, after every change of the columns.

    Signals: `notice_requested`, and `journal_changed` after entries came or went.
    """

    notice_requested = Signal(Notice)
    journal_changed = Signal()

    def __init__(self, theme: Theme, stack: PageStack, files: DiaryFiles, papers: Papers) -> None:
        super().__init__(stack)
        self._theme = theme
        self._stack = stack
        self._files = files
        self._papers = papers
        self._name = ""
        self._sheet: Sheet | None = None
        self._page: ImportPage | None = None
        self._reading = Reading()
        self._stale = False
        self._opening = Errand(self)
        self._reader = Errand(self)
        self._opening.done.connect(self._show_page)
        self._opening.failed.connect(self._tell)
        self._reader.done.connect(self._show_reading)
        self._reader.failed.connect(self._tell)

    @Slot()
    def ask(self) -> None:
        """Ask for a file and open it."""
        path = self._papers.table(self._stack)
        if path is not None and not self._opening.running:
            self._name = path.name
            self._opening.start(partial(self._open, path))

    def shut(self) -> None:
        """Wait until nothing is being read."""
        self._opening.shut()
        self._reader.shut()

    def _open(self, path: Path, _progress: Progress, _cancelled: Cancelled) -> Sheet:
        return self._files.open_table(path)

    @Slot(object)
    def _show_page(self, sheet: Sheet) -> None:
        self._sheet = sheet
        page = ImportPage(self._theme, self._name, sheet, is_own=self._files.is_own(sheet))
        page.left.connect(self._leave)
        page.mapping_changed.connect(self._read)
        page.taken.connect(self._take_in)
        self._page = page
        self._stack.lay(page)
        page.back.setFocus()
        self._read()

    @Slot()
    def _read(self) -> None:
        self._stale = self._reader.running
        if self._page is None or self._sheet is None or self._stale:
            return
        self._page.show_busy()
        sheet, mapping = self._sheet, self._page.mapping

        def read(_progress: Progress, _cancelled: Cancelled) -> Reading:
            return self._files.read_table(sheet, mapping)

        self._reader.start(read)

    @Slot(object)
    def _show_reading(self, reading: Reading) -> None:
        if self._stale:
            self._read()
        elif self._page is not None:
            self._reading = reading
            self._page.show_reading(reading)

    @Slot()
    def _take_in(self) -> None:
        entries = self._reading.entries
        try:
            self._files.take_in(entries)
        except StorageError as error:
            self._tell(str(error))
            return
        self._leave()
        self.journal_changed.emit()
        words = self.tr("Taken in: %s.") % import_words.entries(len(entries))
        back = partial(self._take_back, entries)
        self.notice_requested.emit(Notice(words, self.tr("Undo"), back))

    def _take_back(self, entries: tuple[Entry, ...]) -> None:
        try:
            self._files.take_back(entries)
        except StorageError as error:
            self._tell(str(error))
            return
        self.journal_changed.emit()
        self.notice_requested.emit(Notice(self.tr("Taken back. They lie in the bin for 30 days.")))

    @Slot()
    def _leave(self) -> None:
        self._page = None
        self._reading = Reading()
        self._stack.take_off()

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self.notice_requested.emit(Notice(sentence, lasting=True))

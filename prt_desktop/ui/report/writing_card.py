"""How far a report is written, and how that ended."""

from __future__ import annotations

from PySide6.QtCore import Slot

from prt_desktop.ui.files.errand_card import ErrandCard


class WritingCard(ErrandCard):
    """The card of an errand, which counts pages."""

    @Slot(int, int)
    def show_progress(self, done_ms: int, whole_ms: int) -> None:
        """Show how many pages are done of how many."""
        self.show_share(done_ms, whole_ms, self.tr("Page %d of %d") % (done_ms, whole_ms))

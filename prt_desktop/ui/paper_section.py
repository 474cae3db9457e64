"""A section that goes onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.ui.paper_outlet import PaperOutlet
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from prt_desktop.ui.paper import Paper
    from prt_desktop.ui.papers import Papers


class PaperSection(SectionPane):
    """What stands in it can be saved as PDF and printed; a subclass lays it out for that."""

    def __init__(self, papers: Papers) -> None:
        super().__init__()
        self._outlet = PaperOutlet(papers)

    def paper(self) -> Paper:
        """Lay it out as it is now."""
        raise NotImplementedError

    @Slot()
    def save_pdf(self) -> None:
        """Write a PDF where the person says, and say so."""
        self.say(self._outlet.save_pdf(self, self.paper()))

    @Slot()
    def print_out(self) -> None:
        """Print on the printer that the person says, and say so."""
        self.say(self._outlet.print_out(self, self.paper()))

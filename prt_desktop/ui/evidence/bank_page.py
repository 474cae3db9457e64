"""The bank of points to begin with: ticked ones come onto the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.ui.evidence.words import why_grey
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from prt_desktop.domain.evidence_sheet import StarterPoint
    from prt_desktop.domain.safety import Check
    from prt_desktop.ui.theme import Theme


class BankPage(SubPage):
    """Offers each point that is not on the sheet yet, those that wait for a check last.

    Signals: `taken` with the StarterPoints that were ticked, and `left`.
    """

    taken = Signal(tuple)

    def __init__(
        self,
        theme: Theme,
        starters: Sequence[StarterPoint],
        on_sheet: Collection[str],
        check: Check | None,
    ) -> None:
        super().__init__(theme, self.tr("Points to begin with"), self._about())
        offered = [one for one in starters if one.text not in on_sheet]
        plain = [one for one in offered if not one.collides_with or check is not None]
        waiting = [one for one in offered if one not in plain]
        self._offers: list[tuple[StarterPoint, CheckRow]] = []
        self._add(theme, plain)
        if waiting:
            self.column.space(2)
            heading = self.tr("Worth a clinician's look first")
            self.column.add(Label(theme, heading, weight=Weight.BOLD))
            self.column.add(Label(theme, self._why_waiting(), Size.SMALL, Tone.MUTED))
            self._add(theme, waiting)
        if not offered:
            self.column.add(Label(theme, self.tr("All of them are on your sheet already.")))
        self._take = Button(theme, self.tr("Put them on my sheet"), Look.PRIMARY)
        self.set_buttons([self._take])
        self._take.clicked.connect(self._tell)
        self._follow()

    def take_focus(self) -> None:
        """Put the focus on the first point."""
        first = self._offers[0][1] if self._offers else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow(self) -> None:
        self._take.setEnabled(any(row.isChecked() for _, row in self._offers))

    @Slot()
    def _tell(self) -> None:
        self.taken.emit(tuple(starter for starter, row in self._offers if row.isChecked()))

    def _add(self, theme: Theme, starters: Sequence[StarterPoint]) -> None:
        for starter in starters:
            row = CheckRow(theme, starter.text)
            if starter.collides_with:
                row.setAccessibleDescription(why_grey())
            row.toggled.connect(self._follow)
            self.column.add(row)
            self._offers.append((starter, row))

    def _about(self) -> str:
        return self.tr(
            "Tick what is true for you; a word of your own is as good. You can change, move or "
            "remove each one later."
        )

    def _why_waiting(self) -> str:
        return self.tr(
            "These overlap with signs that a clinician should look at. You can put them on your "
            "sheet; there they stay grey until a check of this pain is recorded."
        )

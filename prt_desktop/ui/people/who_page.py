"""The page over the lock screen on which somebody else says who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.people.choice import PeopleChoice
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from prt_desktop.ui.people.outlets import PeopleOutlets
    from prt_desktop.ui.theme import Theme


class WhoPage(SubPage):
    """Leads to another person's diary, and lets somebody new begin one."""

    def __init__(self, theme: Theme, outlets: PeopleOutlets) -> None:
        super().__init__(theme, self.tr("Who is here?"), self._about())
        self._outlets = outlets
        self._choice = PeopleChoice(theme, self)
        self._choice.show_people(outlets.others)
        self._choice.chosen.connect(outlets.change_to)
        self._choice.added.connect(self._let_in)
        self.column.add(self._choice)
        self.column.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus on the way back."""
        super().showEvent(event)
        self.back.setFocus()

    def _about(self) -> str:
        return self.tr(
            "The diary that is locked stays locked. Each person here has a diary of their own, and "
            "a vault if they like."
        )

    @Slot(str)
    def _let_in(self, name: str) -> None:
        try:
            person = self._outlets.let_in(name)
        except StorageError as error:
            self._choice.show_failure(str(error))
            return
        self._outlets.change_to(person)

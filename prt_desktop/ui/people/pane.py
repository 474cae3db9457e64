"""The people on this computer, led to from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.people import FIRST, LONGEST_NAME, Person
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.people.choice import PeopleChoice
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.pane import Notice, Pane, Place

if TYPE_CHECKING:
    from prt_desktop.ui.people.outlets import PeopleOutlets
    from prt_desktop.ui.theme import Theme


class PeoplePane(Pane):
    """Who is here, who else has a diary on this computer, and the way out for good."""

    def __init__(self, theme: Theme, outlets: PeopleOutlets) -> None:
        super().__init__()
        self._outlets = outlets
        self._name = LineEdit(theme, "")
        self._name.setMaxLength(LONGEST_NAME)
        self._keep = Button(theme, self.tr("Keep the name"))
        self._choice = PeopleChoice(theme, self)
        self._erase = Button(theme, self.tr("Erase everything of mine"), icon=Icon.BIN)
        self._back = Button(theme, self.tr("Settings"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._lay_out(theme)
        self._back.clicked.connect(self._go_back)
        self._choice.added.connect(self._let_in)
        self._choice.chosen.connect(outlets.change_to)
        self._erase.clicked.connect(self._ask_to_erase)
        self._keep.clicked.connect(self._rename)
        self._name.returnPressed.connect(self._rename)

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the pane itself
        """Show who is here and who else is; what was typed and not kept is gone."""
        self.refresh()
        here = self._outlets.one_here
        self._name.setText(here.name if here is not None else "")

    def refresh(self) -> None:
        """Show everybody else who has a diary here by now."""
        self._choice.show_failure("")
        self._choice.show_people(self._outlets.others)

    @Slot()
    def _rename(self) -> None:
        here = self._outlets.one_here or Person(FIRST)
        try:
            renamed = self._outlets.people.rename(here, self._name.text())
        except StorageError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
            return
        self._name.setText(renamed.name)
        self.notice_requested.emit(Notice(self.tr("This is now the diary of %s.") % renamed.name))

    @Slot(str)
    def _let_in(self, name: str) -> None:
        try:
            person = self._outlets.let_in(name)
        except StorageError as error:
            self._choice.show_failure(str(error))
            return
        self._outlets.change_to(person)

    @Slot()
    def _ask_to_erase(self) -> None:
        self.place_requested.emit(Place.PRIVACY, "erase")

    @Slot()
    def _go_back(self) -> None:
        self.place_requested.emit(Place.SETTINGS, "")

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("People on this computer")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.space(1)
        hint = self.tr("Whoever opens this program can read it. One letter is enough.")
        column.add(Field(theme, self.tr("This is the diary of"), self._name, hint))
        column.body.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.space(2)
        column.add(self._choice)
        column.space(3)
        heading = self.tr("Leaving this computer")
        column.add(Label(theme, heading, Size.LEAD, weight=Weight.BOLD))
        column.add(Label(theme, self._about_leaving(), tone=Tone.MUTED))
        column.body.addWidget(self._erase, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        fill(self, column)

    def _about(self) -> str:
        return self.tr(
            "Each person has a diary, recordings and settings of their own. What you are writing "
            "is kept when somebody else comes. Without a vault, whoever can open this program can "
            "open every diary in it."
        )

    def _about_leaving(self) -> str:
        return self.tr(
            "Only what is yours is erased, and your name here with it. The others keep theirs. "
            "Nobody can do this for somebody else: each one does it in their own window."
        )

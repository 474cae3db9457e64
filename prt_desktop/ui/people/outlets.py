"""What leads from one person to another, handed to the pages that ask who is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from prt_desktop.storage.settings import SettingsFile, for_newcomer

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.storage.people import People, Person


class PeopleOutlets(NamedTuple):
    """The people of this computer, the id of the one who is here, and the way to another one.

    `change_to` puts everything down, opens that person's window and closes this one.
    """

    people: People
    here: str
    change_to: Callable[[Person], None]

    @property
    def others(self) -> tuple[Person, ...]:
        """Give everybody but the one who is here."""
        return tuple(one for one in self.people.all() if one.id != self.here)

    @property
    def one_here(self) -> Person | None:
        """Give the one who is here; None once nobody says so."""
        return next((one for one in self.people.all() if one.id == self.here), None)

    def let_in(self, name: str) -> Person:
        """Let somebody new begin a diary; it looks as here at first. Raises StorageError."""
        person = self.people.add(name)
        mine = self.people.root.data
        if self.one_here is not None:
            mine = self.people.places(self.one_here).data
        newcomers = SettingsFile(self.people.places(person).data)
        newcomers.write(for_newcomer(SettingsFile(mine).read()))
        return person


def called(person: Person) -> str:
    """Give what a person is called."""
    return person.name or QCoreApplication.translate("People", "The first person here")

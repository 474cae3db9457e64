"""The people of one computer: a small index of their names, and a folder for each but the first.

The first person's things lie where they always did. Names lie in plain, for whoever opens the
program is asked by name who they are. Read before the first paint, so by the standard library.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import NewerFormatError, PersonError
from prt_desktop.paths import Places
from prt_desktop.storage.atomic import (
    make_private_folder,
    remove_leftovers,
    storage_error,
    write_whole,
)
from prt_desktop.storage.vault_places import JOURNAL_NAME, PEOPLE_INDEX, PEOPLE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = "first"
LONGEST_NAME = 60
_FORMAT = 1
_ID = re.compile(r"[0-9a-f]{32}")
_LOCK = "people.lock"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a diary here; `name` is "" for the first one until it is told."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Index:
    people: tuple[Person, ...] = (Person(FIRST),)
    last: str = FIRST
    format: int = _FORMAT
    is_spoilt: bool = False


class People:
    """Every access to the index of one data folder and to the places of its people.

    What changes it raises PersonError for a name that will not do, and StorageError. A folder
    with a diary that the index does not name is somebody's all the same, without a name.
    """

    def __init__(self, root: Places) -> None:
        self.root = root
        self._path = root.data / PEOPLE_INDEX

    def all(self) -> tuple[Person, ...]:
        """Give everybody with a diary here, in the order in which they came."""
        return self._everybody(self._read())

    def last(self) -> Person:
        """Give the person whose window was opened last."""
        index = self._read()
        people = self._everybody(index)
        found = (person for person in people if person.id == index.last)
        return next(found, people[0] if people else Person(FIRST))

    def find(self, text: str) -> Person:
        """Give the person of this id or name; raises PersonError with the names there are."""
        people, wanted = self.all(), _tidy(text).casefold()
        for person in people:
            if wanted in {person.id, person.name.casefold()} and wanted:
                return person
        names = ", ".join(person.name or person.id for person in people)
        raise PersonError(
            f"Nobody here is called “{text}”. Nothing was changed. There are: {names}."
        )

    def places(self, person: Person) -> Places:
        """Give the folders of one person."""
        if person.id == FIRST:
            return Places(self.root.data, self.root.cache, self.root)
        within = (PEOPLE_NAME, person.id)
        return Places(
            self.root.data.joinpath(*within), self.root.cache.joinpath(*within), self.root
        )

    def add(self, name: str) -> Person:
        """Let somebody begin a diary of their own, and give them their place."""
        person = Person(os.urandom(16).hex(), _tidy(name))
        make_private_folder(self.root.data)
        make_private_folder(self.root.data / PEOPLE_NAME)
        make_private_folder(self.places(person).data)
        self._change(lambda index: _with(index, person))
        return person

    def rename(self, person: Person, name: str) -> Person:
        """Call somebody by another name."""
        renamed = replace(person, name=_tidy(name))
        self._change(lambda index: _with(index, renamed))
        return renamed

    def remember(self, person: Person) -> None:
        """Let this person's diary be the one that opens at the next start."""
        if person != self.last():
            self._change(lambda index: replace(index, last=person.id))

    def forget(self, person: Person) -> None:
        """Take somebody out of the index, whose things were erased; raises StorageError.

        Without anybody in it the index goes, too, and so does one that could not be read.
        """
        if self._path.exists():
            self._change(lambda index: _without(index, person))
        for path in self.root.data.glob("people.unreadable-*.json"):
            _remove(path)
        if not self.all():
            for path in (self._path, self.root.data / _LOCK):
                _remove(path)
        for folder in (self.root.data, self.root.cache):
            with contextlib.suppress(OSError):  # it is not there, or somebody's things are in it
                (folder / PEOPLE_NAME).rmdir()

    def _change(self, change: Callable[[_Index], _Index]) -> None:
        from prt_desktop.storage.lock import held, lock_of  # noqa: PLC0415 - filelock, 5 ms

        make_private_folder(self.root.data)
        with held(lock_of(self.root.data / _LOCK), self._path):
            remove_leftovers(self.root.data, PEOPLE_INDEX)
            index = self._read()
            if index.format > _FORMAT:
                raise NewerFormatError(
                    "The names of the people here were written by a newer version of PRT Desktop. "
                    "Nothing was changed. Update the program."
                )
            index = change(replace(index, people=self._everybody(index)))
            if index.is_spoilt:
                self._set_aside()
            write_whole(self._path, _content(index))

    def _read(self) -> _Index:
        """Read the index; one that cannot be read names nobody, and is kept aside at a change."""
        try:
            found = json.loads(self._path.read_bytes())
            people = tuple(_person(str(one["id"]), str(one["name"])) for one in found["people"])
            known = tuple(one for one in people if one.id == FIRST or _ID.fullmatch(one.id))
            return _Index(known, str(found["last"]), int(found["format"]))
        except FileNotFoundError:
            return _Index()
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return _Index(is_spoilt=True)

    def _everybody(self, index: _Index) -> tuple[Person, ...]:
        named = {person.id for person in index.people}
        found = [FIRST] if (self.root.data / JOURNAL_NAME).exists() else []
        journals = (self.root.data / PEOPLE_NAME).glob(f"*/{JOURNAL_NAME}")
        found += sorted(path.parent.name for path in journals if _ID.fullmatch(path.parent.name))
        return (*index.people, *(Person(one) for one in found if one not in named))

    def _set_aside(self) -> None:
        try:
            self._path.rename(self._path.with_name(f"people.unreadable-{os.urandom(4).hex()}.json"))
        except OSError as error:
            raise storage_error(error, self._path) from error


def person_places(root: Places, text: str) -> Places:
    """Give the folders of the person of this name or id; raises PersonError."""
    people = People(root)
    return people.places(people.find(text))


def own_places(where: Places) -> Places:
    """Give the folders of the one who opens the program: as told, or else of the last one."""
    if where.root is not None:
        return where
    people = People(where)
    return people.places(people.last())


def person_of(where: Places) -> Person:
    """Say whose folders these are."""
    root = where.root or where
    wanted = FIRST if where.data == root.data else where.data.name
    return next((one for one in People(root).all() if one.id == wanted), Person(wanted))


def _person(person_id: str, name: str) -> Person:
    """Give a person as the index tells it, without a name that could not have been given."""
    return Person(person_id, name if name.isprintable() and len(name) <= LONGEST_NAME else "")


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _with(index: _Index, person: Person) -> _Index:
    """Put a person in the place of the one with that id, or at the end."""
    _refuse_name(index, person)
    if any(one.id == person.id for one in index.people):
        people = tuple(person if one.id == person.id else one for one in index.people)
    else:
        people = (*index.people, person)
    return replace(index, people=people)


def _without(index: _Index, person: Person) -> _Index:
    return replace(index, people=tuple(one for one in index.people if one.id != person.id))


def _refuse_name(index: _Index, person: Person) -> None:
    if not 0 < len(person.name) <= LONGEST_NAME or not person.name.isprintable():
        raise PersonError(
            f"A name has from 1 to {LONGEST_NAME} letters. Nothing was changed. A first letter "
            "will do as well."
        )
    folded = person.name.casefold()
    taken = {one.name.casefold() for one in index.people if one.id != person.id}
    if folded in taken or folded == FIRST or _ID.fullmatch(folded):
        raise PersonError(
            f"Somebody here is called “{person.name}” already. Nothing was changed. Choose "
            "another name."
        )


def _content(index: _Index) -> bytes:
    people = [{"id": one.id, "name": one.name} for one in index.people]
    found = {"format": _FORMAT, "last": index.last, "people": people}
    return json.dumps(found, indent=1, ensure_ascii=False).encode("utf-8", "replace")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(error, path) from error

"""Several people on one computer: each has a folder, and nobody loses theirs by a name."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.errors import NewerFormatError, PersonError
from prt_desktop.paths import Places
from prt_desktop.storage.erase import erase_everything
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.people import FIRST, People, Person, own_places, person_of, person_places
from tests.builders import Clock, an_entry
from tests.storage.vaults import MARKER, holding, turned_on

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Places:
    return Places(tmp_path / "data", tmp_path / "cache")


@pytest.fixture
def people(root: Places) -> People:
    return People(root)


def index_of(root: Places) -> Path:
    return root.data / "people.json"


def wrote(people: People, person: Person, text: str) -> Journal:
    """Let somebody write into their own diary."""
    journal = Journal(people.places(person).data, Clock())
    journal.add(an_entry(text))
    return journal


def test_one_person_alone_leaves_no_index(root: Places, people: People) -> None:
    Journal(root.data, Clock()).add(an_entry("Mine."))
    people.remember(people.last())

    assert people.all() == (Person(FIRST),)
    assert not index_of(root).exists()
    assert own_places(root).data == root.data


def test_another_person_has_folders_of_their_own_and_the_first_ones_stay(
    root: Places, people: People
) -> None:
    mine = Journal(root.data, Clock())
    mine.add(an_entry("Mine."))

    ann = people.add("  Ann  B. ")
    theirs = wrote(people, ann, "Ann's.")

    where = people.places(ann)
    assert ann.name == "Ann B."
    assert where.data == root.data / "people" / ann.id
    assert where.cache == root.cache / "people" / ann.id
    assert [one.text for one in Journal(root.data, Clock()).entries()] == ["Mine."]
    assert [one.text for one in theirs.entries()] == ["Ann's."]
    for folder in (where.data, where.data.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(index_of(root).stat().st_mode) == 0o600


def test_the_index_holds_names_and_ids_alone(root: Places, people: People) -> None:
    ann = people.add("Ann")
    people.rename(Person(FIRST), "Sam")

    assert json.loads(index_of(root).read_bytes()) == {
        "format": 1,
        "last": FIRST,
        "people": [{"id": FIRST, "name": "Sam"}, {"id": ann.id, "name": "Ann"}],
    }


def test_the_one_who_was_here_last_opens(root: Places, people: People) -> None:
    ann = people.add("Ann")

    people.remember(ann)

    assert People(root).last() == ann
    assert own_places(root) == people.places(ann)
    assert own_places(people.places(Person(FIRST))).data == root.data
    assert person_of(own_places(root)) == ann


@pytest.mark.parametrize("spelling", ["ann b.", " Ann  B. ", "ID"])
def test_a_person_is_found_by_name_or_id(root: Places, people: People, spelling: str) -> None:
    ann = people.add("Ann B.")

    found = person_places(root, ann.id if spelling == "ID" else spelling)

    assert found == people.places(ann)


@pytest.mark.parametrize("wrong", ["Bob", "", "../data"])
def test_a_name_that_nobody_has_is_told_with_those_there_are(people: People, wrong: str) -> None:
    people.add("Ann")

    with pytest.raises(PersonError, match=r"There are: first, Ann\."):
        people.find(wrong)


@pytest.mark.parametrize("wrong", ["", "  ", "x" * 61, "a\x00b", "ANN", "first", "0" * 32])
def test_a_name_that_will_not_do_is_told_and_changes_nothing(
    root: Places, people: People, wrong: str
) -> None:
    people.add("Ann")
    before = index_of(root).read_bytes()

    for attempt in (people.add, lambda name: people.rename(Person(FIRST), name)):
        with pytest.raises(PersonError, match="Nothing was changed"):
            attempt(wrong)

    assert index_of(root).read_bytes() == before


def test_one_may_be_called_as_before(people: People) -> None:
    ann = people.add("Ann")

    assert people.rename(ann, "ann").name == "ann"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"people": 3}', b"[" * 10_000])
def test_a_spoilt_index_loses_nobody(root: Places, people: People, content: bytes) -> None:
    ann = people.add("Ann")
    wrote(people, ann, "Ann's.")
    index_of(root).write_bytes(content)

    seen = people.all()
    people.add("Bob")

    assert seen == (Person(FIRST), Person(ann.id))
    assert [one.name for one in people.all()] == ["", "", "Bob"]
    assert people.find(ann.id) == Person(ann.id)
    assert [one.read_bytes() for one in root.data.glob("people.unreadable-*")] == [content]


def test_an_index_of_a_newer_version_is_left_as_it_is(root: Places, people: People) -> None:
    people.add("Ann")
    newer = index_of(root).read_text("utf-8").replace('"format": 1', '"format": 2')
    index_of(root).write_text(newer, "utf-8")

    with pytest.raises(NewerFormatError):
        people.add("Bob")

    assert [one.name for one in people.all()] == ["", "Ann"]
    assert index_of(root).read_text("utf-8") == newer


def test_an_index_leads_to_no_folder_but_its_own(root: Places, people: People) -> None:
    root.data.mkdir()
    index = {"format": 1, "last": "../..", "people": [{"id": "../..", "name": "Eve"}]}
    index_of(root).write_text(json.dumps(index))

    assert people.all() == ()
    assert own_places(root).data == root.data


def test_a_name_that_could_not_have_been_given_is_left_out(root: Places, people: People) -> None:
    root.data.mkdir()
    names = ("\x1b[2J", "x" * 61, "Ann")
    told = [{"id": digit * 32, "name": name} for digit, name in zip("abc", names, strict=True)]
    index_of(root).write_text(json.dumps({"format": 1, "last": FIRST, "people": told}))

    assert [one.name for one in people.all()] == ["", "", "Ann"]


def test_erasing_one_leaves_the_others_and_their_names(root: Places, people: People) -> None:
    wrote(people, Person(FIRST), "Sam's.")
    ann = people.add("Ann")
    wrote(people, ann, "Ann's.")
    people.rename(Person(FIRST), "Sam")

    erased = erase_everything(root.data, root.cache)
    people.forget(Person(FIRST))

    assert erased.left == erased.not_ours == ()
    assert people.all() == (ann,)
    assert people.last() == ann
    assert "Sam" not in index_of(root).read_text("utf-8")
    assert [one.text for one in Journal(people.places(ann).data, Clock()).entries()] == ["Ann's."]


def test_what_others_left_in_a_cache_within_the_folder_is_neither_erased_nor_told(
    tmp_path: Path,
) -> None:
    people = People(Places(tmp_path / "data", tmp_path / "data" / "cache"))
    ann = people.add("Ann")
    track = people.places(ann).cache / "track-1.wav"
    track.parent.mkdir(parents=True)
    track.write_bytes(b"voice")

    erased = erase_everything(people.root.data, people.root.cache)

    assert erased.gone == erased.not_ours == ()
    assert track.exists()


def test_erasing_another_person_leaves_the_first(root: Places, people: People) -> None:
    wrote(people, Person(FIRST), "Sam's.")
    ann = people.add("Ann")
    wrote(people, ann, "Ann's.")

    where = people.places(ann)
    erased = erase_everything(where.data, where.cache)
    people.forget(ann)

    assert erased.left == ()
    assert not where.data.parent.exists()
    assert people.all() == (Person(FIRST),)
    assert [one.text for one in Journal(root.data, Clock()).entries()] == ["Sam's."]


def test_with_the_last_person_the_names_go(root: Places, people: People) -> None:
    ann = people.add("Ann")
    for person in (Person(FIRST), ann):
        erase_everything(people.places(person).data, root.cache)
        people.forget(person)

    assert not index_of(root).exists()
    assert people.all() == (Person(FIRST),)


def test_a_vault_is_one_persons_alone(people: People, tmp_path: Path) -> None:
    mine = wrote(people, Person(FIRST), MARKER)
    turned_on(mine)
    ann = people.add("Ann")
    theirs = wrote(people, ann, "Ann's.")

    assert mine.is_in_vault
    assert not theirs.is_in_vault
    assert holding(tmp_path) == set()

"""One window for one person: a second start finds the first, another person's does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.desktop.single_instance import SingleInstance
from prt_desktop.paths import Places
from prt_desktop.storage.people import FIRST, People, Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def people(tmp_path: Path) -> People:
    return People(Places(tmp_path / "data", tmp_path / "cache"))


@pytest.fixture
def first(people: People) -> Iterator[SingleInstance]:
    """Give the first person's window, open."""
    instance = SingleInstance(people.places(Person(FIRST)).data)
    instance.hold()
    instance.listen()
    yield instance
    instance.release()


def test_a_second_start_calls_the_first_window_to_the_front(
    people: People, first: SingleInstance, qtbot: QtBot
) -> None:
    second = SingleInstance(people.places(Person(FIRST)).data)

    is_first = second.is_first()
    with qtbot.waitSignal(first.front_requested):
        answered = second.call_first()

    assert not is_first
    assert answered


@pytest.mark.usefixtures("first")
def test_another_persons_window_opens_beside_it(people: People) -> None:
    other = SingleInstance(people.places(people.add("Ann")).data)

    is_first = other.is_first()
    holds = other.hold()
    other.release()

    assert is_first
    assert holds

"""A small table of the journal: values with ids of their own, kept and taken away one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from prt_desktop.domain.errors import GoneError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class Named(Protocol):
    """A value that has an id."""

    @property
    def id(self) -> str:
        """The name by which it is found again."""


Value = TypeVar("Value", bound=Named)


class Shelf(Generic[Value]):
    """The values of one table in the order in which they were first kept.

    `held` gives the newest values by id; `change` saves what a function makes of them. `keep`
    and `remove` raise what every change of a journal raises; see `Journal`.
    """

    def __init__(
        self,
        held: Callable[[], dict[str, Value]],
        change: Callable[[Callable[[dict[str, Value]], dict[str, Value]]], None],
    ) -> None:
        self._held = held
        self._change = change

    def all(self) -> tuple[Value, ...]:
        """Give all values, those kept first first."""
        return tuple(self._held().values())

    def keep(self, value: Value) -> None:
        """Keep a value, in the place of the one with its id if there is one."""
        self.keep_all((value,))

    def keep_all(self, values: Iterable[Value]) -> None:
        """Keep several values in one save, each in the place of the one with its id."""
        kept = {value.id: value for value in values}
        self._change(lambda held: {**held, **kept})

    def put_back(self, before: Mapping[str, Value | None]) -> None:
        """Let values be as they were, in one save: by their ids, None for one that was not there.

        What is gone already stays gone.
        """
        kept = {value_id: value for value_id, value in before.items() if value is not None}

        def as_before(held: dict[str, Value]) -> dict[str, Value]:
            left = {**held, **kept}
            return {one: value for one, value in left.items() if one in kept or one not in before}

        self._change(as_before)

    def clear(self) -> tuple[Value, ...]:
        """Take all values away in one save and give them back, so that they can be kept again."""
        removed: list[Value] = []

        def emptied(held: dict[str, Value]) -> dict[str, Value]:
            removed.extend(held.values())
            return {}

        self._change(emptied)
        return tuple(removed)

    def remove(self, value_id: str) -> Value:
        """Take a value away and give it back, so that it can be kept again; GoneError if none."""
        removed: list[Value] = []

        def without(held: dict[str, Value]) -> dict[str, Value]:
            if value_id not in held:
                raise GoneError
            left = dict(held)
            removed.append(left.pop(value_id))
            return left

        self._change(without)
        return removed[0]

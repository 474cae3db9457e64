"""Where each lesson was left, kept in the settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prt_desktop.storage.settings import SettingsFile


class Bookmarks:
    """Remembers pages at once, and writes them when a lesson is left: a page turns too often."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings
        found = settings.read()
        self._pages = dict(found.lesson_pages)
        self._left = found.last_lesson
        self._changed = False

    @property
    def left(self) -> str:
        """Give the id of the lesson that was left midway, or ""."""
        return self._left

    def page(self, lesson_id: str) -> int:
        """Give the page, from 0, on which a lesson was left."""
        return max(0, self._pages.get(lesson_id, 0))

    def put(self, lesson_id: str, page: int) -> None:
        """Remember that a lesson is open at a page, from 0."""
        self._set({**self._pages, lesson_id: page}, lesson_id)

    def take_out(self, lesson_id: str) -> None:
        """Forget the page of a lesson that was read to its end."""
        pages = {one: page for one, page in self._pages.items() if one != lesson_id}
        self._set(pages, "" if self._left == lesson_id else self._left)

    def write(self) -> None:
        """Write what changed, if anything; raises StorageError."""
        if not self._changed:
            return
        self._changed = False
        settings = self._settings.read()
        self._settings.write(replace(settings, lesson_pages=self._pages, last_lesson=self._left))

    def _set(self, pages: dict[str, int], left: str) -> None:
        self._changed |= (pages, left) != (self._pages, self._left)
        self._pages, self._left = pages, left

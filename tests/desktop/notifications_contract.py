"""What all notifications must do: one class, run against each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from prt_desktop.desktop.notifications import QuietWord

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.desktop.notifications import Notifications

WORD = QuietWord("Time for yourself", "Open", "Not now")
LATER = QuietWord("A quiet moment", "Open", "Not now")


class WordDesk(Protocol):
    """Notifications, and what a person sees of them and does with them."""

    @property
    def notifications(self) -> Notifications:
        """The notifications on this desk."""

    def seen(self) -> list[str]:
        """Give the words that are shown by now."""

    def open(self) -> None:
        """Press the word that was shown last, as if it were there although it is not."""

    def until(self, holds: Callable[[], bool]) -> None:
        """Let time pass until something holds; fail if it never does."""


class NotificationsContract:
    """Subclasses give a `desk` with an empty screen."""

    @pytest.fixture
    def opened(self, desk: WordDesk) -> list[str]:
        opened: list[str] = []
        desk.notifications.listen(lambda: opened.append("opened"))
        return opened

    def show(self, desk: WordDesk, word: QuietWord = WORD) -> None:
        answers: list[bool] = []
        desk.notifications.show(word, answers.append)
        desk.until(lambda: answers == [True])

    def test_a_word_is_shown(self, desk: WordDesk) -> None:
        self.show(desk)

        assert desk.seen() == ["Time for yourself"]

    def test_a_later_word_takes_its_place(self, desk: WordDesk) -> None:
        self.show(desk)

        self.show(desk, LATER)

        assert desk.seen() == ["A quiet moment"]

    def test_opening_is_told_once(self, desk: WordDesk, opened: list[str]) -> None:
        self.show(desk)

        desk.open()

        desk.until(lambda: opened == ["opened"])

    def test_what_was_withdrawn_opens_nothing(self, desk: WordDesk, opened: list[str]) -> None:
        self.show(desk)
        desk.notifications.withdraw()

        desk.open()
        self.show(desk, LATER)

        assert opened == []

    def test_nobody_listening_troubles_nobody(self, desk: WordDesk, opened: list[str]) -> None:
        self.show(desk)
        desk.notifications.listen(None)

        desk.open()
        self.show(desk, LATER)

        assert opened == []

    def test_withdrawing_nothing_does_nothing(self, desk: WordDesk) -> None:
        desk.notifications.withdraw()

        assert desk.seen() == []

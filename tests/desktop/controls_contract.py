"""What all media controls must do: one class, run against each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pytest

from prt_desktop.desktop.media_controls import NowPlaying, Playback
from tests.desktop.wishing import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.desktop.media_controls import MediaControls

LENGTH_MS = 420_000
WISHES = {
    "play": None,
    "pause": None,
    "toggle": None,
    "stop": None,
    "next": None,
    "previous": None,
    "raise": None,
    "seek": -15_000,
    "position": 61_500,
    "volume": 70,
}


@dataclass(frozen=True)
class Seen:
    """What a person sees outside the window."""

    title: str
    length_ms: int | None
    playback: Playback
    position_ms: int
    volume: int


class Desk(Protocol):
    """Controls, what a person sees of them, and keys to press."""

    @property
    def controls(self) -> MediaControls:
        """The controls on this desk."""

    def seen(self) -> Seen | None:
        """Give what is shown by now."""

    def press(self, wish: str, value: int | None) -> None:
        """Press a key, as if it were there although nothing is shown."""

    def until(self, holds: Callable[[], bool]) -> None:
        """Let time pass until something holds; fail if it never does."""


class ControlsContract:
    """The contract; a subclass gives the `desk` fixture."""

    @pytest.fixture
    def wishes(self, desk: Desk) -> Wishes:
        """Listen to the controls."""
        wishes = Wishes()
        desk.controls.listen(wishes)
        return wishes

    @pytest.fixture
    def shown(self, desk: Desk) -> NowPlaying:
        """Show a session and wait until it is seen."""
        playing = NowPlaying(LENGTH_MS)
        desk.controls.show(playing)
        desk.until(lambda: desk.seen() is not None)
        return playing

    def test_nothing_is_shown_without_a_session(self, desk: Desk) -> None:
        desk.controls.update(Playback.PLAYING, 1_000)
        desk.controls.seeked(2_000)
        desk.controls.set_length(90_000)
        desk.controls.set_volume(50)
        desk.controls.hide()

        assert desk.seen() is None

    @pytest.mark.usefixtures("shown")
    def test_a_shown_session_stands_at_its_beginning_under_a_neutral_name(self, desk: Desk) -> None:
        seen = desk.seen()

        assert seen == Seen("Guided practice", LENGTH_MS, Playback.STOPPED, 0, 100)

    def test_a_title_is_shown_where_one_is_given(self, desk: Desk) -> None:
        desk.controls.show(NowPlaying(LENGTH_MS, title="Somatic tracking", volume=80))

        expected = Seen("Somatic tracking", LENGTH_MS, Playback.STOPPED, 0, 80)
        desk.until(lambda: desk.seen() == expected)

    @pytest.mark.usefixtures("shown")
    @pytest.mark.parametrize("playback", list(Playback))
    def test_what_the_session_does_is_shown(self, desk: Desk, playback: Playback) -> None:
        desk.controls.update(playback, 12_345)

        seen = desk.seen()

        assert seen == Seen("Guided practice", LENGTH_MS, playback, 12_345, 100)

    @pytest.mark.usefixtures("shown")
    def test_a_jump_and_another_loudness_are_shown(self, desk: Desk) -> None:
        desk.controls.seeked(61_000)
        desk.controls.set_volume(35)

        seen = desk.seen()

        assert seen == Seen("Guided practice", LENGTH_MS, Playback.STOPPED, 61_000, 35)

    @pytest.mark.usefixtures("shown")
    @pytest.mark.parametrize("length_ms", [90_000, None])
    def test_another_end_is_shown(self, desk: Desk, length_ms: int | None) -> None:
        desk.controls.set_length(length_ms)

        assert desk.seen() == Seen("Guided practice", length_ms, Playback.STOPPED, 0, 100)

    @pytest.mark.usefixtures("shown")
    def test_another_session_takes_the_place_of_the_first(self, desk: Desk) -> None:
        desk.controls.update(Playback.PLAYING, 5_000)

        desk.controls.show(NowPlaying(180_000))

        assert desk.seen() == Seen("Guided practice", 180_000, Playback.STOPPED, 0, 100)

    @pytest.mark.usefixtures("shown")
    def test_a_hidden_session_can_be_shown_again(self, desk: Desk) -> None:
        desk.controls.hide()
        desk.until(lambda: desk.seen() is None)

        desk.controls.show(NowPlaying(LENGTH_MS))

        desk.until(lambda: desk.seen() is not None)

    @pytest.mark.usefixtures("shown")
    @pytest.mark.parametrize(("wish", "value"), WISHES.items())
    def test_a_key_asks_the_listener_once(
        self, desk: Desk, wishes: Wishes, wish: str, value: int | None
    ) -> None:
        desk.press(wish, value)

        assert wishes.made == [(wish, value)]

    @pytest.mark.usefixtures("shown")
    @pytest.mark.parametrize(("wish", "value"), WISHES.items())
    def test_a_key_with_nobody_listening_asks_nobody(
        self, desk: Desk, wishes: Wishes, wish: str, value: int | None
    ) -> None:
        desk.controls.listen(None)

        desk.press(wish, value)

        assert wishes.made == []

    @pytest.mark.usefixtures("shown")
    def test_a_key_after_the_session_asks_nobody(self, desk: Desk, wishes: Wishes) -> None:
        desk.controls.hide()
        desk.until(lambda: desk.seen() is None)

        desk.press("play", None)

        assert wishes.made == []

    @pytest.mark.usefixtures("shown")
    def test_showing_what_happens_asks_nobody(self, desk: Desk, wishes: Wishes) -> None:
        desk.controls.update(Playback.PLAYING, 1_000)
        desk.controls.seeked(9_000)
        desk.controls.set_volume(20)
        desk.controls.update(Playback.PAUSED, 9_000)

        seen = desk.seen()

        assert seen is not None
        assert wishes.made == []

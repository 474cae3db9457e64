"""A window with one practice of three clips, a silent player and a clock to move."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.sound import Sound
from prt_desktop.content.library import Library
from prt_desktop.domain.diary import PracticeDetails
from prt_desktop.domain.safety import NewSymptomAnswer
from prt_desktop.ui.practise.offers import Offers
from prt_desktop.ui.practise.pane import PractisePane
from prt_desktop.ui.widgets.pane import Pane, Place
from tests.builders import EXERCISE_TOML, write_assets
from tests.ui.practise.turns import write_turns
from tests.ui.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from prt_desktop.audio.player import PlayerListener
    from prt_desktop.ui.practise.stage import Stage

MINUTE_MS = 60_000


class HeardPlayer(SilentPlayer):
    """A silent player that says it can be heard, and at play looks into the journal."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.now_ms)
        self._room = room
        self._told: PlayerListener | None = None
        self.volumes: list[int] = []
        self.beside: list[str] = []

    @property
    def has_sound(self) -> bool:
        """Say what the room says."""
        return self._room.has_sound

    def play(self) -> None:
        """Note how many practices are on disk when the sound begins."""
        self._room.on_disk_at_play.append(len(self._room.practices()))
        super().play()

    def listen(self, listener: PlayerListener | None) -> None:
        """Remember the listener too."""
        self._told = listener
        super().listen(listener)

    def lose_sound(self) -> None:
        """Tell that the last device went."""
        self._room.has_sound = False
        if self._told is not None:
            self._told.sound_lost()

    def set_volume(self, percent: int) -> None:
        """Note the loudness."""
        self.volumes.append(percent)

    def play_beside(self, sound: Path) -> None:
        """Note the short sound."""
        self.beside.append(sound.name.partition("-")[0])


@dataclass
class Room:
    """The window, its player, and what a person finds there."""

    setting: Setting
    qtbot: QtBot
    has_sound: bool = True
    time_ms: int = 0
    on_disk_at_play: list[int] = field(default_factory=list)
    players: list[HeardPlayer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sound = Sound(self.setting.folder / "cache", self._make_player)
        self.window = self.setting.window(practise=self._make_pane)

    @property
    def pane(self) -> PractisePane:
        """Give the pane."""
        pane = self.window.pane(Place.PRACTISE)
        assert isinstance(pane, PractisePane)
        return pane

    @property
    def stage(self) -> Stage:
        """Give the stage that is open."""
        stage = self.pane.performance.stage
        assert stage is not None, "no practice is on"
        return stage

    @property
    def player(self) -> HeardPlayer:
        """Give the one player."""
        assert len(self.players) == 1
        return self.players[0]

    def now_ms(self) -> int:
        """Give the player's clock."""
        return self.time_ms

    def show(self) -> None:
        """Show the window with the practices in front."""
        self.qtbot.addWidget(self.window)
        with self.qtbot.waitSignal(self.window.ready):
            self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.go(Place.PRACTISE)

    def perform(self, **wish: Any) -> None:
        """Put the practice on with a wish changed, whatever can be chosen on the page before."""
        setting = self.setting
        offers = Offers(setting.journal, setting.practices(), setting.settings, setting.clock)
        exercise = setting.library.exercises[0]
        offer = offers.offer(exercise, offers.remembered(exercise))
        offer = replace(offer, wish=replace(offer.wish, **wish))
        session = self.sound.prepare(offer.wish.timeline(), offer.wish.recording)
        self.pane.performance.begin(offer, session, setting.clock())

    def answer_nothing_new(self) -> None:
        """Answer the question of the day with "no"."""
        self.setting.journal.add_answer(NewSymptomAnswer(False, self.setting.clock()))

    def is_on(self) -> bool:
        """Say whether a practice is on, with its stage in front."""
        stage = self.pane.performance.stage
        return stage is not None and stage.isVisible()

    def begin(self) -> None:
        """Go to the practice and start it."""
        self.answer_nothing_new()
        self.window.go(Place.PRACTISE, "looking")
        self.start()

    def start(self) -> None:
        """Press the button that starts."""
        from tests.ui.reading import button  # noqa: PLC0415 - only while a window is there

        button(self.window, "Start three minutes").click()

    def listen(self, length_ms: int) -> None:
        """Let the practice play for a while, told every second as a player does."""
        for _ in range(length_ms // 1000):
            self.time_ms += 1000
            self.player.tick()

    def listen_to_the_end(self) -> None:
        """Let the practice play to its end."""
        with self.qtbot.waitSignal(self.pane.performance.ended):
            self.listen(3 * MINUTE_MS)

    def practices(self) -> list[PracticeDetails]:
        """Give the practices on disk."""
        details = [entry.details for entry in self.setting.journal.entries()]
        return [one for one in details if isinstance(one, PracticeDetails)]

    def _make_player(self) -> HeardPlayer:
        self.players.append(HeardPlayer(self))
        return self.players[-1]

    def _make_pane(self) -> Pane:
        setting = self.setting
        return PractisePane(
            setting.theme,
            setting.journal,
            setting.practices(),
            setting.settings,
            self.sound,
            setting.clock,
        )


def write_practice(folder: Path) -> Path:
    """Write assets whose practice fills one to four minutes, three by default."""
    write_assets(folder)
    text = EXERCISE_TOML.replace("9000]", "90000]").replace("= 0.3", "= 3")
    (folder / "audio" / "looking" / "exercise.toml").write_text(text, "utf-8")
    return folder


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """Give assets with one practice."""
    return write_practice(tmp_path / "assets")


@pytest.fixture
def setting(setting: Setting, assets: Path) -> Setting:
    """Give the setting of a person who answered the safety pages an hour ago."""
    setting.library = Library(assets)
    setting.clock.go_on(timedelta(hours=-1))
    setting.pass_safety_pages()
    setting.clock.go_on(timedelta(hours=1))
    return setting


@pytest.fixture
def enter(qtbot: QtBot) -> Iterator[Callable[..., Room]]:
    """Give a function that shows the window with the practices in front."""
    rooms: list[Room] = []

    def enter(setting: Setting, *, has_sound: bool = True) -> Room:
        rooms.append(Room(setting, qtbot, has_sound))
        rooms[-1].show()
        return rooms[-1]

    yield enter

    for room in rooms:
        room.pane.shut()


@pytest.fixture
def room(setting: Setting, enter: Callable[..., Room]) -> Room:
    """Give the window of somebody who may practise, with the practices in front."""
    return enter(setting)


@pytest.fixture
def turning_room(setting: Setting, assets: Path, enter: Callable[..., Room]) -> Room:
    """Give a window whose practice can turn to something lighter, and to something soothing."""
    write_turns(assets)
    setting.library = Library(assets)
    return enter(setting)

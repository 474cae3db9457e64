"""A window whose lessons were recorded, a silent player that is said to be heard, and a clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.sound import Sound
from prt_desktop.desktop.offers import DesktopOffers
from prt_desktop.desktop.session_follower import SessionFollower
from prt_desktop.desktop.silent_controls import SilentControls
from prt_desktop.desktop.silent_inhibitor import SilentInhibitor
from prt_desktop.ui.learn.aloud import Aloud
from prt_desktop.ui.learn.pane import LearnPane
from prt_desktop.ui.widgets.pane import Place
from tests.builders import VOICES_TOML, write_files, write_lesson_clips
from tests.ui.learn.conftest import open_lessons
from tests.ui.learn.test_reader import page_of
from tests.ui.setting import Setting

if TYPE_CHECKING:
    from prt_desktop.audio.player import PlayerListener
    from prt_desktop.domain.lesson import Lesson

STEP_MS = 100


class RoomPlayer(SilentPlayer):
    """A silent player that says it can be heard, as long as the room says so."""

    def __init__(self, room: ListeningRoom) -> None:
        super().__init__(lambda: room.time_ms)
        self._room = room
        self._told: PlayerListener | None = None
        self.volume = 0

    @property
    def has_sound(self) -> bool:
        """Say what the room says."""
        return self._room.has_sound

    def listen(self, listener: PlayerListener | None) -> None:
        """Remember the listener too."""
        self._told = listener
        super().listen(listener)

    def lose_sound(self) -> None:
        """Tell that the last device went."""
        if self._told is not None:
            self._told.sound_lost()

    def find_sound(self) -> None:
        """Tell that a device is there again."""
        if self._told is not None:
            self._told.sound_back()

    def set_volume(self, percent: int) -> None:
        """Keep the loudness."""
        self.volume = percent


@dataclass
class ListeningRoom:
    """The window, its player, and what is heard and seen there."""

    setting: Setting
    qtbot: QtBot
    has_sound: bool = True
    time_ms: int = 0
    controls: SilentControls = field(default_factory=SilentControls)
    inhibitor: SilentInhibitor = field(default_factory=SilentInhibitor)

    def __post_init__(self) -> None:
        setting = self.setting
        self.player = RoomPlayer(self)
        self.sound = Sound(setting.folder / "cache", lambda: self.player)
        self._keeper = QWidget()
        self.qtbot.addWidget(self._keeper)
        self.follower = SessionFollower(
            lambda: DesktopOffers(self.controls, self.inhibitor), self._keeper
        )
        aloud = Aloud(
            self.sound, setting.library, setting.settings.read, self.follower, self._keeper
        )
        self.aloud = aloud
        self.window = open_lessons(setting, self.qtbot, aloud)

    @property
    def pane(self) -> LearnPane:
        """Give the pane."""
        pane = self.window.pane(Place.LEARN)
        assert isinstance(pane, LearnPane)
        return pane

    @property
    def is_heard(self) -> bool:
        """Say whether the voice goes on."""
        return self.player.state == "playing"

    def lesson(self, lesson_id: str) -> Lesson:
        """Give a lesson."""
        return next(one for one in self.setting.library.lessons if one.id == lesson_id)

    def open(self, lesson_id: str) -> None:
        """Open a lesson."""
        self.window.go(Place.LEARN, lesson_id)

    def hear(self, length_ms: int) -> None:
        """Let time pass, told ten times a second as a player does."""
        for _ in range(length_ms // STEP_MS):
            self.time_ms += STEP_MS
            self.player.tick()

    def marked(self) -> str:
        """Give the words that are marked on the page that is shown."""
        marks = page_of(self.window).extraSelections()
        return " ".join(mark.cursor.selectedText() for mark in marks)


def record_lessons(setting: Setting) -> None:
    """Write clips of all lessons in the voice that reads them, a second a sentence."""
    write_files(setting.library.assets, {"audio/voices.toml": VOICES_TOML})
    for lesson in setting.library.lessons:
        write_lesson_clips(setting.library.assets, lesson)

"""The one place that builds things: the services, the window over them, and the tour."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from prt_desktop.paths import APP_NAME, places
from prt_desktop.storage.settings import SettingsFile
from prt_desktop.storage.vault_places import PEOPLE_INDEX
from prt_desktop.surroundings import Surroundings, hand_over
from prt_desktop.ui.ending import end
from prt_desktop.ui.main_window import MainWindow
from prt_desktop.ui.theme import STYLE, Theme
from prt_desktop.ui.widgets.pane import Pane, Place
from prt_desktop.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QWidget

    from prt_desktop.audio.player import Player
    from prt_desktop.audio.sound import Sound
    from prt_desktop.content.library import Library
    from prt_desktop.desktop.offers import DesktopOffers
    from prt_desktop.desktop.session_follower import SessionFollower
    from prt_desktop.domain.errors import JournalUnreadableError
    from prt_desktop.paths import Places
    from prt_desktop.practices import Practices
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.people import Person
    from prt_desktop.storage.vault import VaultSeal
    from prt_desktop.ui.people.outlets import PeopleOutlets
    from prt_desktop.ui.practise.pane import PractisePane
    from prt_desktop.ui.recovery import Recovery
    from prt_desktop.ui.reminding import Reminding
    from prt_desktop.ui.safety.crisis_card import CrisisCard
    from prt_desktop.ui.services import Services
    from prt_desktop.ui.vault.locking import Locking

FAULT = 1
NOT_ROOMS = {Place.CRISIS, Place.DEMONSTRATION, Place.LOCK}


class Workshop:
    """Builds every service once, when it is first needed.

    What the first paint does not need is imported here and not above.
    """

    def __init__(
        self, application: QApplication, where: Places, assets: Path, clock: Callable[[], datetime]
    ) -> None:
        self.where = where
        self._application = application
        self.settings = SettingsFile(where.data)
        self.theme = Theme(application, assets)
        self._assets = assets
        self._clock = clock
        self.make_player: Callable[[], Player] = self._make_qt_player
        self.make_offers: Callable[[], DesktopOffers] = self._make_desktop_offers
        self.demonstrates = self.is_to_erase = False
        chosen = self.settings.read()
        self.theme.apply(chosen.theme, chosen.text_percent, reduce_motion=chosen.reduce_motion)

    @cached_property
    def window(self) -> MainWindow:
        """The window, with a way to build the pane of each place."""
        rooms: dict[Place, Callable[[], Pane]] = {
            place: partial(self._pane, place) for place in Place if place not in NOT_ROOMS
        }
        banner = self._banner() if self.demonstrates else None
        reading = (
            self._import_storage,
            lambda: self.journal,
            lambda: self.library,
            lambda: self.library.lessons,
            lambda: self.library.exercises,
        )
        window = MainWindow(self.theme, rooms, self._crisis_card, self.settings, banner, reading)
        self._application.aboutToQuit.connect(window.rooms.shut)
        return window

    @cached_property
    def locking(self) -> Locking:
        """What locks the diary, and lets it be unlocked."""
        from prt_desktop.ui.vault.locking import Locking  # noqa: PLC0415
        from prt_desktop.ui.vault.shut import Shut  # noqa: PLC0415

        shut = Shut(
            lambda: self.journal,
            self.settings,
            self._clock,
            self._recovered,
            self._end_with_erasing,
            lambda: self.people,
            self._whose,
        )
        locking = Locking(self.theme, self.window, shut)
        locking.locked.connect(self._let_go)
        locking.unlocked.connect(self._go_on)
        self._application.aboutToQuit.connect(locking.shut)
        return locking

    def _whose(self) -> str:
        if not _is_shared(self.where):
            return ""
        from prt_desktop.storage.people import person_of  # noqa: PLC0415

        return person_of(self.where).name

    @cached_property
    def journal(self) -> Journal:
        """The journal; asks what to do when it cannot be opened, and ends the program if told."""
        with self.window.preparation.put_off():
            return self._recovery.opened(self.where.data, self._clock, FAULT)

    def answer_pages(self) -> None:
        """Answer all that is asked before a practice with "none of these", for the tour."""
        from prt_desktop.ui.tour import answer_pages  # noqa: PLC0415

        answer_pages(self.journal, self._clock())
        self.window.journal_changed()

    @cached_property
    def _recovery(self) -> Recovery:
        from prt_desktop.ui.recovery import Recovery  # noqa: PLC0415

        return Recovery(self.theme, self.window)

    def _recovered(self, error: JournalUnreadableError, seal: VaultSeal) -> bool:
        return self._recovery.put_right(error, self.where.data, self._clock, seal)

    def _let_go(self) -> None:
        self.follower.set_hidden(hidden=True)
        self.practices.own.close()

    def _go_on(self) -> None:
        self.follower.set_hidden(hidden=False)

    @cached_property
    def library(self) -> Library:
        """The lessons, exercises and safety data."""
        from prt_desktop.content.library import Library, course_language  # noqa: PLC0415

        wanted = QLocale.system().uiLanguages()
        return Library(self._assets, course_language(self._assets, wanted))

    @cached_property
    def sound(self) -> Sound:
        """What makes sessions; its player is made when the first one is prepared."""
        from prt_desktop.audio.sound import Sound  # noqa: PLC0415
        from prt_desktop.storage.memory import PrivateFolder  # noqa: PLC0415

        private = PrivateFolder(self.where.cache, lambda: self.journal.is_in_vault)
        sound = Sound(self.where.cache, self.make_player, private)
        sound.remove_leftovers()
        return sound

    @cached_property
    def follower(self) -> SessionFollower:
        """What shows a practice outside the window; the desktop is asked when one first plays."""
        from prt_desktop.desktop.session_follower import SessionFollower  # noqa: PLC0415

        return SessionFollower(self.make_offers, self.window)

    @cached_property
    def practices(self) -> Practices:
        """The exercises, and the recordings that the person brought along."""
        from prt_desktop.practices import open_practices  # noqa: PLC0415

        return open_practices(self.library, self.where.data, self._clock, self.journal.newest_seal)

    @cached_property
    def services(self) -> Services:
        """What the panes work with."""
        from prt_desktop.sound_files import SoundFiles  # noqa: PLC0415
        from prt_desktop.ui.files.dialogs import native_outlets, open_folder  # noqa: PLC0415
        from prt_desktop.ui.makers import memo_tools  # noqa: PLC0415
        from prt_desktop.ui.papers import NativePapers  # noqa: PLC0415
        from prt_desktop.ui.privacy_outlets import native_privacy  # noqa: PLC0415
        from prt_desktop.ui.services import Services  # noqa: PLC0415

        files = SoundFiles(self._assets, self.where, self._clock, self.journal.newest_seal)
        return Services(
            self.theme,
            self.journal,
            self.library,
            self.settings,
            self._clock,
            self.where.data,
            VERSION,
            open_folder,
            self.practices,
            native_outlets(files, open_folder),
            NativePapers(),
            native_privacy(self._end_with_erasing),
            memo_tools(self.journal, self.make_player, self.window),
            lambda: self.people,
            lambda: self.reminding,
        )

    @cached_property
    def reminding(self) -> Reminding:
        """What reminds, where somebody chose it, and keeps the program in the tray."""
        from prt_desktop.ui.reminding import Reminding  # noqa: PLC0415

        reminding = Reminding(self, self._clock)
        reminding.may_stay = not self.demonstrates  # of which nothing is to be left
        return reminding

    @cached_property
    def people(self) -> PeopleOutlets:
        """Who has a diary on this computer, and the way from one to another."""
        from prt_desktop.desktop.starting import arguments_for, start_beside  # noqa: PLC0415
        from prt_desktop.storage.people import People, person_of  # noqa: PLC0415
        from prt_desktop.ui.people.leaving import Leaving  # noqa: PLC0415
        from prt_desktop.ui.people.outlets import PeopleOutlets  # noqa: PLC0415

        people = People(self.where.root or self.where)

        def start(person: Person) -> bool:
            # A demonstration's folder goes with it: nobody can begin a diary in there.
            return not self.demonstrates and start_beside(arguments_for(people.root, person.id))

        leaving = Leaving(self.theme, self.window, lambda: self.journal, start)
        return PeopleOutlets(people, person_of(self.where).id, leaving.change_to)

    def _end_with_erasing(self) -> None:
        self.is_to_erase = True
        end(self.window)

    @cached_property
    def _makers(self) -> Mapping[Place, Callable[[], Pane]]:
        from prt_desktop.ui.makers import makers  # noqa: PLC0415

        return makers(lambda: self.services, self._today, self._learn, self._practise)

    def _pane(self, place: Place) -> Pane:
        return self._makers[place]()

    def _crisis_card(self) -> CrisisCard:
        from prt_desktop.ui.safety.crisis_card import CrisisCard  # noqa: PLC0415

        return CrisisCard(self.theme, self.library, self.settings, self._clock)

    def _today(self) -> Pane:
        # Without the services, most of which it has no use for and would have to wait for.
        from prt_desktop.ui.today.pane import TodayPane  # noqa: PLC0415

        return TodayPane(self.theme, lambda: self.journal, lambda: self.library, self._clock)

    def _import_storage(self) -> None:
        from prt_desktop.storage import journal  # noqa: F401, PLC0415

    def _learn(self) -> Pane:
        from prt_desktop.ui.makers import learn_pane  # noqa: PLC0415

        return learn_pane(self.services, self.sound, self.follower)

    def _practise(self) -> Pane:
        from prt_desktop.ui.practise.pane import PractisePane  # noqa: PLC0415

        pane = PractisePane(
            self.theme, self.journal, self.practices, self.settings, self.sound, self._clock
        )
        pane.performance.be_followed(self.follower)
        if self.demonstrates:
            self._open_to_the_room(pane)
        return pane

    def _banner(self) -> QWidget:
        from prt_desktop.ui.demonstration import DemonstrationBanner  # noqa: PLC0415

        return DemonstrationBanner(self.theme)

    def _open_to_the_room(self, pane: PractisePane) -> None:
        from prt_desktop.ui.demonstration import Clicker  # noqa: PLC0415
        from prt_desktop.ui.practise.doors import RoomDoors  # noqa: PLC0415

        pane.offers.doors = RoomDoors()
        Clicker(self.window, pane)
        self.window.ready.connect(partial(self.window.go, Place.PRACTISE))

    def _make_qt_player(self) -> Player:
        from prt_desktop.audio.qt_player import QtPlayer  # noqa: PLC0415

        return QtPlayer(self.window)

    def _make_desktop_offers(self) -> DesktopOffers:
        from prt_desktop.desktop.offers import offers_of_this_desktop  # noqa: PLC0415

        return offers_of_this_desktop(self.window)


def run_window(where: Places, assets: Path) -> int:
    """Open the window and give the exit code when it is closed.

    `where` are one person's folders, or those of all, of whom the last one opens. A second window
    on the same person's folder is not opened: the first one comes to the front.
    """
    from prt_desktop.desktop.single_instance import SingleInstance  # noqa: PLC0415

    application = _application()
    if _is_shared(where):
        from prt_desktop.storage.people import own_places  # noqa: PLC0415

        where = own_places(where)
    instance = SingleInstance(where.data)
    if not instance.is_first():
        return hand_over(instance)
    workshop = Workshop(application, where, assets, now)
    surroundings = Surroundings(workshop, instance)
    workshop.window.show()
    code = application.exec()
    instance.release()
    surroundings.deleteLater()
    if workshop.is_to_erase:
        from prt_desktop.ui.privacy.farewell import farewell  # noqa: PLC0415

        return farewell(application, workshop.theme, workshop.window, where)
    return code


@contextmanager
def demonstration(application: QApplication, where: Places, assets: Path) -> Iterator[Workshop]:
    """Give a workshop of which nothing is kept.

    Of the person's own folders only the settings are read; everything else lies in a folder
    that goes when the context ends.
    """
    from prt_desktop.storage.memory import FolderInMemory, Kind  # noqa: PLC0415
    from prt_desktop.ui.demonstration import in_the_room  # noqa: PLC0415

    with closing(FolderInMemory(Kind.DEMONSTRATION)) as folder:
        scratch = places(folder.path)
        SettingsFile(scratch.data).write(in_the_room(SettingsFile(where.data).read()))
        workshop = Workshop(application, scratch, assets, now)
        workshop.demonstrates = True
        yield workshop


def run_demonstration(where: Places, assets: Path) -> int:
    """Open a window of which nothing is kept, and give the exit code when it is closed."""
    application = _application()
    with demonstration(application, where, assets) as workshop:
        workshop.window.showMaximized()
        return application.exec()


def run_tour(out: Path, assets: Path) -> list[Path]:
    """Take a picture of every pane with made-up data and give the pictures' paths."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from prt_desktop.audio.silent import SilentPlayer  # noqa: PLC0415
    from prt_desktop.desktop.offers import silent_offers  # noqa: PLC0415
    from prt_desktop.domain.sample import sample_entries  # noqa: PLC0415
    from prt_desktop.ui.tour import Tour  # noqa: PLC0415

    application = _application()
    with TemporaryDirectory(prefix="prt-desktop-tour-") as folder:
        workshop = Workshop(application, places(Path(folder)), assets, now)
        workshop.make_player = lambda: SilentPlayer(lambda: 0)
        workshop.make_offers = silent_offers
        workshop.journal.add_all(sample_entries(now(), 28))
        tour = Tour(workshop.window, workshop.theme, out, workshop.answer_pages)
        tour.done.connect(application.quit)
        tour.start()
        application.exec()
    return tour.pictures


def now() -> datetime:
    """Give the time with the zone of this machine."""
    return datetime.now().astimezone()


def _is_shared(where: Places) -> bool:
    """Say whether people have names here; who is alone does not wait for it at a start."""
    return ((where.root or where).data / PEOPLE_INDEX).exists()


def _application() -> QApplication:
    application = QApplication([APP_NAME, "-style", STYLE])
    application.setApplicationName(APP_NAME)
    application.setApplicationDisplayName("PRT Desktop")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName(APP_NAME)
    return application

"""A window and its services for tests: a real journal, a fixed library, a fixed clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QPalette

from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.silent_recorder import SilentRecorder
from prt_desktop.content.library import Library
from prt_desktop.domain.crisis import CrisisCountry, CrisisLine
from prt_desktop.domain.diary import (
    Entry,
    EntryKind,
    LessonDetails,
    PracticeDetails,
    Reflection,
)
from prt_desktop.domain.exercise import Cue, Exercise, Gate, Guidance, Pause
from prt_desktop.domain.exercise import Part as ExercisePart
from prt_desktop.domain.four_weeks import (
    Change,
    FourWeeks,
    PlanStep,
    Rule,
    Task,
    TaskKind,
    Week,
    When,
)
from prt_desktop.domain.lesson import Lesson, Page
from prt_desktop.domain.lesson import Part as LessonPart
from prt_desktop.domain.safety import (
    PageAnswer,
    PageId,
    Question,
    QuestionPage,
)
from prt_desktop.paths import Places
from prt_desktop.practices import Practices
from prt_desktop.sound_files import SoundFiles
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.memos import Memos
from prt_desktop.storage.own_audio import OwnAudio
from prt_desktop.storage.people import FIRST, People, Person
from prt_desktop.storage.settings import SettingsFile
from prt_desktop.ui.diary.speaking import MemoTools
from prt_desktop.ui.files.outlets import Outlets
from prt_desktop.ui.main_window import MainWindow
from prt_desktop.ui.makers import crisis_card, makers
from prt_desktop.ui.people.outlets import PeopleOutlets
from prt_desktop.ui.privacy_outlets import PrivacyOutlets
from prt_desktop.ui.services import Services
from prt_desktop.ui.theme import Theme
from prt_desktop.ui.today.pane import TodayPane
from prt_desktop.ui.widgets.pane import Pane, Place
from tests.storage.vaults import CHEAP
from tests.ui.reminder_desk import StandInReminderDesk
from tests.ui.stand_ins import (
    StandInBackupDialogs,
    StandInDialogs,
    StandInEngine,
    StandInPapers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication

ASSETS = Path(__file__).parents[2] / "assets"
NOON = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, by: timedelta) -> None:
        """Let time pass."""
        self.now += by


@dataclass
class Setting:
    """Everything a window needs, on a temporary folder."""

    theme: Theme
    folder: Path
    clock: Clock = field(default_factory=Clock)
    opened: list[Path] = field(default_factory=list)
    stand_in: StandInEngine = field(default_factory=StandInEngine)
    real_engine: SoundFiles | None = None
    dialogs: StandInDialogs = field(default_factory=StandInDialogs)
    papers: StandInPapers = field(default_factory=StandInPapers)
    backup_dialogs: StandInBackupDialogs = field(default_factory=StandInBackupDialogs)
    erased: int = 0
    now_ms: int = 0
    changed_to: list[Person] = field(default_factory=list)
    reminder_desk: StandInReminderDesk = field(default_factory=StandInReminderDesk)

    def __post_init__(self) -> None:
        self.journal = Journal(self.folder, self.clock)
        self.settings = SettingsFile(self.folder)
        self.library = still_library()
        self.recorder = SilentRecorder(self.clock_ms)

    def services(self) -> Services:
        """Bundle what panes work with."""
        return Services(
            self.theme,
            self.journal,
            self.library,
            self.settings,
            self.clock,
            Path("/home/sam/.local/share/prt-desktop"),
            "0.1.0",
            self._open_folder,
            self.practices(),
            Outlets(self.real_engine or self.stand_in, self.dialogs, self._open_folder),
            self.papers,
            PrivacyOutlets(self.backup_dialogs, self.erase, CHEAP),
            self.memo_tools(),
            self.people,
            lambda: self.reminder_desk,
        )

    def people(self) -> PeopleOutlets:
        """Give the people of this computer, of whom the first is here."""
        people = People(Places(self.folder, self.folder / "cache"))
        return PeopleOutlets(people, FIRST, self.changed_to.append)

    def memo_tools(self) -> MemoTools:
        """Give a still recorder and a still player, whose clock is `now_ms`."""
        memos = Memos(self.folder, self.journal.newest_seal)
        return MemoTools(memos, lambda: self.recorder, lambda: SilentPlayer(self.clock_ms))

    def clock_ms(self) -> int:
        """Give the time of recorder and player in ms."""
        return self.now_ms

    def practices(self) -> Practices:
        """Give the library's exercises and the person's own recordings."""
        return Practices(self.library, OwnAudio(self.folder, self.clock))

    def window(
        self,
        learn: Callable[[], Pane] = Pane,
        practise: Callable[[], Pane] = Pane,
        reading: Sequence[Callable[[], object]] = (),
    ) -> MainWindow:
        """Build the window, with empty panes for lessons and exercises unless they are given."""
        services = self.services()
        return MainWindow(
            self.theme,
            makers(lambda: services, self._today, learn, practise),
            lambda: crisis_card(services),
            self.settings,
            reading=reading,
        )

    def pane(self, place: Place) -> Pane:
        """Build the pane of a place by itself; those of lessons and exercises are empty."""
        return makers(self.services, self._today, Pane, Pane)[place]()

    def pass_safety_pages(self) -> None:
        """Answer both pages with "none of these"."""
        for page in PageId:
            self.journal.add_answer(PageAnswer(page, (), self.clock()))

    def whose(self) -> str:
        """Give the name of the one who is here, or ""."""
        return "".join(one.name for one in self.people().people.all() if one.id == FIRST)

    def erase(self) -> None:
        """Take note that everything is to be erased."""
        self.erased += 1

    def _today(self) -> Pane:
        return TodayPane(self.theme, lambda: self.journal, lambda: self.library, self.clock)

    def _open_folder(self, folder: Path) -> bool:
        self.opened.append(folder)
        return True


def plain_theme(app: QApplication) -> Theme:
    """Make the theme as it is at the first start, in the light."""
    app.setPalette(QPalette())
    app.setFont(QFont("DejaVu Sans", 9))
    theme = Theme(app, ASSETS)
    theme.apply("light", 100, reduce_motion=True)
    return theme


def still_library() -> Library:
    """Make a library whose content no other test or author changes."""
    library = Library(ASSETS)
    library.lessons = (still_lesson(),)
    library.exercises = (still_exercise(),)
    library.question_pages = still_pages()
    library.crisis = (still_country(),)
    library.four_weeks = still_plan()
    return library


def still_lesson() -> Lesson:
    """Make one lesson."""
    return Lesson(
        id="pain-is-an-alarm",
        title="Pain is an alarm",
        part=LessonPart.BRAIN,
        minutes=5,
        objectives=("Say what pain is for",),
        exercise="somatic-tracking",
        try_this="Notice one sensation today.",
        short="Pain is an alarm.",
        pages=(Page("An alarm", "Pain is made to protect.", 12),),
        folder="lessons",
    )


def still_exercise() -> Exercise:
    """Make one exercise."""
    cue = Cue("arrive", "arrive", "Sit as you like.", Pause(1000, 9000, 1.0), Guidance.SILENT)
    return Exercise(
        id="somatic-tracking",
        title="Somatic tracking",
        part=ExercisePart.ATTEND,
        form="core",
        gate=Gate.NO_OPEN_FLAG,
        default_minutes=7,
        purpose="Looking at a sensation with a little curiosity, while nothing has to change.",
        choose_else="Today is a very bad day.",
        posture="Sit or lie as you like.",
        cues=(cue,),
    )


def still_plan() -> FourWeeks:
    """Make a plan of one week: the lesson, a rest, the practice; with a rule and another task."""
    steps = (
        PlanStep("read", Task(TaskKind.LESSON, "pain-is-an-alarm")),
        PlanStep("rest", Task(TaskKind.REST, "", "A rest day", "Nothing to do today.")),
        PlanStep("look", Task(TaskKind.PRACTICE, "somatic-tracking")),
    )
    week = Week("alarm", "Week 1: the alarm", "How pain works as an alarm.", steps)
    tea = Task(TaskKind.DEED, "", "A cup of tea", "Sit by the window with it.")
    because = "Because today or yesterday was a bad day"
    rule = Rule(
        "bad-day", When.BAD_DAY, because, "After a bad day, tea first.", (Change("look", tea),)
    )
    fun = Task(TaskKind.DEED, "", "Something just for fun", "Ten minutes of it.")
    return FourWeeks((week,), (rule,), (PlanStep("fun", fun),))


def still_pages() -> tuple[QuestionPage, ...]:
    """Make the two safety pages with a few questions each."""
    return (
        QuestionPage(
            PageId.EMERGENCY,
            "Is there something that needs help right now?",
            "These signs are rare, but worth a check. Tick what applies or might.",
            "Ring your emergency number, or go to an emergency department now.",
            (
                Question(
                    "numb",
                    "Are you newly numb or tingling around your genitals, your back "
                    "passage or your inner thighs?",
                    "NHS",
                ),
                Question("legs", "Are your legs getting weaker?", "NHS"),
                Question("chest", "Do you also have chest pain?", "NHS"),
            ),
        ),
        QuestionPage(
            PageId.SAME_DAY,
            "Is there something a doctor should hear about today?",
            "Most people tick nothing here. If you are not sure, tick it.",
            "Ring your doctor today and say which of these you ticked.",
            (
                Question("fever", "Do you have a fever or chills with the pain?", "NHS"),
                Question("weight", "Have you lost weight without trying?", "NHS"),
            ),
        ),
    )


def still_country() -> CrisisCountry:
    """Make one country of the crisis card."""
    seen = date(2026, 11, 1)
    page = "https://example.org"
    return CrisisCountry(
        "Erewhon",
        seen,
        (
            CrisisLine("Emergency services", "000", "Any danger to life.", page, seen),
            CrisisLine(
                "Listening line", "0123 456", "Someone to listen, day or night.", page, seen
            ),
        ),
    )


def some_entries(now: datetime = NOON) -> tuple[Entry, ...]:
    """Make a few entries of every kind, over three days."""
    day = timedelta(days=1)
    practice = PracticeDetails("somatic-tracking", 600_000, 600_000, True, Reflection.CURIOUS)
    return (
        Entry("a" * 32, now - 9 * day, EntryKind.FEELING, "Tired and a little hopeful."),
        Entry("b" * 32, now - day - timedelta(hours=2), EntryKind.DID, "Walked to the baker."),
        Entry(
            "c" * 32,
            now - day,
            EntryKind.SURPRISE,
            "I carried the shopping up two floors while talking, and it did not behave like an "
            "injury at all: nothing on the stairs, and a twinge later on the sofa.",
        ),
        Entry(
            "d" * 32,
            now - timedelta(hours=3),
            EntryKind.LESSON,
            "",
            LessonDetails("pain-is-an-alarm"),
        ),
        Entry("e" * 32, now - timedelta(hours=2), EntryKind.PRACTICE, "", practice),
        Entry("f" * 32, now - timedelta(hours=1), EntryKind.NOTE, "A quiet morning."),
    )


__all__ = ["ASSETS", "NOON", "Clock", "Place", "Setting", "plain_theme", "some_entries"]

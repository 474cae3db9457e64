"""How the pane of each place is built from the services; handed to the window by app.py."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from prt_desktop.ui.widgets.pane import Pane, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from prt_desktop.audio.player import Player
    from prt_desktop.audio.recorder import Recorder
    from prt_desktop.audio.sound import Sound
    from prt_desktop.desktop.session_follower import SessionFollower
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.diary.speaking import MemoTools
    from prt_desktop.ui.practise.offers import Offers
    from prt_desktop.ui.safety.crisis_card import CrisisCard
    from prt_desktop.ui.services import Services

# Each pane is imported when it is built.


def makers(
    services: Callable[[], Services],
    today: Callable[[], Pane],
    learn: Callable[[], Pane],
    practise: Callable[[], Pane],
) -> dict[Place, Callable[[], Pane]]:
    """Map each place to how its pane is built, in the order in which idle time builds them.

    `services` are asked for when the first pane that works with them is built.
    """

    def built(build: Callable[[Services], Pane]) -> Callable[[], Pane]:
        return lambda: build(services())

    return {
        Place.TODAY: today,
        Place.LEARN: learn,
        Place.PRACTISE: practise,
        Place.DIARY: built(_diary),
        Place.SAFETY: built(_safety),
        Place.PLAN: built(_plan),
        Place.BAD_DAY: built(_bad_day),
        Place.SAFETY_PAGES: built(_safety_pages),
        Place.NEW_SYMPTOM: built(_new_symptom),
        Place.CHECK: built(_check),
        Place.SETTINGS: built(_settings),
        Place.PRIVACY: built(_privacy),
        Place.PEOPLE: built(_people),
        Place.FIRST_DAY: built(_first_day),
        Place.REMINDERS: built(_reminders),
        Place.OWN_AUDIO: built(_own_audio),
        Place.SAVE_SESSION: built(_save_session),
        Place.PHONE_PACK: built(_phone_pack),
    }


def memo_tools(journal: Journal, make_player: Callable[[], Player], window: QObject) -> MemoTools:
    """Give what memos are spoken and heard with, once the sounds that nothing names are let go."""
    from prt_desktop.storage.memos import Memos, let_go_of_unused  # noqa: PLC0415
    from prt_desktop.ui.diary.speaking import MemoTools  # noqa: PLC0415

    @cache
    def recorder() -> Recorder:
        from prt_desktop.audio.qt_recorder import QtRecorder  # noqa: PLC0415

        return QtRecorder(window)

    memos = Memos(journal.folder, journal.newest_seal)
    let_go_of_unused(memos, journal)
    return MemoTools(memos, recorder, cache(make_player))


def crisis_card(services: Services) -> CrisisCard:
    """Build the crisis card."""
    from prt_desktop.ui.safety.crisis_card import CrisisCard  # noqa: PLC0415

    return CrisisCard(services.theme, services.library, services.settings, services.clock)


def learn_pane(services: Services, sound: Sound, follower: SessionFollower) -> Pane:
    """Build the lessons, with the voice that reads them and the system's own dialogs for paper."""
    from prt_desktop.ui.learn.aloud import Aloud  # noqa: PLC0415
    from prt_desktop.ui.learn.pane import LearnPane  # noqa: PLC0415

    pane = LearnPane(
        services.theme,
        services.journal,
        services.library,
        services.settings,
        services.clock,
        services.papers,
    )
    pane.be_read_by(Aloud(sound, services.library, services.settings.read, follower, pane))
    return pane


def _diary(services: Services) -> Pane:
    from prt_desktop.ui.diary.section import diary_titles  # noqa: PLC0415
    from prt_desktop.ui.sections import diary_sections  # noqa: PLC0415
    from prt_desktop.ui.widgets.sectioned import SectionedPane  # noqa: PLC0415

    return SectionedPane(services.theme, diary_titles(), diary_sections(services))


def _safety(services: Services) -> Pane:
    from prt_desktop.ui.safety.section import safety_titles  # noqa: PLC0415
    from prt_desktop.ui.sections import safety_sections  # noqa: PLC0415
    from prt_desktop.ui.widgets.sectioned import SectionedPane  # noqa: PLC0415

    return SectionedPane(services.theme, safety_titles(), safety_sections(services))


def _plan(services: Services) -> Pane:
    from prt_desktop.ui.plan.names import plan_titles  # noqa: PLC0415
    from prt_desktop.ui.sections import plan_sections  # noqa: PLC0415
    from prt_desktop.ui.widgets.sectioned import SectionedPane  # noqa: PLC0415

    return SectionedPane(services.theme, plan_titles(), plan_sections(services))


def _bad_day(services: Services) -> Pane:
    from prt_desktop.ui.bad_day.pane import BadDayPane  # noqa: PLC0415

    return BadDayPane(
        services.theme, services.journal, services.library, services.clock, services.memos
    )


def _safety_pages(services: Services) -> Pane:
    from prt_desktop.ui.safety.pages import SafetyPagesPane  # noqa: PLC0415

    return SafetyPagesPane(services.theme, services.journal, services.library, services.clock)


def _new_symptom(services: Services) -> Pane:
    from prt_desktop.ui.safety.new_symptom import NewSymptomPane  # noqa: PLC0415

    return NewSymptomPane(services.theme, services.journal, services.clock)


def _check(services: Services) -> Pane:
    from prt_desktop.ui.safety.check_form import CheckPane  # noqa: PLC0415

    return CheckPane(services.theme, services.journal, services.clock)


def _first_day(services: Services) -> Pane:
    from prt_desktop.ui.first_day.pane import FirstDayPane  # noqa: PLC0415

    return FirstDayPane(services.theme, services.journal, services.settings, services.data_folder)


def _settings(services: Services) -> Pane:
    from prt_desktop.ui.settings.pane import SettingsPane  # noqa: PLC0415

    return SettingsPane(
        services.theme,
        services.settings,
        services.data_folder,
        services.version,
        services.open_folder,
    )


def _privacy(services: Services) -> Pane:
    from prt_desktop.ui.privacy.pane import PrivacyPane  # noqa: PLC0415

    return PrivacyPane(services)


def _people(services: Services) -> Pane:
    from prt_desktop.ui.people.pane import PeoplePane  # noqa: PLC0415

    return PeoplePane(services.theme, services.people())


def _reminders(services: Services) -> Pane:
    from prt_desktop.ui.reminders.pane import RemindersPane  # noqa: PLC0415

    desk = services.reminding()
    return RemindersPane(services.theme, services.settings, services.clock, desk)


def _own_audio(services: Services) -> Pane:
    from prt_desktop.ui.files.own_pane import OwnAudioPane  # noqa: PLC0415

    return OwnAudioPane(services.theme, services.practices.own, services.outlets)


def _save_session(services: Services) -> Pane:
    from prt_desktop.ui.files.save_pane import SaveSessionPane  # noqa: PLC0415

    offers = _offers(services)
    return SaveSessionPane(services.theme, services.practices, offers, services.outlets)


def _phone_pack(services: Services) -> Pane:
    from prt_desktop.ui.files.pack_pane import PhonePackPane  # noqa: PLC0415

    offers = _offers(services)
    return PhonePackPane(
        services.theme, services.practices, offers, services.settings, services.outlets
    )


def _offers(services: Services) -> Offers:
    from prt_desktop.ui.practise.offers import Offers  # noqa: PLC0415

    return Offers(services.journal, services.practices, services.settings, services.clock)

"""The sections that a place has: one line each, and how it is built from the services."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prt_desktop.ui.diary.section import SectionId, section_word
from prt_desktop.ui.widgets.sectioned import Section, SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.domain.crisis import CrisisCountry
    from prt_desktop.ui.diary.memo_page import MemoPage
    from prt_desktop.ui.services import Services

# Each section is imported when it is built: only the entries are there from the beginning.


def diary_sections(services: Services) -> tuple[Section, ...]:
    """Give the sections in the order in which they stand."""
    return (
        _section(SectionId.ENTRIES, lambda: _entries(services)),
        _section(SectionId.EVIDENCE, lambda: _evidence(services)),
        _section(SectionId.MOVEMENTS, lambda: _movements(services)),
        _section(SectionId.MEASURES, lambda: _measures(services)),
        _section(SectionId.LOOKING_BACK, lambda: _looking_back(services)),
        _section(SectionId.REPORT, lambda: _report(services)),
    )


def safety_sections(services: Services) -> tuple[Section, ...]:
    """Give the sections of the safety place in the order in which they stand."""
    from prt_desktop.ui.safety.section import (  # noqa: PLC0415
        SafetySection,
        safety_section_word,
    )

    makers = {
        SafetySection.STANDING: _standing,
        SafetySection.FIT: _fit,
        SafetySection.PLAN: _safety_plan,
        SafetySection.NUMBERS: _crisis_numbers,
        SafetySection.ABOUT: _about,
    }
    return tuple(
        Section(one, safety_section_word(one), partial(make, services))
        for one, make in makers.items()
    )


def plan_sections(services: Services) -> tuple[Section, ...]:
    """Give the sections of the plan in the order in which they stand."""
    from prt_desktop.ui.plan.names import PlanSection, plan_section_word  # noqa: PLC0415

    makers = {
        PlanSection.MONTH: _month,
        PlanSection.STORY: _story,
        PlanSection.SENTENCES: _sentences,
        PlanSection.MESSAGES: _messages,
        PlanSection.SETBACK: _setback,
        PlanSection.KEEPING_ON: _keeping_on,
    }
    return tuple(
        Section(one, plan_section_word(one), partial(make, services))
        for one, make in makers.items()
    )


def _section(section_id: SectionId, make: Callable[[], SectionPane]) -> Section:
    return Section(section_id, section_word(section_id), make)


def _entries(services: Services) -> SectionPane:
    from prt_desktop.ui.diary.entries import EntriesSection  # noqa: PLC0415
    from prt_desktop.ui.diary.memo_listen import MemoListen  # noqa: PLC0415

    section = EntriesSection(
        services.theme,
        services.journal,
        services.practices,
        services.settings,
        services.clock,
    )
    section.offer_memos(lambda: _memo_page(services), MemoListen(services.theme, services.memos))
    return section


def _memo_page(services: Services) -> MemoPage:
    from prt_desktop.ui.diary.memo_page import MemoPage  # noqa: PLC0415

    return MemoPage(services.theme, services.memos, services.journal, services.clock)


def _looking_back(services: Services) -> SectionPane:
    from prt_desktop.ui.diary.looking_back.pane import LookingBack  # noqa: PLC0415

    return LookingBack(services.theme, services.journal, services.clock)


def _evidence(services: Services) -> SectionPane:
    from prt_desktop.ui.evidence.section import EvidenceSection  # noqa: PLC0415

    starters = services.library.starter_points
    return EvidenceSection(
        services.theme, services.journal, starters, services.clock, services.papers
    )


def _movements(services: Services) -> SectionPane:
    from prt_desktop.ui.ladder.section import MovementsSection  # noqa: PLC0415

    return MovementsSection(services.theme, services.journal, services.library, services.clock)


def _measures(services: Services) -> SectionPane:
    from prt_desktop.ui.measures.section import MeasuresSection  # noqa: PLC0415

    return MeasuresSection(services.theme, services.journal, services.clock)


def _report(services: Services) -> SectionPane:
    from prt_desktop.diary_files import DiaryFiles  # noqa: PLC0415
    from prt_desktop.ui.report.section import ReportSection  # noqa: PLC0415

    return ReportSection(
        services.theme,
        services.practices,
        services.settings,
        services.clock,
        DiaryFiles(services.journal, services.version, services.clock),
        services.papers,
    )


def _standing(services: Services) -> SectionPane:
    from prt_desktop.ui.safety.standing import StandingSection  # noqa: PLC0415

    return StandingSection(services.theme, services.journal, services.library, services.clock)


def _fit(services: Services) -> SectionPane:
    from prt_desktop.ui.fit.section import FitSection  # noqa: PLC0415

    return FitSection(
        services.theme, services.journal, services.library, services.clock, services.papers
    )


def _safety_plan(services: Services) -> SectionPane:
    from prt_desktop.domain.crisis import numbers_from, with_own  # noqa: PLC0415
    from prt_desktop.ui.safety.plan_section import PlanSection  # noqa: PLC0415

    def numbers() -> tuple[CrisisCountry, ...]:
        settings = services.settings.read()
        own = numbers_from(settings.own_numbers)
        shown = with_own(services.library.crisis, own)
        return tuple(one for one in shown if one.country == settings.country)

    return PlanSection(services.theme, services.journal, numbers, services.clock, services.papers)


def _crisis_numbers(services: Services) -> SectionPane:
    from prt_desktop.ui.safety.numbers_section import NumbersSection  # noqa: PLC0415

    return NumbersSection(
        services.theme, services.journal, services.library, services.settings, services.clock
    )


def _about(services: Services) -> SectionPane:
    from prt_desktop.ui.safety.about_section import AboutSection  # noqa: PLC0415

    return AboutSection(services.theme, services.version, services.data_folder)


def _story(services: Services) -> SectionPane:
    from prt_desktop.ui.story.section import StorySection  # noqa: PLC0415

    return StorySection(services.theme, services.journal, services.clock, services.papers)


def _sentences(services: Services) -> SectionPane:
    from prt_desktop.ui.sentences.section import SentencesSection  # noqa: PLC0415

    messages = services.library.safety_messages
    return SentencesSection(services.theme, services.journal, messages, services.clock)


def _month(services: Services) -> SectionPane:
    from prt_desktop.ui.plan.month_section import MonthSection  # noqa: PLC0415

    return MonthSection(
        services.theme, services.journal, services.library, services.clock, services.papers
    )


def _messages(services: Services) -> SectionPane:
    from prt_desktop.ui.plan.messages_section import MessagesSection  # noqa: PLC0415

    return MessagesSection(services.theme, services.journal, services.clock, services.memos)


def _setback(services: Services) -> SectionPane:
    from prt_desktop.ui.plan.setback_section import SetbackSection  # noqa: PLC0415

    return SetbackSection(services.theme, services.journal, services.clock)


def _keeping_on(services: Services) -> SectionPane:
    from prt_desktop.ui.plan.keeping_on_section import KeepingOnSection  # noqa: PLC0415

    return KeepingOnSection(services.theme, services.journal, services.settings, services.clock)

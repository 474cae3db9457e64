"""The steps before a practice sounds, in their order; a tool's page is one more line here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prt_desktop.domain.safety import Occasion
from prt_desktop.ui.practise.clinician_page import ClinicianPage
from prt_desktop.ui.practise.prelude import PreludePage, Step
from prt_desktop.ui.practise.shelves import SHORT_FORM, soothing
from prt_desktop.ui.practise.three_questions import (
    ActionFirstPage,
    ThreeQuestionsPage,
    UnreadableQuestionsPage,
)
from prt_desktop.ui.practise.workability import SmallerPage, SoothingPage, WorkabilityPage

if TYPE_CHECKING:
    from prt_desktop.content.library import Library
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.ui.practise.offers import Offer
    from prt_desktop.ui.practise.symptom_log import SymptomLog
    from prt_desktop.ui.theme import Theme


class Steps:
    """Makes the pages; `log` knows when the three questions come and writes their answers."""

    def __init__(self, theme: Theme, library: Library, log: SymptomLog) -> None:
        self._theme = theme
        self._library = library
        self._log = log

    def in_order(self) -> tuple[Step, ...]:
        """Give the steps: three questions, then workability (safety.md 4.4, techniques.md 3.2).

        In a demonstration a clinician is asked for in place of the questions.
        """
        return (
            Step("clinician", _asks_for_clinician, self._clinician),
            Step("three-questions", self._has_three_questions, self._three_questions),
            Step("workability", _has_workability, self._workability),
        )

    def _clinician(self, _offer: Offer) -> PreludePage:
        return ClinicianPage(self._theme)

    def _three_questions(self, offer: Offer) -> PreludePage:
        check = self._library.mini_check
        if check is None:
            return UnreadableQuestionsPage(self._theme)

        def action() -> PreludePage:
            those = soothing(self._library)
            return ActionFirstPage(self._theme, check, offer.exercise, those)

        occasion = self._log.occasion_of(offer.exercise) or Occasion.WEEKLY
        return ThreeQuestionsPage(self._theme, check, partial(self._log.keep, occasion), action)

    def _has_three_questions(self, offer: Offer) -> bool:
        return offer.asks_person and self._log.occasion_of(offer.exercise) is not None

    def _workability(self, offer: Offer) -> PreludePage:
        smaller = self._smaller if self._has_smaller(offer.exercise) else None
        return WorkabilityPage(self._theme, smaller, self._soothing)

    def _smaller(self) -> PreludePage:
        return SmallerPage(self._theme, self._soothing)

    def _soothing(self) -> PreludePage:
        return SoothingPage(self._theme, soothing(self._library))

    def _has_smaller(self, exercise: Exercise) -> bool:
        known = any(one.id == SHORT_FORM for one in self._library.exercises)
        return known and exercise.id != SHORT_FORM


def _asks_for_clinician(offer: Offer) -> bool:
    return offer.asks_for_clinician


def _has_workability(offer: Offer) -> bool:
    return offer.exercise.workability

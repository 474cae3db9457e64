"""The page of each stage of a bad day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.bad_day import Reply, Stage
from prt_desktop.ui.bad_day import words
from prt_desktop.ui.bad_day.pages import EndPage, MessagePage, NextThingPage, OfferPage
from prt_desktop.ui.practise.shelves import SHORT_FORM, soothing
from prt_desktop.ui.practise.three_questions import (
    ActionFirstPage,
    ThreeQuestionsPage,
    UnreadableQuestionsPage,
)
from prt_desktop.ui.practise.workability import WorkabilityPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prt_desktop.content.library import Library
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.good_day import Message
    from prt_desktop.domain.safety import Closed
    from prt_desktop.ui.diary.speaking import MemoTools
    from prt_desktop.ui.practise.prelude import PreludePage
    from prt_desktop.ui.practise.three_questions import Keep
    from prt_desktop.ui.theme import Theme

CORE_FORM = "somatic-tracking"


class Known(NamedTuple):
    """What is known just now: the message for bad days, and why tracking does not open."""

    message: Message | None
    closed: Closed | None


class Stages:
    """Makes the pages; `keep` writes how the three questions were answered.

    `turn` gives the page that a reply leads to, for the pages that turn by themselves.
    """

    def __init__(
        self,
        theme: Theme,
        library: Library,
        memos: MemoTools,
        know: Callable[[], Known],
        keep: Keep,
        turn: Callable[[Reply], PreludePage],
    ) -> None:
        self._theme = theme
        self._library = library
        self._memos = memos
        self._know = know
        self._keep = keep
        self._turn = turn

    def page(self, stage: Stage) -> PreludePage:
        """Make the page of a stage."""
        makers: dict[Stage, Callable[[], PreludePage]] = {
            Stage.QUESTIONS: self._questions,
            Stage.ACTION: self._action,
            Stage.MESSAGE: self._message,
            Stage.WORKABILITY: self._workability,
            Stage.FULL: self._full,
            Stage.SHORT: self._short,
            Stage.SOOTHING: self._soothing,
            Stage.NEXT_THING: partial(NextThingPage, self._theme),
            Stage.END: partial(EndPage, self._theme),
        }
        return makers[stage]()

    def tracking(self, *ids: str) -> tuple[Exercise, ...]:
        """Give those practices of looking that there are."""
        known = {one.id: one for one in self._library.exercises}
        return tuple(known[one] for one in ids or (CORE_FORM, SHORT_FORM) if one in known)

    def _questions(self) -> PreludePage:
        check = self._library.mini_check
        if check is None:
            return UnreadableQuestionsPage(self._theme)
        ticked = partial(self._turn, Reply.TICKED)
        return ThreeQuestionsPage(self._theme, check, self._keep, ticked)

    def _action(self) -> PreludePage:
        check = self._library.mini_check
        if check is None:
            return self._soothing()
        return ActionFirstPage(self._theme, check, None, soothing(self._library))

    def _message(self) -> PreludePage:
        message = self._know().message
        if message is None:
            return self._soothing()
        return MessagePage(self._theme, message, self._memos)

    def _workability(self) -> PreludePage:
        smaller = partial(self._turn, Reply.ONLY_JUST)
        return WorkabilityPage(self._theme, smaller, partial(self._turn, Reply.NO))

    def _full(self) -> PreludePage:
        return self._offer(_tr("Then look at it, kindly"), words.full_line(), self.tracking())

    def _short(self) -> PreludePage:
        short = self.tracking(SHORT_FORM) or self.tracking()
        those = (*short, *soothing(self._library)[:1])
        return self._offer(_tr("Then a little is enough"), words.short_line(), those)

    def _soothing(self) -> PreludePage:
        line = words.soothing_line()
        if self._know().closed is not None:
            line = f"{line} {words.waiting_line()}"
        return self._offer(_tr("Then something kind"), line, soothing(self._library))

    def _offer(self, title: str, line: str, those: Sequence[Exercise]) -> PreludePage:
        return OfferPage(self._theme, title, line, those)


def _tr(text: str) -> str:
    return QCoreApplication.translate("BadDay", text)

"""The section of the plan itself: the weeks, a step, the rules, and the page to print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.four_weeks import ChoiceKind, choice_id, chosen
from prt_desktop.domain.pace import Progress
from prt_desktop.ui.paper_section import PaperSection
from prt_desktop.ui.plan.handout import handout
from prt_desktop.ui.plan.handout_page import HandoutPage
from prt_desktop.ui.plan.month import course_now, month_of
from prt_desktop.ui.plan.month_page import MonthPage
from prt_desktop.ui.plan.names import task_place
from prt_desktop.ui.plan.plan_keeper import PlanKeeper
from prt_desktop.ui.plan.rules_page import RulesPage
from prt_desktop.ui.plan.step_page import StepPage
from prt_desktop.ui.plan.unreadable import UnreadablePlan
from prt_desktop.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from prt_desktop.content.library import Library
    from prt_desktop.domain.pace import Standing
    from prt_desktop.domain.plan import Month
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.plan.handout import HandoutPaper
    from prt_desktop.ui.theme import Theme


class MonthSection(PaperSection):
    """Leads between the weeks, one step and the rules; what is said is kept at once."""

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        library: Library,
        clock: Callable[[], datetime],
        papers: Papers,
    ) -> None:
        super().__init__(papers)
        self._theme = theme
        self._journal = journal
        self._library = library
        self._clock = clock
        self._keeper = PlanKeeper(journal, clock, self)
        self._rules: RulesPage | None = None
        plan = library.four_weeks
        self._page = MonthPage(theme, plan) if plan is not None else None
        first: QWidget = self._page or UnreadablePlan(theme)
        self._stack = PageStack(first)
        self.stand_on(self._stack)
        self._connect()

    def open(self, target: str) -> None:
        """Come to the front; with the id of a step, open it."""
        if target:
            self._open_step(target)

    @Slot()
    def refresh(self) -> None:
        """Show the plan as it stands now."""
        month = month_of(self._journal, self._library)
        if self._page is None or month is None:
            return
        course = course_now(month, self._journal, self._library, self._clock())
        self._page.show_course(course, self._library, packed=month.is_packed)
        if self._rules is not None:
            self._rules.show_off(self._off(month))

    @Slot(str)
    def _open_step(self, step_id: str) -> None:
        one = self._standing(step_id)
        plan = self._library.four_weeks
        if one is None or plan is None:
            return
        page = StepPage(self._theme, one, plan.others, self._library)
        page.exchanged.connect(partial(self._exchange, step_id))
        page.left.connect(partial(self._come_back, step_id))
        page.left_out.connect(partial(self._leave_out, step_id))
        page.put_back.connect(partial(self._put_back, step_id))
        page.taken.connect(partial(self._take, one))
        if one.fitted.rule is not None:
            page.rule_left.connect(partial(self._leave_rule, step_id, one.fitted.rule.id))
        self._lay(page)
        page.take_focus()

    @Slot()
    def _open_rules(self) -> None:
        month = month_of(self._journal, self._library)
        if month is None:
            return
        page = RulesPage(self._theme, month.plan.rules, self._off(month))
        page.left.connect(self._come_back)
        page.switched.connect(self._switch)
        self._lay(page)
        self._rules = page
        page.take_focus()

    @Slot()
    def _open_handout(self) -> None:
        page = HandoutPage(self._theme)
        page.left.connect(self._come_back)
        page.print_wanted.connect(self.print_out)
        page.save_wanted.connect(self.save_pdf)
        page.show_paper(self.paper())
        self._lay(page)
        page.take_focus()

    @Slot(str)
    def _begin_week(self, week_id: str) -> None:
        self._keeper.say(ChoiceKind.WEEK_BEGUN, week_id, self.tr("You go on with this week."))

    @Slot()
    def _unpack(self) -> None:
        told = self.tr("The plan is taken up again.")
        self._keeper.take_back(choice_id(ChoiceKind.PACKED), told)

    @Slot(str, bool)
    def _switch(self, rule_id: str, on: bool) -> None:
        if on:
            off = choice_id(ChoiceKind.RULE_OFF, rule_id)
            self._keeper.take_back(off, self.tr("This rule is on again."))
        else:
            self._keeper.say(ChoiceKind.RULE_OFF, rule_id, self.tr("This rule is off."))

    @Slot()
    def _come_back(self, step_id: str = "") -> None:
        self._rules = None
        self._stack.clear()
        if self._page is not None and step_id:
            self._page.show_step(step_id)

    def _exchange(self, step_id: str, other: str) -> None:
        told = self.tr("Exchanged. The new one stands in its place.")
        if self._keeper.say(ChoiceKind.EXCHANGED, step_id, told, other):
            self._come_back(step_id)

    def _leave_out(self, step_id: str) -> None:
        if self._keeper.say(ChoiceKind.LEFT_OUT, step_id, self.tr("Left out. That is fine.")):
            self._come_back(step_id)

    def _leave_rule(self, step_id: str, rule_id: str) -> None:
        if self._keeper.say(ChoiceKind.RULE_OFF, rule_id, self.tr("This rule is off.")):
            self._come_back(step_id)

    def _put_back(self, step_id: str) -> None:
        one = self._standing(step_id)
        out = one is not None and one.progress is Progress.LEFT_OUT
        kind = ChoiceKind.LEFT_OUT if out else ChoiceKind.EXCHANGED
        if self._keeper.take_back(choice_id(kind, step_id), self.tr("Put back.")):
            self._come_back(step_id)

    def _take(self, one: Standing) -> None:
        """Lead to where the step is done, or take it as done."""
        place = task_place(one.fitted.task)
        if place is not None:
            self._come_back()
            self.place_requested.emit(*place)
        elif self._keeper.say(ChoiceKind.DONE, one.step.id, self.tr("Done for today.")):
            self._come_back(one.step.id)

    def paper(self) -> HandoutPaper:
        """Lay out the one page to take along as it is now."""
        return handout(self._theme, self._journal, self._library, self._clock())

    def _standing(self, step_id: str) -> Standing | None:
        month = month_of(self._journal, self._library)
        if month is None:
            return None
        course = course_now(month, self._journal, self._library, self._clock())
        return course.standing(step_id)

    def _off(self, month: Month) -> set[str]:
        return set(chosen(month.choices, ChoiceKind.RULE_OFF))

    def _lay(self, page: QWidget) -> None:
        self._rules = None
        self._stack.clear()
        self._stack.lay(page)

    def _connect(self) -> None:
        self._keeper.changed.connect(self.journal_changed)
        self._keeper.changed.connect(self.refresh)
        self._keeper.notice_requested.connect(self.notice_requested)
        if self._page is not None:
            self._page.handout_wanted.connect(self._open_handout)
            self._page.rules_wanted.connect(self._open_rules)
            self._page.step_opened.connect(self._open_step)
            self._page.unpack_wanted.connect(self._unpack)
            self._page.week_wanted.connect(self._begin_week)

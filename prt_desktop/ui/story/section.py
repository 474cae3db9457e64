"""The section of the person's own story, with its forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.story import THE_STORY
from prt_desktop.ui.form_drafts import FormDrafts
from prt_desktop.ui.paper_section import PaperSection
from prt_desktop.ui.shelf_keeper import ShelfKeeper
from prt_desktop.ui.story.event_form import EventForm
from prt_desktop.ui.story.goal_form import GoalForm
from prt_desktop.ui.story.printed_story import printed_story
from prt_desktop.ui.story.story_form import StoryForm
from prt_desktop.ui.story.story_page import StoryPage
from prt_desktop.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.form_draft import FormDraft
    from prt_desktop.domain.story import Goal, LifeEvent, Story
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.paper import Paper
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.story.drafted_form import DraftedForm
    from prt_desktop.ui.theme import Theme


class StorySection(PaperSection):
    """Leads between what is told and the three forms; a form's words survive a crash.

    A form that was left half-written is the one that opens next, so that nothing is lost.
    """

    def __init__(
        self, theme: Theme, journal: Journal, clock: Callable[[], datetime], papers: Papers
    ) -> None:
        super().__init__(papers)
        self._theme = theme
        self._journal = journal
        self._clock = clock
        self._stories: ShelfKeeper[Story] = ShelfKeeper(journal.stories, self)
        self._goals: ShelfKeeper[Goal] = ShelfKeeper(journal.goals, self)
        self._events: ShelfKeeper[LifeEvent] = ShelfKeeper(journal.life_events, self)
        self._drafts = {
            form: FormDrafts(journal, form, self)
            for form in (Form.STORY, Form.GOAL, Form.LIFE_EVENT)
        }
        self._page = StoryPage(theme)
        self._stack = PageStack(self._page)
        self.stand_on(self._stack)
        self._connect()

    def open(self, target: str) -> None:
        """Come to the front; "tell" opens the story's form, "goal" that of a new goal."""
        if target == "tell":
            self._open_story()
        elif target == "goal":
            self._open_goal()

    def refresh(self) -> None:
        """Show what is told as it is now."""
        journal = self._journal
        story = next(iter(journal.stories.all()), None)
        today = self._clock().date()
        self._page.show_told(story, journal.goals.all(), journal.life_events.all(), today)

    def put_down(self) -> None:
        """Keep what is half-written."""
        for drafts in self._drafts.values():
            drafts.keep()

    def paper(self) -> Paper:
        """Lay it out as it is now."""
        journal = self._journal
        story = next(iter(journal.stories.all()), None)
        goals, events = journal.goals.all(), journal.life_events.all()
        return printed_story(self._theme, story, goals, events, self._clock())

    @Slot()
    def _open_story(self) -> None:
        begun = self._drafts[Form.STORY].begun()
        form = StoryForm(self._theme, self._clock, self._stories.found(THE_STORY))
        form.saved.connect(self._save_story)
        self._show(form, Form.STORY, begun)

    @Slot(str)
    def _open_goal(self, goal_id: str = "") -> None:
        begun = self._drafts[Form.GOAL].begun()
        wanted = goal_id if begun is None else begun.value_id
        form = GoalForm(self._theme, self._clock, self._goals.found(wanted or ""))
        form.removed.connect(self._remove_goal)
        form.saved.connect(self._save_goal)
        self._show(form, Form.GOAL, begun)

    @Slot(str)
    def _open_event(self, event_id: str = "") -> None:
        begun = self._drafts[Form.LIFE_EVENT].begun()
        wanted = event_id if begun is None else begun.value_id
        form = EventForm(self._theme, self._clock, self._events.found(wanted or ""))
        form.removed.connect(self._remove_event)
        form.saved.connect(self._save_event)
        self._show(form, Form.LIFE_EVENT, begun)

    @Slot(object)
    def _save_story(self, story: Story) -> None:
        before = self._stories.found(THE_STORY)
        if not story.is_empty:
            self._finish(Form.STORY, "", done=self._stories.keep(story, self._kept))
        else:
            gone = before is None or self._stories.remove(before, self._removed)
            self._finish(Form.STORY, "", done=gone)

    @Slot(object)
    def _save_goal(self, goal: Goal) -> None:
        self._finish(Form.GOAL, goal.id, done=self._goals.keep(goal, self._kept))

    @Slot(object)
    def _save_event(self, event: LifeEvent) -> None:
        self._finish(Form.LIFE_EVENT, event.id, done=self._events.keep(event, self._kept))

    @Slot(str)
    def _remove_goal(self, goal_id: str) -> None:
        found = self._goals.found(goal_id)
        gone = found is None or self._goals.remove(found, self._removed)
        self._finish(Form.GOAL, "", done=gone)

    @Slot(str)
    def _remove_event(self, event_id: str) -> None:
        found = self._events.found(event_id)
        gone = found is None or self._events.remove(found, self._removed)
        self._finish(Form.LIFE_EVENT, "", done=gone)

    @property
    def _kept(self) -> str:
        return self.tr("Kept in your diary.")

    @property
    def _removed(self) -> str:
        return self.tr("Removed.")

    def _finish(self, of: Form, value_id: str, *, done: bool) -> None:
        """Let the draft and the form go once what they hold is kept."""
        if done:
            self._drafts[of].let_go()
            self._come_back(value_id)

    def _show(self, form: DraftedForm, of: Form, begun: FormDraft | None) -> None:
        form.left.connect(self._come_back)
        self._leave_form()
        self._drafts[of].follow(form, begun)
        self._stack.lay(form)
        form.take_focus()

    @Slot()
    def _come_back(self, value_id: str = "") -> None:
        self._leave_form()
        self._page.take_focus(value_id)

    def _leave_form(self) -> None:
        for drafts in self._drafts.values():
            drafts.leave()
        self._stack.clear()

    def _connect(self) -> None:
        for keeper in (self._stories, self._goals, self._events):
            keeper.changed.connect(self.refresh)
            keeper.changed.connect(self.journal_changed)
            keeper.notice_requested.connect(self.notice_requested)
        page = self._page
        for of, opened, again in (
            (Form.STORY, page.story_wanted, self._open_story),
            (Form.GOAL, page.goal_opened, self._open_goal),
            (Form.LIFE_EVENT, page.event_opened, self._open_event),
        ):
            opened.connect(again)
            self._drafts[of].brought_back.connect(partial(again))
            self._drafts[of].put_away.connect(self._come_back)
        page.pdf_wanted.connect(self.save_pdf)
        page.print_wanted.connect(self.print_out)

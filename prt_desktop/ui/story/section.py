"""The section of the person's own story, with its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.story import THE_STORY
from prt_desktop.ui.draft_keeper import words_unkept
from prt_desktop.ui.paper_section import PaperSection
from prt_desktop.ui.story.event_form import EventForm
from prt_desktop.ui.story.goal_form import GoalForm
from prt_desktop.ui.story.printed_story import printed_story
from prt_desktop.ui.story.story_form import StoryForm
from prt_desktop.ui.story.story_keeper import StoryKeeper
from prt_desktop.ui.story.story_page import StoryPage
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.story import Goal, LifeEvent, Story
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.learn.papers import Papers
    from prt_desktop.ui.paper import Paper
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
        self._keeper = StoryKeeper(self)
        self._page = StoryPage(theme)
        self._form: DraftedForm | None = None
        self._stack = PageStack(self._page)
        self.stand_on(self._stack)
        self._keeper.changed.connect(self.refresh)
        self._keeper.changed.connect(self.journal_changed)
        self._keeper.notice_requested.connect(self.notice_requested)
        self._page.event_opened.connect(self._open_event)
        self._page.goal_opened.connect(self._open_goal)
        self._page.story_wanted.connect(self._open_story)
        self._page.pdf_wanted.connect(self.save_pdf)
        self._page.print_wanted.connect(self.print_out)

    def open(self, target: str) -> None:
        """Come to the front; "tell" opens the story's form, "goal" that of a new goal."""
        if target == "tell":
            self._open_story()
        elif target == "goal":
            self._open_goal("")

    def refresh(self) -> None:
        """Show what is told as it is now."""
        journal = self._journal
        story = next(iter(journal.stories.all()), None)
        today = self._clock().date()
        self._page.show_told(story, journal.goals.all(), journal.life_events.all(), today)

    def put_down(self) -> None:
        """Keep what is half-written."""
        if self._form is not None:
            self._form.drafts.keep_if_touched()

    def paper(self) -> Paper:
        """Lay it out as it is now."""
        journal = self._journal
        story = next(iter(journal.stories.all()), None)
        goals, events = journal.goals.all(), journal.life_events.all()
        return printed_story(self._theme, story, goals, events, self._clock())

    @Slot()
    def _open_story(self) -> None:
        form = StoryForm(self._theme, self._journal, self._clock)
        kept = next(iter(self._journal.stories.all()), None)
        told = {} if kept is None else {part.value: text for part, text in kept.parts.items()}
        form.begin(self._journal.drafts.get(Form.STORY) or FormDraft(told))
        form.saved.connect(self._save_story)
        self._show(form)
        form.take_focus()

    @Slot(str)
    def _open_goal(self, goal_id: str) -> None:
        draft = self._journal.drafts.get(Form.GOAL)
        wanted = goal_id if draft is None else draft.value_id
        goal = next((one for one in self._journal.goals.all() if one.id == wanted), None)
        form = GoalForm(self._theme, self._journal, self._clock, goal)
        form.removed.connect(self._remove_goal)
        form.saved.connect(self._save_goal)
        self._show(form, draft, goal_id)
        form.take_focus()

    @Slot(str)
    def _open_event(self, event_id: str) -> None:
        draft = self._journal.drafts.get(Form.LIFE_EVENT)
        wanted = event_id if draft is None else draft.value_id
        event = next((one for one in self._journal.life_events.all() if one.id == wanted), None)
        form = EventForm(self._theme, self._journal, self._clock, event)
        form.removed.connect(self._remove_event)
        form.saved.connect(self._save_event)
        self._show(form, draft, event_id)
        form.take_focus()

    @Slot(object)
    def _save_story(self, story: Story) -> None:
        if story.is_empty:
            self._finish(self._keeper.remove(self._journal.stories, THE_STORY), "")
        else:
            self._finish(self._keeper.save(self._journal.stories, story), "")

    @Slot(object)
    def _save_goal(self, goal: Goal) -> None:
        self._finish(self._keeper.save(self._journal.goals, goal), goal.id)

    @Slot(object)
    def _save_event(self, event: LifeEvent) -> None:
        self._finish(self._keeper.save(self._journal.life_events, event), event.id)

    @Slot(str)
    def _remove_goal(self, goal_id: str) -> None:
        self._finish(self._keeper.remove(self._journal.goals, goal_id), "")

    @Slot(str)
    def _remove_event(self, event_id: str) -> None:
        self._finish(self._keeper.remove(self._journal.life_events, event_id), "")

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        self.notice_requested.emit(words_unkept(sentence))

    def _finish(self, done: bool, value_id: str) -> None:
        """Let the draft and the form go once what they hold is kept."""
        if done and self._form is not None:
            self._form.drafts.let_go()
            self._come_back(value_id)

    def _show(self, form: DraftedForm, draft: FormDraft | None = None, asked_for: str = "") -> None:
        if draft is not None:
            form.begin(draft)
            if asked_for != (draft.value_id or ""):
                words = self.tr("You had begun this one. Save or remove it, then open the other.")
                self.notice_requested.emit(Notice(words))
        form.drafts.failed.connect(self._tell_failure)
        form.left.connect(self._come_back)
        self._stack.clear()
        self._form = form
        self._stack.lay(form)

    @Slot()
    def _come_back(self, value_id: str = "") -> None:
        self._form = None
        self._stack.clear()
        self._page.take_focus(value_id)

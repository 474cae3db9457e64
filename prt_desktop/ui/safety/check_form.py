"""The record of a clinician's check: who, when, which area, what was said."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.safety import Check
from prt_desktop.ui.diary.area_choice import AreaChoice
from prt_desktop.ui.draft_keeper import DraftKeeper, words_unkept
from prt_desktop.ui.safety.words import areas_words
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.date_field import DateField
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.fold import Fold
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.pane import Notice, Pane, Place
from prt_desktop.ui.widgets.saving import is_saved
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class When(Enum):
    """The day of the check, in words; ANOTHER opens the date field."""

    TODAY = auto()
    YESTERDAY = auto()
    ANOTHER = auto()


class CheckPane(Pane):
    """A short form that is kept only when it says who, when, which area and what was said."""

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        self._target = ""
        self._who = LineEdit(theme, "", self.tr("For example my GP, Dr Amari"))
        self._area = LineEdit(theme, "", self.tr("For example lower back"))
        self._areas = AreaChoice(theme)
        self._parts = Fold(theme, self.tr("Choose the parts"), self._areas)
        self._said = TextArea(theme, "", lines=3)
        self._when: ChoiceRow[When] = ChoiceRow(theme, self.tr("When"), self._days())
        self._day = DateField(theme, self.tr("Day of the check"), clock().date())
        self._fault = Label(theme, tone=Tone.CAUTION, weight=Weight.MEDIUM)
        self._save = Button(theme, self.tr("Keep this check"), Look.PRIMARY)
        self._drafts = DraftKeeper(journal, Form.CHECK, self._draft, self)
        self._lay_out(theme)
        self._day.hide()
        self._fault.hide()
        self._save.clicked.connect(self._keep)
        self._when.chosen.connect(self._follow)
        self._drafts.failed.connect(self._tell_failure)
        for changed in (self._who.textChanged, self._area.textChanged, self._areas.changed):
            changed.connect(self._drafts.touch)
        self._said.edit.textChanged.connect(self._drafts.touch)
        self._when.chosen.connect(self._drafts.touch)
        self._day.dateChanged.connect(self._drafts.touch)

    def open(self, target: str) -> None:
        """Begin anew, or with what was half-written; `target` is the practice that waits, or ""."""
        self._target = target
        if self._draft().is_empty:
            self._take_up(self._journal.drafts.get(Form.CHECK))
        self._day.set_latest(self._clock().date())
        if self._when.value is not When.ANOTHER:
            self._day.set_day(self._clock().date())
        if not self._areas.areas:
            paused = self._journal.safety().pauses()
            rests = dict.fromkeys(area for pause in paused for area in pause.areas)
            self._areas.show_areas(rests)
            self._parts.set_unfolded(unfolded=bool(rests))
        self._who.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_down(self) -> None:
        """Keep what is half-written, as the diary is about to be locked."""
        self._drafts.keep_if_touched()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is half-written when the page is left."""
        super().hideEvent(event)
        self._drafts.keep_if_touched()

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        self.notice_requested.emit(words_unkept(sentence))

    @Slot(object)
    def _follow(self, when: When) -> None:
        self._day.setVisible(when is When.ANOTHER)
        if when is When.ANOTHER:
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _keep(self) -> None:
        missing = self._first_missing()
        if missing is not None:
            words, widget = missing
            self._say(words)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        now = self._clock()
        check = Check(
            self._who.text().strip(),
            self._chosen_day(now),
            self._area.text().strip() or areas_words(self._areas.areas),
            self._said.text.strip(),
            now,
            self._areas.areas,
        )
        if is_saved(partial(self._journal.add_answer, check), self.notice_requested):
            self._after(check)

    def _draft(self) -> FormDraft:
        written = {"who": self._who.text(), "area": self._area.text(), "said": self._said.text}
        draft = FormDraft(written)
        if draft.is_empty:  # parts that rest are chosen here before anything is written
            return draft
        when = self._when.value
        if when is not None:
            written["day"] = self._chosen_day(self._clock()).isoformat()
        return FormDraft({**written, "areas": " ".join(self._areas.areas)})

    def _take_up(self, draft: FormDraft | None) -> None:
        """Show what was half-written, if there is any."""
        if draft is None:
            return
        self._who.setText(draft.text("who"))
        self._area.setText(draft.text("area"))
        self._said.edit.setPlainText(draft.text("said"))
        known = {area.value: area for area in BodyArea}
        chosen = [known[one] for one in draft.text("areas").split() if one in known]
        self._areas.show_areas(chosen)
        self._parts.set_unfolded(unfolded=bool(chosen))
        self._show_day(draft.text("day"))
        self._drafts.settle()

    def _show_day(self, iso: str) -> None:
        """Show the day that was chosen, by its date: "today" may be yesterday by now."""
        with contextlib.suppress(ValueError):
            day = date.fromisoformat(iso)
            back = (self._clock().date() - day).days
            when = {0: When.TODAY, 1: When.YESTERDAY}.get(back, When.ANOTHER)
            self._when.set_value(when)
            self._day.set_day(day)
            self._day.setVisible(when is When.ANOTHER)

    def _after(self, check: Check) -> None:
        self._empty()
        self._drafts.let_go()
        self.journal_changed.emit()
        safety = self._journal.safety()
        if safety.open_flags():
            words = self.tr(
                "Kept. It is dated before your last answer, so the practices still wait for a "
                "check on or after that day."
            )
        elif safety.pauses():
            paused = [area for pause in safety.pauses() for area in pause.areas]
            words = self.tr("Kept. These parts still rest until they are checked too: %s.")
            words %= areas_words(dict.fromkeys(paused)) or self.tr("all")
        else:
            words = self.tr("Kept: %s, %s.") % (check.who, check.area)
        self.notice_requested.emit(Notice(words))
        waits = bool(self._target) and not safety.open_flags()
        self.place_requested.emit(Place.PRACTISE if waits else Place.TODAY, self._target * waits)

    def _first_missing(self) -> tuple[str, QWidget] | None:
        if not self._who.text().strip():
            return self.tr("Please say who looked at it."), self._who
        if self._when.value is None:
            return self.tr("Please say when it was."), self._when
        if not self._area.text().strip() and not self._areas.areas:
            return self.tr("Please say which part of the body was looked at."), self._area
        if not self._said.text.strip():
            return self.tr("Please write down what was said, in your own words."), self._said
        return None

    def _chosen_day(self, now: datetime) -> date:
        if self._when.value is When.ANOTHER:
            return min(self._day.day, now.date())
        back = 1 if self._when.value is When.YESTERDAY else 0
        return now.date() - timedelta(days=back)

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.show()
        announce(self, words)

    def _empty(self) -> None:
        for line in (self._who, self._area):
            line.clear()
        self._said.edit.clear()
        self._areas.show_areas(())
        self._when.clear()
        self._day.hide()
        self._fault.hide()

    def _days(self) -> list[tuple[When, str]]:
        return [
            (When.TODAY, self.tr("Today")),
            (When.YESTERDAY, self.tr("Yesterday")),
            (When.ANOTHER, self.tr("Another day")),
        ]

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("A clinician's check")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._why(), tone=Tone.MUTED))
        column.space(1)
        column.body.setSpacing(16)
        column.add(Field(theme, self.tr("Who looked at it?"), self._who))
        column.add(Field(theme, self.tr("When?"), self._when))
        column.add(self._day)
        column.add(Field(theme, self.tr("Which part of the body?"), self._area))
        column.add(self._parts)
        column.add(Field(theme, self.tr("What was said, in your own words?"), self._said))
        column.add(self._fault)
        column.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        fill(self, column)

    def _why(self) -> str:
        return self.tr(
            "Some practices open once a doctor, physiotherapist or other clinician has looked at "
            "this pain. Write down what you remember; it stays on this computer."
        )

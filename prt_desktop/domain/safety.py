"""What a person has answered, what a clinician has checked, and what may open.

The rules are those of the table in safety.md 4.5; nothing here judges a symptom.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.local_day import local_day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

CHECK_LASTS = timedelta(days=365)
WEEK = timedelta(days=7)
MINI_CHECK_HOLDS = timedelta(minutes=10)
"""For so long "none of these" holds, so that nobody is asked twice in a row."""


class PageId(StrEnum):
    """The question pages that stand before the first practice, in their fixed order."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"


class FitPageId(StrEnum):
    """The question pages that stand before the fit worksheet, in their fixed order."""

    BOOK_A_CHECK = "book-a-check"
    ASK_A_DOCTOR = "ask-a-doctor"
    CLINICIAN_FIRST = "clinician-first"


class Occasion(StrEnum):
    """What the three questions were asked for (safety.md 4.4)."""

    FLARE = "flare"
    MOVEMENT = "movement"
    WEEKLY = "weekly"


class Closed(StrEnum):
    """Why a practice does not open yet."""

    PAGES_UNANSWERED = "pages_unanswered"
    OPEN_FLAG = "open_flag"
    AREA_PAUSED = "area_paused"
    CHECK_MISSING = "check_missing"
    CHECK_TOO_OLD = "check_too_old"
    CHECK_BEFORE_SYMPTOM = "check_before_symptom"

    @property
    def sentence(self) -> str:
        """Say the reason in words that tell what to do next."""
        return _SENTENCES[self]

    @property
    def waits_for_check(self) -> bool:
        """Say whether a clinician's check is what opens it."""
        return self is not Closed.PAGES_UNANSWERED


_SENTENCES = {
    Closed.PAGES_UNANSWERED: "Two short pages of safety questions come before this.",
    Closed.OPEN_FLAG: (
        "You ticked something that a doctor should look at first. Record that check here, with a "
        "date after your answer, and this opens again. Soothing, lessons and the diary stay open."
    ),
    Closed.AREA_PAUSED: (
        "You ticked one of the three short questions, so this rests for now. Once a clinician "
        "has looked at that part, record the check here and it opens again. Soothing, lessons "
        "and the diary stay open."
    ),
    Closed.CHECK_MISSING: (
        "This practice waits for a clinician's check of this pain. Once you have recorded who "
        "checked it and when, it opens."
    ),
    Closed.CHECK_TOO_OLD: (
        "Your last check is more than a year old. A lot can change in a year, so this practice "
        "waits until a clinician has looked again and you have recorded it."
    ),
    Closed.CHECK_BEFORE_SYMPTOM: (
        "Something new came up after your last check. This practice waits until a clinician has "
        "looked at that too and you have recorded it."
    ),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One plain question, where it comes from and when that was last looked at.

    Ticking it means "yes" or "not sure".
    """

    id: str
    text: str
    source: str
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class AskedPage:
    """A page of questions with the action that ticks ask for."""

    id: PageId | FitPageId
    title: str
    intro: str
    action: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage(AskedPage):
    """A page before the first practice: every tick asks for its action."""

    id: PageId


@dataclass(frozen=True, slots=True)
class FitPage(AskedPage):
    """A page of questions before the fit worksheet, and how many ticks ask for its action.

    The action is asked for when all of `always` and at least `least` of the others are ticked.
    """

    id: FitPageId
    always: tuple[str, ...] = ()
    least: int = 1

    def asks_for_check(self, ticked: Collection[str]) -> bool:
        """Say whether these ticks ask for a clinician's check."""
        others = set(ticked) - set(self.always)
        return set(self.always) <= set(ticked) and len(others) >= self.least


@dataclass(frozen=True, slots=True)
class MiniCheck:
    """The three questions before movement work and in a flare, and the action a tick asks for."""

    title: str
    intro: str
    action: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """One page as a person left it: the ids ticked, or none of them."""

    page: PageId
    ticked: tuple[str, ...]
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class NewSymptomAnswer:
    """The answer to "anything new or different?"; "not sure" counts as yes."""

    something_new: bool
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class MiniCheckAnswer:
    """The three questions as they were answered; ticking means "yes" or "not sure".

    `areas` are where it is; none named means anywhere.
    """

    ticked: tuple[str, ...]
    areas: tuple[BodyArea, ...]
    occasion: Occasion
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class FitPageAnswer:
    """One page before the fit worksheet as a person left it; see FitPage for `asks_for_check`."""

    page: FitPageId
    ticked: tuple[str, ...]
    asks_for_check: bool
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Check:
    """A clinician's check as the person recorded it: who, when, which area, what was said.

    `area` is in the person's words, `areas` what they chose from the list of the body.
    """

    who: str
    on: date
    area: str
    said: str
    recorded_at: datetime
    areas: tuple[BodyArea, ...] = ()

    @property
    def took_place(self) -> bool:
        """Say whether it had taken place when it was recorded."""
        return self.on <= self.recorded_at.date()

    def follows(self, answered_at: datetime) -> bool:
        """Say whether it was recorded after an answer, and dated no earlier than its day."""
        is_later = self.recorded_at > answered_at and self.on >= answered_at.date()
        return is_later and self.took_place


SafetyAnswer = PageAnswer | NewSymptomAnswer | MiniCheckAnswer | FitPageAnswer | Check
"""What a record is made of."""


@dataclass(frozen=True, slots=True)
class BeforeFit:
    """What stands before the fit worksheet (safety.md 4.1 to 4.3).

    `closed` is a reason that comes before its own pages, `page` the next of those to be
    answered; `waits` are answers that ask for a clinician first, of which no later check is
    recorded; `counts_gated` says whether what collides with a red flag may be counted.
    """

    closed: Closed | None
    page: FitPageId | None
    waits: tuple[FitPageAnswer, ...]
    counts_gated: bool

    @property
    def is_open(self) -> bool:
        """Say whether the worksheet opens; the list of talks to have first does not close it."""
        asks = any(answer.page is not FitPageId.CLINICIAN_FIRST for answer in self.waits)
        return self.closed is None and self.page is None and not asks


@dataclass(frozen=True, slots=True)
class SafetyRecord:
    """All answers and checks of one person, oldest first.

    Where a method takes `areas`, they are the parts of the body that a practice is for; none
    named means that it is not known, and then what is said of any part counts.
    """

    answers: tuple[PageAnswer, ...] = ()
    new_symptoms: tuple[NewSymptomAnswer, ...] = ()
    checks: tuple[Check, ...] = ()
    mini_checks: tuple[MiniCheckAnswer, ...] = ()
    fit_page_answers: tuple[FitPageAnswer, ...] = ()

    def unanswered_pages(self) -> tuple[PageId, ...]:
        """Give the pages still to answer: never answered, or not since something was new."""
        answered = {answer.page for answer in self.answers if self._is_newest(answer.answered_at)}
        return tuple(page for page in PageId if page not in answered)

    def unanswered_fit_pages(self) -> tuple[FitPageId, ...]:
        """Give the pages before the fit worksheet that are still to answer."""
        answered = {one.page for one in self.fit_page_answers if self._is_newest(one.answered_at)}
        return tuple(page for page in FitPageId if page not in answered)

    def open_flags(self) -> tuple[PageAnswer, ...]:
        """Give the ticked pages that no later check has closed (safety.md 4.5).

        A check closes a page when it was recorded after the answer and is dated no earlier
        than the day of the answer; answering the page again does not close it, nor does a
        visit that was still to come when it was recorded.
        """
        ticked = (answer for answer in self.answers if answer.ticked)
        return tuple(one for one in ticked if not self._is_followed(one.answered_at))

    def pauses(self, areas: Collection[BodyArea] = ()) -> tuple[MiniCheckAnswer, ...]:
        """Give the ticked mini-checks that still pause practices for `areas` (safety.md 4.4).

        One that named no part pauses all and is lifted by any check that follows it; of one that
        named parts those are left that no such check has seen.
        """
        left = (self._left_of(answer) for answer in self.mini_checks if answer.ticked)
        return tuple(one for one in left if one is not None and _touch(one.areas, areas))

    def valid_check(self, now: datetime, areas: Collection[BodyArea] = ()) -> Check | None:
        """Give the newest check that still counts: within 12 months, and nothing newer."""
        since = self._last_new_symptom()
        valid = [
            check
            for check in self.checks
            if check.took_place
            and now.date() - CHECK_LASTS <= check.on <= now.date()
            and (since is None or (check.recorded_at > since and check.on >= since.date()))
            and _covers((check,), areas)
        ]
        if not valid or self.open_flags() or self.pauses(areas):
            return None
        return max(valid, key=_dated)

    def closed(self, gate: Gate, now: datetime, areas: Collection[BodyArea] = ()) -> Closed | None:
        """Say why a practice behind `gate` does not open, or None when it may.

        The columns of safety.md 4.5: always open; open once no emergency or same-day answer
        stands; open only with a recorded check. A pause closes both of the latter.
        """
        if gate is Gate.OPEN:
            return None
        if self.open_flags():
            return Closed.OPEN_FLAG
        if self.unanswered_pages():
            return Closed.PAGES_UNANSWERED
        if self.pauses(areas):
            return Closed.AREA_PAUSED
        if gate is Gate.CHECKED and self.valid_check(now, areas) is None:
            return self._why_no_check(now, areas)
        return None

    def waits_before_fit(self) -> tuple[FitPageAnswer, ...]:
        """Give the answers before the fit worksheet that ask for a check none has followed."""
        asking = (answer for answer in self.fit_page_answers if answer.asks_for_check)
        return tuple(one for one in asking if not self._is_followed(one.answered_at))

    def before_fit(self, now: datetime) -> BeforeFit:
        """Say what stands before the fit worksheet: the two pages first, then its own."""
        closed = self.closed(Gate.NO_OPEN_FLAG, now)
        page = next(iter(self.unanswered_fit_pages()), None)
        waits = self.waits_before_fit()
        clear = closed is None and page is None and not waits
        return BeforeFit(closed, page, waits, clear and self.valid_check(now) is not None)

    def asks_for_new_symptom(self, now: datetime) -> bool:
        """Say whether "anything new or different?" is still to be asked today, at most once.

        The three questions ask for it too.
        """
        asked_at = [one.answered_at for one in self.new_symptoms]
        asked_at += [one.answered_at for one in self.mini_checks]
        return all(local_day(at, now) != now.date() for at in asked_at)

    def asks_mini_check(self, occasion: Occasion, now: datetime) -> bool:
        """Say whether the three questions are to be asked (safety.md 4.4).

        In a flare and before movement work each time, but not twice within ten minutes; before
        other practices once a week, counted from the first answers of all.
        """
        last = max((one.answered_at for one in self.mini_checks), default=None)
        if occasion is Occasion.WEEKLY:
            since = last or min((one.answered_at for one in self.answers), default=now)
            return now - since >= WEEK
        clear = [one.answered_at for one in self.mini_checks if not one.ticked]
        return last not in clear or not timedelta() <= now - last < MINI_CHECK_HOLDS

    def _is_followed(self, answered_at: datetime) -> bool:
        return any(check.follows(answered_at) for check in self.checks)

    def _is_newest(self, answered_at: datetime) -> bool:
        """Say whether an answer was given since something was last said to be new."""
        ticked = [one.answered_at for one in self.mini_checks if one.ticked]
        symptom = self._last_new_symptom()
        since = max([*ticked, *([] if symptom is None else [symptom])], default=None)
        return since is None or answered_at > since

    def _last_new_symptom(self) -> datetime | None:
        times = [answer.answered_at for answer in self.new_symptoms if answer.something_new]
        return max(times, default=None)

    def _left_of(self, answer: MiniCheckAnswer) -> MiniCheckAnswer | None:
        """Give a ticked mini-check with the parts that no later check has seen, or None."""
        following = [check for check in self.checks if check.follows(answer.answered_at)]
        if not answer.areas or BodyArea.WHOLE_BODY in answer.areas:
            return None if following else answer
        left = tuple(area for area in answer.areas if not _covers(following, (area,)))
        return replace(answer, areas=left) if left else None

    def _why_no_check(self, now: datetime, areas: Collection[BodyArea]) -> Closed:
        taken = [one for one in self.checks if one.took_place and _covers((one,), areas)]
        since = self._last_new_symptom()
        if taken and since is not None and all(check.recorded_at <= since for check in taken):
            return Closed.CHECK_BEFORE_SYMPTOM
        if taken and max(check.on for check in taken) < now.date() - CHECK_LASTS:
            return Closed.CHECK_TOO_OLD
        return Closed.CHECK_MISSING


def _touch(named: Collection[BodyArea], asked: Collection[BodyArea]) -> bool:
    """Say whether parts of the body meet; none named, and the whole body, meet all."""
    everywhere = BodyArea.WHOLE_BODY in named or BodyArea.WHOLE_BODY in asked
    return not named or not asked or everywhere or not set(named).isdisjoint(asked)


def _covers(checks: Iterable[Check], areas: Collection[BodyArea]) -> bool:
    """Say whether checks together looked at all these parts; none named are covered by any."""
    seen = {area for check in checks for area in check.areas}
    return BodyArea.WHOLE_BODY in seen or set(areas) <= seen


def _dated(check: Check) -> date:
    return check.on

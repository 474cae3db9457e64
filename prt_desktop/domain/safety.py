"""What a person has answered, what a clinician has checked, and what may open.

The rules are those of the table in safety.md 4.5; nothing here judges a symptom.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from prt_desktop.domain.exercise import Gate

CHECK_LASTS = timedelta(days=365)


class PageId(StrEnum):
    """The question pages that stand before the first practice, in their fixed order."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"


class Closed(StrEnum):
    """Why a practice does not open yet."""

    PAGES_UNANSWERED = "pages_unanswered"
    OPEN_FLAG = "open_flag"
    CHECK_MISSING = "check_missing"

    @property
    def sentence(self) -> str:
        """Say the reason in words that tell what to do next."""
        return _SENTENCES[self]


_SENTENCES = {
    Closed.PAGES_UNANSWERED: "Two short pages of safety questions come before this practice.",
    Closed.OPEN_FLAG: (
        "You ticked something that a doctor should look at first. This practice opens again once "
        "you have recorded a clinician's check dated after that answer. Soothing, lessons and "
        "the diary stay open."
    ),
    Closed.CHECK_MISSING: (
        "This practice waits for a clinician's check of this pain. Once you have recorded who "
        "checked it and when, it opens."
    ),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One plain question; ticking it means "yes" or "not sure"."""

    id: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A page of questions with the action a tick asks for."""

    id: PageId
    title: str
    intro: str
    action: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class MiniCheck:
    """The three questions before movement work and in a flare, and the action a tick asks for."""

    title: str
    intro: str
    action: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One number to call, with the page of the service or the state where it was seen.

    `page_dated` is the date that the page itself showed, where it showed one.
    """

    name: str
    number: str
    what: str
    page: str
    seen_on: date
    page_dated: date | None = None


@dataclass(frozen=True, slots=True)
class CrisisCountry:
    """The numbers of one country and the day they were last looked at."""

    country: str
    checked_on: date
    lines: tuple[CrisisLine, ...]


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
class Check:
    """A clinician's check as the person recorded it: who, when, which area, what was said."""

    who: str
    on: date
    area: str
    said: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class SafetyRecord:
    """All answers and checks of one person, oldest first."""

    answers: tuple[PageAnswer, ...] = ()
    new_symptoms: tuple[NewSymptomAnswer, ...] = ()
    checks: tuple[Check, ...] = ()

    def unanswered_pages(self) -> tuple[PageId, ...]:
        """Give the pages still to answer: never answered, or not since a new symptom."""
        since = self._last_new_symptom()
        answered = {a.page for a in self.answers if since is None or a.answered_at > since}
        return tuple(page for page in PageId if page not in answered)

    def open_flags(self) -> tuple[PageAnswer, ...]:
        """Give the ticked pages that no later check has closed (safety.md 4.5).

        A check closes a page when it was recorded after the answer and is dated no earlier
        than the day of the answer; answering the page again does not close it, nor does a
        visit that was still to come when it was recorded.
        """
        return tuple(
            answer
            for answer in self.answers
            if answer.ticked and not any(_closes(check, answer) for check in self.checks)
        )

    def valid_check(self, now: datetime) -> Check | None:
        """Give the newest check that still counts: within 12 months, and no newer symptom."""
        since = self._last_new_symptom()
        valid = [
            check
            for check in self.checks
            if _took_place(check)
            and now.date() - CHECK_LASTS <= check.on <= now.date()
            and (since is None or (check.recorded_at > since and check.on >= since.date()))
        ]
        return max(valid, key=_dated) if valid and not self.open_flags() else None

    def closed(self, gate: Gate, now: datetime) -> Closed | None:
        """Say why a practice behind `gate` does not open, or None when it may.

        The columns of safety.md 4.5: always open; open once no emergency or same-day answer
        stands; open only with a recorded check.
        """
        if gate is Gate.OPEN:
            return None
        if self.open_flags():
            return Closed.OPEN_FLAG
        if self.unanswered_pages():
            return Closed.PAGES_UNANSWERED
        if gate is Gate.CHECKED and self.valid_check(now) is None:
            return Closed.CHECK_MISSING
        return None

    def asks_for_new_symptom(self, now: datetime) -> bool:
        """Say whether "anything new or different?" is still to be asked today, at most once."""
        return not any(
            answer.answered_at.astimezone(now.tzinfo).date() == now.date()
            for answer in self.new_symptoms
        )

    def _last_new_symptom(self) -> datetime | None:
        times = [answer.answered_at for answer in self.new_symptoms if answer.something_new]
        return max(times, default=None)


def _took_place(check: Check) -> bool:
    return check.on <= check.recorded_at.date()


def _closes(check: Check, answer: PageAnswer) -> bool:
    is_later = check.recorded_at > answer.answered_at and check.on >= answer.answered_at.date()
    return is_later and _took_place(check)


def _dated(check: Check) -> date:
    return check.on

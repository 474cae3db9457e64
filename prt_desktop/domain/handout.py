"""One page to take along: the plan, a safety sentence, the first steps in a setback, and signs.

A sentence about safety is on it only while a clinician's check is recorded (safety.md 4.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from prt_desktop.domain.good_day import SetbackPlan
from prt_desktop.domain.pace import Progress
from prt_desktop.domain.safety import PageId, SafetyRecord

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.pace import Course, Standing
    from prt_desktop.domain.safety import QuestionPage

_MORE = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Handout:
    """What stands on the page; what is empty is left out of it."""

    made_on: date
    week: str = ""
    steps: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    early_signs: str = ""
    first_steps: tuple[str, ...] = ()
    whom_to_call: str = ""
    now_signs: tuple[str, ...] = ()
    today_signs: tuple[str, ...] = ()

    def shortened(self, most: int) -> Handout:
        """Give the same with the person's own words cut to `most` characters each."""
        return replace(
            self,
            steps=tuple(_cut(one, most) for one in self.steps),
            sentences=tuple(_cut(one, most) for one in self.sentences),
            early_signs=_cut(self.early_signs, most),
            first_steps=tuple(_cut(one, most) for one in self.first_steps),
            whom_to_call=_cut(self.whom_to_call, most),
        )


@dataclass(frozen=True, slots=True)
class Own:
    """What of the person's own words may be on the page."""

    safety: SafetyRecord
    sentences: Sequence[str] = ()
    setback: SetbackPlan | None = None


def handout_of(
    course: Course | None,
    name: Callable[[Standing], str],
    own: Own,
    pages: Sequence[QuestionPage],
    now: datetime,
) -> Handout:
    """Put the page together; `name` says what a step is called."""
    signs = {page.id: tuple(question.text for question in page.questions) for page in pages}
    checked = own.safety.valid_check(now) is not None
    week, steps = _week(course, name)
    made = Handout(
        now.date(),
        week,
        steps,
        tuple(own.sentences) if checked else (),
        now_signs=signs.get(PageId.EMERGENCY, ()),
        today_signs=signs.get(PageId.SAME_DAY, ()),
    )
    if own.setback is None:
        return made
    return replace(
        made,
        early_signs=own.setback.early_signs.strip(),
        first_steps=tuple(one.strip() for one in own.setback.steps if one.strip()),
        whom_to_call=own.setback.whom_to_call.strip(),
    )


def _week(course: Course | None, name: Callable[[Standing], str]) -> tuple[str, tuple[str, ...]]:
    """Give the week of the next step, with what is still to come in it."""
    if course is None or not course.coming():
        return "", ()
    week, standings = course.weeks[course.now_in]
    coming = [one for one in standings if one.progress is Progress.TO_COME]
    return week.title, tuple(name(one) for one in coming)


def _cut(text: str, most: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + _MORE

"""How the safety questions stand, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.long_day import long_day
from prt_desktop.domain.safety import CHECK_LASTS, Closed
from prt_desktop.domain.safety_plan import PlanPart
from prt_desktop.ui.diary.circumstance_words import area_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prt_desktop.domain.circumstances import BodyArea
    from prt_desktop.domain.safety import Check, MiniCheckAnswer, PageAnswer


def standing(closed: Closed | None, check: Check | None) -> str:
    """Say whether practices are open; `check` is what they lean on, if they do."""
    if closed is not None:
        return closed.sentence
    if check is None:
        return _tr("Open.")
    until = long_day(check.on + CHECK_LASTS)
    return _tr("Open. The check by %s counts until %s.") % (check.who, until)


def same() -> str:
    """Say that something waits for the reason given above it."""
    return _tr("Waits for the same.")


def flag_words(flag: PageAnswer, texts: Mapping[str, str]) -> str:
    """Say which signs of a page were ticked and when."""
    ticked = " ".join(texts.get(one, one) for one in flag.ticked)
    return _tr("Ticked on %s: %s") % (long_day(flag.answered_at.date()), ticked)


def pause_words(pause: MiniCheckAnswer, texts: Mapping[str, str]) -> str:
    """Say which of the three questions were ticked, when, and what rests since."""
    ticked = " ".join(texts.get(one, one) for one in pause.ticked)
    rests = areas_words(pause.areas) or _tr("all parts")
    day = long_day(pause.answered_at.date())
    return _tr("Ticked on %s: %s What rests: %s.") % (day, ticked, rests)


def check_words(check: Check) -> str:
    """Tell a check in one paragraph."""
    where = areas_words(check.areas)
    area = f"{check.area} ({where})" if where and where != check.area.lower() else check.area
    return f"{check.who}, {long_day(check.on)}, {area}. {check.said}"


def areas_words(areas: Iterable[BodyArea]) -> str:
    """Name parts of the body in a row: "lower back, left knee"."""
    words = area_words()
    return ", ".join(words[area].lower() for area in areas)


def plan_questions() -> dict[PlanPart, tuple[str, str]]:
    """Ask for each part of a safety plan, with a line that helps to answer."""
    return {
        PlanPart.WARNING_SIGNS: (
            _tr("How do I notice that it is getting hard?"),
            _tr("Thoughts, moods, things I stop doing."),
        ),
        PlanPart.THINGS_THAT_HELP: (
            _tr("What can I do on my own that helps a little?"),
            _tr("A walk, a song, cold water, a film, a pet."),
        ),
        PlanPart.PEOPLE: (
            _tr("Who can I be with or ring?"),
            _tr("Names and numbers. They need not talk about it."),
        ),
        PlanPart.PROFESSIONALS: (
            _tr("Which professionals can I ring?"),
            _tr("My doctor, my therapist, a helpline, the emergency number."),
        ),
        PlanPart.SAFE_PLACE: (
            _tr("Where am I safe?"),
            _tr("A room, a friend's home, a place with people."),
        ),
        PlanPart.MEANS: (
            _tr("How do I move away from what could harm me?"),
            _tr("Who could keep it for me, and where I go instead."),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Safety", text)

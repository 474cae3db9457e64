"""The safety plan as one page of paper, with the crisis numbers below it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.long_day import long_day
from prt_desktop.ui.paper import Paper
from prt_desktop.ui.safety import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from prt_desktop.domain.crisis import CrisisCountry
    from prt_desktop.domain.safety_plan import SafetyPlan
    from prt_desktop.ui.theme import Theme


def printed_plan(
    theme: Theme, plan: SafetyPlan, countries: Sequence[CrisisCountry], now: datetime
) -> Paper:
    """Lay the plan out for paper; a part that says nothing keeps a line to write on."""
    title = _tr("My safety plan")
    danger = _tr("If I am in danger, I ring the emergency number now.")
    parts = [f"<h1>{escape(title)}</h1>", f"<p><b>{escape(danger)}</b></p>"]
    questions = words.plan_questions()
    for part, text in plan.parts.items():
        parts.append(f"<h2>{escape(questions[part][0])}</h2>")
        lines = [line for line in text.splitlines() if line.strip()] or [" "]
        parts += [f"<p>{escape(line)}</p>" for line in lines]
    for country in countries:
        parts.append(f"<h2>{escape(_tr('Numbers to ring: %s') % country.country)}</h2>")
        listed = [
            f"<li>{escape(one.name)}: <b>{escape(one.number)}</b></li>" for one in country.lines
        ]
        parts.append(f"<ul>{''.join(listed)}</ul>")
        checked = _tr("Last checked on %s. They may have changed.") % long_day(country.checked_on)
        parts.append(f"<p>{escape(checked)}</p>")
    return Paper(theme, title, now.date(), "".join(parts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Safety", text)

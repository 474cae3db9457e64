"""The story, the goals and the line as pages to take along; what is printed concludes nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.story import in_order
from prt_desktop.ui.paper import Paper
from prt_desktop.ui.story.words import goal_words, part_word, side_word, with_clinician

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from prt_desktop.domain.story import Goal, LifeEvent, Story
    from prt_desktop.ui.theme import Theme


def printed_story(
    theme: Theme,
    story: Story | None,
    goals: Sequence[Goal],
    events: Iterable[LifeEvent],
    now: datetime,
) -> Paper:
    """Lay what is told out for paper, in the order of the page; what is not told is left out."""
    title = _tr("My story")
    parts = [f"<h1>{escape(title)}</h1>"]
    for part, text in ({} if story is None else story.parts).items():
        parts += [f"<h2>{escape(part_word(part))}</h2>", _paragraphs(text)]
    if goals:
        parts += [f"<h2>{escape(_tr('My goals'))}</h2>", _listed(map(goal_words, goals))]
    if lines := [_line(event) for event in in_order(events)]:
        parts += [f"<h2>{escape(_tr('Life and pain on one line'))}</h2>", _listed(lines)]
        parts.append(f"<p>{escape(_tr('The order says when, and nothing of why.'))}</p>")
    return Paper(theme, title, now.date(), "".join(parts))


def _line(event: LifeEvent) -> str:
    marked = with_clinician() if event.with_clinician else ""
    words = f"{event.when}, {side_word(event.side)}: {event.text}"
    return f"{words} ({marked})" if marked else words


def _listed(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Story", text)

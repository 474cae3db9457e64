"""The worksheet as one page for a clinician: the answers, without a sum."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.fit import FitGroup, in_group
from prt_desktop.domain.long_day import long_day
from prt_desktop.ui.fit.words import group_word, placed_line, reply_word
from prt_desktop.ui.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from prt_desktop.domain.fit import Placed
    from prt_desktop.domain.safety import Check
    from prt_desktop.ui.theme import Theme

_BODY_PT = 9.5
_PRINTED = (FitGroup.ASK_CLINICIAN, FitGroup.TOWARD, FitGroup.UNSURE)


def printed_fit(
    theme: Theme,
    placed: Sequence[Placed],
    first_signs: Iterable[str],
    check: Check | None,
    now: datetime,
) -> Paper:
    """Lay the answers out for paper; `first_signs` are ticks that ask for a talk first."""
    title = _tr("My answers on fit")
    parts = [f"<h1>{escape(title)}</h1>", f"<p>{escape(_about())}</p>"]
    for group in _PRINTED:
        lines = [_line(one) for one in in_group(placed, group)]
        if group is FitGroup.ASK_CLINICIAN:
            lines += first_signs
        parts += [f"<h2>{escape(group_word(group))}</h2>", _listed(lines)]
    no = [one.item.text for one in in_group(placed, None)]
    if no:
        parts.append(f"<p>{escape(_tr('I said no to: %s') % ' '.join(no))}</p>")
    parts.append(f"<p>{escape(_checked(check))}</p>")
    return Paper(theme, title, now.date(), "".join(parts), body_pt=_BODY_PT)


def _line(one: Placed) -> str:
    asks = one.group is FitGroup.ASK_CLINICIAN and one.waits is None
    line = f"{reply_word(one.reply)}." if asks else placed_line(one)
    return " ".join(filter(None, (one.item.text, line)))


def _listed(lines: Sequence[str]) -> str:
    if not lines:
        return f"<p>{escape(_tr('Nothing here.'))}</p>"
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _checked(check: Check | None) -> str:
    if check is None:
        return _tr("No clinician's check of this pain is written down in the program.")
    words = _tr("Check written down: %s, on %s, %s.")
    return words % (check.who, long_day(check.on), check.area)


def _about() -> str:
    return _tr(
        "What I answered about my pain. It is no test and has no score; I would like to talk it "
        "over with you."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Fit", text)

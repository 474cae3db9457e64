"""What the ladder says about its rungs and tries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.diary import MovementTrial
from prt_desktop.ui.diary.words import next_time_word
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.row_list import Row

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.ladder import Climb


def rung_row(climb: Climb) -> Row:
    """Make the row of a rung."""
    rung = climb.rung
    fear = _tr("fear %d of 10") % climb.fear
    lines = f"{fear}. {rung.value}" if rung.value else fear
    mark, icon, tone = "", None, Tone.MUTED
    if rung.rests:
        mark, icon = _tr("rests"), Icon.MOON
    elif rung.needs_clinician:
        mark, icon = _tr("ask a clinician first"), Icon.PERSON
    elif climb.is_start:
        mark, tone = _tr("a good place to start"), Tone.ACCENT
    said = ". ".join(one.rstrip(".") for one in (rung.name, lines, mark) if one)
    return Row(rung.id, rung.name, lines, said, mark, icon, tone, faint=rung.rests)


def spared_words(entry: Entry) -> str:
    """Tell of a movement what did not happen."""
    details = entry.details
    if not isinstance(details, MovementTrial):
        return entry.text
    return f"{details.movement}: {' '.join(details.did_not_happen.split())}"


def try_words(entry: Entry) -> str:
    """Tell a try of a rung in one line: what came of it, and how to go on."""
    details = entry.details
    if not isinstance(details, MovementTrial):
        return entry.text
    told = details.happened or details.learned or details.did_not_happen or details.prediction
    words = " ".join(told.split()) or _tr("Tried")
    if details.next_time is None:
        return words
    return f"{words.rstrip('.')}. {_tr('Next time')}: {next_time_word(details.next_time)}"


def fear_sentence(climb: Climb) -> str:
    """Say the fear of a rung as far as it is known, without a verdict."""
    fears = [fear for _, fear in climb.fears]
    if len(fears) == 1:
        return _tr("Fear: %d of 10.") % fears[0]
    return _tr("Fear: %d of 10 at first, %d now.") % (fears[0], fears[-1])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ladder", text)

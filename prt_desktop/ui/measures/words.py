"""Our own questions in words; they are nobody's questionnaire and no validated scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.measures import Item, change_words
from prt_desktop.domain.trends import number
from prt_desktop.ui.diary.words import day_words

if TYPE_CHECKING:
    from prt_desktop.domain.measures import Change, Turn


def question(item: Item) -> tuple[str, str, str]:
    """Give what is asked for an item, and the words under 0 and under 10."""
    not_at_all, wholly = _tr("not at all"), _tr("completely")
    return {
        Item.PAIN: (
            _tr("In the last week, how strong was the pain on the whole?"),
            _tr("no pain"),
            _tr("as strong as I can imagine"),
        ),
        Item.ENJOYMENT: (
            _tr("How much was it in the way of enjoying things?"),
            not_at_all,
            wholly,
        ),
        Item.ACTIVITY: (
            _tr("How much was it in the way of what a day asks for?"),
            not_at_all,
            wholly,
        ),
        Item.FEAR: (_tr("How much did the pain frighten me?"), not_at_all, _tr("very much")),
        Item.CONFIDENCE: (
            _tr("How confident am I to do things, with pain or without?"),
            not_at_all,
            wholly,
        ),
        Item.DAMAGE: (
            _tr("How much do I believe that this pain means damage?"),
            not_at_all,
            wholly,
        ),
    }[item]


def item_word(item: Item) -> str:
    """Name an item in a word, for a table."""
    return {
        Item.PAIN: _tr("Pain"),
        Item.ENJOYMENT: _tr("In the way of enjoying"),
        Item.ACTIVITY: _tr("In the way of my day"),
        Item.FEAR: _tr("Fear"),
        Item.CONFIDENCE: _tr("Confidence"),
        Item.DAMAGE: _tr("Pain means damage"),
        Item.MEAN: _tr("Mean of the first three"),
    }[item]


def turn_words(turn: Turn) -> str:
    """Say whether the questions can be answered now, or from which day on."""
    if turn.opens_on is None:
        return _tr("Seven short questions, about two minutes. You can leave any of them out.")
    if not turn.is_open:
        words = _tr("Once a week is often enough. You can answer again from %s on.")
        return words % day_words(turn.opens_on, turn.today)
    if turn.is_offered:
        return _tr("Four weeks have passed. If you like, have another look at how it has been.")
    if turn.offered_on is None:
        return ""
    words = _tr("Every four weeks is enough: the next time is %s. You can also answer today.")
    return words % day_words(turn.offered_on, turn.today)


def change_line(change: Change) -> str:
    """Tell a clinician how an item changed."""
    words = _tr("%s: from %s to %s, %s.")
    before, after = number(change.before), number(change.after)
    return words % (item_word(change.item), before, after, change_words(change))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Measures", text)

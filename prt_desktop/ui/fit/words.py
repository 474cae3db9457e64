"""What the fit worksheet says of its groups, its answers, and what they wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.fit import FitGroup, Reply, Wait
from prt_desktop.domain.long_day import long_day
from prt_desktop.domain.safety import Closed

if TYPE_CHECKING:
    from prt_desktop.domain.fit import Placed
    from prt_desktop.domain.safety import Check


def group_word(group: FitGroup) -> str:
    """Name a group."""
    return {
        FitGroup.TOWARD: _tr("Points toward the alarm system"),
        FitGroup.UNSURE: _tr("Points I am unsure about"),
        FitGroup.ASK_CLINICIAN: _tr("Ask my clinician"),
    }[group]


def nothing_in(group: FitGroup) -> str:
    """Say that nothing stands in a group."""
    if group is FitGroup.ASK_CLINICIAN:
        return _tr("Nothing here from your answers. You can ask about any of them.")
    return _tr("Nothing here.")


def reply_word(reply: Reply) -> str:
    """Name an answer."""
    return {Reply.YES: _tr("Yes"), Reply.NOT_SURE: _tr("Not sure"), Reply.NO: _tr("No")}[reply]


def placed_line(one: Placed) -> str:
    """Say how a statement was answered, and why it stands where it does."""
    if one.waits is not None:
        return wait_words(one.waits)
    if one.group is FitGroup.UNSURE and one.reply is Reply.YES:
        return _tr("Yes. It says little either way, so it is a maybe.")
    if one.group is FitGroup.ASK_CLINICIAN:
        return _tr("%s. Worth a talk before you begin.") % reply_word(one.reply)
    if one.reply is Reply.NO:
        return _tr("No, not for me.")
    return "" if one.reply is Reply.YES else _tr("Not sure.")


def wait_words(wait: Wait) -> str:
    """Say in a friendly way what a statement waits for before it may count."""
    return {
        Wait.CLEAR_AND_CHECK: _tr(
            "Not counted yet: it overlaps with a warning sign. It waits until the safety pages "
            "are clear and a clinician has had a look."
        ),
        Wait.CHECK: _tr(
            "Not counted yet: it overlaps with a warning sign. It waits until a clinician has "
            "had a look."
        ),
        Wait.TWO_WEEKS: _tr(
            "Not counted yet: it may be something new. It waits for two weeks, or until a "
            "clinician has had a look."
        ),
    }[wait]


def check_line(check: Check | None) -> str:
    """Say whether a clinician has checked this pain."""
    if check is None:
        return _tr("Has a clinician checked this pain? No check is written down here yet.")
    words = _tr("Checked by %s on %s. If they did not hear of a point below, tell them.")
    return words % (check.who, long_day(check.on))


def why_closed(closed: Closed) -> str:
    """Say what comes before the worksheet."""
    if closed is Closed.PAGES_UNANSWERED:
        return _tr(
            "Two short pages of safety questions come first. They ask about signs that are rare, "
            "and that a doctor should look at."
        )
    return _tr(
        "You ticked something that a doctor should look at first. The worksheet opens once you "
        "have written down a check dated after that answer. What you answered here is kept."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Fit", text)

"""Writes the sheet into the journal; each change can be undone, each failure is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.evidence_sheet import Belief, stars_after, with_star
from prt_desktop.ui.keeper import Keeper
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import QObject

    from prt_desktop.domain.evidence_sheet import EvidencePoint, StarterPoint
    from prt_desktop.storage.journal import Journal


class SheetKeeper(Keeper):
    """Keeps points, their stars and the numbers.

    A star is nothing of its own: it is the point's text among the own sentences. Signals: those
    of every keeper.
    """

    def __init__(self, journal: Journal, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock

    def save(self, before: EvidencePoint | None, point: EvidencePoint, *, starred: bool) -> bool:
        """Save a point and its star, and say whether it is saved."""
        own = self._journal.own_sentences()
        after = stars_after(own, before, point, starred=starred)
        done = self.write(partial(self._put, point, own if after is None else after))
        if done:
            self.notice_requested.emit(Notice(self.tr("Saved on your sheet.")))
        return done

    def lacks_star(self, point: EvidencePoint) -> bool:
        """Say whether a point's text is none of the own sentences."""
        return not point.is_starred(self._journal.own_sentences())

    def star(self, point: EvidencePoint, instead_of: str) -> None:
        """Put a point's text in the place of one of the own sentences."""
        own = self._journal.own_sentences()
        after = with_star(own, point, instead_of)
        if after is not None:
            put, back = (partial(self._journal.set_own_sentences, one) for one in (after, own))
            self.write_with_undo(put, self.tr("It is one of your own sentences now."), back)

    def remove(self, point: EvidencePoint) -> bool:
        """Take a point off the sheet, and its sentence with it; say whether it is gone."""
        own = self._journal.own_sentences()
        left = stars_after(own, point, point, starred=False) or ()
        take, back = partial(self._take, point, left), partial(self._put, point, own)
        return self.write_with_undo(take, self.tr("Point removed."), back)

    def take_starters(self, starters: Sequence[StarterPoint]) -> bool:
        """Put points of the bank onto the sheet; say whether they are there."""
        points = [starter.as_point(self._clock()) for starter in starters]
        return self.write(partial(self._journal.points.keep_all, points))

    def keep_belief(self, sure: int) -> None:
        """Keep how sure the person is now."""
        belief = Belief(new_entry_id(), self._clock(), sure)
        beliefs = self._journal.beliefs
        back = partial(beliefs.remove, belief.id)
        self.write_with_undo(partial(beliefs.keep, belief), self.tr("Kept."), back)

    def remove_newest_belief(self) -> None:
        """Take the newest number away."""
        beliefs = self._journal.beliefs
        newest = max(beliefs.all(), key=_rated, default=None)
        if newest is not None:
            remove, back = partial(beliefs.remove, newest.id), partial(beliefs.keep, newest)
            self.write_with_undo(remove, self.tr("Number removed."), back)

    def _put(self, point: EvidencePoint, sentences: tuple[str, ...]) -> None:
        self._journal.points.keep(point)
        self._set(sentences)

    def _take(self, point: EvidencePoint, sentences: tuple[str, ...]) -> None:
        self._journal.points.remove(point.id)
        self._set(sentences)

    def _set(self, sentences: tuple[str, ...]) -> None:
        if sentences != self._journal.own_sentences():
            self._journal.set_own_sentences(sentences)


def _rated(belief: Belief) -> datetime:
    return belief.rated_at

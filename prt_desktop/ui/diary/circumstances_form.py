"""How it was: ratings, parts of the body and tags, each only if one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.circumstances import Circumstances, Rating, Ratings
from prt_desktop.ui.diary.area_choice import AreaChoice
from prt_desktop.ui.diary.circumstance_words import rating_ends, rating_word
from prt_desktop.ui.diary.tag_choice import TagChoice
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.ui.theme import Theme


class CircumstancesForm(QWidget):
    """Nothing is chosen at first, and nothing has to be. Pain is there only where it may be asked.

    Signals: `changed` when a person changed something.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scales = {
            rating: Scale(theme, rating_word(rating), rating_ends(rating)) for rating in Rating
        }
        self._areas = AreaChoice(theme)
        self._tags = TagChoice(theme)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, theme.gap)
        rows.setSpacing(theme.gap)
        hint = self.tr("Leave out what you like. Number keys answer, Delete clears.")
        rows.addWidget(Label(theme, hint, Size.SMALL, Tone.MUTED))
        for scale in self._scales.values():
            rows.addWidget(scale)
            scale.chosen.connect(self.changed)
        for part in (self._areas, self._tags):
            rows.addSpacing(theme.gap)
            rows.addWidget(part)
            part.changed.connect(self.changed)

    @property
    def circumstances(self) -> Circumstances:
        """Give what is told now."""
        values = {str(rating): scale.value for rating, scale in self._scales.items()}
        return Circumstances(Ratings(**values), self._areas.areas, self._tags.tags)

    def show_circumstances(
        self, told: Circumstances, used_tags: Sequence[str], *, asks_for_pain: bool
    ) -> None:
        """Show what was told, without telling anyone; `used_tags` may be offered.

        Pain that was told before is shown in any case.
        """
        given = told.ratings.given()
        for rating, scale in self._scales.items():
            scale.set_value(given.get(rating))
        self._scales[Rating.PAIN].setVisible(asks_for_pain or Rating.PAIN in given)
        self._areas.show_areas(told.areas)
        self._tags.show_tags(told.tags, used_tags)

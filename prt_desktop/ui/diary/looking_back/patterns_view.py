"""What may go together: what was looked at, what was found, and what cannot be told yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.days import days_from
from prt_desktop.domain.patterns import Pattern, Verdict, pattern_sentence
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.errand import Errand
from prt_desktop.ui.widgets.fold import Fold
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QShowEvent

    from prt_desktop.domain.days import Day
    from prt_desktop.domain.diary import Entry
    from prt_desktop.sound_files import Cancelled, Progress
    from prt_desktop.ui.theme import Theme


class PatternsView(QWidget):
    """Looks in a thread, and only while it is to be seen; `shut` when the window closes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[Day, ...] = ()
        self._at_work: tuple[Day, ...] | None = None
        self._seen: tuple[Day, ...] | None = None
        self._errand = Errand(self)
        self._state = Label(theme, self._nothing_yet())
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2 * theme.gap)
        self._rows.addWidget(self._state)
        self._found: QWidget | None = None
        self._errand.done.connect(self._take)
        self._errand.cancelled.connect(self._look)
        self._errand.failed.connect(self._tell)

    def show_days(self, days: Sequence[Day]) -> None:
        """Look at these days, at once where the view is in sight."""
        self._days = tuple(days)
        if self._errand.running and self._at_work != self._days:
            self._errand.cancel()
        if self.isVisible():
            self._look()

    def show_entries(self, entries: Iterable[Entry], _now: datetime) -> None:
        """Look at the days of these entries."""
        self.show_days(days_from(entries))

    @Slot()
    def shut(self) -> None:
        """Stop looking; for when the window closes."""
        self._errand.shut()

    def showEvent(self, event: QShowEvent) -> None:
        """Look when the view comes in sight."""
        super().showEvent(event)
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._errand.running or self._seen == self._days or not self.isVisible():
            return
        if not self._days:
            self._take(())
            return
        self._at_work = days = self._days
        self._tell(self.tr("Looking…"))

        def task(_progress: Progress, cancelled: Cancelled) -> tuple[Pattern, ...] | None:
            # numpy costs a tenth of a second, and most days nobody looks for patterns.
            from prt_desktop.analysis.patterns import find_patterns  # noqa: PLC0415

            found = find_patterns(days, cancelled)
            return None if cancelled() else found

        self._errand.start(task)

    @Slot(object)
    def _take(self, patterns: tuple[Pattern, ...]) -> None:
        self._seen = self._at_work if self._days else ()
        self._show(patterns)
        self._look()

    @Slot(str)
    def _tell(self, words: str) -> None:
        self._state.setText(words)
        announce(self, words)

    def _show(self, patterns: Sequence[Pattern]) -> None:
        if self._found is not None:
            self._rows.removeWidget(self._found)
            self._found.hide()
            self._found.deleteLater()
            self._found = None
        if not patterns:
            self._tell(self._nothing_yet())
            return
        self._tell(self._looked_at(patterns))
        self._found = QWidget(self)
        rows = QVBoxLayout(self._found)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * self._theme.gap)
        by_verdict = {verdict: [p for p in patterns if p.verdict is verdict] for verdict in Verdict}
        together = by_verdict[Verdict.TOGETHER]
        self._add_found(rows, together)
        self._add_folded(rows, self.tr("Nothing clear"), by_verdict[Verdict.UNCLEAR])
        not_yet = by_verdict[Verdict.ONLY_WEEKDAYS] + by_verdict[Verdict.TOO_FEW]
        self._add_folded(rows, self.tr("Cannot tell yet"), not_yet)
        rows.addWidget(Label(self._theme, self._how_counted(), tone=Tone.MUTED))
        self._rows.addWidget(self._found)
        self._found.show()

    def _add_found(self, rows: QVBoxLayout, together: Sequence[Pattern]) -> None:
        heading = self.tr("These go together") if together else self.tr("Nothing stands out")
        rows.addWidget(Label(self._theme, heading, weight=Weight.BOLD))
        for pattern in together:
            card = Card(self._theme)
            card.body.addWidget(Label(self._theme, pattern_sentence(pattern)))
            rows.addWidget(card)
        if not together:
            words = self.tr("That is how it is most of the time, and it is no sign of anything.")
            rows.addWidget(Label(self._theme, words))

    def _add_folded(self, rows: QVBoxLayout, name: str, patterns: Sequence[Pattern]) -> None:
        if not patterns:
            return
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(self._theme.gap)
        for pattern in patterns:
            inner.addWidget(Label(self._theme, pattern_sentence(pattern)))
        rows.addWidget(Fold(self._theme, f"{name} ({len(patterns)})", content))

    def _looked_at(self, patterns: Sequence[Pattern]) -> str:
        tags = dict.fromkeys(pattern.tag for pattern in patterns)
        ratings = " and ".join(dict.fromkeys(pattern.rating for pattern in patterns))
        words = self.tr("Looked at, on %d days, against %s: %s.")
        return words % (len(self._days), ratings, ", ".join(tags))

    def _how_counted(self) -> str:
        return self.tr(
            "How this is counted: days are compared with days that are alike in weekday, in time "
            "of the diary, and in how much was written. The numbers in brackets are how far the "
            "difference may really go; they hold for all that was looked at together. The more is "
            "looked at, the more is needed to stand out."
        )

    def _nothing_yet(self) -> str:
        return self.tr(
            "Nothing to look at yet. Once entries have tags of your own and a number for fear, "
            "confidence or pain, this page can look whether some of them go together. It never "
            "says why."
        )

"""What is open and why, which answers wait for a clinician, and the checks so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.exercise import Gate
from prt_desktop.ui.safety import words
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class StandingSection(SectionPane):
    """Three lines that say what is open, the one next step, what waits, and every check."""

    def __init__(
        self, theme: Theme, journal: Journal, library: Library, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._library = library
        self._clock = clock
        self._looking = Label(theme)
        self._leaning = Label(theme)
        self._pages = Button(theme, self.tr("Open the two pages"), Look.PRIMARY)
        self._check = Button(theme, self.tr("Record a clinician's check"))
        self._new = Button(theme, self.tr("Something is new or different"))
        self._waits = Lines(theme, self.tr("What waits for a clinician"))
        self._checks = Lines(theme, self.tr("Checks so far"))
        self._lay_out(theme)
        self._pages.clicked.connect(self._open_pages)
        self._check.clicked.connect(self._record)
        self._new.clicked.connect(self._tell_new)

    def open(self, _target: str) -> None:
        """Come to the front: a check may have run out since the journal changed last."""
        self.refresh()

    def refresh(self) -> None:
        """Show how things stand now."""
        now, record = self._clock(), self._journal.safety()
        check = record.valid_check(now)
        looking, leaning = (record.closed(one, now) for one in (Gate.NO_OPEN_FLAG, Gate.CHECKED))
        self._looking.setText(words.standing(looking, None))
        same = leaning is not None and leaning is looking
        self._leaning.setText(words.same() if same else words.standing(leaning, check))
        asked = bool(record.unanswered_pages())
        self._pages.setVisible(asked)
        self._check.set_look(Look.QUIET if asked or check is not None else Look.PRIMARY)
        flags, pauses = record.open_flags(), record.pauses()
        texts = self._texts() if flags or pauses else {}
        waiting = [words.flag_words(flag, texts) for flag in flags]
        waiting += [words.pause_words(pause, texts) for pause in pauses]
        self._waits.show_lines(waiting)
        self._checks.show_lines([words.check_words(one) for one in reversed(record.checks)])

    @Slot()
    def _open_pages(self) -> None:
        self.place_requested.emit(Place.SAFETY_PAGES, "")

    @Slot()
    def _record(self) -> None:
        self.place_requested.emit(Place.CHECK, "")

    @Slot()
    def _tell_new(self) -> None:
        self.place_requested.emit(Place.NEW_SYMPTOM, "")

    def _texts(self) -> dict[str, str]:
        """Give the words of every question by its id."""
        check = self._library.mini_check
        asked = [one for page in self._library.question_pages for one in page.questions]
        asked += check.questions if check is not None else ()
        return {question.id: question.text for question in asked}

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("What is open, and why")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.space(1)
        always = Label(theme, self.tr("Always open."))
        for heading, state in (
            (self.tr("Lessons, diary, soothing and crisis help"), always),
            (self.tr("Practices that look at a sensation"), self._looking),
            (self.tr("Movement, the ladder and safety sentences"), self._leaning),
        ):
            card = Card(theme)
            card.body.addWidget(Label(theme, heading, weight=Weight.BOLD))
            card.body.addWidget(state)
            column.add(card)
        column.space(1)
        buttons = Flow(theme)
        for button in (self._pages, self._check, self._new):
            buttons.addWidget(button)
        column.add(buttons)
        column.space(2)
        column.add(self._waits)
        column.add(self._checks)
        column.body.addStretch(1)
        fill(self, column)

    def _about(self) -> str:
        return self.tr(
            "Some practices wait until it is clear that nothing needs a doctor first. A check "
            "counts for twelve months, or until something is new. Then you are asked again."
        )


class Lines(QWidget):
    """A heading with paragraphs under it; gone while there are none."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[Label] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, theme.gap * 2)
        self._rows.setSpacing(theme.gap)
        self._rows.addWidget(Label(theme, heading, weight=Weight.BOLD))
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these paragraphs in the place of those before."""
        for label in self._shown:
            label.hide()
            label.deleteLater()
        self._shown = [Label(self._theme, line) for line in lines]
        for label in self._shown:
            self._rows.addWidget(label)
            label.show()
        self.setVisible(bool(lines))

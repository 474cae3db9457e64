"""A practice saved as a sound file, just as it was chosen on the page before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

from prt_desktop.export.file_name import portable_name
from prt_desktop.practices import is_own
from prt_desktop.ui.files.page import FilesPage
from prt_desktop.ui.files.wishes import wish_of
from prt_desktop.ui.practise import words as practise_words

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.practices import Practices
    from prt_desktop.sound_files import Cancelled, Progress
    from prt_desktop.ui.files.outlets import Outlets
    from prt_desktop.ui.practise.offers import Offer, Offers
    from prt_desktop.ui.theme import Theme


class SaveSessionPane(FilesPage):
    """Asks where to, writes, and leads to the folder; its target is the id of a practice.

    Signals: those of every pane.
    """

    def __init__(
        self, theme: Theme, practices: Practices, offers: Offers, outlets: Outlets
    ) -> None:
        title = self.tr("Save as a sound file")
        super().__init__(theme, outlets, title, self.tr("Back to the practice"))
        self._practices = practices
        self._offers = offers
        self._exercise: Exercise | None = None
        self._file: Path | None = None
        self._saved = False
        self.column.add(self.card)
        self.column.body.addStretch(1)
        self.card.next_requested.connect(self._go_on)
        self.errand.cancelled.connect(self._show_stopped)
        self.errand.done.connect(self._show_saved)
        self.errand.failed.connect(self._show_failed)

    def open(self, target: str) -> None:
        """Ask where a practice is to be saved; what is being written goes on first."""
        exercise = self._practices.exercise(target)
        if exercise is None or self.errand.running:
            return
        self._exercise, self._saved = exercise, False
        self.back_to = target
        self.heading.setText(exercise.title)
        self.lead.setText(self._summary(self._offer(exercise)))
        self.card.hide()
        QTimer.singleShot(0, self, self._ask)

    @Slot()
    def _ask(self) -> None:
        if self._exercise is None:
            return
        offer = self._offer(self._exercise)
        minutes = self.tr("%s min") % f"{offer.choices.minutes:g}"
        name = f"{portable_name(offer.exercise.title)} {minutes}"
        file = self.outlets.dialogs.new_sound(self, name)
        if file is not None:
            self._write(offer, file)
        elif not self.card.isVisibleTo(self):
            self.go_back()

    def _write(self, offer: Offer, file: Path) -> None:
        engine = self.outlets.engine

        def save(progress: Progress, cancelled: Cancelled) -> Path | None:
            length_ms = offer.lengths.fitting_ms(offer.choices.minutes)
            wish = wish_of(offer, length_ms, own_sentences=True)
            return file if engine.save(wish, file, progress, cancelled) else None

        self._file = file
        self.begin(self.tr("Writing %s") % file.name, save)

    @Slot()
    def _go_on(self) -> None:
        if self._saved and self._file is not None:
            self.show_folder(self._file.parent)
        else:
            self._ask()

    @Slot(object)
    def _show_saved(self, file: Path) -> None:
        self._saved = True
        title = self.tr("Saved, with captions beside it")
        line = self.tr("%s, in %s") % (file.name, file.parent)
        self.end(title, line, self.tr("Show in folder"))

    @Slot()
    def _show_stopped(self) -> None:
        self.end(self.tr("Stopped. Nothing was saved."), "", self.tr("Choose a place"))

    @Slot(str)
    def _show_failed(self, sentence: str) -> None:
        title = self.tr("The sound file was not saved")
        self.end(title, sentence, self.tr("Choose another place"))

    def _offer(self, exercise: Exercise) -> Offer:
        return self._offers.offer(exercise, self._offers.remembered(exercise))

    def _summary(self, offer: Offer) -> str:
        """Say what will be in the file: "Seven minutes, spoken by Heart, over Gentle rain."."""
        voices = {one.id: one.name for one in self._practices.library.voices}
        parts = [practise_words.minutes(offer.choices.minutes).capitalize()]
        if not is_own(offer.exercise):
            parts.append(self.tr("spoken by %s") % voices.get(offer.choices.voice, ""))
        if offer.wish.soundscape is not None:
            parts.append(self.tr("with %s behind it") % offer.wish.soundscape.name.lower())
        if offer.has_own:
            parts.append(self.tr("with your own sentences in its captions"))
        return ", ".join(parts) + "."

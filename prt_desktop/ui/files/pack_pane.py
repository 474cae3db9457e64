"""Practices for the phone: chosen here, written to a folder or a stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from prt_desktop.ui.files import words
from prt_desktop.ui.files.pack_choice import PackChoice
from prt_desktop.ui.files.packing import PACK_NAME, Packable, megabytes, packable
from prt_desktop.ui.files.page import FilesPage
from prt_desktop.ui.files.wishes import wish_of
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.phone_pack import Pack
    from prt_desktop.practices import Practices
    from prt_desktop.sound_files import Cancelled, Progress
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.files.outlets import Outlets
    from prt_desktop.ui.practise.offers import Offers
    from prt_desktop.ui.theme import Theme

_MINUTE_MS = 60_000


class PhonePackPane(FilesPage):
    """Lets a person choose what goes along, and writes it as files that any phone plays.

    Signals: those of every pane.
    """

    def __init__(
        self,
        theme: Theme,
        practices: Practices,
        offers: Offers,
        settings: SettingsFile,
        outlets: Outlets,
    ) -> None:
        title = self.tr("Practices for your phone")
        super().__init__(theme, outlets, title, self.tr("Practices"))
        self._practices = practices
        self._offers = offers
        self._settings = settings
        self._voice = ""
        self._packable = Packable((), (), ())
        self._out: Path | None = None
        self._choice = PackChoice(theme, practices.library.voices)
        self._amount = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._start = Button(
            theme, self.tr("Choose a folder or a stick"), Look.PRIMARY, Icon.FOLDER
        )
        self._footer = Footer(theme, self.column)
        self.lead.setText(
            self.tr(
                "Pain mostly happens away from the desk: on the bus, in a queue, in bed. Take a "
                "few practices along as sound files that any phone plays, without a network."
            )
        )
        self._lay_out()
        self._connect()

    def open(self, _target: str) -> None:
        """Offer a choice again, unless a pack is being written."""
        if not self.errand.running:
            self.card.hide()
            self._show_choice(shown=True)
            self._show_now()

    @Slot()
    def refresh(self) -> None:
        """Show what may go along now; it takes a while, so only when somebody looks."""
        if self.isVisible() and not self.errand.running:
            self._show_now()

    def _show_now(self) -> None:
        voices = [voice.id for voice in self._practices.library.voices]
        kept = self._voice or self._settings.read().voice
        self._show(kept if kept in voices else next(iter(voices), kept))

    @Slot(object)
    def _show(self, voice: str) -> None:
        self._voice = voice
        self._packable = packable(self._practices, self._offers, voice)
        self._choice.show_packable(self._packable, voice)
        self._show_amount()

    @Slot()
    def _show_amount(self) -> None:
        rows = self._choice.ticked()
        minutes = [row.minutes for row in rows]
        size = megabytes([row.offer for row in rows], minutes)
        nothing = self.tr("Tick at least one practice.")
        self._amount.setText(words.amount(len(rows), sum(minutes), size) if rows else nothing)
        self._start.setEnabled(bool(rows))

    @Slot()
    def _ask(self) -> None:
        folder = self.outlets.dialogs.folder(self)
        if folder is not None:
            self._write(folder if folder.name == PACK_NAME else folder / PACK_NAME)

    def _write(self, out: Path) -> None:
        engine, country = self.outlets.engine, self._settings.read().country
        chosen = [(row.offer, round(row.minutes * _MINUTE_MS)) for row in self._choice.ticked()]

        own = self._choice.own_sentences

        def pack(progress: Progress, cancelled: Cancelled) -> Pack | None:
            wishes = [wish_of(one, length_ms, own_sentences=own) for one, length_ms in chosen]
            return engine.pack(wishes, country, out, progress, cancelled)

        self._out = out
        self._show_choice(shown=False)
        self.begin(self.tr("Writing your practices"), pack)

    @Slot(object)
    def _show_ready(self, pack: Pack) -> None:
        title = words.ready(len(pack.sessions))
        lines = [self.tr("In %s. Copy this folder to your phone.") % self._out]
        lines += [words.left_out(one.title, one.why) for one in pack.left_out]
        self.end(title, "\n".join(lines), self.tr("Show in folder"))

    @Slot()
    def _show_stopped(self) -> None:
        self.end(self.tr("Stopped. Nothing was written."))
        self._offer_again()

    @Slot(str)
    def _show_failed(self, sentence: str) -> None:
        self.end(self.tr("The practices were not written"), sentence)
        self._offer_again()

    @Slot()
    def _show_in_folder(self) -> None:
        if self._out is not None:
            self.show_folder(self._out)

    def _offer_again(self) -> None:
        self._show_choice(shown=True)
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choice(self, *, shown: bool) -> None:
        self.lead.setVisible(shown)
        self._choice.setVisible(shown)
        self._footer.setVisible(shown)

    def _lay_out(self) -> None:
        self.column.add(self.card)
        self.column.add(self._choice)
        self.column.body.addStretch(1)
        self._footer.body.addWidget(self._amount)
        self._footer.body.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addWidget(self._footer)

    def _connect(self) -> None:
        self._choice.changed.connect(self._show_amount)
        self._choice.voice_chosen.connect(self._show)
        self._start.clicked.connect(self._ask)
        self.card.next_requested.connect(self._show_in_folder)
        self.errand.cancelled.connect(self._show_stopped)
        self.errand.done.connect(self._show_ready)
        self.errand.failed.connect(self._show_failed)

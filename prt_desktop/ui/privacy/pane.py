"""Privacy and safe keeping, led to from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.storage.conflicts import conflicted_copies
from prt_desktop.ui.privacy.choices import PrivacyChoices
from prt_desktop.ui.privacy.keeping_desk import KeepingDesk
from prt_desktop.ui.privacy.vault_desk import VaultDesk
from prt_desktop.ui.vault.erase_page import ErasePage
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.pane import Pane, Place

if TYPE_CHECKING:
    from prt_desktop.ui.services import Services


class PrivacyPane(Pane):
    """What there is to choose, and the pages that lie over it for a while."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._way_back: Place | None = None
        self._choices = PrivacyChoices(services.theme)
        self._stack = PageStack(self._choices)
        self._vault = VaultDesk(services, self._choices.vault, self._stack)
        self._keeping = KeepingDesk(services, self._choices.keeping, self._stack)
        fill(self, self._stack)
        self._choices.keeping.erase_requested.connect(self._show_erasing)
        self._choices.left.connect(self._go_back)
        self._keeping.changed.connect(self.refresh)
        self._keeping.changed.connect(self.journal_changed)
        self._vault.changed.connect(self.journal_changed)
        self._vault.left.connect(self._go_where_from)
        self._vault.notice_requested.connect(self.notice_requested)
        self._vault.place_requested.connect(self._lead_to)

    @property
    def is_busy(self) -> bool:
        """Say whether something is being done to what is kept."""
        return self._vault.errand.running or self._keeping.errand.running

    @property
    def is_turning_a_key(self) -> bool:
        """Say whether the vault, its keys or the journal as a whole are being changed."""
        return self.is_busy

    def open(self, target: str) -> None:
        """Come to the front; "erase" asks whether to erase, "conflict" looks into a second diary.

        "first_day" asks for a passphrase at once, and leads back there.
        """
        self._way_back = Place.FIRST_DAY if target == Place.FIRST_DAY else None
        if target == "erase":
            self._show_erasing()
        elif target == "conflict":
            for second in conflicted_copies(self._services.journal.folder)[:1]:
                self._keeping.look_into(second)
        elif self._way_back is not None and not self._services.journal.is_in_vault:
            self._vault.ask_to_turn_on()

    @Slot()
    def refresh(self) -> None:
        """Show what is on, and what there is."""
        self._vault.refresh()

    @Slot()
    def shut(self) -> None:
        """Wait for what is being done."""
        self._vault.errand.shut()
        self._keeping.errand.shut()

    @Slot()
    def _show_erasing(self) -> None:
        others = bool(self._services.people().others)
        page = ErasePage(self._services.theme, others=others)
        page.confirmed.connect(self._services.privacy.erase)
        page.left.connect(self._leave)
        self._stack.lay(page)

    @Slot()
    def _leave(self) -> None:
        self._stack.clear()
        self._choices.keeping.take_focus()

    @Slot()
    def _go_where_from(self) -> None:
        if self._way_back is not None:
            place, self._way_back = self._way_back, None
            self.place_requested.emit(place, "")

    @Slot()
    def _go_back(self) -> None:
        self.place_requested.emit(Place.SETTINGS, "")

    @Slot(Place)
    def _lead_to(self, place: Place) -> None:
        self.place_requested.emit(place, "")

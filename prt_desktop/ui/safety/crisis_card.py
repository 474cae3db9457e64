"""Crisis help: numbers to ring and what to do now; works with no data and no network."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.domain.crisis import numbers_from, with_own
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.long_day import long_day
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.safety.crisis_line import CrisisLineCard
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.crisis import CrisisCountry
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.theme import Theme


class CrisisCard(QWidget):
    """One page over everything: the numbers of one country, and words that hold without them.

    Wording after safety.md 4.6. Signals: `closed` when the person goes back.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        library: Library,
        settings: SettingsFile,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._settings = settings
        self._clock = clock
        self._back = Button(theme, self.tr("Close"), icon=Icon.CLOSE)
        self._back.setToolTip(self.tr("Go back (Esc)"))
        self._country = Dropdown(theme, self.tr("Country"))
        self._country_field = Field(theme, self.tr("Country"), self._country)
        self._cards: list[CrisisLineCard] = []
        self._countries: tuple[CrisisCountry, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self._stale = Card(theme, Tone.CAUTION)
        self._checked = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._lay_out()
        self._fill_countries()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.clicked.connect(self.closed)
        self._country.activated.connect(self._remember)
        self._country.currentIndexChanged.connect(self._show_country)
        escape.activated.connect(self.closed)
        self._show_country()

    def refresh(self) -> None:
        """Look again which numbers there are, and how old they are."""
        self._fill_countries()
        self._show_country()

    def take_focus(self) -> None:
        """Put the focus where Enter and Esc both lead back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_country(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards.clear()
        country = self._chosen()
        self._checked.setVisible(country is not None)
        today = self._clock().date()
        self._stale.setVisible(country is not None and country.is_stale(today))
        if country is None:
            return
        for index, line in enumerate(country.lines):
            self._cards.append(CrisisLineCard(self._theme, line, first=index == 0))
            self._lines.addWidget(self._cards[-1])
        words = self.tr("These numbers were last checked on %s.")
        if country.is_own:
            words = self.tr("These numbers were written down here, and last looked at on %s.")
        self._checked.setText(words % long_day(country.checked_on))

    @Slot(int)
    def _remember(self, _index: int) -> None:
        country = self._chosen()
        name = country.country if country else ""
        with contextlib.suppress(StorageError):
            self._settings.write(replace(self._settings.read(), country=name))

    def _chosen(self) -> CrisisCountry | None:
        name = self._country.currentData()
        return next((one for one in self._countries if one.country == name), None)

    def _fill_countries(self) -> None:
        settings = self._settings.read()
        self._countries = with_own(self._library.crisis, numbers_from(settings.own_numbers))
        names = [one.country for one in self._countries]
        blocker = QSignalBlocker(self._country)
        before = self._country.currentData()
        self._country.clear()
        self._country.addItem(self.tr("Choose your country"), "")
        for name in names:
            self._country.addItem(name, name)
        wanted = before or settings.country or _system_country()
        self._country.setCurrentIndex(names.index(wanted) + 1 if wanted in names else 0)
        self._country_field.setVisible(bool(names))
        blocker.unblock()

    def _lay_out(self) -> None:
        theme = self._theme
        self.setAccessibleName(self.tr("Crisis help"))
        column = Column(theme, self.tr("crisis help"))
        title = Label(theme, self.tr("Crisis help"), Size.DISPLAY, weight=Weight.BOLD)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        column.add(head)
        column.add(Label(theme, self._danger(), Size.LEAD, weight=Weight.MEDIUM))
        column.space(1)
        column.add(self._country_field)
        column.space(1)
        stale = self.tr(
            "These numbers are more than a year old and may have changed. If one does not answer, "
            "see below how to find it. Under Safety you can write down the right one."
        )
        self._stale.body.addWidget(Label(theme, stale))
        column.add(self._stale)
        column.add(self._lines)
        column.add(self._checked)
        for heading, lines in self._words():
            column.space(2)
            column.add(Label(theme, heading, weight=Weight.BOLD))
            for line in lines:
                column.add(Label(theme, line))
        column.body.addStretch(1)
        fill(self, column)

    def _danger(self) -> str:
        return self.tr("If you are in danger, or might harm yourself, ring the emergency number.")

    def _words(self) -> list[tuple[str, list[str]]]:
        return [
            (
                self.tr("What helps now"),
                [
                    self.tr("Ring a helpline. You can say as much or as little as you like."),
                    self.tr("Tell a person you trust, and ask them to stay with you."),
                    self.tr("Move away from anything you could harm yourself with."),
                    self.tr("Stay with someone, or go where other people are."),
                ],
            ),
            (
                self.tr("If your country is not here, or a number does not answer"),
                [
                    self.tr(
                        "The lock screen of a mobile phone has a button for emergency calls. A "
                        "neighbour, a pharmacy, a hospital or a police station can tell you the "
                        "number, or ring it for you."
                    )
                ],
            ),
            (
                self.tr("What this app cannot do"),
                [self.tr("It cannot contact anyone, and nobody reads what you write here.")],
            ),
        ]


def _system_country() -> str:
    return QLocale.territoryToString(QLocale.system().territory())

"""The crisis numbers, to be changed by a person or a clinician; those that came along stay."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.crisis import OwnNumber, number_record, numbers_from, own_of, with_own
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.long_day import long_day
from prt_desktop.ui.form_drafts import FormDrafts
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.safety.number_form import NumberForm
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.crisis import CrisisCountry
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.theme import Theme


class NumbersSection(SectionPane):
    """Shows the numbers of a country as the crisis card does, and lets them be changed.

    What is changed is kept with the settings, so that it can be read while the diary is locked;
    what is half-written is a draft beside the diary.
    """

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        library: Library,
        settings: SettingsFile,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._library = library
        self._settings = settings
        self._clock = clock
        self._drafts = FormDrafts(journal, Form.NUMBER, self)
        self._country = Dropdown(theme, self.tr("Country"))
        self._dated = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._shown: list[Card] = []
        self._cards = QVBoxLayout()
        self._add = Button(theme, self.tr("Add a number"), Look.PRIMARY, Icon.PLUS)
        self._looked = Button(theme, self.tr("I looked at these today"))
        self._came = Button(theme, self.tr("Bring the first numbers back"))
        self._page = QWidget()
        self._stack = PageStack(self._page)
        self._lay_out(theme)
        self._add.clicked.connect(self._add_number)
        self._came.clicked.connect(self._go_back)
        self._country.currentIndexChanged.connect(self._show_country)
        self._drafts.brought_back.connect(self._add_number)
        self._drafts.put_away.connect(self._come_back)
        self._looked.clicked.connect(self._look)

    def put_down(self) -> None:
        """Keep what is half-written as a draft, before the diary is locked."""
        self._drafts.keep()

    def refresh(self) -> None:
        """Show the countries and their numbers as they are now."""
        wanted = self._country.currentData() or self._settings.read().country
        names = [one.country for one in self._countries]
        self._country.blockSignals(True)
        self._country.clear()
        for name in names:
            self._country.addItem(name, name)
        self._country.setCurrentIndex(names.index(wanted) if wanted in names else 0)
        self._country.blockSignals(False)
        self._show_country()

    @Slot()
    def _show_country(self) -> None:
        for card in self._shown:
            card.hide()
            card.deleteLater()
        self._shown.clear()
        country = self._chosen
        own = country is not None and country.is_own
        came = any(one.country == self._country.currentData() for one in self._library.crisis)
        self._came.setVisible(own and came)
        self._looked.setVisible(own)
        self._dated.setVisible(country is not None)
        if country is None:
            return
        numbers = own_of(country)
        for number in numbers:
            self._shown.append(self._card(number, is_last=len(numbers) == 1))
            self._cards.addWidget(self._shown[-1])
            self._shown[-1].show()
        words = self.tr("Came with the program, last checked on %s.")
        if own:
            words = self.tr("Written down here, last looked at on %s.")
        self._dated.setText(words % long_day(country.checked_on))

    @Slot()
    def _add_number(self) -> None:
        self._show_form(None)

    @Slot()
    def _look(self) -> None:
        today = self._clock().date()
        self._replace([replace(one, checked_on=today) for one in self._numbers()])

    @Slot()
    def _go_back(self) -> None:
        before = self._own()
        if not self._replace([]):
            return
        words = self.tr("The numbers that came along are back.")
        undo = partial(self._put_back, before)
        self.notice_requested.emit(Notice(words, self.tr("Undo"), undo))

    @Slot()
    def _come_back(self) -> None:
        self._drafts.leave()
        self._stack.clear()
        self._country.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, wanted: OwnNumber | None) -> None:
        """Show a number to be changed, or a new one; what was begun goes before it."""
        begun = self._drafts.begun()
        before = wanted
        if begun is not None:
            known = (one for country in self._countries for one in own_of(country))
            before = next((one for one in known if _value_id(one) == begun.value_id), None)
        today = self._clock().date()
        name = self._country.currentData() or ""
        number = before or OwnNumber(name, "", "", "", today)
        form = NumberForm(self._theme, number, today, _value_id(before) if before else None)
        form.left.connect(self._come_back)
        form.saved.connect(partial(self._keep, before))
        self._stack.clear()
        self._drafts.follow(form, begun)
        self._stack.lay(form)
        form.take_focus()

    def _keep(self, before: OwnNumber | None, number: OwnNumber) -> None:
        """Put a number in the place of `before`, in its country."""
        others = [one for one in self._countries if one.country == number.country]
        numbers = [one for country in others for one in own_of(country)]
        if before in numbers:
            numbers[numbers.index(before)] = number
        else:
            numbers.append(number)
        rest = [one for one in self._own() if one.country != number.country]
        if before is not None and before.country != number.country:
            rest = [one for one in rest if one != before]
        if self._write([*rest, *numbers]):
            self._country.setCurrentIndex(self._country.findData(number.country))
            self._drafts.let_go()
            self._come_back()

    def _take_away(self, number: OwnNumber) -> None:
        before = self._own()
        if not self._replace([one for one in self._numbers() if one != number]):
            return
        words = self.tr("Taken away: %s.") % number.name
        self.notice_requested.emit(Notice(words, self.tr("Undo"), partial(self._put_back, before)))

    def _put_back(self, numbers: Sequence[OwnNumber]) -> None:
        self._write(numbers)

    def _replace(self, numbers: Sequence[OwnNumber]) -> bool:
        """Let these be the numbers of the country that is shown; False where it failed."""
        name = self._country.currentData()
        return self._write([*(one for one in self._own() if one.country != name), *numbers])

    def _write(self, numbers: Sequence[OwnNumber]) -> bool:
        records = [number_record(one) for one in numbers]
        settings = replace(self._settings.read(), own_numbers=records)
        saved = is_saved(partial(self._settings.write, settings), self.notice_requested)
        self.refresh()
        return saved

    def _own(self) -> tuple[OwnNumber, ...]:
        return numbers_from(self._settings.read().own_numbers)

    def _numbers(self) -> tuple[OwnNumber, ...]:
        country = self._chosen
        return own_of(country) if country is not None else ()

    @property
    def _countries(self) -> tuple[CrisisCountry, ...]:
        return with_own(self._library.crisis, self._own())

    @property
    def _chosen(self) -> CrisisCountry | None:
        name = self._country.currentData()
        return next((one for one in self._countries if one.country == name), None)

    def _card(self, number: OwnNumber, *, is_last: bool) -> Card:
        theme = self._theme
        card = Card(theme)
        card.body.addWidget(Label(theme, number.name, weight=Weight.MEDIUM))
        card.body.addWidget(Label(theme, number.number, Size.LEAD, weight=Weight.BOLD))
        if number.what:
            card.body.addWidget(Label(theme, number.what, Size.SMALL, Tone.MUTED))
        change = Button(theme, self.tr("Change"))
        change.setAccessibleName(self.tr("Change: %s") % number.name)
        change.clicked.connect(partial(self._show_form, number))
        buttons = Flow(theme)
        buttons.addWidget(change)
        if not is_last:
            away = Button(theme, self.tr("Take away"))
            away.setAccessibleName(self.tr("Take away: %s") % number.name)
            away.clicked.connect(partial(self._take_away, number))
            buttons.addWidget(away)
        card.body.addLayout(buttons)
        return card

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("Crisis numbers")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.space(1)
        column.add(Field(theme, self.tr("Country"), self._country))
        self._cards.setSpacing(theme.gap)
        column.add(self._cards)
        column.add(self._dated)
        buttons = Flow(theme)
        for button in (self._add, self._looked, self._came):
            buttons.addWidget(button)
        column.add(buttons)
        column.body.addStretch(1)
        fill(self._page, column)
        self.stand_on(self._stack)

    def _about(self) -> str:
        return self.tr(
            "Crisis help shows these, also while the diary is locked. You can change them, "
            "or add the number of your own doctor. To change a country that is not listed, add "
            "a number and write the name of the country."
        )


def _value_id(number: OwnNumber) -> str:
    """Name a number for a draft; a number has no other name that stays."""
    return "\n".join((number.country, number.name, number.number))

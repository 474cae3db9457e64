"""Settings: how it looks, how it moves, where the data lives, and what this is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.settings.people_part import PeoplePart
from prt_desktop.ui.settings.privacy_part import PrivacyPart
from prt_desktop.ui.settings.reminders_part import RemindersPart
from prt_desktop.ui.settings.stage_letters import StageLetters
from prt_desktop.ui.stage_keys import chosen_keys
from prt_desktop.ui.theme import Size, ThemeChoice, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice, Pane, Place
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.settings import Settings, SettingsFile
    from prt_desktop.ui.theme import Theme

_PERCENTS = (100, 125, 150, 175, 200)


class SettingsPane(Pane):
    """Every change shows at once and is saved at once; there is nothing to confirm."""

    def __init__(
        self,
        theme: Theme,
        settings: SettingsFile,
        data_folder: Path,
        version: str,
        open_folder: Callable[[Path], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._data_folder = data_folder
        self._open_folder = open_folder
        self._colors = ChoiceRow(theme, self.tr("Colours"), self._color_words())
        percents = [(percent, f"{percent} %") for percent in _PERCENTS]
        self._size = ChoiceRow(theme, self.tr("Text size"), percents)
        self._motion = CheckRow(theme, self.tr("Keep everything still (reduce motion)"))
        self._captions = CheckRow(theme, self.tr("Show the spoken words during a practice"))
        self._continuous = CheckRow(
            theme, self.tr("Show the pages of a lesson below each other, to scroll through")
        )
        self._letters = StageLetters(theme)
        self._pain = CheckRow(
            theme, self.tr("Let the diary ask how strong pain is, once a week at most")
        )
        self._folder = Button(theme, self.tr("Open the folder"), icon=Icon.FOLDER)
        self._demonstrate = Button(theme, self.tr("Demonstrate"), icon=Icon.PERSON)
        self._lay_out(theme, version)
        self.refresh()
        self._captions.toggled.connect(self._take)
        self._colors.chosen.connect(self._take)
        self._continuous.toggled.connect(self._take)
        self._demonstrate.clicked.connect(self._ask_for_demonstration)
        self._folder.clicked.connect(self._show_folder)
        self._letters.changed.connect(self._take)
        self._motion.toggled.connect(self._take)
        self._pain.toggled.connect(self._take)
        self._size.chosen.connect(self._take)

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the pane itself
        """Show what was chosen meanwhile elsewhere, such as the captions on the stage."""
        self.refresh()

    def refresh(self) -> None:
        """Show the settings as they are saved."""
        settings = self._settings.read()
        self._colors.set_value(_choice(settings))
        self._size.set_value(min(_PERCENTS, key=lambda one: abs(one - settings.text_percent)))
        for row, on in (
            (self._motion, settings.reduce_motion),
            (self._captions, settings.captions),
            (self._continuous, settings.continuous),
            (self._pain, settings.rate_pain),
        ):
            with QSignalBlocker(row):
                row.setChecked(on)
        self._letters.show_keys(chosen_keys(settings), on=settings.stage_letters)

    @Slot()
    def _take(self) -> None:
        settings = replace(
            self._settings.read(),
            theme=str(self._colors.value or ThemeChoice.SYSTEM),
            text_percent=self._size.value or _PERCENTS[0],
            reduce_motion=self._motion.isChecked(),
            captions=self._captions.isChecked(),
            continuous=self._continuous.isChecked(),
            rate_pain=self._pain.isChecked(),
            stage_letters=self._letters.on,
            stage_keys={str(act): letter for act, letter in self._letters.keys.items()},
        )
        self._theme.apply(
            settings.theme, settings.text_percent, reduce_motion=settings.reduce_motion
        )
        is_saved(partial(self._settings.write, settings), self.notice_requested)

    @Slot()
    def _show_folder(self) -> None:
        if not self._open_folder(self._data_folder):
            words = self.tr("No program opened the folder. It is at %s.")
            self.notice_requested.emit(Notice(words % self._data_folder))

    @Slot()
    def _open_privacy(self) -> None:
        self.place_requested.emit(Place.PRIVACY, "")

    @Slot()
    def _open_reminders(self) -> None:
        self.place_requested.emit(Place.REMINDERS, "")

    @Slot()
    def _open_people(self) -> None:
        self.place_requested.emit(Place.PEOPLE, "")

    @Slot()
    def _ask_for_demonstration(self) -> None:
        self.place_requested.emit(Place.DEMONSTRATION, "")

    def _color_words(self) -> list[tuple[ThemeChoice, str]]:
        return [
            (ThemeChoice.SYSTEM, self.tr("Like the system")),
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
        ]

    def _lay_out(self, theme: Theme, version: str) -> None:
        title = self.tr("Settings")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.space(1)
        column.add(Field(theme, self.tr("Colours"), self._colors))
        column.space(1)
        column.add(Field(theme, self.tr("Text size"), self._size))
        column.space(1)
        column.add(self._motion)
        column.add(self._captions)
        column.add(self._continuous)
        column.add(self._letters)
        self._lay_out_pain(theme, column)
        column.space(3)
        self._lay_out_doors(theme, column)
        self._lay_out_data(theme, column)
        self._lay_out_about(theme, column, version)
        column.body.addStretch(1)
        fill(self, column)

    def _lay_out_doors(self, theme: Theme, column: Column) -> None:
        """Lay out the ways to the pages that the settings lead to."""
        privacy = PrivacyPart(theme)
        privacy.opened.connect(self._open_privacy)
        column.add(privacy)
        column.space(3)
        reminders = RemindersPart(theme)
        reminders.opened.connect(self._open_reminders)
        column.add(reminders)
        column.space(3)
        people = PeoplePart(theme)
        people.opened.connect(self._open_people)
        column.add(people)

    def _lay_out_pain(self, theme: Theme, column: Column) -> None:
        column.space(3)
        column.add(Label(theme, self.tr("Rating pain"), Size.LEAD, weight=Weight.BOLD))
        column.add(self._pain)
        column.add(Label(theme, self._about_pain(), Size.SMALL, Tone.MUTED))

    def _lay_out_data(self, theme: Theme, column: Column) -> None:
        column.space(3)
        column.add(Label(theme, self.tr("Where your data lives"), Size.LEAD, weight=Weight.BOLD))
        column.add(Label(theme, self._about_data(), tone=Tone.MUTED))
        path = Label(theme, str(self._data_folder))
        path.setAccessibleName(self.tr("Folder: %s") % self._data_folder)
        column.add(path)
        column.body.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out_about(self, theme: Theme, column: Column, version: str) -> None:
        column.space(3)
        column.add(Label(theme, self.tr("Showing it in a room"), Size.LEAD, weight=Weight.BOLD))
        column.add(Label(theme, self._about_demonstrating(), tone=Tone.MUTED))
        column.body.addWidget(self._demonstrate, 0, Qt.AlignmentFlag.AlignLeft)
        column.space(3)
        column.add(Label(theme, self.tr("What this is"), Size.LEAD, weight=Weight.BOLD))
        column.add(Label(theme, self._purpose(), tone=Tone.MUTED))
        about = self.tr("PRT Desktop, version %s") % version
        column.add(Label(theme, about, Size.SMALL, Tone.MUTED))

    def _about_pain(self) -> str:
        return self.tr(
            "Off unless you and your clinician want it: in a small trial with fresh back sprains, "
            "those who rated their pain every day had recovered less often after three months."
        )

    def _about_data(self) -> str:
        return self.tr(
            "Everything you write stays in one folder on this computer. The program never uses "
            "the network."
        )

    def _about_demonstrating(self) -> str:
        return self.tr(
            "A window of its own in big type, of which nothing is saved and in which nothing of "
            "yours is seen. A presenter's clicker starts and pauses a practice in it."
        )

    def _purpose(self) -> str:
        return self.tr(
            "A companion for learning, for looking at yourself kindly and for practising Pain "
            "Reprocessing Therapy, used alongside a clinician. It does not diagnose and it does "
            "not treat. It is for adults, and not for use while driving or bathing."
        )


def _choice(settings: Settings) -> ThemeChoice:
    known = {choice.value: choice for choice in ThemeChoice}
    return known.get(settings.theme, ThemeChoice.SYSTEM)

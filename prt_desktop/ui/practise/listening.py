"""How a session sounds: silence, voice, background, loudness and captions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.practise.choices import SILENCES
from prt_desktop.ui.practise.level import Level
from prt_desktop.ui.theme import Size, Weight
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Voice
    from prt_desktop.domain.soundscape import Soundscape
    from prt_desktop.ui.practise.choices import Choices
    from prt_desktop.ui.theme import Theme


class Listening(QWidget):
    """All choices of a session but its length.

    Signals: `changed` with the Choices as they are now.
    """

    changed = Signal(object)

    def __init__(
        self, theme: Theme, voices: Sequence[Voice], soundscapes: Sequence[Soundscape]
    ) -> None:
        super().__init__()
        self._choices: Choices | None = None
        self._silence = ChoiceRow[float](theme, "", self._silences())
        self._voice = ChoiceRow[str](theme, "", [(one.id, one.name) for one in voices])
        names = [("", self.tr("None")), *((one.id, one.name) for one in soundscapes)]
        self._background = ChoiceRow[str](theme, "", names)
        self._voice_volume = Level(theme, self.tr("Loudness of the voice"))
        self._background_volume = Level(theme, self.tr("Loudness of the background"))
        self._captions = CheckRow(theme, self.tr("Show captions"))
        self._lay_out(theme, voices, soundscapes)
        self._connect()

    def show_choices(self, choices: Choices) -> None:
        """Show choices without telling anyone."""
        self._choices = choices
        self._silence.set_value(choices.silence)
        if self._voice.isVisibleTo(self):
            self._voice.set_value(choices.voice)
        self._background.set_value(choices.background)
        self._voice_volume.show_level(choices.voice_volume)
        self._background_volume.show_level(choices.background_volume)
        self._background_volume.setVisible(bool(choices.background))
        self._captions.blockSignals(True)
        self._captions.setChecked(choices.captions)
        self._captions.blockSignals(False)

    @Slot()
    def _gather(self) -> None:
        if self._choices is None:
            return
        self._choices = replace(
            self._choices,
            silence=self._silence.value or 1.0,
            voice=self._voice.value or self._choices.voice,
            background=self._background.value or "",
            voice_volume=self._voice_volume.level,
            background_volume=self._background_volume.level,
            captions=self._captions.isChecked(),
        )
        self._background_volume.setVisible(bool(self._choices.background))
        self.changed.emit(self._choices)

    def _silences(self) -> list[tuple[float, str]]:
        names = (
            self.tr("Short"),
            self.tr("Usual"),
            self.tr("Longer"),
            self.tr("Long"),
            self.tr("Very long"),
        )
        return list(zip(SILENCES, names, strict=True))

    def _lay_out(
        self, theme: Theme, voices: Sequence[Voice], soundscapes: Sequence[Soundscape]
    ) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap * 2)
        rows.addWidget(Label(theme, self.tr("How it sounds"), Size.TITLE, weight=Weight.BOLD))
        hint = self.tr("More silence means fewer words, never slower ones.")
        rows.addWidget(Field(theme, self.tr("Space between words"), self._silence, hint))
        described = ", ".join(f"{one.name}: {one.description.lower()}" for one in voices)
        voice = Field(theme, self.tr("Voice"), self._voice, described)
        background = Field(theme, self.tr("Background"), self._background)
        for widget in (voice, self._voice_volume, background, self._background_volume):
            rows.addWidget(widget)
        rows.addWidget(self._captions)
        voice.setVisible(bool(voices))
        background.setVisible(bool(soundscapes))

    def _connect(self) -> None:
        self._background.chosen.connect(self._gather)
        self._background_volume.changed.connect(self._gather)
        self._captions.toggled.connect(self._gather)
        self._silence.chosen.connect(self._gather)
        self._voice.chosen.connect(self._gather)
        self._voice_volume.changed.connect(self._gather)

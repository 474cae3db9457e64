"""How a session sounds: words, silence, voice, background, its edges and captions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.exercise import Guidance
from prt_desktop.ui.practise import words
from prt_desktop.ui.practise.choices import (
    BACKGROUND_CEILING,
    DELAYS_S,
    FADES_S,
    RATES,
    SILENCES,
)
from prt_desktop.ui.practise.level import Level
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Voice
    from prt_desktop.domain.soundscape import Soundscape
    from prt_desktop.ui.practise.choices import Choices
    from prt_desktop.ui.theme import Theme


class Listening(QWidget):
    """All choices of a session but its length and its movement.

    Signals: `changed` with the Choices as they are now.
    """

    changed = Signal(object)

    def __init__(
        self, theme: Theme, voices: Sequence[Voice], soundscapes: Sequence[Soundscape]
    ) -> None:
        super().__init__()
        self._choices: Choices | None = None
        names = [("", self.tr("None")), *((one.id, one.name) for one in soundscapes)]
        silences = list(zip(SILENCES, words.silences(), strict=True))
        rates = list(zip(RATES, words.rates(), strict=True))
        fades = [(one, words.seconds(one, self.tr("At once"))) for one in FADES_S]
        delays = [(one, words.seconds(one, self.tr("None"))) for one in DELAYS_S]
        self._guidance = ChoiceRow[Guidance](theme, "", words.guidances())
        self._silence = ChoiceRow[float](theme, "", silences)
        self._voice = ChoiceRow[str](theme, "", [(one.id, one.name) for one in voices])
        self._rate = ChoiceRow[float](theme, "", rates)
        self._background = ChoiceRow[str](theme, "", names)
        self._fade = ChoiceRow[int](theme, "", fades)
        self._delay = ChoiceRow[int](theme, "", delays)
        self._voice_volume = Level(theme, self.tr("Loudness of the voice"))
        loudness = self.tr("Loudness of the background")
        self._background_volume = Level(theme, loudness, BACKGROUND_CEILING)
        self._bell = CheckRow(theme, self.tr("A soft bell at the start and at the end"))
        self._captions = CheckRow(theme, self.tr("Show captions"))
        self._fade_field = Field(theme, self.tr("The background comes and goes within"), self._fade)
        described = ", ".join(f"{one.name}: {one.description.lower()}" for one in voices)
        self._has_voices = bool(voices)
        self._voice_field = Field(theme, self.tr("Voice"), self._voice, described)
        less = self.tr("Fewer words leave more silence; the length stays the same.")
        self._guidance_field = Field(theme, self.tr("Guidance"), self._guidance, less)
        self._lay_out(theme, soundscapes)
        self._connect()

    def show_choices(self, choices: Choices) -> None:
        """Show choices without telling anyone."""
        self._choices = choices
        self._guidance.set_value(choices.guidance)
        self._silence.set_value(choices.silence)
        if self._voice.isVisibleTo(self):
            self._voice.set_value(choices.voice)
        self._rate.set_value(choices.rate)
        self._background.set_value(choices.background)
        self._fade.set_value(choices.fade_s)
        self._delay.set_value(choices.delay_s)
        self._voice_volume.show_level(choices.voice_volume)
        self._background_volume.show_level(choices.background_volume)
        self._follow_background()
        for row, on in ((self._bell, choices.bell), (self._captions, choices.captions)):
            row.blockSignals(True)
            row.setChecked(on)
            row.blockSignals(False)

    def show_own(self, *, own: bool) -> None:
        """Leave out what a recording of one's own has not: other voices, and fewer words."""
        self._voice_field.setVisible(not own and self._has_voices)
        self._guidance_field.setVisible(not own)

    @Slot()
    def _gather(self) -> None:
        if self._choices is None:
            return
        before = self._choices
        self._choices = replace(
            before,
            guidance=self._guidance.value or before.guidance,
            silence=self._silence.value or before.silence,
            rate=self._rate.value or before.rate,
            voice=self._voice.value or before.voice,
            background=self._background.value or "",
            fade_s=self._fade.value or 0,
            delay_s=self._delay.value or 0,
            voice_volume=self._voice_volume.level,
            background_volume=self._background_volume.level,
            bell=self._bell.isChecked(),
            captions=self._captions.isChecked(),
        )
        self._follow_background()
        self.changed.emit(self._choices)

    def _follow_background(self) -> None:
        """Show what belongs to a background only where there is one."""
        heard = bool(self._background.value)
        self._background_volume.setVisible(heard)
        self._fade_field.setVisible(heard)

    def _lay_out(self, theme: Theme, soundscapes: Sequence[Soundscape]) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.space)
        hint = self.tr("More silence means fewer words, never slower ones.")
        background = Field(theme, self.tr("Background"), self._background)
        for widget in (
            self._guidance_field,
            Field(theme, self.tr("Space between words"), self._silence, hint),
            self._voice_field,
            Field(theme, self.tr("How fast the voice speaks"), self._rate),
            self._voice_volume,
            background,
            self._background_volume,
            self._fade_field,
            Field(theme, self.tr("Time to settle before it begins"), self._delay),
            self._bell,
            self._captions,
        ):
            rows.addWidget(widget)
        self._voice_field.setVisible(self._has_voices)
        background.setVisible(bool(soundscapes))

    def _connect(self) -> None:
        for row in (self._guidance, self._silence, self._voice, self._rate):
            row.chosen.connect(self._gather)
        self._background.chosen.connect(self._gather)
        for times in (self._fade, self._delay):
            times.chosen.connect(self._gather)
        for level in (self._background_volume, self._voice_volume):
            level.changed.connect(self._gather)
        for tick in (self._bell, self._captions):
            tick.toggled.connect(self._gather)

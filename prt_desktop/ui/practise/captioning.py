"""Which words the caption shows: the cue's, the person's own sentence, or that it begins soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from prt_desktop.audio.session import Session
    from prt_desktop.ui.practise.stage import Stage

_REST_AFTER_MS = 1_500
_OWN_AFTER_MS = 700
_BEFORE = -1


class Captioning:
    """Keeps the caption and the transcript's mark where the session is.

    Without a voice for them the words are shown even where captions are `wanted` off. The
    person's own sentence comes in the silence after its cue.
    """

    def __init__(self, session: Session, stage: Stage, *, wanted: bool) -> None:
        self.wanted = wanted
        self._session = session
        self._stage = stage
        self._shown: tuple[int, bool] | None = None

    @property
    def words(self) -> str:
        """Give the words that belong here."""
        index, own = self._now()
        if index == _BEFORE:
            return _tr("Begins in a moment")
        return self._session.span.own_sentence if own else self._session.span.text

    @property
    def is_voiceless(self) -> bool:
        """Say whether nobody speaks these words."""
        session = self._session
        return not session.has_sound or session.span.clip_id in session.missing

    def show_anew(self) -> None:
        """Show the words even if they are shown already, since something else changed."""
        self._shown = None
        self.show()

    def show(self) -> None:
        """Show the words of where the session is, calmer once they have been spoken."""
        now = self._now()
        if now != self._shown:
            self._shown = now
            self._show(now[0])
        spoken_until_ms = self._session.span.speech_end_ms + _REST_AFTER_MS
        spoken = self._session.position_ms > spoken_until_ms
        self._stage.caption.set_resting(resting=spoken and not now[1])

    def tell(self, *, resting: bool) -> None:
        """Let a screen reader find the words while no voice speaks them."""
        told = resting or self.is_voiceless
        self._stage.caption.tell(self.words if told else "")

    def _show(self, index: int) -> None:
        voiceless, stage = self.is_voiceless, self._stage
        stage.show_captions(shown=self.wanted or voiceless, wanted=self.wanted)
        stage.caption.show_text(self.words)
        stage.transcript.mark(index)
        if voiceless:
            stage.caption.announce()
        else:
            stage.caption.tell("")

    def _now(self) -> tuple[int, bool]:
        """Give the cue, none before the first word, and whether it is the own sentence's turn."""
        session = self._session
        if session.position_ms < session.timeline.spans[0].start_ms:
            return _BEFORE, False
        span = session.span
        own = bool(span.own_sentence)
        return session.index, own and session.position_ms > span.speech_end_ms + _OWN_AFTER_MS


def _tr(text: str) -> str:
    return QCoreApplication.translate("Playing", text)

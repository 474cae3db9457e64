"""A practice as it was chosen, in the words of what renders it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.timeline import Frame
from prt_desktop.practices import is_own

if TYPE_CHECKING:
    from prt_desktop.rendering import Wish
    from prt_desktop.ui.practise.offers import Offer


def wish_of(offer: Offer, length_ms: int, *, own_sentences: bool) -> Wish:
    """Wish for an offer as it would be played; what goes on without an end gets this length."""
    from prt_desktop.rendering import Wish  # noqa: PLC0415 - imports numpy: for a thread

    choices, soundscape = offer.choices, offer.wish.soundscape
    return Wish(
        offer.exercise.id,
        length_ms,
        voice=None if is_own(offer.exercise) else choices.voice,
        guidance=choices.guidance.value,
        silence=choices.silence,
        soundscape=soundscape.id if soundscape is not None else None,
        rate=choices.rate,
        movement=choices.movement or None,
        frame=Frame(choices.delay_s * 1000, choices.bell),
        fade_ms=choices.fade_s * 1000,
        background_volume=choices.background_volume,
        own_sentences=own_sentences,
    )

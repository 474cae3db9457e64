"""Safety sentences of one's own while they are written, beside a practice or in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.diary import MOST_OWN_SENTENCES
from prt_desktop.domain.form_draft import FormDraft

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def sentences_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the sentences in the places, each on one line, without empty ones and doubles."""
    lines = (" ".join(text.split()) for text in texts)
    return tuple(dict.fromkeys(line for line in lines if line))


def draft_of(texts: Sequence[str], kept: tuple[str, ...]) -> FormDraft:
    """Make the draft of what stands in the places; an empty one where that is what is kept."""
    if sentences_in(texts) == kept:
        return FormDraft()
    return FormDraft({str(place): text for place, text in enumerate(texts)})


def texts_to_show(draft: FormDraft | None, kept: tuple[str, ...]) -> tuple[str, ...]:
    """Give what each place is to show: what is half-written, else what is kept."""
    if draft is not None and not draft.is_empty:
        return tuple(draft.text(str(place)) for place in range(MOST_OWN_SENTENCES))
    return (*kept, *("",) * MOST_OWN_SENTENCES)[:MOST_OWN_SENTENCES]

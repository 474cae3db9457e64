"""Words left half-written in a form that has no draft of its own: kept with the diary's draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.form_draft import Form
from prt_desktop.storage.drafts import DRAFT_NAMES
from prt_desktop.ui.practise.tools.private_edit import PrivateEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.journal import Journal


def keep_left_words(within: QWidget, journal: Journal) -> None:
    """Put what was typed and lies in no draft and no entry below the draft of the diary.

    What may fade is never taken. Raises StorageError.
    """
    known = [*_kept_in_drafts(journal), *(entry.text for entry in journal.entries())]
    left = [text for text in _typed(within) if not any(text in one for one in known)]
    if left:
        journal.drafts.add_below(*left)


def _typed(within: QWidget) -> Iterator[str]:
    for edit in within.findChildren(QPlainTextEdit):
        text = edit.toPlainText().strip()
        if text and edit.document().isModified() and not isinstance(edit, PrivateEdit):
            yield text


def _kept_in_drafts(journal: Journal) -> Iterator[str]:
    for tool in DRAFT_NAMES:
        draft = journal.drafts.get(tool)
        if draft is not None:
            yield draft.text
            yield from draft.details.texts if draft.details is not None else ()
    for form in Form:
        half_filled = journal.drafts.get(form)
        yield from half_filled.fields.values() if half_filled is not None else ()

"""Every error the program raises on purpose, drawn as one tree.

Each carries one sentence a person can act on: what happened, what is safe, what to do next.
"""

from __future__ import annotations

_TENTH_MS = 6_000  # a tenth of a minute, to which a range is drawn inward


class PrtError(Exception):
    """The root: `str(error)` is a sentence fit to be shown."""


class ContentError(PrtError):
    """An asset that cannot be used as it stands."""


class LengthRefusedError(PrtError):
    """A wanted length outside what the exercise's cues and pauses can fill."""

    def __init__(self, wanted_ms: int, shortest_ms: int, longest_ms: int) -> None:
        self.wanted_ms = wanted_ms
        self.shortest_ms = shortest_ms
        self.longest_ms = longest_ms
        super().__init__(
            f"{round(wanted_ms / 60_000, 2):g} minutes cannot be filled well: choose between "
            f"{-(-shortest_ms // _TENTH_MS) / 10:g} and {longest_ms // _TENTH_MS / 10:g} minutes."
        )


class GateClosedError(PrtError):
    """A practice that waits for something, such as a clinician's check."""


class StorageError(PrtError):
    """Something a person wrote could not be saved or read."""


class JournalUnreadableError(StorageError):
    """The journal file is there but cannot be read; it is left exactly as it is."""


class NewerFormatError(StorageError):
    """A file written by a newer version, which this one refuses to rewrite."""


class JournalBusyError(StorageError):
    """Another process holds the journal for longer than we are willing to wait."""


class GoneError(StorageError):
    """What was to be changed is not there any more."""

    def __init__(self) -> None:
        super().__init__(
            "This was taken away meanwhile, perhaps in another window or on another computer. "
            "Nothing was changed."
        )


class JournalChangedError(StorageError):
    """Another program replaced the journal while it was being saved; nothing was overwritten."""

    def __init__(self) -> None:
        super().__init__(
            "Another program, such as one that keeps folders in step, changed the journal just "
            "now. Nothing was overwritten. Save again."
        )


class VaultLockedError(StorageError):
    """The journal lies in a vault that is locked; nothing of it can be read or written."""

    def __init__(self) -> None:
        super().__init__(
            "The diary is locked. Nothing was written and nothing was changed. Unlock it with your "
            "passphrase, then try again."
        )


class WrongKeyError(StorageError):
    """A passphrase or a recovery key that does not open the vault; nothing was changed."""


class VaultDamagedError(JournalUnreadableError):
    """A part of the vault that was changed or cut; it is left exactly as it is."""


class PersonError(StorageError):
    """A name that nobody has here, or that cannot be given; nothing was changed."""


class BackupError(StorageError):
    """A file that cannot be used as a backup; neither it nor the journal was changed."""


class SoundError(PrtError):
    """Sound could not be composed or played; the rest of the program works on."""


class AudioFileError(SoundError):
    """A person's own file that cannot become an exercise; nothing of it was kept."""


class ImportStoppedError(PrtError):
    """An import that the person stopped; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("Adding this file was stopped. Nothing was added.")


class NoRemindersError(PrtError):
    """There is no reminder that a calendar could give."""

    def __init__(self) -> None:
        super().__init__(
            "There is no reminder to write into a calendar: none was chosen, or all lie in the "
            "quiet hours. Choose a time in the settings, under Reminders."
        )


class DiaryFileError(PrtError):
    """A file that cannot be read as entries; nothing of it was kept."""

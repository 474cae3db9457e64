"""Sound files out of the program and into it, for whoever works in a thread of its own.

What is heavy is imported where it is called, so that the window's thread never waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.paths import Places
    from prt_desktop.phone_pack import Pack
    from prt_desktop.rendering import Wish
    from prt_desktop.storage.seal import Seal

Progress = Callable[[int, int], None]
"""Is told how many ms of sound are done of how many."""

Cancelled = Callable[[], bool]
"""Is asked every few seconds of sound whether to stop."""


class SoundFiles:
    """Writes sessions and packs and takes in recordings, for one person."""

    def __init__(
        self,
        assets: Path,
        where: Places,
        now: Callable[[], datetime],
        newest_seal: Callable[[], Seal] | None = None,
    ) -> None:
        self._assets = assets
        self._where = where
        self._now = now
        self._newest_seal = newest_seal

    def save(self, wish: Wish, out: Path, progress: Progress, cancelled: Cancelled) -> bool:
        """Write a session with its captions beside it, whole or not at all; False if cancelled.

        Raises GateClosedError, ContentError, LengthRefusedError, SoundError and StorageError.
        """
        from prt_desktop.rendering import Rendering  # noqa: PLC0415 - heavy

        rendering = Rendering(self._assets, self._where, self._now, self._newest_seal)
        return rendering.write(wish, out, progress, cancelled)

    def pack(
        self,
        wishes: Sequence[Wish],
        country: str,
        out: Path,
        progress: Progress,
        cancelled: Cancelled,
    ) -> Pack | None:
        """Write a folder for the phone and say what is in it; None if cancelled.

        Raises GateClosedError or ContentError when nothing is left to write, SoundError and
        StorageError.
        """
        from prt_desktop.phone_pack import write_pack  # noqa: PLC0415 - heavy
        from prt_desktop.rendering import Rendering  # noqa: PLC0415

        rendering = Rendering(self._assets, self._where, self._now, self._newest_seal)
        return write_pack(rendering, wishes, country, out, progress, cancelled)

    def bring(
        self, source: Path, title: str, progress: Progress, cancelled: Cancelled, *, cut: bool
    ) -> Exercise:
        """Keep a sound file as an exercise, whole or cut at its silences, or not at all.

        Raises AudioFileError, ImportStoppedError, SoundError, ContentError and StorageError.
        """
        from prt_desktop.audio.importing import Watch  # noqa: PLC0415 - imports numpy
        from prt_desktop.own_exercises import import_file  # noqa: PLC0415
        from prt_desktop.storage.own_audio import OwnAudio  # noqa: PLC0415

        own = OwnAudio(self._where.data, self._now, self._newest_seal)
        return import_file(own, source, title, cut=cut, watch=Watch(progress, cancelled))

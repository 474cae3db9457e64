"""The tracks of one session: the one that is heard, and those it turned away from."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prt_desktop.audio.track import Track


class Tracks:
    """Keeps one track poured while it plays; those left behind stay until all are closed.

    A track that a player has just left may still be read by it, so it is not removed at once.
    """

    def __init__(self, track: Track) -> None:
        self._track = track
        self._left: list[Track] = []
        self._pouring: threading.Thread | None = None

    @property
    def missing(self) -> frozenset[str]:
        """The ids of clips of the present track that could not be played so far."""
        return frozenset(self._track.missing)

    def pour_from(self, position_ms: int) -> None:
        """Write what is heard in the ten seconds from a wall-clock position on."""
        self._track.pour_from(position_ms)

    def pour_rest(self, position_ms: int) -> None:
        """Begin to write everything else, in a thread; it is begun once for a track."""
        if self._pouring is None:
            self._pouring = threading.Thread(
                target=self._track.pour_rest, args=(position_ms,), name="pouring", daemon=True
            )
            self._pouring.start()

    def go_over(self, track: Track, position_ms: int) -> None:
        """Keep another track poured, if the one before was."""
        self._left.append(self._track)
        self._track = track
        if self._pouring is not None:
            self._left[-1].cancel()
            self._pouring.join()
            self._pouring = None
            self.pour_rest(position_ms)

    def close(self) -> None:
        """Stop pouring and remove every track."""
        for track in (*self._left, self._track):
            track.close()
        if self._pouring is not None:
            self._pouring.join()

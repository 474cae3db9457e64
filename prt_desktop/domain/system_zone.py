"""The zone of this machine's clock: its rules without its name, which no system gives alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class SystemZone(tzinfo):
    """Tells what the clock on the wall shows, by the rules that the machine keeps.

    A time that summer time leaves out counts by the clock before it; one that comes twice is
    the first one, or with `fold` the second.
    """

    def utcoffset(self, wall: datetime | None, /) -> timedelta | None:
        """Say how far this wall clock is ahead of UTC; None only for no time at all."""
        if wall is None:
            return None
        bare = wall.replace(tzinfo=None)
        return bare - datetime.fromtimestamp(bare.timestamp(), UTC).replace(tzinfo=None)

    def dst(self, _wall: datetime | None, /) -> timedelta | None:
        """Say that it is not known how much of that is summer time."""
        return None

    def tzname(self, _wall: datetime | None, /) -> str:
        """Give a name for messages."""
        return "local"

    def fromutc(self, moment: datetime, /) -> datetime:
        """Give what the wall clock shows at a moment."""
        here = moment.replace(tzinfo=UTC).astimezone()
        wall = here.replace(tzinfo=self, fold=0)
        return wall if self.utcoffset(wall) == here.utcoffset() else wall.replace(fold=1)

"""What this desktop offers a running session; made when a session first plays."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.desktop.media_controls import MediaControls
from prt_desktop.desktop.silent_controls import SilentControls
from prt_desktop.desktop.silent_inhibitor import SilentInhibitor
from prt_desktop.desktop.suspend_inhibitor import SuspendInhibitor

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from prt_desktop.desktop.notifications import Notifications


@dataclass(frozen=True)
class DesktopOffers:
    """Where a session is shown outside the window, and what keeps the machine awake for it."""

    controls: MediaControls
    inhibitor: SuspendInhibitor


def silent_offers() -> DesktopOffers:
    """Give the silent twins: nothing is shown, and the machine suspends as it would."""
    return DesktopOffers(SilentControls(), SilentInhibitor())


def offers_of_this_desktop(parent: QObject) -> DesktopOffers:
    """Give what this system has; it lives as long as `parent`."""
    if sys.platform == "linux":
        return _offers_of_linux(parent)
    if sys.platform == "win32":
        return DesktopOffers(SilentControls(), _inhibitor_of_windows())
    if sys.platform == "darwin":
        return DesktopOffers(SilentControls(), _inhibitor_of_a_mac())
    return silent_offers()


def notifications_of_this_desktop(parent: QObject) -> Notifications | None:
    """Give the service that shows notifications; None where the tray alone does."""
    if sys.platform != "linux":
        return None
    from prt_desktop.desktop.bus import Bus, session_address  # noqa: PLC0415
    from prt_desktop.desktop.bus_notifications import BusNotifications  # noqa: PLC0415

    return BusNotifications(Bus(session_address(), parent), parent)


def _offers_of_linux(parent: QObject) -> DesktopOffers:
    from prt_desktop.desktop.bus import Bus, session_address, system_address  # noqa: PLC0415
    from prt_desktop.desktop.inhibitor_holds import LoginHold, PortalHold  # noqa: PLC0415
    from prt_desktop.desktop.linux_inhibitor import LinuxInhibitor  # noqa: PLC0415
    from prt_desktop.desktop.mpris import MprisControls  # noqa: PLC0415

    session = Bus(session_address(), parent)
    system = Bus(system_address(), parent, takes_files=True)
    holds = (PortalHold(session), LoginHold(system, "block"), LoginHold(system, "delay"))
    return DesktopOffers(MprisControls(session, parent), LinuxInhibitor(holds, parent))


def _inhibitor_of_windows() -> SuspendInhibitor:
    if sys.platform != "win32":
        return SilentInhibitor()
    import ctypes  # noqa: PLC0415

    from prt_desktop.desktop.windows_inhibitor import WindowsInhibitor  # noqa: PLC0415

    return WindowsInhibitor(ctypes.windll.kernel32)


def _inhibitor_of_a_mac() -> SuspendInhibitor:
    from prt_desktop.desktop.mac_inhibitor import power_of_this_mac  # noqa: PLC0415

    try:
        return power_of_this_mac()
    except OSError:
        return SilentInhibitor()

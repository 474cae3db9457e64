"""Names of files that every system can keep, the FAT of a phone's card included."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def portable_name(title: str) -> str:
    """Give a name without an ending: no sign that FAT forbids, no device's name, never empty."""
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    name = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C")
    name = " ".join(name.split())[:LONGEST].strip(" .")
    if not name:
        return "Session"
    return f"{name} session" if _DEVICES.fullmatch(name) else name

"""About this program, as a page: what it is for, for whom not, its limits, and its end.

After EN 82304-1 (accompanying documents) and clinician.md 4; docs/safety-case.md says more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.export.page import section

if TYPE_CHECKING:
    from prt_desktop.export.page import Section

TITLE = "About this program"
PURPOSE = (
    "PRT Desktop is an education, self-reflection and practice companion, used alongside a "
    "clinician."
)


_FOR_AND_NOT = (
    section(
        "What it is for",
        "It is for adults whose pain has lasted for months. It has short lessons, practices to "
        "listen to, and a diary. It goes with care by people. It does not stand in for it.",
    ),
    section(
        "Who should not use it",
        "If you are under 18, this is not made for you.",
        "If a pain is new, gets worse, or no one has looked at it yet, see a doctor first.",
        "If you have lived through trauma, or know panic, psychosis or feeling unreal, look "
        "inward only with your therapist.",
        "If you are in danger or might harm yourself, use crisis help. This is no help line.",
    ),
)
_LIMITS = (
    section(
        "What it does not do",
        "It does not say what you have, and it does not judge a sign. It gives no score of you "
        "and no odds. It never tells you to stop a drug or a treatment.",
        "It cannot ring anyone. No one reads what you write here.",
        "It uses no network. So it does not know what has changed in the world since it was "
        "made: look at the dates beside the crisis numbers.",
    ),
    section(
        "Take care",
        "Do not listen while you drive, or in the bath. Stop when you feel dizzy or it gets too "
        "much. One key stops each practice.",
        "What is known so far comes from one trial: 151 volunteers with mild-to-moderate back "
        "pain. Those given this therapy saw a doctor and therapists, and people who had made it "
        "ran the trial. What an app on its own can do is small, as far as is known.",
    ),
    section(
        "What it needs",
        "Linux, Windows or macOS, and sound if you want to hear the practices. All of it works "
        "by keyboard, and with a screen reader.",
    ),
)
_UPDATE = (
    "Make a backup in the settings first. Then get the new version where you got this one, and "
    "install it over the old one. Your diary stays."
)
_ERASE = "Erase all in the settings, or delete this folder and the backups you made:"


def about_page(version: str, data_folder: str) -> tuple[Section, ...]:
    """Give the page for this version, whose data lie in `data_folder`."""
    return (
        section("", PURPOSE),
        *_FOR_AND_NOT,
        *_LIMITS,
        section("How to update", _UPDATE),
        section("How to erase", _ERASE, data_folder, "Then remove the program as you do others."),
        section(
            "Version and maker",
            f"PRT Desktop, version {version}. Made by the PRT Desktop contributors. It is free to "
            "use and to share under the Apache licence 2.0.",
            "Contact: write to the people from whom you got it. No doctor has reviewed it yet.",
        ),
    )

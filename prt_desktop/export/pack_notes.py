"""The page that explains a phone pack: what is in it, how to take it along, what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.export.page import Section, section

if TYPE_CHECKING:
    from collections.abc import Sequence


def pack_notes(sessions: Sequence[tuple[str, int]], left_out: Sequence[str]) -> tuple[Section, ...]:
    """Give the page for sessions (file name without ending, length in ms) and what is missing."""
    listed = [f"{name}: {_minutes(length_ms)}" for name, length_ms in sessions]
    missing = [section("Not in this folder", *left_out)] if left_out else []
    return (
        section("Sessions", *listed),
        *missing,
        section(
            "How to take it along",
            "Copy this folder to your phone, by cable, card or any way you already use. Any music "
            "player plays the .mp3 files.",
            "Beside each session lie its words: as .txt and .html to be read, and as .vtt, "
            "captions for players that show them. Nothing here needs a network.",
        ),
        section(
            "Before you listen",
            "Not while driving or in the bath. You can stop at any time.",
            "New, severe or changing pain belongs with a doctor or another clinician first. If "
            "something worries you, leave the session and have it looked at.",
            "These sessions do not diagnose, and they do not replace a doctor or a therapist. The "
            "questions that the program asks before a practice are not asked here, so answer them "
            "there first.",
            "Crisis help lies beside this page, with the days on which its numbers were seen.",
        ),
        section(
            "When you make it anew",
            "The program replaces this folder as long as no other files lie in it.",
        ),
    )


def _minutes(length_ms: int) -> str:
    minutes, seconds = divmod(length_ms // 1000, 60)
    return f"{minutes}:{seconds:02} minutes"

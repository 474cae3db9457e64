"""The single letters that work during a practice (WCAG 2.1.4); a lesson has two of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prt_desktop.storage.settings import Settings


class StageAct(StrEnum):
    """What a single letter can do during a practice."""

    LIGHTER = "lighter"
    TOO_MUCH = "too_much"
    FINE = "fine"
    ENOUGH = "enough"
    CAPTIONS = "captions"
    TRANSCRIPT = "transcript"


FIRST_KEYS: Mapping[StageAct, str] = {
    StageAct.LIGHTER: "L",
    StageAct.TOO_MUCH: "X",
    StageAct.FINE: "F",
    StageAct.ENOUGH: "E",
    StageAct.CAPTIONS: "C",
    StageAct.TRANSCRIPT: "T",
}


def chosen_keys(settings: Settings) -> dict[StageAct, str]:
    """Give the letter of each act as chosen; "" stands for none."""
    return {act: settings.stage_keys.get(act, first) for act, first in FIRST_KEYS.items()}


def working_keys(settings: Settings) -> dict[StageAct, str]:
    """Give the letters that work now: none where single letters are turned off."""
    keys = chosen_keys(settings) if settings.stage_letters else {}
    return {act: letter for act, letter in keys.items() if len(letter) == 1 and letter.isalnum()}


def with_letter(keys: Mapping[StageAct, str], act: StageAct, letter: str) -> dict[StageAct, str]:
    """Give an act another letter; whoever had it takes the old one in exchange."""
    letter = letter.strip().upper()[:1]
    changed = dict(keys)
    for other, taken in keys.items():
        if letter and taken == letter and other is not act:
            changed[other] = keys[act]
    changed[act] = letter if letter.isalnum() else ""
    return changed


def named(words: str, keys: Mapping[StageAct, str], act: StageAct) -> str:
    """Write the letter behind the words, where there is one."""
    letter = keys.get(act, "")
    return f"{words} ({letter})" if letter else words

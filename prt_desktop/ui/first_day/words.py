"""What the three screens of the first day say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.first_day import Screen

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ScreenWords:
    """A screen: its title, its paragraphs, the way on, and what may be done beside it.

    Each paragraph has a short heading, or "" for none; `beside` is "" where there is nothing.
    """

    title: str
    paragraphs: tuple[tuple[str, str], ...]
    way_on: str
    beside: str = ""


def screen_words(screen: Screen, folder: Path, *, in_vault: bool) -> ScreenWords:
    """Find the words of a screen."""
    if screen is Screen.WELCOME:
        return _welcome()
    if screen is Screen.DATA:
        return _data(folder, in_vault=in_vault)
    return _safety()


def where(screen: Screen) -> str:
    """Say which of the three screens it is."""
    order = list(Screen)
    return _tr("The first day, screen %d of %d") % (order.index(screen) + 1, len(order) - 1)


def _welcome() -> ScreenWords:
    return ScreenWords(
        _tr("Welcome"),
        (
            (
                _tr("What this is"),
                _tr(
                    "A companion for people whose pain has stayed. It has short lessons, guided "
                    "practices, and a diary. They are there to help you meet pain, and other "
                    "sensations, with a little less fear. You go at your own pace."
                ),
            ),
            (
                _tr("What this is not"),
                _tr(
                    "It is no doctor, and it finds no illness. It promises no cure. It does not "
                    "take the place of a clinician; it is meant to go beside one. It is made for "
                    "adults. Please do not use it while you drive or bathe."
                ),
            ),
        ),
        _tr("Go on"),
    )


def _data(folder: Path, *, in_vault: bool) -> ScreenWords:
    kept = (
        _tr("Where your words live"),
        _tr(
            "On this computer alone, in %s. There is no account, and nothing is sent anywhere. "
            "Nobody is told what you write, so nobody here can call for help for you."
        )
        % folder,
    )
    if in_vault:
        done = (_tr("Protected"), _tr("Your words lie under your passphrase now."))
        return ScreenWords(_tr("Your diary is yours"), (kept, done), _tr("Go on"))
    ask = (
        _tr("Protect it with a passphrase?"),
        _tr(
            "Do others use this computer? With a passphrase, they cannot read what you write. If "
            "you are not sure, go on: you can do it later in the settings."
        ),
    )
    return ScreenWords(
        _tr("Your diary is yours"),
        (kept, ask),
        _tr("Go on without one"),
        _tr("Protect it now"),
    )


def _safety() -> ScreenWords:
    return ScreenWords(
        _tr("Safety first"),
        (
            (
                _tr("Two short pages of questions"),
                _tr(
                    "They ask about signs that are rare, and that a doctor should look at. It "
                    "takes about two minutes. If you leave them for later, they come before your "
                    "first practice. Lessons, soothing and the diary are open now."
                ),
            ),
            (
                _tr("Help, at any time"),
                _tr("F1 opens crisis help from everywhere: numbers to ring, and what to do."),
            ),
        ),
        _tr("Open the first page"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstDay", text)

"""The words of a bad day: short, kind, and nothing to be solved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.good_day import Sender

if TYPE_CHECKING:
    from prt_desktop.domain.good_day import Message


LOOK_BACK = "look-back"
"""What the pane takes to ask, a day later, what else was going on."""


def message_title(message: Message) -> str:
    """Say whom a message is from."""
    if message.sender is Sender.MYSELF:
        return _tr("From you, on a good day")
    if message.who.strip():
        return _tr("From %s, for you") % message.who.strip()
    if message.sender is Sender.CLINICIAN:
        return _tr("From your clinician, for you")
    return _tr("From a friend, for you")


def full_line() -> str:
    """Say what somebody may do who can be curious."""
    return _tr("Then you can look at it, for as long as you like. You can stop at any time.")


def short_line() -> str:
    """Say what somebody may do who can only just be curious."""
    return _tr(
        "A short one goes to and fro: a few breaths at the sensation, a few at a place that feels "
        "all right. You can stop at any time."
    )


def soothing_line() -> str:
    """Say that stepping away is part of it."""
    return _tr(
        "To step away when it is too much is part of the way. What helps you most days is fine "
        "too. So is taking your medicine as it was given to you, or a call to someone."
    )


def waiting_line() -> str:
    """Say why only soothing is offered, where something waits for a doctor."""
    return _tr("Looking at it waits until a doctor has had a look. Soothing is always open.")


def small_things() -> tuple[str, ...]:
    """Give things so small and normal that they need no strength."""
    return (
        _tr("Drink a glass of water"),
        _tr("Open a window and look out"),
        _tr("Wash your face or hands with warm water"),
        _tr("Put on a song you like"),
        _tr("Make a cup of tea"),
        _tr("Write two words to someone"),
        _tr("Put one thing back in its place"),
        _tr("Step out of the door for a minute"),
    )


def next_thing_line() -> str:
    """Ask for the smallest thing, and nothing more."""
    return _tr("Pick one, or do one of your own. It need not help. It is just the next thing.")


def end_line() -> str:
    """Let somebody go, without a look for causes today."""
    return _tr(
        "That is enough for now. You need not find out why today. Tomorrow or later, Today will "
        "ask you once, in one line, what else was going on. You can pass."
    )


def look_back_line() -> str:
    """Ask, a day later, in one line."""
    return _tr(
        "Now that it is past: what else was going on around that time? One line is enough, and "
        "none is fine too."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("BadDay", text)

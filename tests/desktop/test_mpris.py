"""Media controls on a real bus keep the contract, and the words and types of MPRIS."""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from jeepney import DBusAddress, HeaderFields

from prt_desktop.desktop.bus import Bus
from prt_desktop.desktop.media_controls import NowPlaying, Playback
from prt_desktop.desktop.mpris import NAME, MprisControls
from prt_desktop.desktop.mpris_description import DESCRIPTION, PATH, PLAYER, PROPERTIES, ROOT, TAKES
from prt_desktop.desktop.mpris_object import ROOT_PROPERTIES
from tests.desktop.controls_contract import LENGTH_MS, ControlsContract, Desk, Seen
from tests.desktop.private_bus import PATIENCE_MS, PATIENCE_S, Client
from tests.desktop.wishing import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jeepney import Message
    from pytestqt.qtbot import QtBot

    from tests.desktop.private_bus import PrivateBus

MEMBERS = {
    "play": "Play",
    "pause": "Pause",
    "toggle": "PlayPause",
    "stop": "Stop",
    "next": "Next",
    "previous": "Previous",
}
SECOND_NAME = f"{NAME}.instance{os.getpid()}"


class MprisDesk:
    """Controls on a private bus, seen and driven by another program."""

    def __init__(self, bus: Bus, client: Client, qtbot: QtBot) -> None:
        self.bus = bus
        self.controls = MprisControls(bus)
        self.client = client
        self._qtbot = qtbot

    def seen(self) -> Seen | None:
        if not self.client.sees(NAME):
            return None
        told = {name: value for name, (_, value) in self.all_of(PLAYER).items()}
        metadata = {name: value for name, (_, value) in told["Metadata"].items()}
        length_us, title = metadata.get("mpris:length"), metadata["xesam:title"]
        length_ms = None if length_us is None else length_us // 1_000
        playback = Playback(told["PlaybackStatus"].lower())
        place_ms, volume = told["Position"] // 1_000, round(told["Volume"] * 100)
        return Seen(title, length_ms, playback, place_ms, volume)

    def press(self, wish: str, value: int | None) -> None:
        if wish == "raise":
            self.ask(ROOT, "Raise")
        elif wish == "seek" and value is not None:
            self.ask(PLAYER, "Seek", "x", value * 1_000)
        elif wish == "position" and value is not None:
            self.ask(PLAYER, "SetPosition", "ox", self.track(), value * 1_000)
        elif wish == "volume" and value is not None:
            self.ask(PROPERTIES, "Set", "ssv", PLAYER, "Volume", ("d", value / 100))
        else:
            self.ask(PLAYER, MEMBERS[wish])

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def ask(self, interface: str, member: str, signature: str = "", *body: Any) -> Message:
        return self.client.ask(DBusAddress(PATH, NAME, interface), member, signature or None, body)

    def all_of(self, interface: str) -> dict[str, tuple[str, Any]]:
        told: dict[str, tuple[str, Any]] = self.ask(PROPERTIES, "GetAll", "s", interface).body[0]
        return told

    def track(self) -> str:
        return str(self.all_of(PLAYER)["Metadata"][1]["mpris:trackid"][1])


@pytest.fixture
def mpris(daemon: PrivateBus, client: Client, qtbot: QtBot) -> Iterator[MprisDesk]:
    desk = MprisDesk(Bus(daemon.address), client, qtbot)
    yield desk
    desk.bus.close()
    desk.until(lambda: not client.sees(NAME))


@pytest.fixture
def showing(mpris: MprisDesk) -> MprisDesk:
    """Show a session."""
    mpris.controls.show(NowPlaying(LENGTH_MS))
    mpris.until(lambda: mpris.client.sees(NAME))
    return mpris


@pytest.fixture
def wishes(showing: MprisDesk) -> Wishes:
    wishes = Wishes()
    showing.controls.listen(wishes)
    return wishes


class TestMprisControls(ControlsContract):
    @pytest.fixture
    def desk(self, mpris: MprisDesk) -> Desk:
        return mpris


def error_of(answer: Message) -> str:
    """Give the name of an error, or nothing for an answer as hoped."""
    return str(answer.header.fields.get(HeaderFields.error_name, "")).rpartition(".")[2]


def test_properties_have_the_types_that_the_specification_asks_for(showing: MprisDesk) -> None:
    described = {
        (interface.get("name"), one.get("name")): one.get("type")
        for interface in ElementTree.fromstring(DESCRIPTION).iter("interface")
        for one in interface.iter("property")
    }

    told = {
        (interface, name): kind
        for interface in (ROOT, PLAYER)
        for name, (kind, _) in showing.all_of(interface).items()
    }

    assert told == described
    assert showing.all_of(PLAYER)["Metadata"][1] == {
        "mpris:trackid": ("o", "/org/prt_desktop/session/1"),
        "mpris:length": ("x", 420_000_000),
        "xesam:title": ("s", "Guided practice"),
    }


def test_what_is_described_is_what_is_answered() -> None:
    described = {
        (interface.get("name"), method.get("name")): "".join(
            str(one.get("type")) for one in method.iter("arg") if one.get("direction") == "in"
        )
        for interface in ElementTree.fromstring(DESCRIPTION).iter("interface")
        for method in interface.iter("method")
    }

    assert described == TAKES


def test_the_desktop_finds_the_window_and_cannot_quit_it(showing: MprisDesk) -> None:
    told = showing.all_of(ROOT)

    assert told == dict(ROOT_PROPERTIES)
    assert told["Identity"] == ("s", "PRT Desktop")
    assert told["DesktopEntry"] == ("s", "prt-desktop")
    assert told["CanQuit"] == ("b", False)
    assert told["CanRaise"] == ("b", True)


@pytest.mark.parametrize("name", ["CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek"])
def test_a_session_can_be_driven(showing: MprisDesk, name: str) -> None:
    answer = showing.ask(PROPERTIES, "Get", "ss", PLAYER, name)

    assert answer.body == (("b", True),)


def test_changes_are_told_and_a_place_alone_is_not(showing: MprisDesk) -> None:
    showing.client.listen(PATH)

    showing.controls.update(Playback.PLAYING, 0)
    showing.controls.update(Playback.PLAYING, 400)
    showing.controls.set_volume(60)
    showing.controls.set_volume(60)
    showing.controls.set_length(LENGTH_MS)
    showing.controls.seeked(61_000)
    showing.until(lambda: len(showing.client.heard()) >= 3)

    assert [signal.body for signal in showing.client.heard()] == [
        (PLAYER, {"PlaybackStatus": ("s", "Playing")}, []),
        (PLAYER, {"Volume": ("d", 0.6)}, []),
        (61_000_000,),
    ]
    seeked = showing.client.heard()[-1].header.fields
    assert (seeked[HeaderFields.member], seeked[HeaderFields.signature]) == ("Seeked", "x")


def test_the_next_session_is_another_track(showing: MprisDesk) -> None:
    before = showing.track()

    showing.controls.show(NowPlaying(LENGTH_MS))

    assert showing.track() != before


@pytest.mark.parametrize("place_us", [-1_000, (LENGTH_MS + 1) * 1_000])
def test_a_place_outside_is_ignored(showing: MprisDesk, wishes: Wishes, place_us: int) -> None:
    answer = showing.ask(PLAYER, "SetPosition", "ox", showing.track(), place_us)

    assert error_of(answer) == ""
    assert wishes.made == []


def test_every_place_of_a_session_without_an_end_can_be_gone_to(
    showing: MprisDesk, wishes: Wishes
) -> None:
    showing.controls.set_length(None)

    showing.ask(PLAYER, "SetPosition", "ox", showing.track(), 9_000_000_000)

    assert wishes.made == [("position", 9_000_000)]


def test_a_place_in_another_session_is_ignored(showing: MprisDesk, wishes: Wishes) -> None:
    answer = showing.ask(PLAYER, "SetPosition", "ox", "/org/prt_desktop/session/0", 1_000)

    assert error_of(answer) == ""
    assert wishes.made == []


@pytest.mark.parametrize(
    ("value", "percent"), [(1.7, 100), (-3.0, 0), (float("nan"), 0), (float("inf"), 100)]
)
def test_a_loudness_beyond_the_ends_is_drawn_in(
    showing: MprisDesk, wishes: Wishes, value: float, percent: int
) -> None:
    showing.ask(PROPERTIES, "Set", "ssv", PLAYER, "Volume", ("d", value))

    assert wishes.made == [("volume", percent)]


def test_a_rate_of_nothing_is_a_pause_and_others_are_ignored(
    showing: MprisDesk, wishes: Wishes
) -> None:
    showing.ask(PROPERTIES, "Set", "ssv", PLAYER, "Rate", ("d", 2.0))
    showing.ask(PROPERTIES, "Set", "ssv", PLAYER, "Rate", ("d", 0.0))

    assert wishes.made == [("pause", None)]


@pytest.mark.parametrize(
    ("error", "call"),
    [
        ("InvalidArgs", (PLAYER, "Seek", "s", "far")),
        ("InvalidArgs", (PLAYER, "Seek", "")),
        ("InvalidArgs", (PLAYER, "SetPosition", "x", 1)),
        ("NotSupported", (PLAYER, "OpenUri", "s", "file:///tmp/x")),
        ("UnknownMethod", (PLAYER, "Explode", "")),
        ("UnknownProperty", (PROPERTIES, "Get", "ss", PLAYER, "Colour")),
        ("UnknownInterface", (PROPERTIES, "Get", "ss", "org.example.None", "Colour")),
        ("UnknownInterface", (PROPERTIES, "GetAll", "s", "org.example.None")),
        ("InvalidArgs", (PROPERTIES, "Set", "ssv", PLAYER, "Volume", ("s", "loud"))),
        ("PropertyReadOnly", (PROPERTIES, "Set", "ssv", PLAYER, "Metadata", ("s", "x"))),
        ("PropertyReadOnly", (PROPERTIES, "Set", "ssv", ROOT, "Identity", ("s", "x"))),
    ],
)
def test_what_makes_no_sense_is_refused_and_asks_nobody(
    showing: MprisDesk, wishes: Wishes, error: str, call: tuple[Any, ...]
) -> None:
    answer = showing.ask(*call)

    assert error_of(answer) == error
    assert wishes.made == []
    assert showing.seen() is not None


def test_quitting_is_not_offered(showing: MprisDesk, wishes: Wishes) -> None:
    answer = showing.ask(ROOT, "Quit")

    assert error_of(answer) == ""
    assert wishes.made == []


def test_other_places_on_our_connection_hold_nothing(showing: MprisDesk) -> None:
    elsewhere = DBusAddress("/org/example", NAME, PLAYER)

    answer = showing.client.ask(elsewhere, "Play", None, ())

    assert error_of(answer) == "UnknownObject"


def test_a_taken_name_gives_a_second_one(
    mpris: MprisDesk, daemon: PrivateBus, qtbot: QtBot
) -> None:
    with Client(daemon.address, qtbot) as other:
        other.take(NAME)

        mpris.controls.show(NowPlaying(LENGTH_MS))

        mpris.until(lambda: other.sees(SECOND_NAME))


def test_two_taken_names_give_no_controls_and_one_line_in_the_log(
    mpris: MprisDesk, daemon: PrivateBus, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with Client(daemon.address, qtbot) as other:
        for name in (NAME, SECOND_NAME):
            other.take(name)

        for _ in range(2):
            mpris.controls.show(NowPlaying(LENGTH_MS))
            mpris.until(lambda: bool(caplog.messages))
            mpris.controls.hide()

    assert caplog.messages == ["the desktop's media controls cannot be had"]


def test_a_name_given_back_at_once_is_not_kept(mpris: MprisDesk) -> None:
    mpris.controls.show(NowPlaying(LENGTH_MS))
    mpris.controls.hide()
    mpris.controls.show(NowPlaying(LENGTH_MS))
    mpris.until(lambda: mpris.client.sees(NAME))
    mpris.controls.hide()

    mpris.until(lambda: not mpris.client.sees(NAME))


@pytest.mark.usefixtures("qapp")
def test_without_a_bus_nothing_is_shown_and_nobody_is_troubled(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    controls = MprisControls(Bus("unix:path=/nowhere/bus"))

    for _ in range(2):
        controls.show(NowPlaying(LENGTH_MS))
        controls.update(Playback.PLAYING, 1_000)
        controls.seeked(5_000)
        controls.hide()

    assert caplog.messages == ["there is no message bus: FileNotFoundError"]


def test_a_bus_that_dies_takes_the_controls_away_and_a_new_one_brings_them_back(
    mortal_daemon: PrivateBus, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    bus = Bus(mortal_daemon.address)
    controls = MprisControls(bus)
    controls.show(NowPlaying(LENGTH_MS))
    with qtbot.waitSignal(bus.lost, timeout=PATIENCE_MS):
        mortal_daemon.kill()
    controls.update(Playback.PLAYING, 1_000)
    controls.hide()

    mortal_daemon.start()
    controls.show(NowPlaying(LENGTH_MS))

    with Client(mortal_daemon.address, qtbot) as client:
        qtbot.waitUntil(lambda: client.sees(NAME), timeout=PATIENCE_MS)
    bus.close()
    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith("the message bus is gone")


def dbus_send(address: str, member: str, *arguments: str) -> str:
    """Ask with the bus's own program and give what it prints."""
    command = ["dbus-send", f"--bus={address}", "--print-reply", f"--dest={NAME}", PATH, member]
    ended = subprocess.run(
        [*command, *arguments], capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    return ended.stdout


@pytest.mark.skipif(not shutil.which("dbus-send"), reason="dbus-send is not installed")
def test_the_bus_own_program_reads_the_same_and_can_pause(
    showing: MprisDesk, wishes: Wishes, daemon: PrivateBus
) -> None:
    worker = ThreadPoolExecutor(1)
    read = worker.submit(dbus_send, daemon.address, f"{PROPERTIES}.GetAll", f"string:{PLAYER}")
    asked = worker.submit(dbus_send, daemon.address, f"{PLAYER}.PlayPause")
    showing.until(asked.done)
    worker.shutdown()

    lines = re.sub(r"\s+", " ", read.result())
    assert '"mpris:length" variant int64 420000000' in lines
    assert '"mpris:trackid" variant object path "/org/prt_desktop/session/1"' in lines
    assert '"PlaybackStatus" variant string "Stopped"' in lines
    assert wishes.made == [("toggle", None)]
    assert asked.result().startswith("method return")

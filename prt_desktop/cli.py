"""The command line: the same doors that tests, scripts and power users go through.

Nothing but the answer goes to stdout; whatever encoding that has, JSON is plain ASCII. Exit codes:
0 done, 1 a fault in the input said in one sentence, 2 wrong usage. Only the window, the tour and
the decoder of M4A import Qt.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from prt_desktop.core_dumps import leave_nothing_in_core_dumps
from prt_desktop.domain.errors import PrtError
from prt_desktop.paths import assets, places

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from prt_desktop.paths import Places
    from prt_desktop.storage.own_audio import OwnAudio

DONE, FAULT, STOPPED = 0, 1, 130
DECODE = "decode"
LARGEST = 1_000_000  # beyond it a number of minutes is no length any more
_GUIDANCE = ("full", "sparse", "cue_only", "cue-only", "silent")


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; argparse itself exits with 2 on wrong usage."""
    leave_nothing_in_core_dumps()
    _let_every_name_be_written()
    try:
        where = _window_alone(arguments)
        if where is not None:
            return _open_window(where)
        options = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace, Places], int] = options.run
        return run(options, _places(options))
    except PrtError as error:
        sys.stderr.write(f"{error}\n")
        return FAULT
    except KeyboardInterrupt:
        return STOPPED


def _let_every_name_be_written() -> None:
    """Write what the output's encoding lacks as an escape: what was done is told, not a fault."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # there is none where no console is
            stream.reconfigure(errors="backslashreplace")


def _window_alone(arguments: Sequence[str]) -> Places | None:
    """Give where things live when only the window is asked for.

    argparse costs 10 ms, a tenth of a bare window's start, so the plain start does without.
    """
    if not arguments:
        return places()
    if len(arguments) == 2 and arguments[0] == "--data-dir" and arguments[1][:1] not in {"", "-"}:
        return places(Path(arguments[1]))
    return None


def _places(options: argparse.Namespace) -> Places:
    where = places(options.data_dir)
    if options.person is None:
        return where
    from prt_desktop.storage.people import person_places  # noqa: PLC0415 - for those who share

    return person_places(where, options.person)


def _parser() -> argparse.ArgumentParser:
    import argparse  # noqa: PLC0415 - see _window_alone

    from prt_desktop.diary_commands import add_diary_commands  # noqa: PLC0415

    parser = argparse.ArgumentParser(
        prog="prt-desktop",
        description="A companion for Pain Reprocessing Therapy. Without a command, its window.",
    )
    parser.add_argument("--data-dir", type=Path, help="keep everything in this folder")
    parser.add_argument("--person", metavar="NAME", help="whose diary, by name or id; see `people`")
    parser.add_argument(
        "--demonstrate", action="store_true", help="open a window of which nothing is kept"
    )
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_reading_commands(commands)
    add_diary_commands(commands)
    _add_render(commands)
    _add_import(commands)
    reminders = commands.add_parser("reminders", help="write the reminders for a calendar")
    reminders.add_argument("--ics", type=Path, required=True, metavar="FILE")
    reminders.set_defaults(run=_reminders)
    people = commands.add_parser("people", help="list the people who have a diary here")
    people.set_defaults(run=_people)
    tour = commands.add_parser("tour", help="pictures of every pane with made-up data")
    tour.add_argument("--out", type=Path, required=True)
    tour.set_defaults(run=_tour)
    return parser


def _add_reading_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="read every asset and tell what is wrong")
    check.add_argument("folder", type=Path, nargs="?", help="another folder of assets")
    check.set_defaults(run=_check)
    for name, run in (("lessons", _lessons), ("exercises", _exercises)):
        listing = commands.add_parser(name, help=f"list the {name}")
        listing.add_argument("--json", action="store_true")
        listing.set_defaults(run=run)


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bring = commands.add_parser("import", help="keep a sound file as an exercise of your own")
    bring.add_argument("file", type=Path, help="WAV, FLAC, Ogg, MP3 or M4A")
    bring.add_argument("--title", default="", help="the file's name without this")
    bring.add_argument("--cut", action="store_true", help="in pieces, at silences from 2 s up")
    bring.set_defaults(run=_import)
    # Without help, so that it is not listed: it answers the program itself.
    decode = commands.add_parser(DECODE)
    decode.add_argument("file", type=Path)
    decode.set_defaults(run=_decode)


def _add_render(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    render = commands.add_parser("render", help="write a composed session to a file")
    render.add_argument("exercise")
    render.add_argument("--minutes", type=number_above_0, required=True)
    render.add_argument("--voice", help="the id of a voice; the first one without this")
    render.add_argument("--guidance", choices=_GUIDANCE, default="full")
    render.add_argument("--silence", type=number_from_half_to_3, default=1.0, help="0.5 to 3")
    render.add_argument("--rate", type=rate_of_speech, default=1.0, help="0.8 to 1.1")
    render.add_argument("--movement", metavar="ID", help="the movement of a graded practice")
    render.add_argument("--bell", action="store_true", help="ring at the beginning and the end")
    render.add_argument("--delay", type=seconds, default=0.0, metavar="SECONDS")
    render.add_argument("--soundscape", help="the id of a background")
    render.add_argument(
        "--fade", type=seconds_to_20, default=4.0, metavar="SECONDS", help="0 to 20"
    )
    render.add_argument("--background-volume", type=percentage, default=100, help="0 to 100")
    render.add_argument("--out", type=Path, required=True, help=".wav, .flac, .ogg or .mp3")
    render.set_defaults(run=_render)
    pack = commands.add_parser("phone-pack", help="write sessions and their words for a phone")
    pack.add_argument("--exercise", action="append", default=[], metavar="ID", help="repeatable")
    pack.add_argument("--minutes", type=number_above_0, help="for each, as far as it can be filled")
    pack.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    pack.set_defaults(run=_phone_pack)
    for command in (render, pack):
        command.add_argument(
            "--own-sentences", action="store_true", help="write your own sentences in the captions"
        )


def _window(options: argparse.Namespace, where: Places) -> int:
    if options.demonstrate:
        from prt_desktop.app import run_demonstration  # noqa: PLC0415 - needs Qt

        return run_demonstration(where, assets())
    return _open_window(where)


def _open_window(where: Places) -> int:
    from prt_desktop.quick_start import begin_quickly  # noqa: PLC0415 - needs Qt

    begin_quickly()
    from prt_desktop.app import run_window  # noqa: PLC0415 - the one way that needs Qt

    return run_window(where, assets())


def _reminders(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.reminder_files import write_calendar  # noqa: PLC0415
    from prt_desktop.storage.settings import SettingsFile  # noqa: PLC0415

    write_calendar(SettingsFile(where.data), options.ics, _now())
    return DONE


def _people(_options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.storage.people import People  # noqa: PLC0415

    people = People(where.root or where)
    last = people.last()
    for person in people.all():
        mark = "  (opened last)" if person == last else ""
        sys.stdout.write(f"{person.id}  {person.name or '-'}{mark}\n")
    return DONE


def _tour(options: argparse.Namespace, _where: Places) -> int:
    from prt_desktop.app import run_tour  # noqa: PLC0415 - needs Qt

    for picture in run_tour(options.out, assets()):
        sys.stdout.write(f"{picture}\n")
    return DONE


def _check(options: argparse.Namespace, _where: Places) -> int:
    from prt_desktop import listings  # noqa: PLC0415 - reads assets, which the window does itself

    faults, counts = listings.check(options.folder or assets())
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) if faults else f"{counts}\n")
    return FAULT if faults else DONE


def _lessons(options: argparse.Namespace, _where: Places) -> int:
    from prt_desktop import listings  # noqa: PLC0415 - see above

    sys.stdout.write(listings.lessons(assets(), as_json=options.json))
    return DONE


def _exercises(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop import listings  # noqa: PLC0415 - see above

    own = _own_audio(where)
    sys.stdout.write(listings.exercises(assets(), own, as_json=options.json))
    sys.stderr.write("".join(f"{sentence}\n" for sentence in own.unreadable))
    return DONE


def _import(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.audio.importing import Watch  # noqa: PLC0415 - imports numpy
    from prt_desktop.own_exercises import import_file  # noqa: PLC0415

    watch = Watch(_tell_progress)
    exercise = import_file(
        _own_audio(where), options.file, options.title, cut=options.cut, watch=watch
    )
    sys.stdout.write(f"{exercise.id}\n")
    return DONE


def _decode(options: argparse.Namespace, _where: Places) -> int:
    from prt_desktop.audio.qt_decoder import write_decoded  # noqa: PLC0415 - needs Qt

    return write_decoded(options.file, sys.stdout.buffer)


def _render(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.domain.timeline import Frame  # noqa: PLC0415 - see above
    from prt_desktop.rendering import Rendering, Wish  # noqa: PLC0415 - heavy

    wish = Wish(
        options.exercise,
        round(options.minutes * 60_000),
        options.voice,
        options.guidance.replace("-", "_"),
        options.silence,
        options.soundscape,
        options.rate,
        options.movement,
        Frame(round(options.delay * 1000), options.bell),
        round(options.fade * 1000),
        options.background_volume,
        options.own_sentences,
    )
    Rendering(assets(), where, _now).write(wish, options.out, _tell_progress)
    return DONE


def _phone_pack(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.phone_pack import usual_wishes, write_pack  # noqa: PLC0415 - heavy
    from prt_desktop.rendering import Rendering  # noqa: PLC0415
    from prt_desktop.storage.settings import SettingsFile  # noqa: PLC0415

    settings = SettingsFile(where.data).read()
    rendering = Rendering(assets(), where, _now)
    usual = usual_wishes(rendering, settings, options.exercise, options.minutes)
    wishes = [replace(one, own_sentences=options.own_sentences) for one in usual]
    pack = write_pack(rendering, wishes, settings.country, options.out, _tell_progress)
    if pack is not None:
        sys.stdout.write("".join(f"{name}\n" for name in pack.sessions))
        sys.stderr.write("".join(f"{one.title}: {one.why}\n" for one in pack.left_out))
    return DONE


def _own_audio(where: Places) -> OwnAudio:
    from prt_desktop.storage.own_audio import OwnAudio  # noqa: PLC0415 - imports filelock

    return OwnAudio(where.data, _now)


def _tell_progress(done_ms: int, length_ms: int) -> None:
    sys.stderr.write(f"\r{100 * done_ms // length_ms:3d} %")
    if done_ms >= length_ms:
        sys.stderr.write("\n")
    sys.stderr.flush()


def _now() -> datetime:
    return datetime.now().astimezone()


def number_above_0(text: str) -> float:
    """Read a number above 0; its name is what argparse shows when it refuses."""
    value = float(text)
    if not 0 < value < LARGEST:
        raise ValueError("a number above 0 is expected")
    return value


def number_from_half_to_3(text: str) -> float:
    """Read a silence factor; its name is what argparse shows when it refuses."""
    value = float(text)
    if not 0.5 <= value <= 3:
        raise ValueError("a number from 0.5 to 3 is expected")
    return value


def rate_of_speech(text: str) -> float:
    """Read a rate of speech; its name is what argparse shows when it refuses."""
    value = float(text)
    if not 0.8 <= value <= 1.1:
        raise ValueError("a number from 0.8 to 1.1 is expected")
    return value


def seconds(text: str) -> float:
    """Read a time of at most an hour; its name is what argparse shows when it refuses."""
    value = float(text)
    if not 0 <= value <= 3600:
        raise ValueError("a number from 0 to 3600 is expected")
    return value


def seconds_to_20(text: str) -> float:
    """Read the time of a fade; its name is what argparse shows when it refuses."""
    value = float(text)
    if not 0 <= value <= 20:
        raise ValueError("a number from 0 to 20 is expected")
    return value


def percentage(text: str) -> int:
    """Read a loudness; its name is what argparse shows when it refuses."""
    value = int(text)
    if not 0 <= value <= 100:
        raise ValueError("a whole number from 0 to 100 is expected")
    return value

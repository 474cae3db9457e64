"""Speaks the exercises and lessons: makes the clips whose text, voice or sounds have changed.

    python tools/narrate.py                        all exercises, all voices
    python tools/narrate.py --only somatic-tracking --voice heart
    python tools/narrate.py --lessons --out build/lessons
    python tools/narrate.py --dry-run              says what would be made

It may be stopped at any time; what is finished stays, and the next run goes on from there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checkout import ROOT
from narration.kokoro import Kokoro
from narration.manifest import ManifestError
from narration.model_files import ModelFileError
from narration.phonemes import PronunciationError
from narration.production import FIRST_GUESS_S_PER_PHONEME, Plan, Production, plan_script, said_time
from narration.scripts import (
    Script,
    ScriptError,
    exercise_scripts,
    lesson_scripts,
    read_pronunciations,
    read_voices,
)
from narration.sound import SoundFileError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from narration.scripts import Voice

AUDIO = ROOT / "assets" / "audio"
LESSONS = ROOT / "assets" / "lessons"
PRONUNCIATION = ROOT / "tools" / "pronunciation.toml"

EXPECTED_ERRORS = (
    ScriptError,
    ManifestError,
    ModelFileError,
    PronunciationError,
    SoundFileError,
)


def say(line: str) -> None:
    """Tell the person at the terminal what is being done."""
    print(line, flush=True)


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--only", metavar="ID", help="one exercise or lesson")
    parser.add_argument("--voice", metavar="V", help="one voice of voices.toml")
    parser.add_argument("--exercises", action="store_true", help="speak the exercises (default)")
    parser.add_argument("--lessons", action="store_true", help="speak the lessons")
    parser.add_argument("--dry-run", action="store_true", help="say what would be made, and stop")
    parser.add_argument("--threads", type=int, default=0, help="threads to use; 0: all cores")
    parser.add_argument("--out", type=Path, default=AUDIO, help="folder of the clips")
    return parser.parse_args(arguments)


def chosen_scripts(options: argparse.Namespace) -> list[Script]:
    """Find the scripts that the options ask for; raises ScriptError."""
    scripts: list[Script] = []
    if options.exercises or not options.lessons:
        scripts += exercise_scripts(AUDIO)
    if options.lessons:
        scripts += lesson_scripts(LESSONS)
    if options.only:
        scripts = [script for script in scripts if script.identifier == options.only]
    if not scripts:
        raise ScriptError(f"nothing to speak: no such text below {AUDIO} or {LESSONS}")
    return scripts


def chosen_voices(options: argparse.Namespace) -> list[Voice]:
    """Find the voices that the options ask for; raises ScriptError."""
    voices = read_voices(AUDIO / "voices.toml")
    chosen = [voice for voice in voices if options.voice in (None, voice.identifier)]
    if not chosen:
        names = ", ".join(voice.identifier for voice in voices)
        raise ScriptError(f"no voice is called {options.voice}; there are {names}")
    return chosen


def announce(plans: list[Plan], *, in_full: bool) -> None:
    """Say what each script needs, clip by clip where asked."""
    for plan in plans:
        say(
            f"{plan.script.identifier}: {len(plan.to_make)} of {len(plan.tasks)} clips to make,"
            f" {len(plan.gone)} to remove"
        )
        if in_full:
            for task in plan.to_make:
                say(f"  make {task.file} ({task.state})")
            for path in plan.gone:
                say(f"  remove {path.parent.name}/{path.name}")
    size = sum(task.size for plan in plans for task in plan.to_make)
    say(f"about {said_time(size * FIRST_GUESS_S_PER_PHONEME)} of work")


def narrate(options: argparse.Namespace) -> list[str]:
    """Plan, and unless it is a dry run make the clips; return what failed."""
    kokoro = Kokoro(read_pronunciations(PRONUNCIATION), options.threads)
    voices = chosen_voices(options)
    plans = [
        plan_script(script, voices, options.out, kokoro.phonemes)
        for script in chosen_scripts(options)
    ]
    announce(plans, in_full=options.dry_run)
    return [] if options.dry_run else Production(kokoro, say).carry_out(plans)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 0 when every clip is as it should be, 1 when not, 130 when stopped."""
    options = read_options(arguments)
    try:
        failures = narrate(options)
    except EXPECTED_ERRORS as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; what is finished stays, run it again to go on", file=sys.stderr)
        return 130
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

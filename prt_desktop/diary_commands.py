"""The commands that read and write the diary: note, export, backup, restore, import, sample."""

from __future__ import annotations

import sys
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import PrtError
from prt_desktop.version import VERSION

if TYPE_CHECKING:
    import argparse

    from prt_desktop.domain.csv_mapping import Field
    from prt_desktop.paths import Places

DONE = 0
DATES = ("day-first", "month-first")
_KINDS = ("note", "surprise", "did", "feeling")


def add_diary_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add what reads and writes the diary."""
    note = commands.add_parser("note", help="add a diary entry and print its id")
    note.add_argument("text")
    note.add_argument("--kind", choices=_KINDS, default="note")
    note.set_defaults(run=_note)
    export = commands.add_parser("export", help="write the diary to a file")
    export.add_argument("--format", choices=("json", "csv", "fhir"), required=True)
    export.add_argument("--out", type=Path, required=True)
    export.add_argument("--from", dest="first", type=date.fromisoformat, help="YYYY-MM-DD")
    export.add_argument("--to", dest="last", type=date.fromisoformat, help="YYYY-MM-DD")
    export.set_defaults(run=partial(_export, export))
    for name, words, run in (
        ("backup", "write everything private into one file", _backup),
        ("restore", "bring a backup back; what is there is kept aside", _restore),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument("file", type=Path, metavar="FILE")
        command.set_defaults(run=run)
    _add_import_diary(commands)
    sample = commands.add_parser("sample", help="fill an empty diary with made-up entries")
    sample.add_argument("--years", type=number_from_0_to_100)
    sample.set_defaults(run=_sample)


def _add_import_diary(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    take = commands.add_parser("import-diary", help="take in CSV, a backup, a journal or JSON")
    take.add_argument("file", type=Path, metavar="FILE", help="nothing in it comes in twice")
    take.add_argument(
        "--mapping",
        type=column_and_meaning,
        action="append",
        default=[],
        metavar="COLUMN=MEANING",
        help="repeatable; what is not named is guessed, and a dry run shows it",
    )
    take.add_argument("--dates", choices=DATES, help="how a date such as 3/11/2026 is meant")
    take.add_argument("--dry-run", action="store_true", help="tell what would come in, no more")
    take.set_defaults(run=_import_diary)


def _note(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.domain.diary import Entry, EntryKind, new_entry_id  # noqa: PLC0415
    from prt_desktop.storage.journal import Journal  # noqa: PLC0415 - imports TinyDB

    if not options.text.strip():
        raise PrtError("There is no text to keep. Write something after `note`.")
    entry = Entry(new_entry_id(), _now(), EntryKind(options.kind), options.text)
    Journal(where.data, _now).add(entry)
    sys.stdout.write(f"{entry.id}\n")
    sys.stdout.flush()
    return DONE


def _export(parser: argparse.ArgumentParser, options: argparse.Namespace, where: Places) -> int:
    if options.first and options.last and options.first > options.last:
        parser.error("--from is later than --to. Exchange the two days.")
    from prt_desktop.diary_files import DiaryFiles, Form  # noqa: PLC0415 - imports msgspec
    from prt_desktop.storage.journal import Journal  # noqa: PLC0415

    journal = Journal(where.data, _now)
    if options.out.resolve() == journal.path.resolve():
        raise PrtError("This file is the diary itself. Choose another name for the export.")
    files = DiaryFiles(journal, VERSION, _now)
    files.export(Form(options.format), options.out, options.first, options.last)
    return DONE


def _sample(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.domain import sample_plan, sample_sheet  # noqa: PLC0415
    from prt_desktop.domain.sample import sample_entries  # noqa: PLC0415
    from prt_desktop.storage.journal import Journal  # noqa: PLC0415

    journal = Journal(where.data, _now)
    if journal.entries():
        raise PrtError("This diary is not empty, so no made-up entries were added to it.")
    days = 28 if options.years is None else round(options.years * 365.25)
    now = _now()
    journal.add_all(sample_entries(now, days))
    for point in sample_sheet.sample_points(now, days):
        journal.points.keep(point)
    for belief in sample_sheet.sample_beliefs(now, days):
        journal.beliefs.keep(belief)
    for rung in sample_sheet.sample_rungs(now, days):
        journal.rungs.keep(rung)
    for message in sample_plan.sample_messages(now, days):
        journal.messages.keep(message)
    for review in sample_plan.sample_reviews(now):
        journal.reviews.keep(review)
    journal.setback_plans.keep(sample_plan.sample_setback_plan(now))
    return DONE


def _backup(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.backups import ask_in_terminal, write_backup  # noqa: PLC0415

    sys.stdout.write(f"{write_backup(where.data, options.file, _now, ask_in_terminal)}\n")
    return DONE


def _restore(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.backups import ask_in_terminal, bring_back  # noqa: PLC0415

    sys.stdout.write(f"{bring_back(where.data, options.file, _now, ask_in_terminal)}\n")
    return DONE


def _import_diary(options: argparse.Namespace, where: Places) -> int:
    from prt_desktop.backups import ask_in_terminal  # noqa: PLC0415
    from prt_desktop.diary_import import DiaryImport, Wish  # noqa: PLC0415 - msgspec

    wish = Wish(tuple(options.mapping), options.dates, is_dry=options.dry_run)
    told = DiaryImport(where.data, _now, ask_in_terminal).take(options.file, wish)
    sys.stdout.write("".join(f"{line}\n" for line in told.answer))
    sys.stderr.write("".join(f"{line}\n" for line in told.remarks))
    return DONE


def _now() -> datetime:
    return datetime.now().astimezone()


def number_from_0_to_100(text: str) -> float:
    """Read a number of years; its name is what argparse shows when it refuses."""
    value = float(text)
    if not 0 < value <= 100:
        raise ValueError("a number above 0, and at most 100, is expected")
    return value


def column_and_meaning(text: str) -> tuple[str, Field]:
    """Read what a column is; its name is what argparse shows when it refuses."""
    from prt_desktop.domain.csv_mapping import Field  # noqa: PLC0415

    column, parted, meaning = text.rpartition("=")
    if not parted or not column.strip():
        raise ValueError("a column's name, = and what it is are expected")
    return column.strip(), Field(meaning.strip().replace("-", "_"))

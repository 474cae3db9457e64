"""The list of finished clips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from narration.manifest import ClipRecord, Manifest, ManifestError, read_manifest

if TYPE_CHECKING:
    from pathlib import Path

RECORD = ClipRecord("heart/a.ogg", "ab", "cd", 1200, -19.0, -1.6, ((80, 500), (1500, 1120)))


def test_a_saved_manifest_reads_back_the_same(tmp_path: Path) -> None:
    saved = Manifest(tmp_path / "manifest.json", {"heart": {"a": RECORD, "b.instead": RECORD}})

    saved.save(("a", "b.instead"))

    assert read_manifest(tmp_path) == saved


def test_clips_stand_in_the_order_of_the_script(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "manifest.json", {"heart": {"a": RECORD, "z": RECORD}})

    manifest.save(("z", "a"))

    assert list(read_manifest(tmp_path).clips["heart"]) == ["z", "a"]


def test_each_clip_has_a_line_of_its_own(tmp_path: Path) -> None:
    Manifest(tmp_path / "manifest.json", {"heart": {"a": RECORD, "b": RECORD}}).save(("a", "b"))

    lines = (tmp_path / "manifest.json").read_text("utf-8").splitlines()

    assert sum("heart/a.ogg" in line for line in lines) == 2


def test_saving_leaves_nothing_else_behind(tmp_path: Path) -> None:
    Manifest(tmp_path / "manifest.json", {"heart": {"a": RECORD}}).save(("a",))

    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_a_folder_without_a_manifest_begins_an_empty_one(tmp_path: Path) -> None:
    assert read_manifest(tmp_path).clips == {}


@pytest.mark.parametrize(
    "text", ["", "{", '{"format": 1}', '{"format": 1, "clips": {"heart": {"a": {}}}}', "[]"]
)
def test_a_broken_manifest_is_an_error_and_never_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, "utf-8")

    with pytest.raises(ManifestError, match="cannot be read"):
        read_manifest(tmp_path)


def test_a_manifest_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"format": 2, "clips": {}}', "utf-8")

    with pytest.raises(ManifestError, match="format 2 is not known"):
        read_manifest(tmp_path)

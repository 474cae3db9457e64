"""A sound server of one's own, what is heard on its devices, and `paplay` to compare with."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 24_000
SAMPLE_BYTES = 2
DEVICE = "prt"
QT_BUFFER_MS = 110
START_WITHIN_S = 20.0
ANSWER_WITHIN_S = 10.0
MISSING = "the program pulseaudio is not installed (Debian: pulseaudio pulseaudio-utils)"


def is_installed() -> bool:
    """Say whether a sound server can be started here."""
    return all(shutil.which(program) for program in ("pulseaudio", "pactl", "parec", "paplay"))


class PulseServer:
    """A PulseAudio server in a folder of its own, without any device until one is loaded.

    A device is a null sink: it sounds nowhere and moves by the clock. Its recorder must be
    attached before something plays, else it moves in steps of up to two seconds.
    """

    def __init__(self) -> None:
        # Under /tmp by name: the path of a socket may be 107 bytes long.
        self.folder = Path(tempfile.mkdtemp(prefix="prt-pulse-", dir="/tmp"))
        self._modules: dict[str, str] = {}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program that shall play here."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PULSE_")}
        return {**kept, "XDG_RUNTIME_DIR": str(self.folder), "HOME": str(self.folder)}

    @property
    def address(self) -> str:
        """Where this server is found, as `PULSE_SERVER` has it."""
        return f"unix:{self.folder / 'pulse' / 'native'}"

    @property
    def without_server(self) -> dict[str, str]:
        """The environment of a program that finds no sound server at all."""
        nowhere = self.folder / "nowhere"
        nowhere.mkdir(mode=0o700, exist_ok=True)
        return {**self.environment, "XDG_RUNTIME_DIR": str(nowhere)}

    def start(self) -> None:
        """Start the server; it answers when this returns."""
        command = ["pulseaudio", "-n", "--daemonize=yes", "--exit-idle-time=-1", "--realtime=no"]
        command += ["-L", "module-native-protocol-unix"]
        subprocess.run(
            command,
            env=self.environment,
            check=True,
            timeout=START_WITHIN_S,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        """End the server at once, as a crash does."""
        pid_file = self.folder / "pulse" / "pid"
        if pid_file.exists():
            pid = int(pid_file.read_text())
            pid_file.unlink()
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                return

    def add_device(self, name: str) -> None:
        """Plug in a device."""
        self._modules[name] = self._ask("load-module", "module-null-sink", f"sink_name={name}")

    def add_microphone(self, device: str) -> None:
        """Plug in a microphone that hears what sounds on a device; it goes with the device."""
        # What a monitor hears is no microphone to Qt, but a copy of it is.
        self._ask(
            "load-module", "module-remap-source", "source_name=mic", f"master={device}.monitor"
        )

    def remove_device(self, name: str) -> None:
        """Pull a device out."""
        self._ask("unload-module", self._modules.pop(name))

    def paplay(self, file: Path, device: str) -> subprocess.Popen[bytes]:
        """Let the server's own player play a file, with a buffer as short as Qt's."""
        command = ["paplay", f"--latency-msec={QT_BUFFER_MS}", "-d", device, str(file)]
        return subprocess.Popen(command, env=self.environment)

    def _ask(self, *words: str) -> str:
        answer = subprocess.run(
            ["pactl", *words],
            env=self.environment,
            check=True,
            timeout=ANSWER_WITHIN_S,
            capture_output=True,
            text=True,
        )
        return answer.stdout.strip()


class Recorder:
    """Keeps what is heard on a device from now on: mono, 16 bit, 24 kHz, timed by our clock."""

    def __init__(self, server: PulseServer, device: str) -> None:
        command = ["parec", "-d", f"{device}.monitor", "--latency-msec=10", "--format=s16le"]
        self._parec = subprocess.Popen(
            [*command, f"--rate={RATE}", "--channels=1"],
            env=server.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._bytes = bytearray()
        self._begun_s = float("inf")
        self._heard = threading.Event()
        self._reading = threading.Thread(target=self._read, name="recorder", daemon=True)
        self._reading.start()
        if not self._heard.wait(START_WITHIN_S):
            self.stop()
            raise TimeoutError(f"nothing was recorded from {device}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    @property
    def samples(self) -> NDArray[np.float64]:
        """What was heard so far, from -1 to 1."""
        whole = len(self._bytes) // SAMPLE_BYTES * SAMPLE_BYTES
        return np.frombuffer(bytes(self._bytes[:whole]), "<i2").astype(np.float64) / 32_768

    def index_at(self, monotonic_s: float) -> int:
        """Give the index of the sample that was heard at a time of `time.monotonic`."""
        return max(0, round((monotonic_s - self._begun_s) * RATE))

    def index_now(self) -> int:
        """Give the index of the next sample: a place that stays, however long is recorded.

        The server's clock and ours drift apart; over half an hour `index_at` of a time long past
        is off by seconds.
        """
        return len(self._bytes) // SAMPLE_BYTES

    def since(self, monotonic_s: float) -> NDArray[np.float64]:
        """Give what was heard from a time on."""
        return self.samples[self.index_at(monotonic_s) :]

    def stop(self) -> None:
        """Stop recording; what was heard stays."""
        self._parec.terminate()
        self._parec.wait(ANSWER_WITHIN_S)
        self._reading.join(ANSWER_WITHIN_S)
        if self._parec.stdout:
            self._parec.stdout.close()

    def _read(self) -> None:
        """Take in the sound; the chunk that came soonest tells best when sample 0 was heard."""
        assert self._parec.stdout is not None
        while chunk := os.read(self._parec.stdout.fileno(), 65_536):
            self._bytes += chunk
            heard_s = len(self._bytes) / SAMPLE_BYTES / RATE
            self._begun_s = min(self._begun_s, time.monotonic() - heard_s)
            self._heard.set()

"""Processes and what they cost: CPU to the microsecond, memory, and the load of the machine beside every figure."""

import atexit
import math
import os
import signal
import socket
import subprocess
import time
from pathlib import Path


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def load() -> float:
    """Processes that ran or wanted to, averaged over a minute: those of the measurement are among them."""
    return os.getloadavg()[0]


def percentile(values: list[float], share: float) -> float:
    """The smallest value that `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


class Process:
    """A program under measurement; its output goes to a file."""

    def __init__(self, name: str, command: list[object], folder: Path, env: dict[str, str] | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name, self.log = name, folder / f"{name}.log"
        out = self.log.open("wb")
        self.child = subprocess.Popen(
            [str(part) for part in command], cwd=folder, env=os.environ | (env or {}),
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )
        # Whatever goes wrong, nothing is left running.
        atexit.register(self.stop)

    def cpu(self) -> float:
        """Seconds of CPU of all threads, those that ended included, in user and kernel."""
        # The clock of a process, as clock_getcpuclockid(3) builds it.
        return time.clock_gettime((~self.child.pid << 3) | 2)

    def resident(self) -> float:
        """MiB."""
        status = Path(f"/proc/{self.child.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def until(self, words: str, seconds: float = 120) -> None:
        """Waits until it has written `words`."""
        deadline = time.monotonic() + seconds
        while words not in self.log.read_text(errors="replace"):
            if self.child.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.name} did not say {words!r}: see {self.log}")
            time.sleep(0.05)

    def stop(self) -> None:
        if self.child.poll() is None:
            os.killpg(self.child.pid, signal.SIGTERM)
            try:
                self.child.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.child.pid, signal.SIGKILL)
                self.child.wait()

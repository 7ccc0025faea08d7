"""What a whole command costs: CPU, time and memory, with all the processes that it starts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

LONGEST = 1_200.0  # seconds that a command may take
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU of a process and all it started, seconds on the clock, bytes that the largest of them held;
    0 where that is less than can be told.
    """

    cpu: float
    elapsed: float
    memory: int = 0


class FailedError(Exception):
    """A command ended with another status than 0, or took too long: there is no measure."""


def cost(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str], limit: float = LONGEST) -> Cost:
    """The cost of a command in a folder. Raises `FailedError`."""
    return run(command, folder, environment, limit)[0]


def told(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str], limit: float = LONGEST) -> Any:
    """What a command says as JSON in the last line of its output. Raises `FailedError`."""
    return json.loads(run(command, folder, environment, limit)[1].splitlines()[-1])


def run(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str], limit: float = LONGEST
) -> tuple[Cost, str]:
    """The cost of a command and what it says. Raises `FailedError`."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        # Whatever a killed command started goes with it.
        clock = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        clock.start()
        _, status, used = os.wait4(process.pid, 0)
        clock.cancel()
        elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read().decode(errors="replace")
    if process.returncode:
        why = f"it took longer than {limit:g} seconds" if elapsed >= limit else output.strip() or "it said nothing"
        raise FailedError(f"{Path(command[0]).name} ended with status {process.returncode}: {why[-300:]}")
    # A new process begins as large as the one that starts it: how small it then is cannot be told.
    memory = used.ru_maxrss if used.ru_maxrss > 1.1 * getrusage(RUSAGE_SELF).ru_maxrss else 0
    return Cost(used.ru_utime + used.ru_stime, elapsed, memory * _MEMORY_UNIT), output


def environment() -> dict[str, str]:
    """As where argmap is installed: modules are compiled once. Material keeps its banner to itself."""
    return os.environ | {"PYTHONDONTWRITEBYTECODE": "", "NO_MKDOCS_2_WARNING": "1"}


def others_environment() -> dict[str, str]:
    """The same for a Python that has nothing of ours."""
    return {name: value for name, value in environment().items() if name != "PYTHONPATH"}

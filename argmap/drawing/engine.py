"""Graphviz as a layout engine: found, called safely, and its failures told.

The one place that knows the embedded engine (PyPI's `graphviz-pure`) from a `dot`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

EMBEDDED = "graphviz-pure"
_EMBEDDED_FILES = (EMBEDDED, f"{EMBEDDED}.exe")
ARGUMENTS = ("-Kdot", "-Tjson0")  # ranks, and positions alone
TIME_LIMIT = 30.0  # seconds
MEMORY_LIMIT = 4 * 1024**3  # bytes of address space
_END = re.compile(rb"(?<=^\})\r?\n(?=\{)", re.MULTILINE)  # between two answers: within one all is indented
INSTALL = "pip install graphviz-pure, or install Graphviz so that `dot` is on PATH"


class EngineError(Exception):
    """No drawing: what went wrong, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Engine(NamedTuple):
    """An executable that lays out DOT."""

    path: Path

    @property
    def version(self) -> str:
        """What the executable says of itself, as a part of what a layout depends on. Raises `EngineError`."""
        return _version(self.path)


def find(engine: str = "auto") -> Engine:
    """The engine of a name: "auto" (embedded, else system), "embedded", "system", or a path.

    Raises `EngineError` when there is none.
    """
    if engine == "embedded":
        path = _embedded()
    elif engine == "system":
        path = _on_path("dot")
    elif engine == "auto":
        path = _embedded() or _on_path("dot")
    else:
        path = _executable(Path(engine))
    if path is None:
        what = "no layout engine was found" if engine == "auto" else f"the layout engine {engine!r} was not found"
        raise EngineError(what, INSTALL)
    found = Engine(path)
    if path.name not in _EMBEDDED_FILES:
        _version(path)  # what does not tell it is no engine
    return found


def lay_out(source: str, engine: Engine, *, time_limit: float = TIME_LIMIT, memory_limit: int = MEMORY_LIMIT) -> bytes:
    """The engine's `json0` for DOT source. Raises `EngineError` when it fails or takes too long."""
    try:
        process = subprocess.Popen(
            [engine.path, *ARGUMENTS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
        )
    except OSError as error:
        raise EngineError(
            f"the layout engine {engine.path.name} could not be started: {error.strerror}", INSTALL
        ) from None
    with process:
        # Set from outside and before it is given anything to do: `preexec_fn` is not safe in a program with threads.
        _limit(process.pid, time_limit, memory_limit)
        try:
            answer, complaint = process.communicate(source.encode(), timeout=time_limit)
        except subprocess.TimeoutExpired:
            process.kill()
            raise EngineError(
                f"the layout took longer than {time_limit:g} seconds",
                "show less at once: a view with a focus, groups or tags",
            ) from None
    if process.returncode != 0 or not answer.startswith(b"{"):
        said = complaint.decode(errors="replace").strip().splitlines()
        reason = said[-1][:200] if said else f"it ended with status {process.returncode}"
        raise EngineError(f"the layout engine {engine.path.name} failed: {reason}", INSTALL)
    return answer


def lay_out_all(sources: Sequence[str], engine: Engine, *, time_limit: float = TIME_LIMIT) -> list[bytes]:
    """The same for several sources with one process: to start one takes as long as a small layout."""
    answers = _END.split(lay_out("\n".join(sources), engine, time_limit=time_limit))
    if len(answers) != len(sources):
        raise EngineError(
            f"the layout engine {engine.path.name} answered {len(answers)} of {len(sources)} graphs", INSTALL
        )
    return answers


def _embedded() -> Path | None:
    """The executable that the `graphviz-pure` package installed: beside Python, or where the package says."""
    beside = (Path(sys.executable).with_name(name) for name in _EMBEDDED_FILES)
    found = filter(None, map(_executable, beside))
    return next(found, None) or next(filter(None, map(_executable, _installed())), None) or _on_path(EMBEDDED)


@cache
def _installed() -> tuple[Path, ...]:
    """Where the package's list of files, or Python, says that the executable is; read once, since it takes long."""
    import sysconfig
    from importlib import metadata

    scripts = tuple(Path(sysconfig.get_path("scripts")) / name for name in _EMBEDDED_FILES)
    try:
        files = metadata.distribution(EMBEDDED).files or []
    except metadata.PackageNotFoundError:
        return scripts
    return (*(Path(str(file.locate())) for file in files if file.name in _EMBEDDED_FILES), *scripts)


def _on_path(name: str) -> Path | None:
    from shutil import which

    found = which(name)
    return Path(found) if found else None


def _executable(path: Path) -> Path | None:
    return path.resolve() if path.is_file() and os.access(path, os.X_OK) else None


@cache
def _version(path: Path) -> str:
    """The answer to `-V`, which is without the executable's name: the same from wherever it is called."""
    try:
        said = subprocess.run([path, "-V"], capture_output=True, timeout=10, env=_environment(), check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError(f"the layout engine {path.name} does not tell its version: {error}", INSTALL) from None
    return (said.stdout + said.stderr).decode(errors="replace").strip()


def _environment() -> dict[str, str]:
    """Nothing but what finds libraries; `SERVER_NAME` keeps Graphviz from opening files."""
    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    return {"SERVER_NAME": "argmap", "LC_ALL": "C"} | {name: os.environ[name] for name in kept if name in os.environ}


def _limit(pid: int, time_limit: float, memory_limit: int) -> None:
    """Bound a process' memory and processor time, where the system lets a parent do so (Linux)."""
    try:
        from resource import RLIMIT_AS, RLIMIT_CPU, prlimit
    except ImportError:
        return
    try:
        prlimit(pid, RLIMIT_AS, (memory_limit, memory_limit))
        prlimit(pid, RLIMIT_CPU, (int(time_limit) + 1, int(time_limit) + 2))
    except ProcessLookupError:
        return  # it has ended already; its status says why

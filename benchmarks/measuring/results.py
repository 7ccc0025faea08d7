"""What was measured, kept as JSON, and the machine that it was measured on."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap import __version__
from argmap.drawing import engine
from measuring.costs import Cost

if TYPE_CHECKING:
    from measuring.peers import Peers


@dataclass(frozen=True)
class Results:
    """Each row's series by their names, why a row could not be measured, and what ran where."""

    machine: str
    programs: tuple[str, ...]
    rows: Mapping[str, Mapping[str, Sequence[Cost]]] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)

    def updated(self, other: Results) -> Results:
        """These with what another run has measured since; nothing of these, where that was elsewhere."""
        if (self.machine, self.programs) != (other.machine, other.programs):
            return other
        failed = {name: why for name, why in self.failed.items() if name not in other.rows} | dict(other.failed)
        rows = {**self.rows, **other.rows}
        return replace(self, rows={name: row for name, row in rows.items() if name not in failed}, failed=failed)

    def save(self, file: Path) -> None:
        """Write them, to be loaded again, and published: a failed command may have named its machine's folders."""
        kept = {name: value for name, value in asdict(self).items() if name != "failed"}
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def load(file: Path) -> Results | None:
    """What was saved, if anything was."""
    if not file.is_file():
        return None
    kept: dict[str, Any] = json.loads(file.read_text("utf-8"))
    rows = {
        row: {name: [Cost(**run) for run in runs] for name, runs in series.items()}
        for row, series in kept["rows"].items()
    }
    return Results(kept["machine"], tuple(kept["programs"]), rows)


def begun(peers: Peers) -> Results:
    """Nothing measured yet, on this machine, with these programs."""
    return Results(_machine(), tuple(_programs(peers)))


def _machine() -> str:
    """The kind of machine. Which one it is, and where, is nobody's business."""
    return f"{_processor()}, {os.cpu_count()} cores, {_system()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    found = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(found, platform.machine())


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def _programs(peers: Peers) -> Iterable[str]:
    yield f"argmap {__version__}"
    yield f"{platform.python_implementation()} {platform.python_version()}"
    yield f"MkDocs {version('mkdocs')} with Material {version('mkdocs-material')}"
    found = engine.find()
    yield f"{found.path.name} {(re.findall(r'[0-9]+(?:[.][0-9]+)+', found.version) or ['?'])[0]}"
    yield from (peer.title for peer in peers.all)

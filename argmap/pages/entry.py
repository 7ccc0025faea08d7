"""What was made of a map and kept, with all that it depends on.

An entry is known by all that a map's pages are made of but the map's sources, which it names itself.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache as once
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap import cache
from argmap.findings import Finding, Severity
from argmap.origins import Origin
from argmap.pages.asking import Question, says_the_same

if TYPE_CHECKING:
    from argmap.reading import Reading

HELPERS = (
    *("graphviz", "jinja2", "markdown", "markupsafe", "pyyaml", "rcssmin", "resvg-py", "rjsmin", "sentencex"),
)  # what comes out depends on them as well
OTHERS = {"__pycache__", "cli", "editing", "lsp", "site"}  # what makes nothing of a map for a page


@dataclass(frozen=True, slots=True)
class Kept:
    """Something made of a map for a host that gave these answers."""

    what: str
    answers: Mapping[Question, str | None]
    content: bytes


@dataclass
class Entry:
    """What is known of a map that could be read, and what was made of it. `used` is what this build has taken."""

    key: str
    origins: tuple[Origin, ...]
    findings: tuple[Finding, ...]
    kept: list[Kept] = field(default_factory=list)
    used: dict[int, Kept] = field(default_factory=dict)
    stored: bool = False
    closed: bool = False

    def close(self) -> None:
        """Keep nothing more: what is made from now on is made of something else."""
        self.closed = True

    def find(self, what: str, host: Any, reading: Reading) -> bytes | None:
        """What was made, if a host says the same as the one that it was made for."""
        for each in self.kept:
            if each.what == what and says_the_same(host, each.answers, reading):
                self.used[id(each)] = each
                return each.content
        return None

    def keep(self, what: str, answers: Mapping[Question, str | None], content: bytes) -> None:
        """Keep what has been made."""
        if self.closed:
            return
        made = Kept(what, answers, content)
        self.kept.append(made)
        self.used[id(made)] = made
        self.stored = False

    def store(self, folder: Path | None) -> bool:
        """Write the entry where something is new in it. What this build had no use for gives way in the end.

        As much of that is kept as was used: a server and a build by turns have different addresses.
        """
        if self.stored:
            return False
        idle = [each for each in self.kept if id(each) not in self.used]
        self.kept = [*self.used.values(), *idle[: len(self.used)]]
        cache.store_bytes(folder, _file(self.key), _written(self))
        self.stored = True
        return True


def load(folder: Path | None, key: str) -> Entry | None:
    """The entry with a key, if there is one and it is whole."""
    content = cache.load_bytes(folder, _file(key))
    if content is None:
        return None
    try:
        return _read(key, content)
    except cache.FORGED:
        return None


def key(*parts: object) -> str:
    """The key of what is made of some parts, told by their `repr`; of the code that makes it, too."""
    return sha256(repr((_makers(), parts)).encode()).hexdigest()


@once
def _makers() -> str:
    """All that makes a page of a map: our code, words and templates, and those whose help they take."""
    found = sha256(repr((sys.version_info, [(name, metadata.version(name)) for name in HELPERS])).encode())
    for name, path in sorted(_parts(Path(__file__).parent.parent, "")):
        found.update(f"{name}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _parts(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name not in OTHERS:
                yield from _parts(path, f"{name}/{path.name}")
        else:
            yield f"{name}/{path.name}", path


def _file(key: str) -> str:
    return f"{key}.made"


def _written(entry: Entry) -> bytes:
    """A line of JSON, and after it what was made, one after the other."""
    head = {
        "origins": entry.origins,
        "findings": [[getattr(finding, name) for name in Finding.__slots__] for finding in entry.findings],
        "kept": [
            [each.what, [[*question, said] for question, said in each.answers.items()], len(each.content)]
            for each in entry.kept
        ],
    }
    return b"".join([json.dumps(head).encode(), b"\n", *(each.content for each in entry.kept)])


def _read(key: str, content: bytes) -> Entry:
    line, _, rest = content.partition(b"\n")
    head = json.loads(line)
    kept, at = [], 0
    for what, answers, size in head["kept"]:
        kept.append(Kept(what, {(kind, uri): said for kind, uri, said in answers}, rest[at : at + size]))
        at += size
    if at != len(rest):
        raise ValueError("more or less was made than is kept")
    return Entry(
        key,
        tuple(Origin(*origin) for origin in head["origins"]),
        tuple(_finding(*values) for values in head["findings"]),
        kept,
        stored=True,
    )


def _finding(file: str, line: int, column: int, rule: str, severity: str, message: str, hint: str) -> Finding:
    return Finding(file, line, column, rule, Severity(severity), message, hint)

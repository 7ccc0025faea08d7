"""The programs that argmap is measured against, where they are installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HOW = """\
{missing} not here, so there is nothing to compare with in its place. To have it:
  Argdown          npm install @argdown/cli@1.7.5   in a folder of its own, then ARGDOWN=folder make bench
                   (several folders, with several versions, are written as in PATH)
  mkdocs-graphviz  pip install mkdocs-graphviz==2.0.2 mkdocs-material   in an environment of its own,
                   then MKDOCS_GRAPHVIZ=environment make bench
  dot              Graphviz, on PATH
"""
_CLI = Path("node_modules", "@argdown", "cli")
_PROBE = "[a]: One.\n  + [b]\n\n[b]: Two.\n"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program of a name and a version, and what starts it."""

    name: str
    version: str
    command: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its name with its version."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Peers:
    """Those that are installed."""

    argdowns: tuple[Peer, ...] = ()
    dot: Peer | None = None
    mkdocs_graphviz: Peer | None = None

    @property
    def all(self) -> tuple[Peer, ...]:
        """Every one of them."""
        return tuple(filter(None, (*self.argdowns, self.dot, self.mkdocs_graphviz)))

    @property
    def missing(self) -> str:
        """What is to be said of those that are not, or nothing."""
        there = {peer.name for peer in self.all}
        names = [name for name in ("Argdown", "mkdocs-graphviz", "dot") if name not in there]
        return HOW.format(missing=f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'}") if names else ""


def peers(argdown_folders: Sequence[Path], graphviz_environment: Path | None) -> Peers:
    """The peers in these folders, and the `dot` on PATH."""
    return Peers(argdowns(argdown_folders), _dot(), _mkdocs_graphviz(graphviz_environment))


def argdowns(folders: Sequence[Path]) -> tuple[Peer, ...]:
    """The Argdowns installed by `npm install` in these folders, each with the newest Node that runs it."""
    return tuple(filter(None, map(_argdown, folders)))


def _argdown(folder: Path) -> Peer | None:
    package = folder.resolve() / _CLI / "package.json"
    if not package.is_file():
        return None
    told = json.loads(package.read_text("utf-8"))
    for node in sorted(_nodes(), key=_version, reverse=True):
        command = (node, str(package.parent / told["bin"]["argdown"]))
        if _draws(command):
            return Peer("Argdown", told["version"], command)
    return None


def _nodes() -> Iterator[str]:
    """The Node that comes with the project's environment, and every other one on PATH."""
    for folder in (str(Path(sys.executable).parent), *os.environ["PATH"].split(os.pathsep)):
        if node := shutil.which("node", path=folder):
            yield node


def _version(node: str) -> tuple[int, ...]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(map(int, re.findall(r"\d+", said)))


def _draws(command: tuple[str, ...]) -> bool:
    """Older Argdowns fail under newer Nodes, whatever they say that they need."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "probe.argdown").write_text(_PROBE, "utf-8")
        subprocess.run(
            [*command, "map", "probe.argdown", ".", "-f", "svg"], cwd=folder, capture_output=True, check=False
        )
        return Path(folder, "probe.svg").is_file()


def _dot() -> Peer | None:
    path = shutil.which("dot")
    if path is None:
        return None
    said = subprocess.run([path, "-V"], capture_output=True, text=True, check=False).stderr
    return Peer("dot", (re.findall(r"version ([\d.]+)", said) or ["?"])[0], (path,))


def _mkdocs_graphviz(environment: Path | None) -> Peer | None:
    if environment is None:
        return None
    python = str(environment.resolve() / "bin" / "python")
    ask = "import importlib.metadata; print(importlib.metadata.version('mkdocs-graphviz'))"
    try:
        said = subprocess.run([python, "-I", "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return Peer("mkdocs-graphviz", said.stdout.strip(), (python, "-m", "mkdocs")) if said.returncode == 0 else None

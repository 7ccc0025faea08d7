"""The commands that draw maps, each with the drawings it has to leave behind."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.drawing import engine
from measuring.costs import Cost, FailedError, cost, environment
from measuring.sites import forget

if TYPE_CHECKING:
    from measuring.bench import Bench

ARGMAP = (sys.executable, "-m", "argmap")
ENGINE = "the engine alone"
HERE = Path(__file__).parent

Run = Callable[[], Cost]


def drawing(bench: Bench, maps: Path) -> Mapping[str, Run]:
    """Each program with all maps of a folder in one call, every claim in one drawing, as SVG files."""
    return {"argmap": argmap_draws(maps)} | peers_draw(bench, maps) | {ENGINE: engine_lays_out(maps)}


def argmap_draws(maps: Path) -> Run:
    """Nothing of an earlier run is kept."""
    names = [file.name for file in sorted((maps / "yml").iterdir()) if file.suffix == ".yml"]
    out = maps / "drawn"
    target = out if len(names) > 1 else out / "map-0.svg"
    return _drawing([*ARGMAP, "draw", *names, "-o", str(target), "--flat"], maps / "yml", out, len(names))


def argmap_draws_branches(maps: Path) -> Run:
    """The overview of a large map and every branch it leads to, however many these are."""
    out = maps / "branches"
    return _drawing([*ARGMAP, "draw", "map-0.yml", "-o", f"{out}/"], maps / "yml", out, None)


def engine_lays_out(maps: Path) -> Run:
    """argmap's layout engine with the same graphs in one process, nothing drawn: none who use it can take less."""
    names = sorted(file.name for file in (maps / "dot").glob("*.dot"))
    command = [str(engine.find().path), "-Kdot", "-Tjson0", "-o", os.devnull, *names]
    return lambda: cost(command, maps / "dot", environment())


def peers_draw(bench: Bench, maps: Path) -> Mapping[str, Run]:
    """The others, as they are without any option but the format."""
    names = sorted(file.name for file in (maps / "dot").glob("*.dot"))
    runs = {
        peer.title: _drawing(
            [*peer.command, "map", "*.argdown", str(out), "-f", "svg"], maps / "argdown", out, len(names)
        )
        for peer in bench.peers.argdowns
        if (out := maps / peer.title.replace(" ", "-"))
    }
    if dot := bench.peers.dot:
        out = maps / "graphs"
        runs[dot.title] = _drawing([*dot.command, "-Tsvg", "-O", *names], out, out, len(names), of=maps / "dot")
    return runs


def _drawing(command: list[str], folder: Path, out: Path, count: int | None, *, of: Path | None = None) -> Run:
    """A run that begins without drawings, and with `of`, with a copy of that folder, and ends with `count` of them."""

    def run() -> Cost:
        forget(folder)
        shutil.rmtree(out, ignore_errors=True)
        if of:
            shutil.copytree(of, out)
        else:
            out.mkdir()
        found = cost(command, folder, environment())
        drawn = len(list(out.rglob("*.svg")))
        if drawn != (count or drawn) or not drawn:
            raise FailedError(f"{Path(command[0]).name} made {drawn} drawings of {count or 'many'}")
        return found

    return run

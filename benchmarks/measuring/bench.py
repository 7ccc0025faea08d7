"""Where measuring is done: a folder of its own, with grown maps in every notation, and the programs that are there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from formats import FORMATS, understood_by_argdown, understood_by_argmap, understood_by_graphviz, write
from growing import GrownMap, grown

from argmap.drawing import engine

if TYPE_CHECKING:
    from measuring.peers import Peers

MANY = 12  # claims of a map where there are many


class NotTheSameError(Exception):
    """A program understands another map than was grown: to compare what it costs means nothing."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder to work in, and the peers that are installed."""

    folder: Path
    peers: Peers

    def one(self, size: int) -> Path:
        """A folder with a map of so many claims in every notation."""
        return self._maps(f"one-{size}", [grown(size)])

    def many(self, count: int) -> Path:
        """A folder with so many small maps in every notation."""
        return self._maps(f"many-{count}", small_maps(count))

    def _maps(self, name: str, maps: Sequence[GrownMap]) -> Path:
        """The maps in the folders `yml`, `argdown` and `dot` of a folder: the same ones, as all who are here say."""
        folder = self.folder / name
        if not folder.exists():
            names = {f"map-{number}": whole for number, whole in enumerate(maps)}
            for suffix in FORMATS:
                for title, whole in names.items():
                    write(whole, folder / suffix, title, suffix)
            self._compare(folder, names)
        return folder

    def _compare(self, folder: Path, maps: Mapping[str, GrownMap]) -> None:
        found = engine.find()
        for name, whole in maps.items():
            _same(whole, understood_by_argmap(folder / "yml" / f"{name}.yml"), "argmap")
        sources = [(folder / "dot" / f"{name}.dot").read_text("utf-8") for name in maps]
        for whole, answer in zip(maps.values(), engine.lay_out_all(sources, found, time_limit=300), strict=True):
            _same(whole, understood_by_graphviz(answer.decode()), "Graphviz")
        for peer in self.peers.argdowns:
            told = folder / "told"
            command = [*peer.command, "json", "*.argdown", str(told)]
            subprocess.run(command, cwd=folder / "argdown", check=True, capture_output=True)
            for name, whole in maps.items():
                exported = (told / f"{name}.json").read_text("utf-8")
                _same(whole, understood_by_argdown(exported), peer.title)
            shutil.rmtree(told)


def small_maps(count: int) -> list[GrownMap]:
    """So many maps of a dozen claims, no two alike."""
    return [grown(MANY, seed) for seed in range(count)]


def _same(whole: GrownMap, understood: GrownMap, who: str) -> None:
    if whole != understood:
        raise NotTheSameError(f"{who} understands another map of {len(whole.texts)} claims than was written")

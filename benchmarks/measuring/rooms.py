"""How long each room of the house takes for a map and one ten times as large, in one process: says it as JSON.

    python rooms.py small.yml large.yml

Each of them quotes an article beside it. The numbers are seconds of CPU, medians of a few runs by turns.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from argmap import notation, reasoning, review, sources
from argmap.drawing.outline import outline
from argmap.drawing.views import select
from argmap.model import ArgumentMap, View

TIMES = 3


def main(files: list[Path]) -> None:
    """Measure, and say what came of it: seconds, by the name of a room and then the file's."""
    runs: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for file in files * TIMES:
        for room, work in rooms(file):
            runs[room][file.stem].append(timed(work))
    print(
        json.dumps({room: {name: median(found) for name, found in by_file.items()} for room, by_file in runs.items()})
    )


def rooms(file: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each room's name, and its work on a map that nothing has been asked about before."""
    yield "reading", lambda: notation.read_map(file)
    found = notation.read_map(file)
    yield "anchoring", lambda: sources.anchor(found)
    anchoring, verdicts = sources.anchor(found), reasoning.label(found)
    # What a map has once worked out of itself, it keeps; each room is to do its own work.
    fresh = notation.read_map(file)
    yield "labels", lambda: reasoning.label(fresh)
    yield "checks", lambda: review.review(fresh, anchoring, verdicts)
    yield "views", lambda: views(notation.read_map(file))


def views(found: ArgumentMap) -> None:
    """Choose what is shown of the whole map, in its outline, and around every claim."""
    select(found, View())
    outline(select(found, View(), limit=None))
    for claim in found.claims:
        select(found, View(focus=claim))


def timed(work: Callable[[], object]) -> float:
    """The seconds of CPU that some work takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])

"""How long a page's script takes to label a large map anew: `python benchmarks/what_if.py`.

See `README.md` for what is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from formats import notation
from growing import GrownMap, grown

from argmap import pages
from argmap.notation import parse_map
from argmap.pages.data import map_data
from argmap.reading import Anchoring, Reading
from argmap.reasoning import label

SCRIPT = Path(pages.__file__).parent / "assets" / "script"
CLAIMS = 1_000
LIMIT = 16  # milliseconds: a frame of a screen that shows sixty a second


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="How long a page's script takes to label a large map anew.")
    parser.add_argument("--rounds", type=int, default=1_000, help="labellings (default: %(default)s)")
    rounds = parser.parse_args().rounds
    whole = grown(CLAIMS)
    runs = timed(data_of(whole), Random(1).sample(list(whole.texts), k=CLAIMS), rounds)
    print(f"Node {version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores;")
    print(f"{rounds} labellings of {CLAIMS:,} claims, another one not accepted each time; milliseconds\n")
    print("\n".join(table(runs)))


def data_of(grown: GrownMap) -> dict[str, Any]:
    """A grown map as the browser gets it."""
    argument_map = parse_map(notation(grown), "grown.yml")
    reading = Reading("grown", argument_map, Anchoring({}, {}, {}, ()), label(argument_map), ())
    return map_data(reading, lambda _: None)


def timed(data: dict[str, Any], rejected: Sequence[str], rounds: int) -> list[float]:
    """The milliseconds of each labelling, the first of which find nothing compiled."""
    asked = {"script": SCRIPT.as_uri(), "data": data, "rejected": rejected, "rounds": rounds}
    script = Path(__file__).with_suffix(".mjs")
    done = subprocess.run([node(), str(script)], input=json.dumps(asked), stdout=subprocess.PIPE, text=True, check=True)
    runs: list[float] = json.loads(done.stdout)
    return runs


def version() -> str:
    """Node's version."""
    return subprocess.run([node(), "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def node() -> str:
    """The path of Node, which is beside this Python or on PATH."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return shutil.which("node", path=places) or sys.exit("there is no Node; `make test` installs it")


def table(runs: Sequence[float]) -> Iterator[str]:
    """A line of names and one of numbers."""
    tenth, *_, ninetieth = quantiles(runs, n=10)
    names = ("first", "min", "10 %", "median", "90 %", "max", "at most")
    yield "".join(f"{name:>9}" for name in names)
    yield "".join(f"{ms:9.2f}" for ms in (runs[0], min(runs), tenth, median(runs), ninetieth, max(runs), LIMIT))


if __name__ == "__main__":
    main()

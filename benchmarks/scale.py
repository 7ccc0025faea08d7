"""How argmap scales, and how it does beside others: `python benchmarks/scale.py`.

See `README.md` for what is measured.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

from measuring.bench import Bench
from measuring.costs import Cost, FailedError
from measuring.peers import peers
from measuring.plot import plot
from measuring.report import details, failures, machine, summary
from measuring.results import Results, begun, load
from measuring.rows import ROWS, Row

HOUSE = Path(__file__).parent.parent
PUBLISHED = HOUSE / "docs" / "scale"


def main() -> None:
    """Measure, print two tables, and write what a page shows into the docs where that is asked for."""
    asked = _parser().parse_args()
    rows = [row for row in ROWS if any(fnmatch(row.name, pattern) for pattern in asked.only or "*")]
    if not rows:
        sys.exit(f"There is no such row. The rows are {', '.join(row.name for row in ROWS)}.")
    found = peers(asked.argdown, asked.mkdocs_graphviz)
    print(found.missing, file=sys.stderr)
    results = begun(found)
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            results = results.updated(measured(row, Bench(Path(folder), found), results, asked.rounds))
            print(f"\n{summary(results, [row])}", file=sys.stderr)
            if asked.write:
                write(results)
    print(f"{machine(results)}\n\n{summary(results, rows)}\n{details(results, rows)}")
    print("\n".join(failures(results)))
    sys.exit(bool(results.failed))


def measured(row: Row, bench: Bench, results: Results, rounds: int) -> Results:
    """What a row's series cost in so many rounds, or why they cannot be measured."""
    rounds = min(rounds, row.most)
    print(f"{row.name}: {rounds} rounds", file=sys.stderr)
    try:
        once = row.prepare(bench)
        runs = [once() for _ in range(rounds)]
    except FailedError as error:
        return Results(results.machine, results.programs, failed={row.name: str(error)})
    return Results(results.machine, results.programs, {row.name: by_series(runs)})


def by_series(runs: Iterable[Mapping[str, Cost]]) -> Mapping[str, list[Cost]]:
    """The rounds of a row, series by series."""
    series: dict[str, list[Cost]] = {}
    for costs in runs:
        for name, cost in costs.items():
            series.setdefault(name, []).append(cost)
    return series


def write(results: Results) -> None:
    """Put what was measured into the docs, beside what was measured there before."""
    kept = load(PUBLISHED / "measured.json")
    results = kept.updated(results) if kept else results
    results.save(PUBLISHED / "measured.json")
    (PUBLISHED / "summary.md").write_text(f"{summary(results)}\n{machine(results)}\n", "utf-8")
    (PUBLISHED / "plot.svg").write_text(plot(results), "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="How argmap scales, and how it does beside others.")
    parser.add_argument("--rounds", type=int, default=5, help="of each row (default: %(default)s)")
    parser.add_argument(
        "--only",
        action="append",
        metavar="ROW",
        help=f"a row, or a pattern of names, such as 'flat-*'; may be given again. The rows: {', '.join(_names())}",
    )
    parser.add_argument(
        "--argdown",
        action="append",
        type=Path,
        default=[Path(folder) for folder in os.environ.get("ARGDOWN", "").split(os.pathsep) if folder],
        metavar="FOLDER",
        help="where @argdown/cli has been installed; may be given again (default: $ARGDOWN)",
    )
    parser.add_argument(
        "--mkdocs-graphviz",
        type=Path,
        default=os.environ.get("MKDOCS_GRAPHVIZ"),
        metavar="FOLDER",
        help="the environment with mkdocs-graphviz (default: $MKDOCS_GRAPHVIZ)",
    )
    parser.add_argument("--write", action="store_true", help="write numbers, table and plot into docs/scale")
    return parser


def _names() -> Iterator[str]:
    return (row.name for row in ROWS)


if __name__ == "__main__":
    main()

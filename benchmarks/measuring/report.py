"""What was measured, as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING

from measuring.rows import ROWS, Row
from measuring.targets import Aim, Comparison, Found, Target

if TYPE_CHECKING:
    from measuring.costs import Cost
    from measuring.results import Results


def summary(results: Results, rows: Sequence[Row] = ROWS) -> str:
    """A line for each comparison: what came of it, what was aimed at, and what both sides took."""
    head = ("Work", "Measured", "Seconds of CPU")
    return _table(head, (_line(results, row, comparison) for row in rows for comparison in row.comparisons))


def details(results: Results, rows: Sequence[Row] = ROWS) -> str:
    """A line for each command: what it took in each round."""
    head = ("Row", "Command", "Rounds", "CPU, s", "from", "to", "Elapsed, s", "Memory, MB")
    return _table(
        head,
        (
            (f"`{row.name}`", name, str(len(runs)), *_costs(runs))
            for row in rows
            for name, runs in results.rows.get(row.name, {}).items()
        ),
    )


def machine(results: Results) -> str:
    """Where it was measured, in a sentence."""
    return f"Measured on {results.machine}; {', '.join(results.programs)}."


def failures(results: Results) -> Iterator[str]:
    """Why rows are empty, a line for each."""
    for name, why in results.failed.items():
        yield f"{name} could not be measured: {why}"


def seconds(value: float) -> str:
    """Seconds with as many digits as mean something."""
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def _line(results: Results, row: Row, comparison: Comparison) -> Sequence[str]:
    series = results.rows.get(row.name, {})
    found = comparison.found(series)
    if found is None:
        return comparison.work, f"not measured{_target(comparison, None)}", ""
    sides = found.sides if comparison.aim is not Aim.MEGABYTES else ()
    taken = (f"{name}: {seconds(median(run.cpu for run in series[name]))}" for name in sides)
    return comparison.work, f"{_measured(found)}{_target(comparison, found.met)}", "<br>".join(taken)


def _measured(found: Found) -> str:
    aim = found.comparison.aim
    spread = f" ({aim.shown(min(found.values))}–{aim.shown(max(found.values))})" if len(found.values) > 1 else ""
    return f"**{aim.shown(median(found.values))} {aim.unit}**{spread}"


def _target(comparison: Comparison, met: bool | None) -> str:
    if not isinstance(comparison.target, Target):
        return ""
    verdict = {True: "; met", False: "; not met", None: ""}[met]
    return f"<br>target: {comparison.target}{verdict}"


def _costs(runs: Sequence[Cost]) -> Iterator[str]:
    used = [run.cpu for run in runs]
    yield from map(seconds, (median(used), min(used), max(used), median(run.elapsed for run in runs)))
    memory = max(run.memory for run in runs)
    yield f"{memory / 1e6:,.0f}" if memory else ""


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = (head, ["---"] * len(head), *lines)
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)

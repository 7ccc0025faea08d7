"""One drawing of any size, as a plot: seconds of CPU over claims, both in powers of ten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from statistics import median
from typing import TYPE_CHECKING

from measuring.commands import ENGINE

if TYPE_CHECKING:
    from measuring.results import Results

# A phone shows it whole, and its text at the size of the page's.
WIDTH, HEIGHT, TEXT = 420, 330, 14
LEFT, RIGHT, TOP, BOTTOM = 46, 104, 26, 44
APART = 16  # of two names at the ends of lines
OURS = "argmap"
# The page's own colours where there are any, and dashes for those who see none.
LINES = {
    "argmap": 'stroke="var(--link, #22386f)" stroke-width="3"',
    "Argdown 1": 'stroke="currentColor" stroke-width="1.5" stroke-dasharray="6 3"',
    "Argdown 2": 'stroke="currentColor" stroke-width="1.5"',
    "dot": 'stroke="currentColor" stroke-width="1.5" stroke-dasharray="1.5 3"',
}

Point = tuple[float, float]  # claims and seconds
Lines = Mapping[str, Sequence[Point]]


@dataclass(frozen=True, slots=True)
class Scales:
    """Where numbers lie in the plot; both axes are logarithmic."""

    left: float
    right: float
    low: int
    high: int

    def x(self, claims: float) -> float:
        """Across."""
        part = (log10(claims) - log10(self.left)) / (log10(self.right) - log10(self.left))
        return LEFT + part * (WIDTH - LEFT - RIGHT)

    def y(self, seconds: float) -> float:
        """Up."""
        part = (log10(seconds) - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)


def plot(results: Results) -> str:
    """An SVG that takes the colour of the text around it."""
    lines = {name: points for name, points in _lines(results).items() if len(points) > 1}
    return "\n".join(_svg(lines)) + "\n"


def _lines(results: Results) -> Lines:
    """The medians of each program, by the size of the map."""
    found: dict[str, list[Point]] = {}
    for row, series in results.rows.items():
        kind, _, size = row.partition("-")
        if kind == "flat":
            # Where there is a whole Graphviz, its line is nearly the same as the engine's alone.
            for name, runs in series.items():
                if name == ENGINE:
                    continue
                found.setdefault(name, []).append((int(size), median(run.cpu for run in runs)))
    return {name: sorted(points) for name, points in found.items()}


def _svg(lines: Lines) -> Iterator[str]:
    said = "; ".join(f"{name}: {_said(points)}" for name, points in lines.items())
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" role="img" '
        f'aria-label="Seconds of CPU for one drawing. {escape(said)}" font-size="{TEXT}" fill="currentColor">'
    )
    if lines:
        scales = _scales(lines)
        yield from _axes(lines, scales)
        for name, points in lines.items():
            yield _line(name, points, scales)
        yield from _line_names(lines, scales)
    yield "</svg>"


def _said(points: Sequence[Point]) -> str:
    return ", ".join(f"{seconds:.2f} s for {claims:,.0f} claims" for claims, seconds in points)


def _scales(lines: Lines) -> Scales:
    sizes = [size for points in lines.values() for size, _ in points]
    spent = [seconds for points in lines.values() for _, seconds in points]
    return Scales(min(sizes), max(sizes), floor(log10(min(spent))), ceil(log10(max(spent))))


def _axes(lines: Lines, scales: Scales) -> Iterator[str]:
    for power in range(scales.low, scales.high + 1):
        y = scales.y(10**power)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="currentColor" stroke-opacity=".2"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 5:.1f}" text-anchor="end">{10.0**power:g}</text>'
    for size in sorted({size for points in lines.values() for size, _ in points}):
        x = scales.x(size)
        yield f'<path d="M{x:.1f} {HEIGHT - BOTTOM}v5" stroke="currentColor" stroke-opacity=".5"/>'
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,.0f}</text>'
    yield f'<text x="4" y="{TEXT}">seconds of CPU</text>'
    yield f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end">claims</text>'


def _line(name: str, points: Sequence[Point], scales: Scales) -> str:
    path = "L".join(f"{scales.x(size):.1f} {scales.y(seconds):.1f}" for size, seconds in points)
    return f'<path d="M{path}" fill="none" stroke-linejoin="round" {_look(name)}/>'


def _line_names(lines: Lines, scales: Scales) -> Iterator[str]:
    """Each beside the end of its line, and clear of the one above."""
    last = 0.0
    for name, points in sorted(lines.items(), key=lambda line: scales.y(line[1][-1][1])):
        last = max(last + APART, scales.y(points[-1][1]) + 5)
        weight = ' font-weight="600"' if name == OURS else ""
        yield f'<text x="{WIDTH - RIGHT + 8}" y="{last:.1f}"{weight}>{escape(name)}</text>'


def _look(name: str) -> str:
    return next((look for beginning, look in LINES.items() if name.startswith(beginning)), LINES["dot"])

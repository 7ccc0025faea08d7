"""Draw maps, or a view of them, as files of their own: SVG, the picture of one, or what else is to be drawn from.

OUT is a file for one map and a folder for several. Of a large map a file takes the overview, a folder every branch as
well. A map that cannot be drawn keeps no other from it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NamedTuple

from argmap import cache
from argmap.cli.arguments import add_view
from argmap.cli.report import CommandError, complain, one_line

HELP = "draw maps as SVG, PNG, DOT or JSON files"
FORMATS = {"svg": (), "png": (), "dot": ("gv",), "json": ()}  # and other endings of the names of their files


class Job(NamedTuple):
    """A map to draw, and where to; its branches have room in a folder beside it."""

    map: Path
    output: str
    room: bool = False


class How(NamedTuple):
    """What all maps of a call have in common; without an `engine`, it is as each project's settings say."""

    format: str
    view: str | None = None
    flat: bool = False
    engine: str | None = None
    cached: bool = True


class Outcome(NamedTuple):
    """What came of a map: all there is to say on standard error, and what is to be printed."""

    job: Job
    status: int
    drawn: bool
    said: tuple[str, ...] = ()
    printed: str = ""
    kept: tuple[Path, int] | None = None  # the cache that was used, and how many bytes it may have


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("maps", nargs="+", type=Path, metavar="MAP", help="a map's YAML file")
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help="where to: a file for one map (- is standard output), a folder, FOLDER/, for several or with branches",
    )
    add_view(parser)
    parser.add_argument("--flat", action="store_true", help="draw every claim of a large map as well, not its overview")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="dot: a graph for Graphviz, with its texts; json: where things go; by default as the file's name ends",
    )
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        help="Graphviz: auto, embedded, system, or the path of a dot; by default what the project's settings say",
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="draw anew what the project's cache has, and keep nothing"
    )


def run(options: argparse.Namespace) -> int:
    """Draw; what is wrong with a map does not keep the drawing back, and makes the status, the worst of all maps."""
    jobs, form = _jobs(options.maps, options.output, options.format)
    how = How(form, options.view, options.flat, options.engine, not options.no_cache)
    outcomes = _told(jobs, _drawn(jobs, how))
    for folder, limit in {outcome.kept for outcome in outcomes if outcome.kept}:
        cache.trim(folder, limit)
    if len(jobs) > 1:
        for outcome in outcomes:
            if not outcome.drawn:
                complain(f"{outcome.job.map} was not drawn.")
    return max(outcome.status for outcome in outcomes)


def _jobs(maps: Sequence[Path], output: str, form: str | None) -> tuple[list[Job], str]:
    """Where each map is drawn to, and as what. Raises `CommandError` where one would be written over another."""
    if len(maps) == 1 and not output.endswith(("/", "\\")):
        return [Job(maps[0], output)], form or _format_of(output)
    if output == "-":
        raise CommandError("Standard output takes one map; several need a folder: `-o FOLDER`.")
    form = form or "svg"
    jobs = [Job(path, str(Path(output, f"{path.stem}.{form}")), room=True) for path in maps]
    inputs = {path.resolve() for path in maps}
    first: dict[str, Path] = {}
    for job in jobs:
        other = first.setdefault(job.output, job.map)
        if other is not job.map:
            raise CommandError(
                f"{other} and {job.map} would both be drawn to {job.output}. Draw them into folders of their own."
            )
        if Path(job.output).resolve() in inputs:
            raise CommandError(f"{job.output} is a map, and would be written over. Draw into another folder.")
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = "it is no folder" if isinstance(error, FileExistsError) else error.strerror or str(error)
        raise CommandError(f"Nothing can be drawn into {output}: {why}.") from None
    return jobs, form


def _format_of(output: str) -> str:
    """What a file's name says that it is."""
    ending = Path(output).suffix.removeprefix(".").lower()
    return next((form for form, others in FORMATS.items() if ending in (form, *others)), "svg")


def _drawn(jobs: list[Job], how: How) -> Iterator[Outcome]:
    """What comes of each, in order, on all cores where there is enough to do."""
    from argmap.cli.batch import draw_batch, load
    from argmap.cli.workers import spread

    if len(jobs) > 1:
        load()
    for outcomes in spread(draw_batch, jobs, [_size(job.map) for job in jobs], how):
        yield from outcomes


def _size(file: Path) -> int:
    """How many bytes a file has; what cannot be read takes no time."""
    try:
        return file.stat().st_size
    except (OSError, ValueError):
        return 0


def _told(jobs: list[Job], outcomes: Iterator[Outcome]) -> list[Outcome]:
    """The outcomes, each told when it is there; on a terminal with how far it has got."""
    told: list[Outcome] = []
    with _progress(len(jobs)) as step:
        for outcome in outcomes:
            step([one_line(line) for line in outcome.said])
            print(outcome.printed, end="")
            told.append(outcome)
    return told


def _progress(total: int) -> AbstractContextManager[Callable[[list[str]], None]]:
    if total == 1 or not sys.stderr.isatty():
        return nullcontext(_say)
    from argmap.cli.progress import progress

    return progress(total)


def _say(lines: list[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)

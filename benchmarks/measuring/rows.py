"""What is measured: one small function for each row of the table, and what each row is to show."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from formats import article, notation
from growing import grown

from measuring.bench import Bench, small_maps
from measuring.commands import ARGMAP, HERE, Run, argmap_draws_branches, drawing, peers_draw
from measuring.costs import Cost, cost, environment, others_environment, told
from measuring.sites import argmap_site, dot_site, forget, plain_site
from measuring.targets import Aim, Comparison, at_most, faster, megabytes_at_most, seconds_at_most

SITE_PAGES = 200
THOUSANDS = 2_000
SMALL, LARGE = 1_000, 10_000
ROOMS = ("reading", "anchoring", "labels", "checks", "views")
BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict")
ANY_ARGDOWN = "Argdown"

Round = Callable[[], Mapping[str, Cost]]
"""What each series of a row costs, one after the other."""


@dataclass(frozen=True, slots=True)
class Row:
    """Something to measure, under a name by which one asks for it."""

    name: str
    prepare: Callable[[Bench], Round]
    comparisons: tuple[Comparison, ...]
    most: int = 100
    """Rounds at most: some take minutes."""


def flat(size: int) -> Callable[[Bench], Round]:
    """One map, file to SVG, every claim in one drawing."""
    return lambda bench: in_turn(drawing(bench, bench.one(size)))


def branches(size: int) -> Callable[[Bench], Round]:
    """argmap's overview with all it leads to, against the others' one drawing."""
    return lambda bench: in_turn(
        {"argmap": argmap_draws_branches(bench.one(size))} | peers_draw(bench, bench.one(size))
    )


def many(count: int) -> Callable[[Bench], Round]:
    """Many small maps in one call."""
    return lambda bench: in_turn(drawing(bench, bench.many(count)))


def site(bench: Bench) -> Round:
    """A page for each map: argmap over the site without maps, and mkdocs-graphviz over its own."""
    maps, folder, peer = small_maps(SITE_PAGES), bench.folder / "site", bench.peers.mkdocs_graphviz
    plain, ours = plain_site(folder / "plain", maps), argmap_site(folder / "argmap", maps, pages=False)
    runs = {
        "without maps": lambda: cost(BUILD, plain, environment()),
        "argmap, nothing cached": lambda: built_anew(ours),
        "argmap, nothing changed": lambda: cost(BUILD, ours, environment()),
    }
    if peer:
        other, theirs = plain_site(folder / "other", maps), dot_site(folder / "dot", maps)
        command = [*peer.command, "build", "--strict"]
        runs["without graphs"] = lambda: cost(command, other, others_environment())
        runs[peer.title] = lambda: cost(command, theirs, others_environment())
    return in_turn(runs)


def site_pages(bench: Bench) -> Round:
    """The same with a page of claims for each map, over the site without maps."""
    maps, folder = small_maps(SITE_PAGES), bench.folder / "site-pages"
    plain, ours = plain_site(folder / "plain", maps), argmap_site(folder / "argmap", maps, pages=True)
    return in_turn(
        {
            "without maps": lambda: cost(BUILD, plain, environment()),
            "argmap, nothing cached": lambda: built_anew(ours),
            "argmap, nothing changed": lambda: cost(BUILD, ours, environment()),
        }
    )


def site_of_thousands(bench: Bench) -> Round:
    """Thousands of pages with a map, as many of their claims, and an index of all maps."""
    ours = argmap_site(bench.folder / "thousands", small_maps(THOUSANDS), pages=True, index=True)
    return in_turn(
        {_COLD: lambda: built_anew(ours), _WARM: lambda: cost(BUILD, ours, environment())},
    )


def serve(bench: Bench) -> Round:
    """The rebuild of `mkdocs serve` after one map, or one page, has changed."""
    maps, folder = small_maps(SITE_PAGES), bench.folder / "serve"
    plain, ours = plain_site(folder / "plain", maps), argmap_site(folder / "argmap", maps, pages=False)
    return in_turn(
        {
            "without maps": lambda: rebuilt(plain, "docs/page-1.md"),
            "argmap": lambda: rebuilt(ours, "docs/maps/map-1.yml"),
        }
    )


def check(bench: Bench) -> Round:
    """`argmap check` of a large map."""
    folder = bench.one(LARGE) / "yml"
    command = [sys.executable, HERE / "apart.py", *ARGMAP, "check", "map-0.yml"]
    return in_turn({"argmap": lambda: Cost(**told(command, folder, environment()))})


def check_article(bench: Bench) -> Round:
    """`argmap check` of this site's map, over loading what it reads maps with."""
    libraries = (sys.executable, "-c", "import pydantic, yaml")
    return in_turn(
        {
            "argmap": lambda: cost([*ARGMAP, "check", "docs/maps/russia-iran.yml"], HERE.parents[1], environment()),
            "import pydantic, yaml": lambda: cost(libraries, bench.folder, environment()),
        }
    )


def large_site(bench: Bench) -> Round:
    """A whole site of a large map: its page, and those that argmap adds."""
    ours = argmap_site(bench.folder / "large-site", [grown(LARGE)], pages=True)
    return in_turn({"argmap, nothing cached": lambda: built_anew(ours)})


def growth(bench: Bench) -> Round:
    """What each room takes for a map and for one ten times as large."""
    folder = bench.folder / "growth"
    folder.mkdir()
    for size in (SMALL, LARGE):
        whole = grown(size)
        (folder / f"{size}.yml").write_text(notation(whole, f"{size}.txt"), "utf-8")
        (folder / f"{size}.txt").write_text(article(whole), "utf-8")

    def measured() -> Mapping[str, Cost]:
        command = [sys.executable, HERE / "rooms.py", f"{SMALL}.yml", f"{LARGE}.yml"]
        found = told(command, folder, environment())
        return {_room(room, int(size)): Cost(s, s) for room in found for size, s in found[room].items()}

    return measured


def in_turn(runs: Mapping[str, Run]) -> Round:
    """One run of each, so that whatever else the machine does falls on all alike."""
    return lambda: {name: run() for name, run in runs.items()}


def built_anew(project: Path) -> Cost:
    """A build that finds nothing of an earlier one."""
    forget(project)
    return cost(BUILD, project, environment())


def rebuilt(project: Path, changed: str) -> Cost:
    """The second build in one process."""
    forget(project)
    found = told([sys.executable, HERE / "rebuild.py", changed], project, environment())
    return Cost(found["cpu"], found["elapsed"])


def _room(room: str, size: int) -> str:
    return f"{room}, {size:,} claims"


def _flat_rows() -> Iterator[Row]:
    for size in (12, 50, 200):
        work = f"One map of {size} claims, file to one flat SVG"
        comparisons = (Comparison(work, "argmap", ("Argdown 1.7.5",), faster(4)),)
        yield Row(f"flat-{size}", flat(size), comparisons)
    for size in (1_000, 3_000):
        work = f"One map of {size:,} claims, flat all the same"
        yield Row(f"flat-{size}", flat(size), (Comparison(work, "argmap", (ANY_ARGDOWN,), Aim.FASTER),))


_THOUSANDS = "2,000 pages with a map each, as many of claims, an index"
_COLD, _WARM, _PLAIN = "argmap, nothing cached", "argmap, nothing changed", "without maps"

ROWS = (
    *_flat_rows(),
    Row(
        "branches",
        branches(SMALL),
        (
            Comparison(
                "1,000 claims: the overview and every branch it leads to, against one flat drawing",
                "argmap",
                (ANY_ARGDOWN,),
                faster(3),
            ),
        ),
    ),
    Row(
        "many-200",
        many(200),
        (Comparison("200 maps of 12 claims in one call", "argmap", (ANY_ARGDOWN,), faster(6)),),
    ),
    Row(
        "many-2000",
        many(2_000),
        (Comparison("2,000 maps of 12 claims in one call", "argmap", (ANY_ARGDOWN,), Aim.FASTER),),
    ),
    Row(
        "site",
        site,
        (
            Comparison("200 pages with a map each, nothing cached", _COLD, (_PLAIN,), at_most(1.35)),
            Comparison("200 pages with a map each, nothing changed", _WARM, (_PLAIN,), at_most(1.10)),
            Comparison(
                "200 pages with a graph each, mkdocs-graphviz", "mkdocs-graphviz", ("without graphs",), Aim.TIMES
            ),
        ),
    ),
    Row(
        "site-pages",
        site_pages,
        (
            Comparison("The same and 200 pages of claims, nothing cached", _COLD, (_PLAIN,), Aim.TIMES),
            Comparison("The same and 200 pages of claims, nothing changed", _WARM, (_PLAIN,), Aim.TIMES),
        ),
    ),
    Row(
        "site-2000",
        site_of_thousands,
        (
            Comparison(f"{_THOUSANDS}, nothing cached", _COLD, (), Aim.SECONDS),
            Comparison(f"{_THOUSANDS}, nothing changed", _WARM, (), Aim.SECONDS),
            Comparison(f"{_THOUSANDS}, memory", _COLD, (), Aim.MEGABYTES),
        ),
        most=2,
    ),
    Row(
        "serve",
        serve,
        (Comparison("Rebuild in `serve` after one map has changed, 200 pages", "argmap", (_PLAIN,), at_most(1.15)),),
    ),
    Row(
        "check-article",
        check_article,
        (Comparison("Check of the article’s map", "argmap", ("import pydantic, yaml",), at_most(3)),),
    ),
    Row(
        "check",
        check,
        (
            Comparison("Check of a map of 10,000 claims", "argmap", (), seconds_at_most(6)),
            Comparison("Check of a map of 10,000 claims, memory", "argmap", (), megabytes_at_most(400)),
        ),
    ),
    Row(
        "large-site",
        large_site,
        (
            Comparison("Whole site of a map of 10,000 claims", _COLD, (), seconds_at_most(90)),
            Comparison("Whole site of a map of 10,000 claims, memory", _COLD, (), megabytes_at_most(1_000)),
        ),
    ),
    Row(
        "growth",
        growth,
        tuple(
            Comparison(f"From 1,000 to 10,000 claims: {room}", _room(room, LARGE), (_room(room, SMALL),), at_most(12))
            for room in ROOMS
        ),
    ),
)

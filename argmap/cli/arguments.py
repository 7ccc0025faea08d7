"""The arguments that several commands take, each declared and explained once."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path


def add_map(parser: ArgumentParser) -> None:
    """The one map that a command is about, as `map`."""
    parser.add_argument("map", type=Path, metavar="MAP", help="the map's YAML file")


def add_maps(parser: ArgumentParser) -> None:
    """The maps that a command is about, as `maps`; `maps.maps_of` says what none means."""
    parser.add_argument(
        "maps", nargs="*", type=Path, metavar="MAP", help="a map's YAML file; without any, all of the project's"
    )


def add_view(parser: ArgumentParser) -> None:
    """A view of the map, as `view`."""
    parser.add_argument("--view", metavar="VIEW", help="a view of the map by its id, instead of the whole map")


def add_strict(parser: ArgumentParser) -> None:
    """Whether warnings count, as `strict`."""
    parser.add_argument("--strict", action="store_true", help="let warnings fail, too")


def add_format(parser: ArgumentParser, **others: str) -> None:
    """What the command says it as, as `format`: text, or one of the others, each with what it is for."""
    named = [f"{name} ({use})" if use else name for name, use in others.items()]
    parser.add_argument(
        "--format", choices=("text", *others), default="text", help=f"text, unless asked for: {', '.join(named)}"
    )


def add_dry_run(parser: ArgumentParser) -> None:
    """Whether to show changes and make none, as `dry_run`; the option has two usual names."""
    parser.add_argument(
        "--check",
        "--dry-run",
        dest="dry_run",
        action="store_true",
        help="write nothing: show what would change as a diff, and exit with 1 where something would",
    )

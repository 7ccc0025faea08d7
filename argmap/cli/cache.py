"""Say what this project's cache holds, or let go of it all.

The project is the one that the current folder is in. Whatever is not kept is made again when it is wanted.
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from argmap.cli.report import CommandError, Status
from argmap.findings import shown

if TYPE_CHECKING:
    from argmap.cache import Entry

HELP = "say what is kept of maps and drawings, or let go of it"
KINDS = {"map": "maps", "made": "what pages show", "svg": "drawings", "png": "pictures", "md": "pages"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--clear", action="store_true", help="let go of all of it")


def run(options: argparse.Namespace) -> int:
    """Tell what is kept, how many bytes it has, and of what kinds it is; or clear it."""
    from argmap import cache
    from argmap.cli.maps import library_here

    found = library_here().settings
    if found.cache is None:
        print("Nothing is kept: this project's settings have `cache = false`.")
        return Status.FINE
    where = shown(found.cache)
    try:
        kept = cache.entries(found.cache) if found.cache.exists() else []
        if options.clear:
            cache.clear(found.cache)
    except OSError as error:
        raise CommandError(f"The cache {where} cannot be used: {error.strerror or error}.") from None
    if options.clear:
        print(f"{where}: let go of {_tally(kept)}")
    else:
        print(f"{where}: {_tally(kept)} of at most {found.cache_limit:,}")
        for kind, words in _by_kind(kept):
            print(f"  {kind}: {words}")
    return Status.FINE


def _by_kind(kept: list[Entry]) -> list[tuple[str, str]]:
    """Each kind of entry that there is, with how many there are and their bytes; what has most first."""
    kinds = {entry.kind for entry in kept}
    sizes = Counter({kind: sum(entry.size for entry in kept if entry.kind == kind) for kind in kinds})
    return [
        (KINDS.get(kind, kind), _tally([entry for entry in kept if entry.kind == kind]))
        for kind, _ in sizes.most_common()
    ]


def _tally(kept: list[Entry]) -> str:
    noun = "entry" if len(kept) == 1 else "entries"
    return f"{len(kept):,} {noun}, {sum(entry.size for entry in kept):,} bytes"

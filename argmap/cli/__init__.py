"""The `argmap` command: one module per command.

A command is a module with a docstring (its description), `HELP` (its line in the list of commands),
`add_options` and `run`. What it works with is imported in `run`: asking for help costs nothing.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from contextlib import suppress

from argmap import __version__
from argmap.cli import board, check, diff, draw, fmt, labels, lsp, new, outline, quotes, rename, schema
from argmap.cli.report import CommandError, Status, complain, print_findings, silence, status_without_map
from argmap.findings import MapError

COMMANDS = {
    "check": check,
    "labels": labels,
    "outline": outline,
    "board": board,
    "draw": draw,
    "diff": diff,
    "quotes": quotes,
    "fmt": fmt,
    "rename": rename,
    "new": new,
    "schema": schema,
    "lsp": lsp,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status, one of `Status`.

    As argparse does, `--help`, `--version` and options that make no sense raise SystemExit.
    """
    _write_utf_8()
    options = _parser().parse_args(argv)
    try:
        status = _run(options)
        print(end="", flush=True)  # here, where a failure can still be told
    except BrokenPipeError:
        silence(sys.stdout, sys.stderr)
        return Status.BROKEN_PIPE
    except OSError as error:
        silence(sys.stdout)
        what = f"The file {error.filename}" if error.filename else "The output"
        with suppress(OSError):
            complain(f"{what} cannot be used: {error.strerror or error}.")
        return Status.UNUSABLE
    return status


def _run(options: argparse.Namespace) -> int:
    try:
        status: int = options.run(options)
    except MapError as error:
        print_findings(error.findings)
        return status_without_map(error)
    except CommandError as error:
        complain(str(error))
        return Status.UNUSABLE
    except KeyboardInterrupt:
        complain("Interrupted.")
        return Status.INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="argmap", description="Check, label and draw argument maps written in YAML.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"argmap {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name, command in COMMANDS.items():
        own = commands.add_parser(name, help=command.HELP, description=command.__doc__, allow_abbrev=False)
        command.add_options(own)
        own.set_defaults(run=command.run)
    return parser


def _write_utf_8() -> None:
    """JSON and SVG are UTF-8 whatever the locale; a file's name may be what no encoding has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")

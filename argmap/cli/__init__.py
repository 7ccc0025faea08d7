"""The `argmap` command: one module per command.

A command is a module with a docstring (its description), `HELP` (its line in the list of commands),
`add_options` and `run`. What it works with is imported in `run`: asking for help costs nothing, and a command
does not wait for the others.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from argmap import __version__
from argmap.cli.report import CommandError, Status, complain, print_findings, silence, status_without_map
from argmap.findings import MapError

COMMANDS = (
    *("check", "labels", "outline", "board", "draw", "diff"),
    *("quotes", "fmt", "rename", "new", "schema", "lsp", "cache"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status, one of `Status`.

    As argparse does, `--help`, `--version` and options that make no sense raise SystemExit.
    """
    _write_utf_8()
    arguments = sys.argv[1:] if argv is None else list(argv)
    options = _parser(arguments).parse_args(arguments)
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


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    """The parser of the command that is asked for, or of all where none is."""
    parser = argparse.ArgumentParser(
        prog="argmap", description="Check, label and draw argument maps written in YAML.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"argmap {__version__}")
    commands = parser.add_subparsers(prog=parser.prog, required=True, metavar="COMMAND", title="commands")
    for name in [name for name in COMMANDS if name in arguments[:1]] or COMMANDS:
        command = import_module(f"{__name__}.{name}")
        own = commands.add_parser(name, help=command.HELP, description=command.__doc__, allow_abbrev=False)
        command.add_options(own)
        own.set_defaults(run=command.run)
    return parser


def _write_utf_8() -> None:
    """JSON and SVG are UTF-8 whatever the locale; a file's name may be what no encoding has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")

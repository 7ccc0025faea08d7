"""Serve editors over standard input and output: findings while you type, completion, hover, definition, rename.

An editor starts this; started by hand it waits for one.
"""

from __future__ import annotations

import argparse

from argmap.cli.report import CommandError, Status

HELP = "be the language server of an editor"
INSTALL = "The language server needs pygls. Install it with `pip install 'argmap[lsp]'`."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--stdio", action="store_true", help="serve over standard input and output, as always")


def run(options: argparse.Namespace) -> int:
    """Serve until the editor says to stop."""
    try:
        from argmap.lsp.server import serve
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise CommandError(INSTALL) from None
    serve()
    return Status.FINE

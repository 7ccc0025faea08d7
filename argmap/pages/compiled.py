"""Compiled templates, kept beside them as Python keeps its compiled modules."""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


# What Jinja and `marshal` raise for a file that begins as it should and does not go on so.
DAMAGED = (OSError, EOFError, TypeError, ValueError, pickle.UnpicklingError)


class Compiled(jinja2.FileSystemBytecodeCache):
    """A folder of compiled templates, known by their source and Jinja's version.

    A convenience: where it cannot be read or written, templates are compiled anew.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), f"%s.jinja-{jinja2.__version__}.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept."""
        try:
            super().load_bytecode(bucket)
        except DAMAGED:
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, unless Python was asked to write nothing of the kind."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)

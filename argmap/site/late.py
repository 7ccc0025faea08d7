"""A file of the site that is made when it is written: to hold those of thousands of maps would take much memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class LateFile(File):
    """A file whose content is made whenever somebody asks for it, unless somebody has given it another."""

    _make: Callable[[], bytes]

    @classmethod
    def at(cls, config: MkDocsConfig, uri: str, make: Callable[[], bytes]) -> LateFile:
        """A file at a place of the docs folder, as `make` makes it."""
        file = cls(uri, None, config.site_dir, config.use_directory_urls)
        file.generated_by = config.plugins._current_plugin or "argmap"
        file._make = make
        return file

    @property
    def content_bytes(self) -> bytes:
        """What is written."""
        return self._make()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._make = lambda: value

    @property
    def content_string(self) -> str:
        """The same as a text."""
        return self.content_bytes.decode()

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.content_bytes = value.encode()

    def copy_file(self, dirty: bool = False) -> None:
        """Write it where the site has it."""
        place = Path(self.abs_dest_path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(self.content_bytes)

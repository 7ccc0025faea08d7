"""The files of a new site: a page, a map, the text that it is of, and what MkDocs has to know."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from argmap.editing.saving import write_all

# A file of the starter's own that git takes no notice of goes by another name here.
STARTER = {
    "mkdocs.yml": "mkdocs.yml",
    "docs/index.md": "docs/index.md",
    "docs/maps/first.yml": "docs/maps/first.yml",
    "texts/letter.txt": "texts/letter.txt",
    ".gitignore": "gitignore",
}
"""The files of a new site, by their paths in it, and what they are called in the package."""


def taken(folder: Path) -> list[Path]:
    """The files of a new site for which there is something in the folder already."""
    return [folder / name for name in STARTER if (folder / name).exists() or (folder / name).is_symlink()]


def start(folder: Path) -> list[Path]:
    """Write a new site into a folder, which is made where there is none; the files written. Raises OSError."""
    starter = files("argmap.editing") / "starter"
    contents = {folder / name: (starter / kept).read_bytes() for name, kept in STARTER.items()}
    for path in contents:
        path.parent.mkdir(parents=True, exist_ok=True)
    write_all(contents)
    return list(contents)

"""The plugin's options. Those of the maps themselves stand in `[tool.argmap]`, where the command line finds them."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from argmap.findings import meant

NAMED = "maps are named by their files in the folder of maps, without the ending"


class Chosen(BaseConfigOption[bool | list[str]]):
    """All maps, none, or those with the names or patterns of a list."""

    def __init__(self, *, default: bool) -> None:
        super().__init__()
        self.default = default

    def run_validation(self, value: object) -> bool | list[str]:
        """What is written, if it is one of these."""
        if isinstance(value, bool):
            return value
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            return value
        raise ValidationError("Expected true, false, or a list of maps' names such as [harbour, '2016/*']")


class ArgmapConfig(Config):
    """Options of the plugin `argmap` in `mkdocs.yml`."""

    pages = Chosen(default=True)
    """Which maps a claims page and source pages are generated for: true, false, or names and patterns of names."""

    board = Chosen(default=False)
    """Which maps a page is generated for that shows their editors what is open in them; as `pages`."""


def chosen(name: str, wanted: bool | Sequence[str]) -> bool:
    """Whether a map is among those wanted."""
    return wanted if isinstance(wanted, bool) else any(_means(each, name) for each in wanted)


def mistaken(option: str, wanted: bool | Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """What is to be said of an option's names that no map has."""
    for each in () if isinstance(wanted, bool) else wanted:
        if not any(_means(each, name) for name in names):
            hint = meant(each, names, NAMED)
            yield f"mkdocs.yml: the option `{option}` has `{each}`, and no map is named so ({hint})"


def _means(wanted: str, name: str) -> bool:
    """Whether a name is meant; in a pattern `*` is anything, folders too."""
    return wanted == name or fnmatchcase(name, wanted)

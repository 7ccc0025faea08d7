"""The project's settings: `[tool.argmap]` of `pyproject.toml`, or an `argmap.toml`, the same for every host."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.branches import LIMIT
from argmap.findings import MapError, Severity, meant, shown

if TYPE_CHECKING:
    from argmap.review import Policy

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project says of its maps. Folders are absolute.

    `engine` is "auto", "embedded", "system" or a path; without a `cache` nothing is kept. `cache_limit` is how many
    bytes are, written in megabytes. `issues` is where a fault in a map can be told; `coverage` how many percent of
    each source's sentences the maps are to cover; `limit` with how many claims a map is still drawn as a whole;
    `rules` has what is to be said otherwise than the rules say it, or not at all (None).
    """

    maps: Path
    engine: str = "auto"
    cache: Path | None = None
    cache_limit: int = 500 * MEGABYTE
    issues: str | None = None
    coverage: int = 0
    limit: int = LIMIT
    rules: Mapping[str, Severity | None] = field(default_factory=dict)

    @property
    def policy(self) -> Policy:
        """What the project makes of the rules, for whoever reads a map."""
        from argmap.review import Policy  # the rules are many, and to know what is said of them needs none

        return Policy(self.rules, self.coverage)


FEWEST, MOST = 12, 1_000  # claims in one drawing: with fewer it shows nothing, with more nothing can be read
DEFAULTS: dict[str, Any] = {"maps": "docs/maps", "engine": "auto", "cache": ".cache/argmap", "cache_limit": 500}
HINTS = {
    "maps": 'the default is "docs/maps"',
    "engine": 'the default is "auto"',
    "cache": "or `false` for no cache",
    "cache_limit": "the default is 500, in megabytes; for no cache at all write `cache = false`",
    "issues": "write the address of a form for new issues, such as https://github.com/owner/name/issues/new",
}
LEVELS = "write `false` to switch it off, or one of " + ", ".join(f'"{severity}"' for severity in Severity)


def load(project: Path) -> Settings:
    """The settings of the project in a folder. Raises `MapError` when a file of settings is not to be used."""
    file, table = _table(project)
    known = [field.name for field in fields(Settings)]
    for name, value in table.items():
        if name not in known:
            hint = meant(name, known, f"the settings are {', '.join(known)}")
            raise MapError.unreadable_file(shown(file), f"argmap knows no setting `{name}`", hint)
        if name not in HINTS:
            continue  # it takes something else than these
        if not _is_taken(name, value):
            given = value if isinstance(value, str) else type(value).__name__
            takes = "a whole number above 0" if name == "cache_limit" else "a text"
            what = f"argmap's setting `{name}` takes {takes}, not {given!r}"
            raise MapError.unreadable_file(shown(file), what, HINTS[name])
    values = DEFAULTS | table
    return Settings(
        maps=_folder(file, project, "maps", values["maps"]),
        engine=_engine(file, project, values["engine"]),
        cache=_folder(file, project, "cache", values["cache"]) if values["cache"] else None,
        cache_limit=values["cache_limit"] * MEGABYTE,
        issues=_address(file, "issues", values["issues"]) if "issues" in values else None,
        coverage=_percent(file, "coverage", values.get("coverage", 0)),
        limit=_claims(file, "limit", values.get("limit", LIMIT)),
        rules=_rules(file, values.get("rules", {})),
    )


def shared_cache(project: Path, found: Settings) -> Path | None:
    """The cache for who builds no site: one that is there already, or that the project's settings name."""
    named = "cache" in _table(project)[1]
    return found.cache if found.cache and (named or found.cache.is_dir()) else None


def _is_taken(name: str, value: object) -> bool:
    """Whether a value is of the kind that a setting takes."""
    if name == "cache_limit":
        return type(value) is int and value > 0
    return (isinstance(value, str) and bool(value.strip())) or (name == "cache" and value is False)


def _engine(file: Path, project: Path, value: str) -> str:
    """An engine's name, or its path from the project's folder."""
    return value if value in ("auto", "embedded", "system") else str(_folder(file, project, "engine", value))


def _address(file: Path, name: str, value: str) -> str:
    """An address of the web, and no other: it becomes a link on every page."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(value)
        if parts.scheme in ("http", "https") and parts.hostname and not any(map(_breaks_off, value)):
            return value
    except ValueError:
        pass  # brackets that hold no address
    what = f"argmap's setting `{name}` is {value!r}, which is no address that begins with https:// or http://"
    raise MapError.unreadable_file(shown(file), what, HINTS[name])


def _percent(file: Path, name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100:
        return value
    what = f"argmap's setting `{name}` takes a whole number from 0 to 100, not {value!r}"
    raise MapError.unreadable_file(shown(file), what, f"percent of each source's sentences, such as `{name} = 80`")


def _claims(file: Path, name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and FEWEST <= value <= MOST:
        return value
    what = f"argmap's setting `{name}` takes a whole number from {FEWEST} to {MOST}, not {value!r}"
    raise MapError.unreadable_file(shown(file), what, f"claims in one drawing, such as `{name} = {LIMIT}`")


def _rules(file: Path, value: object) -> dict[str, Severity | None]:
    """What is to be said otherwise than the rules say it."""
    if not isinstance(value, dict):
        what = f"argmap's setting `rules` takes a table, not {value!r}"
        raise MapError.unreadable_file(shown(file), what, "write a line such as `one-sided = false` below it")
    return {name: _level(file, name, level) for name, level in value.items()}


def _level(file: Path, name: str, level: object) -> Severity | None:
    from argmap.review import ALWAYS, RULES  # few projects name one

    if name not in RULES:
        hint = meant(name, RULES, f"the rules are {', '.join(RULES)}")
        raise MapError.unreadable_file(shown(file), f"argmap knows no rule `{name}`", hint)
    if name in ALWAYS:
        what = f"The rule `{name}` is always an error: it is the map's own test"
        raise MapError.unreadable_file(shown(file), what, f"change the map's `{name}` instead")
    if level is False:
        return None
    if isinstance(level, str) and level in tuple(Severity):
        return Severity(level)
    raise MapError.unreadable_file(shown(file), f"The rule `{name}` cannot be {level!r}", LEVELS)


def _breaks_off(char: str) -> bool:
    return char.isspace() or not char.isprintable()


def _folder(file: Path, project: Path, name: str, value: str) -> Path:
    try:
        return (project / value).resolve()
    except (OSError, RuntimeError, ValueError):
        # A loop of links is a RuntimeError until Python 3.13; a NUL in a path is a ValueError.
        what = f"argmap's setting `{name}` is {value!r}, a path that cannot be followed"
        raise MapError.unreadable_file(shown(file), what) from None


def _table(project: Path) -> tuple[Path, dict[str, Any]]:
    """The table and the file it stands in; an `argmap.toml` goes before the `pyproject.toml`."""
    for file, path in ((project / "argmap.toml", ()), (project / "pyproject.toml", ("tool", "argmap"))):
        table = _toml(file)
        if table is None:
            continue
        for key in path:
            table = table.get(key, {})
            if not isinstance(table, dict):
                raise MapError.unreadable_file(shown(file), f"`{key}` is no table", "write `[tool.argmap]`")
        if table or not path:
            return file, table
    return project, {}


def _toml(file: Path) -> Any:
    """What stands in a file; None where there is none."""
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MapError.unreadable_file(shown(file), f"The file cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise MapError.unreadable_file(shown(file), f"The file is not valid TOML: {error}") from None
    import tomllib  # many projects have no such file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MapError.unreadable_file(shown(file), f"The file is not valid TOML: {error}") from None
    except RecursionError:
        raise MapError.unreadable_file(shown(file), "The file is nested too deep") from None

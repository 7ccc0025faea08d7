"""What was made of a project's maps: at hand from one build to the next, so that what is the same is not made again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.origins import content_of, digest, origins
from argmap.pages import entry as entries
from argmap.pages.asking import Asking, taken
from argmap.pages.entry import Entry
from argmap.reading import LateReading, Reading, read

if TYPE_CHECKING:
    from argmap.settings import Settings


EMBEDDED = "graphviz-pure"


class Known(NamedTuple):
    """A map as it was read, or as it will be where somebody looks into it; and what was made of it."""

    reading: Reading
    entry: Entry


class Shelf:
    """What is known of maps, by their names. It takes over what the one `before` it knows, else what the cache has."""

    def __init__(self, settings: Settings, project: Path, before: Shelf | None = None) -> None:
        self._settings, self._project = settings, project
        self._known: dict[str, Known] = {}
        self.new: dict[str, Reading] = {}
        """The maps that had to be read, since nothing was known of them as they are now."""
        # Of another project's maps, or with other settings, nothing is known.
        same = before is not None and (before._settings, before._project) == (settings, project)
        self._before = before._known if before and same else {}
        self._engines = engines(settings.engine)

    def read(self, name: str, path: Path) -> Reading:
        """The map of a name, in a file. Raises `MapError`.

        One that has not changed since it was read last is not read before somebody looks into it.
        """
        content = content_of(path)
        key = self._key(name, path, content)
        known = self._found(name, path, key, content or b"")
        if known is None:
            reading = self.new[name] = _read(name, path, self._settings, self._project)
            found = origins(reading, self._project)
            # It may have changed while it was read.
            if found is None or self._key(name, path, content_of(path)) != key:
                return reading
            known = Known(reading, Entry(key, found, reading.findings))
        self._known[name] = known
        return known.reading

    def sources(self, reading: Reading) -> tuple[str, ...]:
        """The files of a map's sources, as the map has them."""
        if entry := self._entry(reading):
            return tuple(origin.file for origin in entry.origins)
        return tuple(source.file for source in reading.map.sources.values())

    def readable(self, reading: Reading) -> tuple[str, ...]:
        """The ids of those sources that can be read."""
        if entry := self._entry(reading):
            return tuple(origin.source for origin in entry.origins)
        return tuple(reading.anchoring.texts)

    def made(self, reading: Reading, what: str, host: Any, make: Callable[[Asking], str]) -> str:
        """What is made of a map for a host, or was made of it for one that answered the same.

        `what` tells apart all that is made of a map, and says all that it depends on but the map, the project's
        settings and the host's answers. What is warned of is made again, and warned of again.
        """
        return taken(self.made_bytes(reading, what, host, lambda asking: make(asking).encode()), host)

    def made_bytes(self, reading: Reading, what: str, host: Any, make: Callable[[Asking], bytes]) -> bytes:
        """The same for what is no text, and holds nothing back."""
        entry = self._entry(reading)
        if entry and (kept := entry.find(what, host, reading)) is not None:
            return kept
        asking = Asking(host)
        content = make(asking)
        if entry and not asking.warned:
            entry.keep(what, asking.answers, content)
        return content

    def store(self) -> bool:
        """Put what is new into the cache; whether there was anything."""
        stored = [known.entry.store(self._settings.cache) for known in self._known.values()]
        return any(stored)

    def _found(self, name: str, path: Path, key: str, content: bytes) -> Known | None:
        """What is known of a map that has not changed."""
        known = self._before.get(name)
        if known and known.entry.key == key:
            known.entry.used.clear()
        else:
            entry = entries.load(self._settings.cache, key)
            if entry is None:
                return None
            # Whoever looks into it later finds what it is known by, whatever has been saved meanwhile.
            late = partial(self._late, name, path, content.decode(), entry)
            known = Known(LateReading(name, entry.findings, self._settings.limit, late), entry)
        same = all(origin.unchanged(path.parent, self._project) for origin in known.entry.origins)
        return known if same else None

    def _late(self, name: str, path: Path, text: str, entry: Entry) -> Reading:
        reading = _read(name, path, self._settings, self._project, text)
        if origins(reading, self._project) != entry.origins:
            entry.close()  # a source has been saved meanwhile
        return reading

    def _entry(self, reading: Reading) -> Entry | None:
        known = self._known.get(reading.name)
        return known.entry if known and known.reading is reading else None

    def _key(self, name: str, path: Path, content: bytes | None) -> str:
        how = self._settings
        return entries.key(
            name, str(path), digest(content), sorted(how.rules.items()), how.coverage, how.limit, self._engines
        )


def _read(name: str, path: Path, settings: Settings, project: Path, text: str | None = None) -> Reading:
    found = read(path, project=project, cache=settings.cache, policy=settings.policy, limit=settings.limit, text=text)
    # The reader knows a map by its file; a site knows it by its place among the others.
    return replace(found, name=name)


def engines(engine: str) -> tuple[object, ...]:
    """What may lay drawings out, as far as it can be told without loading what asks it for its version."""
    try:
        version = metadata.version(EMBEDDED)
    except metadata.PackageNotFoundError:
        version = ""
    return (engine, version, *(_identity(shutil.which(name)) for name in (engine, "dot")))


def _identity(file: str | None) -> tuple[object, ...]:
    """A program that is put in place of another is hardly ever of the same size and time."""
    if file is None:
        return ()
    status = Path(file).stat()
    return (file, status.st_size, status.st_mtime_ns)

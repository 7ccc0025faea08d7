"""Some maps drawn together and written, each with all there is to say of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from argmap import reading as readings
from argmap import settings
from argmap.branches import OVERVIEW
from argmap.cli.draw import How, Job, Outcome
from argmap.cli.maps import view_of
from argmap.cli.output import write_file
from argmap.cli.report import CommandError, Status, status_of, status_without_map
from argmap.cli.sheets import Sheet, sheets_of
from argmap.collector import resting
from argmap.drawing import Options, draw_columns, draw_graphs, draw_places, is_legible, picture, standalone
from argmap.findings import Finding, MapError
from argmap.model import View
from argmap.sources import project_of

if TYPE_CHECKING:
    from argmap.reading import Reading
    from argmap.settings import Settings

SCALE = 2.0  # of a PNG: sharp on a dense screen

Drawn: TypeAlias = str | Finding
"""What was drawn, or why nothing was."""


class Ready(NamedTuple):
    """A map that was read, what is to be drawn of it, and how; `cache_limit` is in bytes."""

    job: Job
    reading: Reading
    sheets: list[Sheet]
    options: Options
    cache_limit: int


@resting()
def draw_batch(jobs: Iterable[Job], how: How) -> list[Outcome]:
    """Draw the maps that can be read, those of one project together, and write each that can be drawn."""
    project_in = cache(lambda folder: project_of(folder / "map.yml"))  # of most maps it is one folder
    prepared = [_prepared(job, how, project_in) for job in jobs]
    ready = [each for each in prepared if isinstance(each, Ready)]
    drawn: dict[Job, list[Drawn]] = {}
    for options in dict.fromkeys(each.options for each in ready):
        alike = [each for each in ready if each.options == options]
        made = _drawn([(each.reading, sheet) for each in alike for sheet in each.sheets], options, how)
        drawn |= {each.job: [next(made) for _ in each.sheets] for each in alike}
    return [_outcome(each, drawn[each.job], how) if isinstance(each, Ready) else each for each in prepared]


def load() -> None:
    """Load what is else loaded when a map is drawn that is not kept: processes copied from this one then have it."""
    import argmap.drawing.attempts
    import argmap.drawing.column
    import argmap.notation.parsing  # noqa: F401


def _prepared(job: Job, how: How, project_in: Callable[[Path], Path]) -> Ready | Outcome:
    """The map read, or what came of it instead."""
    try:
        project = project_in(job.map.parent)
        found, kept = _settings(project)
        options = Options(
            engine=how.engine or found.engine,
            cache=kept if how.cached else None,
            flat=how.flat,
        )
        reading = readings.read(job.map, project=project, cache=options.cache, policy=found.policy, limit=found.limit)
        sheets = sheets_of(reading, view_of(reading, how.view), job.output, room=job.room and not how.flat)
        return Ready(job, reading, sheets, options, found.cache_limit)
    except MapError as error:
        return Outcome(job, status_without_map(error), False, tuple(map(str, error.findings)))
    except CommandError as error:
        return _unusable(job, str(error))
    except OSError as error:
        return _unusable(job, f"The file {error.filename or job.map} cannot be used: {error.strerror or error}.")


@cache
def _settings(project: Path) -> tuple[Settings, Path | None]:
    """A project's settings, and the cache that drawings share with its site."""
    found = settings.load(project)
    return found, settings.shared_cache(project, found)


def _drawn(sheets: list[tuple[Reading, Sheet]], options: Options, how: How) -> Iterator[Drawn]:
    """Each of some sheets that are to be drawn alike."""
    views = [(reading, sheet.view) for reading, sheet in sheets]
    match how.format:
        case "json":
            for found in draw_places(views, options):
                yield found if isinstance(found, Finding) else json.dumps(found, ensure_ascii=False) + "\n"
        case "dot":
            yield from draw_graphs(views, options)
        case _:
            linked = ((reading, sheet.view, sheet.href) for reading, sheet in sheets)
            for column in draw_columns(linked, prefix="c-", options=options):
                yield column.findings[0] if column.svg is None else column.svg


def _outcome(ready: Ready, drawn: list[Drawn], how: How) -> Outcome:
    """What was drawn of a map written, or what came of it instead."""
    job, findings = ready.job, ready.reading.findings
    said = [*map(str, findings), *_left_out(ready, how)]
    status, missing = status_of(findings), False
    kept = (ready.options.cache, ready.cache_limit) if ready.options.cache else None
    for sheet, found in zip(ready.sheets, drawn, strict=True):
        if isinstance(found, Finding):
            said.append(str(found))
            status, missing = Status.ERRORS, True
        elif sheet.output == "-" and how.format != "png":
            printed = standalone(found) if how.format == "svg" else found
            return Outcome(job, status, True, tuple(said), printed, kept)
        else:
            try:
                if sheet is not ready.sheets[0]:
                    _make_room(sheet.output)
                write_file(sheet.output, _file(ready, found, how), "drawing")
            except CommandError as error:
                failed = _unusable(job, str(error))
                return failed._replace(said=(*said, *failed.said))
    return Outcome(job, status, not missing, tuple(said), kept=kept)


def _left_out(ready: Ready, how: How) -> Iterator[str]:
    """What one file does not show of a large map, and how all of it is drawn."""
    parts = ready.reading.branches
    if parts and ready.sheets[0].view == View() and not how.flat:
        count, shown = len(ready.reading.map.claims), len(parts.parts[OVERVIEW].claims)
        yield (
            f"argmap: {ready.job.map} has {count:,} claims; its overview shows {shown}. "
            "For its branches draw into a folder, `-o FOLDER/`; for all claims in one drawing, `--flat`."
        )


def _make_room(output: str) -> None:
    """Make the folder of a map's branches where there is none. What keeps it from that will be said of the file."""
    with suppress(OSError):
        Path(output).parent.mkdir(exist_ok=True)


def _file(ready: Ready, drawn: str, how: How) -> bytes:
    """What is to be written."""
    if how.format != "png":
        return (standalone(drawn) if how.format == "svg" else drawn).encode()
    claims = ready.reading.map.claims.values()
    if not is_legible(claim.text for claim in claims if f'id="c-{claim.id}"' in drawn):
        raise CommandError("argmap's typefaces lack the letters of this map. Write an SVG: `-o NAME.svg`.")
    return picture(drawn, scale=SCALE, folder=ready.options.cache)


def _unusable(job: Job, message: str) -> Outcome:
    return Outcome(job, Status.UNUSABLE, False, (f"argmap: {message}",))

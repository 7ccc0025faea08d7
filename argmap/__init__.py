"""argmap: publish what an article argues, as diagrams and pages of a site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.findings import Finding, MapError, Severity

if TYPE_CHECKING:
    from argmap.reading import Reading

__version__ = "0.1.0"
__all__ = ["Finding", "MapError", "Severity", "__version__", "read"]


def read(path: str | Path, *, project: Path | None = None) -> Reading:
    """Read the map in a file, with its source, its labels and its findings. Raises `MapError`.

    `project` is the folder that sources must lie in, by default the map's own project. Which rules are asked, and
    how grave their findings are, is as the project's settings say.
    """
    # What reads a map is imported when one is read: `argmap --version` has no need of it.
    from argmap import reading, settings, sources

    path = Path(path)
    policy = settings.load(project or sources.project_of(path)).policy
    return reading.read(path, project=project, policy=policy)

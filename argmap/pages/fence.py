"""The `argmap` fence: a drawing of a map, or of a part of it, in any Markdown page.

`draw_fence` and `accept_fence` are what `pymdownx.superfences` calls; they are plain functions of the
module, since some hosts pickle them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.findings import Finding, MapError, Severity
from argmap.pages import host as hosts
from argmap.pages.options import FenceError, FenceOptions, parse

if TYPE_CHECKING:
    from argmap.pages.host import Host, Site
    from argmap.reading import Reading


def accept_fence(
    language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    attrs: dict[str, Any],
    md: Any,
) -> bool:
    """Every fence called `argmap` is ours; what its header says are options as well."""
    options.update(inputs)
    return True


def draw_fence(
    source: str,
    language: str,
    css_class: str,
    options: dict[str, Any],
    md: Any,
    **_: Any,
) -> str:
    """A fence as HTML. Whatever goes wrong is told where the drawing would be: superfences swallows exceptions."""
    host = hosts.host(md)
    try:
        return figure(parse(source, options), host)
    except FenceError as error:
        problem = Finding(host.page, 0, 0, "fence", Severity.ERROR, error.message, error.hint)
        return broken((problem,), host)
    except MapError as error:
        return broken(error.findings, host)
    except Exception as error:
        what = f"The drawing failed with {type(error).__name__}: {error}"
        problem = Finding(host.page, 0, 0, "internal", Severity.ERROR, what, "this is a fault of argmap")
        return broken((problem,), host)


def figure(options: FenceOptions, host: Host) -> str:
    """The drawing that a fence asks for, as a `<figure>`. Raises `FenceError`."""
    _known_map(options.map, host)
    reading = host.library.get(options.map)
    if isinstance(reading, MapError):
        return _before(reading, options, host)
    if errors := [finding for finding in reading.findings if finding.severity is Severity.ERROR]:
        return broken(tuple(errors), host) + _figure(reading, options, host)
    return _figure(reading, options, host)


def _known_map(name: str, host: Host) -> None:
    """Raise `FenceError`, so that the page is named, where the project has no such map."""
    if host.library.path(name) is None:
        finding = host.library.unknown(name)
        raise FenceError(finding.message, finding.hint)


def _before(error: MapError, options: FenceOptions, host: Host) -> str:
    """The mistakes of a map and below them, where there is one, the drawing as it was before them."""
    shown = host.library.shown(options.map)
    if isinstance(shown, MapError):
        return broken(error.findings, host)
    try:
        drawing = _figure(shown, options, host)
    except FenceError:  # what the fence asks for was not there yet
        return broken(error.findings, host)
    return broken(error.findings, host, shown=shown, as_="drawing") + drawing


def broken(findings: tuple[Finding, ...], host: Host, *, shown: Reading | None = None, as_: str = "") -> str:
    """What stands where a drawing would be: every finding, with its place and its line. The editor is told as well.

    Where the map is `shown` below them as it was before, it is said so, in its language: `as_` a drawing or a page.
    """
    from argmap.pages import templates
    from argmap.pages.excerpts import with_excerpts
    from argmap.words import words_for

    for finding in findings:
        host.warn(str(finding))
    words = shown.words if shown else words_for("en")
    before = words(f"page.before.{as_}") if shown else ""
    told = list(with_excerpts(findings))
    return host.hold(lambda: templates.render_plain("broken.html", findings=told, before=before, w=words))


def _figure(reading: Reading, options: FenceOptions, host: Host) -> str:
    """The drawing as it was kept, or a new one."""

    def made(site: Site) -> str:
        # To load what draws takes a while, and where every drawing is kept nothing is drawn.
        from argmap.pages.figure import figure

        return site.hold(lambda: figure(reading, options.chosen(reading.map), site, caption=options.caption))

    drawing = host.library.shelf.made(reading, repr(("figure", options)), host, made)
    host.draws(options.map)
    return drawing

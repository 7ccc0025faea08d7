"""The `argmap` fence: a drawing of a map, or of a part of it, in any Markdown page.

`draw_fence` and `accept_fence` are what `pymdownx.superfences` calls; they are plain functions of the
module, since some hosts pickle them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from argmap.drawing import Options, draw, inline, key
from argmap.findings import Finding, MapError, Severity
from argmap.pages import host as hosts
from argmap.pages import templates
from argmap.pages.downloads import downloads
from argmap.pages.excerpts import with_excerpts
from argmap.pages.faults import fault_href
from argmap.pages.options import FenceError, FenceOptions, parse
from argmap.pages.places import claims_uri, source_uri
from argmap.words import words_for

if TYPE_CHECKING:
    from argmap.drawing import Drawing
    from argmap.model import Step
    from argmap.pages.host import Host
    from argmap.reading import Reading

MANY = 8  # claims; a drawing of fewer is taken in at a glance, and tools below it would be most of the figure
BUCKETS = (480, 560, 640, 720, 800, 880, 960, 1040, 1120, 1200)  # px; the style sheet has a rule for each


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
    for finding in findings:
        host.warn(str(finding))
    words = shown.words if shown else words_for("en")
    before = words(f"page.before.{as_}") if shown else ""
    told = list(with_excerpts(findings))
    return host.hold(templates.render_plain("broken.html", findings=told, before=before, w=words))


def _figure(reading: Reading, options: FenceOptions, host: Host) -> str:
    name, view = options.map, options.chosen(reading.map)
    host.draws(name)
    prefix = f"argmap-{host.number()}-"
    settings = host.library.settings

    def claim_href(claim: str) -> str:
        return host.href(claims_uri(name), claim) or f"#{prefix}o-{claim}"

    drawing = draw(
        reading, view, href=claim_href, prefix=prefix, options=Options(engine=settings.engine, cache=settings.cache)
    )
    for finding in drawing.findings:
        host.warn(str(finding))
    html = templates.render(
        "figure.html",
        reading,
        claim_href=claim_href,
        prefix=prefix,
        bucket=_bucket(drawing),
        findings=drawing.findings,
        column=Markup(inline(drawing.column)) if drawing.column else "",
        narrow=Markup(inline(drawing.narrow)),
        roots=drawing.outline.roots,
        hidden=drawing.selection.hidden,
        tour=_tour(reading, drawing),
        caption=options.caption or view.title,
        key=[(Markup(sign.symbol), sign.word) for sign in key(drawing.selection, reading.words)],
        links=_links(reading, host),
        files=downloads(reading, view, host),
        fault=fault_href(reading, None, host),
        late=host.href(claims_uri(name)) is not None,
        data=host.data(reading),
        tools=len(drawing.selection.claims) >= MANY or _tour(reading, drawing),
    )
    return host.hold(html)


def _bucket(drawing: Drawing) -> int:
    """The width from which on the column drawing is shown: its own, rounded up, but no more than the largest."""
    return next((bucket for bucket in BUCKETS if drawing.width <= bucket), BUCKETS[-1])


def _tour(reading: Reading, drawing: Drawing) -> tuple[Step, ...]:
    """The map's tour, where the drawing has every claim at which it stops: half a walk would lead nowhere."""
    tour = reading.map.tour
    return tour if all(step.claim in drawing.selection.hidden for step in tour) else ()


def _links(reading: Reading, host: Host) -> list[dict[str, str]]:
    """Where to read on: the claims, and the sources."""
    places = [(claims_uri(reading.name), reading.words("page.claims"))]
    texts = [source for source in reading.map.sources.values() if source.id in reading.anchoring.texts]
    for source in texts:
        title = reading.words("page.read") if len(texts) == 1 else source.title or source.id
        places.append((source_uri(reading.name, source.id), title))
    addresses = ((host.href(uri), title) for uri, title in places)
    return [{"href": href, "title": title} for href, title in addresses if href]

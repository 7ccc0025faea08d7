"""What pages say of a map: links to what is in it, fences that draw it, addresses of what a reader has chosen."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from argmap.editing.manuscript import Edit
from argmap.editing.references import Kind
from argmap.notation.document import Mapping, Node, Scalar, read_document

if TYPE_CHECKING:
    from argmap.editing.renaming import Renaming

_FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,})[ \t]*(?:argmap\b|\{[ \t]*\.argmap\b)(?P<header>[^\n]*)\n"
    r"(?P<body>.*?)^[ \t]*(?P=marks)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_OPTION = re.compile(r"""(?P<name>[a-z]+)[ \t]*=[ \t]*(?P<value>"[^"\n]*"|'[^'\n]*'|[^\s}"']+)""")
_LINK = re.compile(r"argmap:(?P<map>[^#\s()<>\"'`\]]+)#")
_GENERATED = re.compile(r"maps/(?P<map>[\w./%-]+?)/(?P<page>claims|sources/[a-z0-9-]+)(?:\.md|/)?#")
_CHOSEN = re.compile(r"""(?:\]\(|href=["'])(?P<page>[^?#\s()"']*)\?(?P<query>[^#\s()"']+)""")
_TAIL = r"(?=(?:\.(?:because|but)\.\d+)*(?![A-Za-z0-9_-]))"

OPTIONS = {"view": Kind.VIEW, "focus": Kind.CLAIM, "groups": Kind.GROUP, "actors": Kind.ACTOR, "tags": Kind.TAG}
"""Which options of a fence name what."""

# Which words of an address name what.
_QUERY = {
    Kind.CLAIM: {"claim", "focus", "fold", "reject"},
    Kind.ARGUMENT: {"reject"},
    Kind.GROUP: {"group"},
    Kind.ACTOR: {"actor"},
    Kind.VIEW: {"view"},
    Kind.TAG: {"tag"},
}


class _Option(NamedTuple):
    """An option of a fence: its name, and where its value stands in the page."""

    name: str
    start: int
    end: int
    words: str


def page_edits(text: str, page: str, renaming: Renaming, read: Callable[[str], str | None]) -> list[Edit]:
    """What to write in a page for a renaming.

    `page` is the page's path in the site's folder, and `read` gives the text of another page there by its path.
    """
    edits = [
        *_links(text, renaming),
        *_files(text, renaming),
        *_fences(text, renaming),
        *_addresses(text, page, renaming, read),
    ]
    return sorted(set(edits))


def _links(text: str, renaming: Renaming) -> Iterator[Edit]:
    """Links to claims and arguments, as the extension and as the host reads them."""
    if renaming.kind not in (Kind.CLAIM, Kind.ARGUMENT):
        return
    wanted = re.compile(re.escape(renaming.old) + _TAIL)
    for pattern in (_LINK, _GENERATED):
        for link in pattern.finditer(text):
            if unquote(link["map"]) == renaming.map and (found := wanted.match(text, link.end())):
                yield Edit(*found.span(), renaming.new)


def _files(text: str, renaming: Renaming) -> Iterator[Edit]:
    """Files that are made for a source or a view, under its id."""
    ending = {Kind.SOURCE: r"sources/(?P<id>{})(?=\.md|/)", Kind.VIEW: r"views/(?P<id>{})(?=\.svg)"}.get(renaming.kind)
    if ending is not None:
        pattern = rf"maps/{re.escape(renaming.map)}/{ending.format(re.escape(renaming.old))}"
        yield from (Edit(*found.span("id"), renaming.new) for found in re.finditer(pattern, text))


def _fences(text: str, renaming: Renaming) -> Iterator[Edit]:
    """Options of the fences that draw the map."""
    for options in _drawn(text):
        if any(option.name == "map" and option.words == renaming.map for option in options):
            for option in options:
                if OPTIONS.get(option.name) is renaming.kind:
                    yield from _words(text, option.start, option.end, renaming)


def _words(text: str, start: int, end: int, renaming: Renaming) -> Iterator[Edit]:
    pattern = re.compile(rf"(?<![\w-]){re.escape(renaming.old)}(?![\w-])")
    yield from (Edit(*found.span(), renaming.new) for found in pattern.finditer(text, start, end))


def _drawn(text: str) -> Iterator[list[_Option]]:
    """The options of every fence of a page, in order."""
    for fence in _FENCE.finditer(text):
        header = [
            _Option(option["name"], *option.span("value"), option["value"].strip("\"'"))
            for option in _OPTION.finditer(text, *fence.span("header"))
        ]
        root = read_document("", fence["body"]).root
        yield [*_said(root, fence.start("body")), *header]


def _said(root: Node | None, offset: int) -> Iterator[_Option]:
    """What the text of a fence says."""
    match root:
        case Scalar(text=name) if name:
            yield _Option("map", offset + root.start, offset + root.end, name.strip())
        case Mapping(entries=entries):
            for name, (_, value) in entries.items():
                words = value.text.strip() if isinstance(value, Scalar) else ""
                yield _Option(name, offset + value.start, offset + value.end, words)


def _addresses(text: str, page: str, renaming: Renaming, read: Callable[[str], str | None]) -> Iterator[Edit]:
    """What readers have chosen in a drawing of the map, in the addresses of links to it."""
    names = _QUERY.get(renaming.kind, set())
    for link in _CHOSEN.finditer(text):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link["page"])) if link["page"] else page
        if not _shows(target, link["query"], renaming.map, text if target == page else read(target)):
            continue
        for said in re.finditer(r"(?:^|&(?:amp;)?)(?P<name>[a-z]+)=(?P<value>[^&]*)", link["query"]):
            if said["name"] in names:
                start, end = (link.start("query") + at for at in said.span("value"))
                pattern = re.compile(rf"(?:(?<=,)|(?<==)){re.escape(renaming.old)}{_TAIL}")
                yield from (Edit(*found.span(), renaming.new) for found in pattern.finditer(text, start, end))


def _shows(target: str, query: str, name: str, text: str | None) -> bool:
    """Whether an address speaks of a drawing of the map: of the first on its page, if it does not say which."""
    if target.startswith(f"maps/{name}/"):
        return True
    said = re.search(r"(?:^|&)figure=(\d+)", query)
    drawn = list(_drawn(text)) if text else []
    nth = int(said[1]) if said else 1
    return 0 < nth <= len(drawn) and any(option.name == "map" and option.words == name for option in drawn[nth - 1])

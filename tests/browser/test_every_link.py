"""Every address on the published site, asked for over HTTP: there is something, and the place in it that is named."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin
from urllib.request import urlopen

import pytest
from html_reader import Html
from published import publish, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from published import Published

CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)|@import\s+["']([^"']+)["']""")


class Answer(NamedTuple):
    """What is at an address, as far as it can lead on."""

    status: int
    page: Html | None = None
    sheet: str = ""


def ask(address: str) -> Answer:
    try:
        with urlopen(address) as answer:
            kind, content = answer.headers.get_content_type(), answer.read()
    except HTTPError as error:
        with error:
            return Answer(error.code)
    return Answer(
        answer.status,
        Html(content.decode()) if kind == "text/html" else None,
        content.decode() if kind == "text/css" else "",
    )


def addresses(answer: Answer) -> Iterator[str]:
    """What a page or a style sheet leads to or loads."""
    sheets = [answer.sheet]
    if answer.page:
        yield from answer.page.links
        sheets += [element.text for element in answer.page.all("style")]
        sheets += [element.attributes.get("style") or "" for element in answer.page.elements]
    for sheet in sheets:
        yield from ("".join(found) for found in CSS_ADDRESS.findall(sheet))


def broken(starts: list[str]) -> list[str]:
    """Walk from these addresses to everything on the same host; tell of what is not there."""
    answers = cache(ask)
    origin = urljoin(starts[0], "/")
    faults, seen, waiting = [], set(starts), list(starts)
    while waiting:
        here = waiting.pop()
        for written in addresses(answers(here)):
            address, anchor = urldefrag(urljoin(here, written))
            if not address.startswith(origin):
                continue
            there = answers(address)
            if there.status != 200:
                faults.append(f"{here}: {written} is answered with {there.status}")
            elif anchor and there.page and unquote(anchor) not in there.page.ids:
                faults.append(f"{here}: there is no {written}")
            if address not in seen:
                seen.add(address)
                waiting.append(address)
    return faults


def test_no_link_of_any_page_or_style_sheet_is_broken(site: Published) -> None:
    faults = broken([site.address + path for path in site.pages])
    assert not faults, "\n".join(faults)


def test_nor_where_pages_are_files_at_the_root_of_a_host(tmp_path: Path) -> None:
    with publish(tmp_path, "", use_directory_urls=False) as site:
        faults = broken([site.address + path for path in site.pages])
    assert not faults, "\n".join(faults)


def test_every_id_is_one(site: Published) -> None:
    assert {path: page.repeated_ids for path, page in site.pages.items() if page.repeated_ids} == {}


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ('<a href="nowhere/">', ["nowhere/ is answered with 404"]),
        ('<a href="folder/">', ["folder/ is answered with 404"]),
        ('<a href="/argmap/">', ["/argmap/ is answered with 404"]),
        ('<svg><a xlink:href="#Nowhere"></a></svg>', ["there is no #Nowhere"]),
        ('<i id="lower"></i><a href="#LOWER">', ["there is no #LOWER"]),
        ('<i id="a b"></i><a href="#a%20b">', []),
        (
            '<img srcset="none.png 1x, none-2.png 2x">',
            [f"{name} is answered with 404" for name in ("none.png", "none-2.png")],
        ),
        ('<meta property="og:image" content="none.png">', ["none.png is answered with 404"]),
        ("<style>i { background: url(none.svg) }</style>", ["none.svg is answered with 404"]),
        ('<link href="folder/sheet.css">', ["none.woff2 is answered with 404"]),
        ('<a href="https://example.org/none">', []),
    ],
)
def test_what_is_broken_is_found(tmp_path: Path, written: str, faults: list[str]) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Planted</title>{written}", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/sheet.css").write_text('@font-face { src: url("none.woff2") }', "utf-8")
    with serve(tmp_path) as address:
        assert [fault.partition(": ")[2] for fault in broken([address])] == faults

"""The markup that argmap makes, as html-validate judges it. Material's own, around it, is not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from html_reader import Html
from needs import ask_node, node_package

if TYPE_CHECKING:
    from published import Published


def faults(pages: dict[str, Html]) -> list[str]:
    """What html-validate finds within whatever bears a class of argmap's."""
    node_package("html-validate")
    told = ask_node("validate.mjs", {path: page.source for path, page in pages.items()})
    return [
        f"/{path}:{found['line']}:{found['column']}: {found['rule']}: {found['message']} ({found['selector']})"
        for path, findings in told.items()
        for found in findings
        if is_ours(pages[path], found["offset"])
    ]


def is_ours(page: Html, offset: int) -> bool:
    return any(
        element.start <= offset < element.end
        for element in page.elements
        if any(name == "argmap" or name.startswith("am-") for name in element.classes)
    )


def test_all_that_argmap_makes_is_valid(site: Published) -> None:
    assert {path for path, page in site.pages.items() if page.all(cls="argmap")} >= {""}
    found = faults(site.pages)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ('<p class="am-lead"><div>x</div></p>', "close-order"),
        ('<div class="am-page"><img src="x.png"></div>', "wcag/h37"),
        ('<div class="am-page"><i id="x"></i><i id="x"></i></div>', "no-dup-id"),
        ('<div class="am-page"><h2>x</h2><h4>y</h4></div>', "heading-level"),
        ('<figure class="argmap"><a href="x"><a href="y">z</a></a></figure>', "element-permitted-content"),
    ],
)
def test_what_is_not_valid_is_found(written: str, rule: str) -> None:
    page = f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><h1>x</h1>{written}</body></html>'
    assert any(f": {rule}: " in found for found in faults({"x.html": Html(page)}))


def test_what_is_not_ours_is_not_judged() -> None:
    page = '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><h1>x</h1><img src="x.png"></body></html>'
    assert faults({"x.html": Html(page)}) == []

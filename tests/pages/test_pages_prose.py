"""Remarks are Markdown without HTML."""

import pytest
from html_reader import Html

from argmap.pages.prose import markdown


def test_emphasis_lists_and_links():
    page = Html(markdown("See *this*:\n\n- [one](https://example.org/?a=1&b=2)\n- <https://example.org>"))
    assert [e.tag for e in page.elements] == ["p", "em", "ul", "li", "a", "li", "a"]
    assert page.links == ["https://example.org/?a=1&b=2", "https://example.org"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=alert(1)>b</b>",
        "]]> --> <!-- x",
        "&copy; &#106; &lt; & a&b",
        r"\N and \u0041",
        "`&copy; <b>`",
        "    &copy; <b> in code",
        "<svg/onload=alert(1)>",
    ],
)
def test_text_is_text(text):
    page = Html(markdown(text))
    assert {e.tag for e in page.elements} <= {"p", "code", "pre"}
    assert page.text == " ".join(text.replace("`", "").split())


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "&NewLine;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "http://[",
        "//[x",
    ],
)
@pytest.mark.parametrize("link", ["[x]({})", "![x]({})", "[x][y]\n\n[y]: {}", "<{}>"])
def test_no_address_runs_anything(address, link):
    for found in Html(markdown(link.format(address))).links:
        # Whatever is left is not what a browser would take for a scheme.
        assert not found.lower().lstrip().startswith(("javascript:", "data:", "vbscript:", "java\tscript:", "\n"))
        assert ":" not in found.partition("&")[0]


@pytest.mark.parametrize("text", ["> " * 3_000 + "deep", "\n".join("    " * level + "- x" for level in range(400))])
def test_nothing_is_too_deep(text):
    assert Html(markdown(text)).text


def test_a_remark_does_not_depend_on_the_one_before():
    markdown("[x]: https://example.org")
    assert Html(markdown("[x]")).links == []

"""The plugin's option `board`: a page for those who work on a map, and for nobody else."""

import pytest
from html_reader import Html
from mkdocs.exceptions import Abort

BOARD = "maps/pier/board/index.html"


def with_board(wanted, **other):
    return ["search", {"argmap": {"board": wanted, **other}}]


def test_there_is_none_unless_it_is_asked_for(site):
    site.build()
    assert not (site.out / BOARD).exists()


@pytest.mark.parametrize("wanted", [True, ["pier"], ["p*"]])
def test_it_is_made_where_it_is_asked_for(site, wanted):
    site.build(plugins=with_board(wanted))
    page = site.html(BOARD)
    assert "Open counterpoints" in page.text
    assert [anchor for anchor in page.links if anchor.startswith("../claims/#")]


def test_no_one_outside_is_led_to_it(site):
    site.build(plugins=with_board(True))
    assert site.html(BOARD).all("meta", name="robots", content="noindex")
    assert "Weakest legs" not in "".join(text for place, text in site.index.items() if "board" not in place)


def test_its_links_lead_somewhere(site):
    site.build(plugins=with_board(True))
    folder = (site.out / BOARD).parent
    for link in site.html(BOARD).links:
        path, _, anchor = link.partition("#")
        if path.startswith("..") and anchor:
            assert anchor in Html((folder / path / "index.html").read_text("utf-8")).ids


def test_without_the_claims_page_it_stands_all_the_same(site):
    site.build(plugins=with_board(True, pages=False))
    page = site.html(BOARD)
    assert "Open counterpoints" in page.text
    assert "../../pier.yml" in page.links
    assert [link for link in page.links if link[:1] == "#" and link[1:] and link[1:] not in page.ids] == []


def test_a_name_that_no_map_has_is_told(site, heard):
    with pytest.raises(Abort):
        site.build(plugins=with_board(["peir"]))
    assert heard.take() == [
        "argmap: mkdocs.yml: the option `board` has `peir`, and no map is named so (did you mean `pier`?)"
    ]

"""What a drawing says, and to whom."""

import re
from importlib.resources import files
from itertools import chain as chained
from xml.etree import ElementTree

import pytest
from drawn_maps import ALLOWED, NAMES, SVG, XLINK_HREF, chain, column, drawn, golden, maps, narrow, plain, written_out
from hypothesis import given, settings

from argmap.drawing import standalone
from argmap.drawing.relations import relations
from argmap.drawing.views import select
from argmap.model import View
from argmap.reading import read

HOSTILE = ["<script>alert(1)</script>", "]]> &copy; \\N \\l", "\"quotes\" 'and' <!-- more -->", "javascript:x"]
BOTH = pytest.mark.parametrize("kind", [column, narrow], ids=["column", "narrow"])


def hostile():
    one, two, three, four = HOSTILE
    return plain(
        {
            "t": {"text": one, "because": [["a", "b"]], "but": ["c"]},
            "a": {"text": two, "group": "g", "because": ["c"], "label": three},
            "b": {"text": four, "group": "g", "qualifier": one},
            "c": {"text": three},
        },
        title=one,
        groups={"g": {"title": two}},
    )


@BOTH
def test_text_is_text(kind):
    picture = kind(hostile(), href=lambda claim: f"../?a=1&b=<\"'>#{claim}")
    said = " ".join(picture.texts)
    assert all("".join(text.split()) in "".join(said.split()) for text in HOSTILE)
    assert not list(picture.root.iter(f"{SVG}script"))
    assert picture.root.find(f"{SVG}title").text == f"Argument map: {HOSTILE[0]}"
    assert next(picture.root.iter(f"{SVG}a")).get(XLINK_HREF) == "../?a=1&b=<\"'>#t"


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_no_element_has_a_plain_href(kind, name):
    assert not [element for element in kind(golden(name)).root.iter() if element.get("href")]


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_on_a_page_with_two_drawings(name):
    page = [drawn(golden(name), prefix=prefix) for prefix in ("one-", "two-")]
    ids = re.findall(r' id="([^"]+)"', "".join(chained.from_iterable((each.column, each.narrow) for each in page)))
    assert len(ids) == len(set(ids)) > 0


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_what_a_drawing_refers_to_within_itself_is_there(kind, name):
    picture = kind(golden(name), href=lambda claim: f"elsewhere/{claim}")
    ids = {element.get("id") for element in picture.root.iter()}
    links = [link.get(XLINK_HREF) for link in picture.root.iter(f"{SVG}a")]
    assert {link[1:] for link in links if link.startswith("#")} <= ids
    assert picture.root.get("aria-labelledby") in ids


@BOTH
@settings(max_examples=15)
@given(maps())
def test_every_claim_is_a_named_object_once_in_the_order_of_the_argument(kind, text):
    reading = written_out(text)
    picture = kind(reading)
    objects = [g for g in picture.root.iter(f"{SVG}g") if g.get("role") == "graphics-object group"]
    assert len(objects) == len(picture.claims) == len(reading.map.claims)
    for claim, group in picture.claims.items():
        assert group.get("aria-label").startswith(
            f"{reading.words(f'role.{reading.map.role(claim)}')}: {reading.map.claims[claim].text}"
        )


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_a_name_tells_every_relation_and_no_other(kind, name):
    reading = golden(name)
    selection = select(reading.map, View(), limit=None)
    for claim, group in kind(reading).claims.items():
        told = relations(selection, claim, reading.words)
        assert len(told) == len(reading.map.uses[claim])
        assert all(phrase in group.get("aria-label") for phrase in told)


def test_a_name_says_how_a_claim_bears_on_others():
    reading = plain(
        {
            "t": {
                "text": "T.",
                "because": [["a", "b"], {"premises": ["c"], "strength": "weak", "why": "So.", "but": ["u"]}],
            },
            "a": {"text": "A."},
            "b": {"text": "B.", "implicit": "It is meant."},
            "c": {"text": "C."},
            "u": {"text": "U."},
        }
    )
    names = {claim: group.get("aria-label") for claim, group in column(reading).claims.items()}
    assert names["a"] == "Premise: A.; stands; together with “B” supports “T”"
    assert names["b"] == "Premise: B.; stands, unstated; together with “A” supports “T”"
    assert names["c"] == "Premise: C.; stands; weakly supports “T”"
    assert names["u"] == "Counterpoint: U.; stands; denies the step from “C”"


def test_a_name_tells_of_hidden_neighbours():
    reading = plain({"t": {"because": ["a"]}, "a": {"because": ["b"]}, "b": {}})
    picture = column(reading, view=View(focus="t"))
    assert "Related claims not shown here: 1" in picture.claims["a"].get("aria-label")
    assert "+1" in picture.texts


def test_lines_and_signs_are_silent():
    root = column(golden("russian")).root
    silent = root.find(f"{SVG}g[@aria-hidden='true']")
    ways = [path for path in root.iter(f"{SVG}path") if path.get("class") == "am-way"]
    assert ways
    assert set(ways) <= set(silent.iter(f"{SVG}path"))


def test_supports_and_objections_differ_in_more_than_colour():
    root = column(plain({"t": {"because": ["a"], "but": ["b"]}, "a": {}, "b": {}})).root
    assert [len(root.findall(f".//*[@class='{look}']")) for look in ("am-head", "am-bar", "am-sign")] == [1, 1, 2]
    style = (files("argmap.drawing") / "style.css").read_text("utf-8")
    assert re.search(r"am-opposes .am-way \{ stroke-dasharray", style)


def test_no_text_is_smaller_than_twelve_pixels():
    style = (files("argmap.drawing") / "style.css").read_text("utf-8")
    sizes = [float(size) for size in re.findall(r"font-size:\s*([\d.]+)px", style)]
    assert min(sizes) >= 12
    assert len(sizes) == style.count("font-size:")


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_as_large_as_its_view(kind, name):
    root = kind(golden(name)).root
    _, _, width, height = root.get("viewBox").split()
    assert (root.get("width"), root.get("height")) == (width, height)


@BOTH
@pytest.mark.parametrize("name", ["persian", "arabic"])
def test_right_to_left_text_runs_so_and_is_not_stretched(kind, name):
    texts = kind(golden(name)).root.iter(f"{SVG}text")
    rtl = [text for text in texts if re.search(r"^[\s(«]*[\u0600-\u06ff]", "".join(text.itertext()))]
    assert len(rtl) >= 4
    assert all(text.get("direction") == "rtl" and text.get("textLength") is None for text in rtl)


def test_right_to_left_cards_begin_at_their_right_edge():
    root = column(golden("arabic")).root
    for card in root.iter(f"{SVG}g"):
        if "am-card" in card.get("class", ""):
            box = card.find(f"{SVG}rect")
            right = float(box.get("x")) + float(box.get("width"))
            assert all(right - 25 < float(text.get("x")) < right for text in card.findall(f".//{SVG}a/{SVG}text"))


@BOTH
def test_a_line_is_fitted_only_where_its_width_is_known(kind):
    chinese = [text for text in kind(golden("chinese")).root.iter(f"{SVG}text") if "码头" in (text.text or "")]
    russian = kind(golden("russian")).root.findall(f".//{SVG}a/{SVG}text")
    assert chinese
    assert all(text.get("textLength") is None for text in chinese)
    assert russian
    assert all(text.get("textLength") for text in russian)


@pytest.mark.parametrize("path", sorted(ALLOWED.glob("*.yml")), ids=lambda path: path.stem)
def test_whatever_the_notation_allows_is_drawn(path):
    reading = read(path)
    assert list(column(reading).claims) == list(reading.map.reading_order)
    assert set(narrow(reading).claims) == set(reading.map.claims)


def test_a_view_that_shows_nothing_says_so():
    drawing = drawn(plain({"t": {}}), view=View(tags=("none",)))
    assert drawing.column is None
    (finding,) = drawing.findings
    assert str(finding) == (
        "plain.yml: warning[empty-view]: No drawing: the view shows no claim."
        " (a claim has to fit every one of the groups, actors, tags and focus that are given)"
    )


def test_a_chain_of_three_thousand_claims_is_drawn_where_no_limit_is_set():
    drawing = drawn(chain(3_000), flat=True)
    assert drawing.findings == ()
    assert drawing.column.count("graphics-object") == drawing.narrow.count("graphics-object") == 3_000


def test_a_file_of_its_own_carries_its_style_and_fetches_nothing():
    svg = standalone(drawn(hostile()).column)
    style = ElementTree.fromstring(svg).find(f"{SVG}style").text
    assert ".am-drawing" in style
    assert "prefers-color-scheme" in style
    assert not re.search(r"@import|&|url\((?!\"data:font/woff2;base64,)", style)

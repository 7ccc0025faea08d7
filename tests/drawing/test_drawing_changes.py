"""Two versions of a map in one drawing: signs where they can be seen, looks of lines, remarks."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from harbour import PIER

from argmap.drawing import Options
from argmap.drawing.changes import SIDE, STYLE, draw_changes
from argmap.reading import read

SVG = "{http://www.w3.org/2000/svg}"
FATES = ("added", "removed", "changed")


@pytest.fixture
def reading(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("")
    folder = tmp_path / "docs" / "maps"
    folder.mkdir(parents=True)
    (folder / "pier.yml").write_text(PIER, "utf-8")
    return read(folder / "pier.yml")


def drawn(reading, claims=(), arguments=()):
    svg, _ = draw_changes(reading, claims=dict(claims), arguments=dict(arguments), options=Options())
    return ElementTree.fromstring(svg)


def named(root, look):
    return [group for group in root.iter(f"{SVG}g") if look in (group.get("class") or "").split()]


def signs(root):
    """Each sign's middle, without those that explain the others."""
    explained = len(FATES)
    places = [re.findall(r"-?[\d.]+", sign.get("transform")) for sign in named(root, "am-fate")]
    return [(float(x), float(y)) for x, y in places][explained:]


def test_where_nothing_differs_there_is_no_sign(reading):
    assert signs(drawn(reading)) == []


def test_every_claim_that_differs_has_a_sign_that_is_seen_whole(reading):
    for fate in FATES:
        root = drawn(reading, dict.fromkeys(reading.map.claims, fate))
        left, top, width, height = map(float, root.get("viewBox").split())
        assert len(signs(root)) == len(reading.map.claims)
        for x, y in signs(root):
            assert left <= x - SIDE / 2
            assert x + SIDE / 2 <= left + width
            assert top <= y - SIDE / 2
            assert y + SIDE / 2 <= top + height


def test_no_two_signs_lie_on_each_other(reading):
    # What bears on one step from both sides comes in on one line, signs and all.
    bearing = [argument.id for argument in reading.map.arguments.values() if not argument.on_argument]
    places = signs(drawn(reading, dict.fromkeys(reading.map.claims, "changed"), dict.fromkeys(bearing, "added")))
    assert len(set(places)) == len(places) > len(reading.map.claims)


def test_a_line_that_is_gone_is_dotted_and_a_kept_one_is_not(reading):
    root = drawn(reading, arguments={"by-analogy": "removed"})
    gone = named(root, "am-gone")
    assert {line.get("data-a") for line in gone} == {"by-analogy"}
    assert len(gone) < len([group for group in root.iter(f"{SVG}g") if group.get("data-a")])


def test_a_card_is_gone_when_all_in_it_is(reading):
    root = drawn(reading, dict.fromkeys(reading.map.claims, "removed"))
    assert all("am-gone" in card.get("class").split() for card in named(root, "am-card"))


def test_remarks_stand_at_the_card_and_in_its_name(reading):
    thesis = reading.map.thesis
    root = drawn(replace(reading, remarks={thesis: ("reworded",)}))
    (card,) = [group for group in root.iter(f"{SVG}g") if group.get("id") == f"c-{thesis}"]
    assert "reworded" in card.get("aria-label")
    assert any("reworded" in "".join(text.itertext()) for text in card.iter(f"{SVG}text"))


def test_its_style_names_no_colour():
    assert not re.search(r"#[0-9a-f]{3}|rgb|fill|stroke:", STYLE)

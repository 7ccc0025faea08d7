"""What can be taken away from a map."""

from xml.etree import ElementTree

import pytest
from harbour import PICTURES, PIER

from argmap.model import View
from argmap.pages.downloads import downloads, picture_file, picture_uris, pictures
from argmap.settings import Settings

XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


told = []  # what the last drawings were warned of


def made(reading, absolute=lambda uri, anchor: None, **settings):
    told.clear()
    how = Settings(maps=None, **settings)
    return {uri: picture_file(uri, svg, how) for uri, svg in pictures(reading, how, absolute, told.append)}


def links(svg):
    return {e.get(XLINK_HREF) for e in ElementTree.fromstring(svg).iter() if e.get(XLINK_HREF)}


def test_of_the_whole_map(project, whole_site):
    assert downloads(project.read(), View(), whole_site) == [
        {"href": "/maps/pier.svg", "title": "Drawing (SVG)"},
        {"href": "/maps/pier.yml", "title": "Map file (YAML)"},
    ]


def test_of_a_view(project, whole_site):
    reading = project.read()
    offered = downloads(reading, reading.map.views["cost"], whole_site)
    assert [download["href"] for download in offered] == ["/maps/pier/views/cost.svg", "/maps/pier.yml"]


@pytest.mark.parametrize("view", [View(tags=("money",)), View(id="cost", focus="too-dear", depth=2)])
def test_of_a_view_that_the_map_does_not_name(project, whole_site, view):
    assert [download["href"] for download in downloads(project.read(), view, whole_site)] == ["/maps/pier.yml"]


def test_of_a_page_that_has_no_site(project, whole_site):
    whole_site.href = lambda uri, anchor="": None
    assert downloads(project.read(), View(), whole_site) == []


def test_every_file_that_is_promised_is_made(project):
    reading = project.read()
    files = made(reading)
    assert sorted(files) == sorted(picture_uris(reading))
    assert sorted(files) == PICTURES


def test_claims_lead_to_where_they_are_published(project, whole_site):
    svg = made(project.read(), whole_site.absolute)["maps/pier/views/cost.svg"]
    assert links(svg) == {f"https://example.org/maps/pier/claims.md#{claim}" for claim in ("build-it", "too-dear")}


def test_claims_lead_to_their_own_cards_where_no_address_is_known(project):
    root = ElementTree.fromstring(made(project.read())["maps/pier.svg"])
    ids = {f"#{e.get('id')}" for e in root.iter() if e.get("id")}
    assert links(ElementTree.tostring(root)) <= ids


def test_a_map_that_cannot_be_laid_out_has_every_file(project):
    reading = project.read()
    files = made(reading, engine="/nowhere/dot")
    assert len(told) == 3
    assert all("/nowhere/dot" in each for each in told)
    assert sorted(files) == sorted(picture_uris(reading))
    root = ElementTree.fromstring(files["maps/pier.svg"])
    assert "am-column" not in root.get("class")
    ids = {f"#{e.get('id')}" for e in root.iter() if e.get("id")}
    assert links(files["maps/pier.svg"]) <= ids


def test_a_script_without_a_packaged_typeface_has_no_pictures(project):
    reading = project.read("argmap: 1\ntitle: 碼頭\nthesis: t\nclaims:\n  t: { text: 應該建造第二座碼頭。 }\n")
    assert [*made(reading)] == [*picture_uris(reading)] == ["maps/pier.svg"]


def test_the_same_map_has_the_same_files(project):
    assert made(project.read()) == made(project.read())


def test_nothing_is_painted_twice(project, monkeypatch):
    reading, cache = project.read(PIER), project.folder / "cache"
    first = made(reading, cache=cache)
    monkeypatch.setattr("argmap.drawing.rasteriser._painted", None)
    assert made(reading, cache=cache) == first

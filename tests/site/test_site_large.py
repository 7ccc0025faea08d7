"""A large map on a site: an overview and branches, each with a page of its own."""

import json
import re
from urllib.parse import unquote, urlsplit

import pytest
from small_site import Site

SIZE = 90
MATERIAL = {"theme": {"name": "material", "font": False, "features": ["navigation.instant"]}}


def claims(size=SIZE):
    """A thesis with two claims below each claim, one of them an objection to every third."""
    found = {}
    for n in range(size):
        first, second = (f"c{m}" if m < size else "" for m in (2 * n + 1, 2 * n + 2))
        found[f"c{n}"] = {"text": f"The claim {n} has some words in it.", "because": [first] if first else []}
        if second:
            found[f"c{n}"]["but" if n % 3 == 2 else "because"] = (
                [second] if n % 3 == 2 else [*found[f"c{n}"]["because"], second]
            )
    return found


LARGE = json.dumps({"argmap": 1, "title": "Large", "thesis": "c0", "claims": claims()})


def write(site):
    """A limit of 20 makes a large map of 90 claims."""
    site.write("argmap.toml", "limit = 20\n")
    site.write("docs/maps/large.yml", LARGE)
    site.write(
        "docs/index.md", "# Home\n\n```argmap\nlarge\n```\n\nSee [one](argmap:large#c70), [all](argmap:large).\n"
    )
    return site


@pytest.fixture
def large(site):
    """A site with a large map, to be built."""
    return write(site)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The same, built."""
    folder = tmp_path_factory.mktemp("large")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.chdir(folder)
        return write(Site(folder)).build(site_url="https://example.org/", **MATERIAL)


def branch_pages(site):
    return {
        name: page for name, page in site.pages.items() if name.startswith(("maps/large/claims", "maps/large/branches"))
    }


def test_the_map_in_a_strict_build_with_every_link_alive_and_every_id_one(built):
    assert [dead for dead in built.dead_links() if dead[0] != "404.html"] == []
    assert {name: page.repeated_ids for name, page in built.pages.items() if page.repeated_ids} == {}


def test_without_folders_for_pages_as_well(large):
    large.build(use_directory_urls=False, **MATERIAL)
    assert [dead for dead in large.dead_links() if dead[0] != "404.html"] == []
    assert (large.out / "maps/large/claims.html").is_file()
    assert list((large.out / "maps/large/branches").glob("*.html"))


def test_every_claim_has_its_section_on_one_page_that_draws_it(built):
    pages = branch_pages(built)
    headings = [(heading, name) for name, page in pages.items() for heading in page.all("h2")]
    sections = [(heading.attributes["id"], name) for heading, name in headings if heading.inside("section")]
    assert sorted(claim for claim, _ in sections) == sorted(claims())
    for claim, name in sections:
        assert f"argmap-1-c-{claim}" in pages[name].ids
        assert f"argmap-1-n-{claim}" in pages[name].ids
        assert f"argmap-1-o-{claim}" in pages[name].ids


def test_no_drawing_is_of_more_claims_than_the_limit(built):
    for page in built.pages.values():
        for drawing in page.all("svg", "am-drawing"):
            assert len(page.within(drawing, "g", "am-card")) <= 20


def test_the_page_of_the_claims_leads_to_every_branch(built):
    pages = branch_pages(built)
    (overview,) = (page for name, page in pages.items() if "/claims" in name)
    led = {urlsplit(address).path for e in overview.all("a", "am-below") if (address := e.attributes.get("href"))}
    there = {name.removeprefix("maps/large/").removesuffix("index.html") for name in pages if "/branches" in name}
    assert {address.removeprefix("../") for address in led} == there
    assert len(there) > 5


def test_marks_say_how_many_claims_lie_below_and_lead_to_their_drawing(built):
    page = branch_pages(built)["maps/large/claims/index.html"]
    column = page.one("div", "am-frame-column")
    marks = page.within(column, "a", "am-below")
    assert {mark.text for mark in marks} <= {f"+{count} below" for count in range(1, SIZE)}
    counts = [int(mark.text.split()[0]) for mark in marks]
    assert sum(counts) + len(page.within(column, "g", "am-card")) <= SIZE
    assert sum(counts) + len([e for e in page.within(column, "g") if e.attributes.get("role")]) == SIZE
    for mark in marks:
        address = mark.attributes["xlink:href"]
        assert address.startswith("../branches/")
        assert "#" not in address


def test_an_outline_leads_there_as_well(built):
    page = branch_pages(built)["maps/large/claims/index.html"]
    outline = page.one("details", "am-outline")
    marks = page.within(outline, "a", "am-below")
    assert marks
    assert all(mark.attributes["href"].startswith("../branches/") for mark in marks)


def test_a_branch_says_the_way_to_it(built):
    pages = branch_pages(built)
    for name, page in pages.items():
        if "/branches" in name:
            first = page.within(page.one("nav", **{"aria-label": "The way to this branch"}), "a")[0]
            assert first.text == "All claims"
            assert first.attributes["href"].endswith("../../claims/")


def test_a_link_to_a_claim_leads_to_its_branch(built):
    page = built.html()
    (link,) = (e for e in page.all("a", "am-ref") if e.text == "one")
    path, anchor = link.attributes["href"].split("#")
    assert anchor == "c70"
    assert path.startswith("maps/large/branches/")
    assert "c70" in built.html(f"{unquote(path)}index.html").ids


def test_the_data_knows_where_each_claim_has_its_section(built):
    data = json.loads((built.out / "maps/large.json").read_text("utf-8"))
    found = {claim["id"]: claim.get("page", data["page"]) for claim in data["claims"]}
    assert found["c0"] == "large/claims/"
    assert found["c70"].startswith("large/branches/")
    for claim, page in found.items():
        assert claim in built.html(f"maps/{page}index.html").ids


def test_a_page_loads_no_data_of_more_claims_than_it_can_use(large, monkeypatch):
    monkeypatch.setattr("argmap.pages.data.MOST", SIZE - 1)
    large.build()
    assert not (large.out / "maps/large.json").exists()
    assert not large.html().all("figure", "argmap")[0].attributes.get("data-map")
    assert large.html().all("a", "am-below")


def test_branches_are_in_no_navigation(built):
    home = built.html()
    assert not [e for nav in home.all("nav", "md-nav") for e in home.within(nav, "a") if "branches" in e.text]
    assert not [
        e
        for nav in home.all("nav", "md-nav")
        for e in home.within(nav, "a")
        if "branches" in e.attributes.get("href", "")
    ]


def test_the_search_knows_each_claim_once_and_no_list_of_branches(built):
    index = built.index
    assert len([place for place in index if place.endswith("#c70")]) == 1
    assert not [text for text in index.values() if re.search(r"\d below", text)]


def test_machines_are_told_of_each_claim_once(built):
    told = []
    for page in branch_pages(built).values():
        (script,) = page.all("script", type="application/ld+json")
        told += [part["@id"] for part in json.loads(script.text)["@graph"][0]["hasPart"]]
    assert len(told) == len(set(told)) == SIZE


def test_a_thousand_claims_stay_small_pages(site, heard):
    """Without an engine, to be quick: a drawing for a column is at most a quarter of a page."""
    site.write("docs/maps/large.yml", json.dumps({"argmap": 1, "title": "L", "thesis": "c0", "claims": claims(1_000)}))
    site.write("docs/index.md", "```argmap\nlarge\n```\n")
    site.write("argmap.toml", 'engine = "none"\n')
    pages = {path: path.stat().st_size for path in site.build(strict=False).out.rglob("*.html")}
    assert all("No drawing: the layout engine" in told for told in heard.take())
    assert len(pages) > 20
    assert max(pages.values()) < 350_000

"""A large map on a site: an overview and branches, each with a page of its own."""

import json
from urllib.parse import unquote, urlsplit

import pytest

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


@pytest.fixture
def large(site):
    """A limit of 20 makes a large map of 90 claims."""
    site.write("argmap.toml", "limit = 20\n")
    site.write("docs/maps/large.yml", LARGE)
    site.write("docs/index.md", "# Home\n\n```argmap\nlarge\n```\n\nSee [one](argmap:large#c70), [all](argmap:large).\n")
    return site


def branch_pages(site):
    return {
        name: page for name, page in site.pages.items() if name.startswith(("maps/large/claims", "maps/large/branches"))
    }


def test_the_map_in_a_strict_build_with_every_link_alive_and_every_id_one(large):
    large.build(**MATERIAL)
    assert [dead for dead in large.dead_links() if dead[0] != "404.html"] == []
    assert {name: page.repeated_ids for name, page in large.pages.items() if page.repeated_ids} == {}


def test_without_folders_for_pages_as_well(large):
    large.build(use_directory_urls=False, **MATERIAL)
    assert [dead for dead in large.dead_links() if dead[0] != "404.html"] == []
    assert (large.out / "maps/large/claims.html").is_file()
    assert list((large.out / "maps/large/branches").glob("*.html"))


def test_every_claim_has_its_section_on_one_page_that_draws_it(large):
    pages = branch_pages(large.build())
    sections = [(e.attributes["id"], name) for name, page in pages.items() for e in page.all("h2") if e.inside("section")]
    assert sorted(claim for claim, _ in sections) == sorted(claims())
    for claim, name in sections:
        assert f"argmap-1-c-{claim}" in pages[name].ids
        assert f"argmap-1-n-{claim}" in pages[name].ids
        assert f"argmap-1-o-{claim}" in pages[name].ids


def test_no_drawing_is_of_more_claims_than_the_limit(large):
    for page in large.build().pages.values():
        for drawing in page.all("svg", "am-drawing"):
            assert len(page.within(drawing, "g", "am-card")) <= 20


def test_the_page_of_the_claims_leads_to_every_branch(large):
    pages = branch_pages(large.build())
    (overview,) = (page for name, page in pages.items() if "/claims" in name)
    led = {urlsplit(address).path for e in overview.all("a", "am-below") if (address := e.attributes.get("href"))}
    there = {name.removeprefix("maps/large/").removesuffix("index.html") for name in pages if "/branches" in name}
    assert {address.removeprefix("../") for address in led} == there
    assert len(there) > 5


def test_marks_say_how_many_claims_lie_below_and_lead_to_their_drawing(large):
    page = branch_pages(large.build())["maps/large/claims/index.html"]
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


def test_an_outline_leads_there_as_well(large):
    page = branch_pages(large.build())["maps/large/claims/index.html"]
    outline = page.one("details", "am-outline")
    marks = page.within(outline, "a", "am-below")
    assert marks
    assert all(mark.attributes["href"].startswith("../branches/") for mark in marks)


def test_a_branch_says_the_way_to_it(large):
    pages = branch_pages(large.build())
    for name, page in pages.items():
        if "/branches" in name:
            first = page.within(page.one("nav", **{"aria-label": "The way to this branch"}), "a")[0]
            assert first.text == "All claims"
            assert first.attributes["href"].endswith("../../claims/")


def test_a_link_to_a_claim_leads_to_its_branch(large):
    page = large.build().html()
    (link,) = (e for e in page.all("a", "am-ref") if e.text == "one")
    path, anchor = link.attributes["href"].split("#")
    assert anchor == "c70"
    assert path.startswith("maps/large/branches/")
    assert "c70" in large.html(f"{unquote(path)}index.html").ids


def test_the_data_knows_where_each_claim_has_its_section(large):
    large.build()
    data = json.loads((large.out / "maps/large.json").read_text("utf-8"))
    found = {claim["id"]: claim.get("page", data["page"]) for claim in data["claims"]}
    assert found["c0"] == "large/claims/"
    assert found["c70"].startswith("large/branches/")
    for claim, page in found.items():
        assert claim in large.html(f"maps/{page}index.html").ids


def test_a_page_loads_no_data_of_more_claims_than_it_can_use(large, monkeypatch):
    monkeypatch.setattr("argmap.site.pagehost.MOST", SIZE - 1)
    large.build()
    assert not (large.out / "maps/large.json").exists()
    assert not large.html().all("figure", "argmap")[0].attributes.get("data-map")
    assert large.html().all("a", "am-below")


def test_branches_are_in_no_navigation(large):
    large.build(**MATERIAL)
    home = large.html()
    assert not [e for nav in home.all("nav", "md-nav") for e in home.within(nav, "a") if "branches" in e.text]
    assert not [
        e
        for nav in home.all("nav", "md-nav")
        for e in home.within(nav, "a")
        if "branches" in e.attributes.get("href", "")
    ]


def test_the_search_knows_each_claim_once_and_no_list_of_branches(large):
    index = large.build().index
    assert len([place for place in index if place.endswith("#c70")]) == 1
    assert not [text for text in index.values() if "below" in text]


def test_machines_are_told_of_each_claim_once(large):
    told = []
    for page in branch_pages(large.build(site_url="https://example.org/")).values():
        (script,) = page.all("script", type="application/ld+json")
        told += [part["@id"] for part in json.loads(script.text)["@graph"][0]["hasPart"]]
    assert len(told) == len(set(told)) == SIZE


def test_a_thousand_claims_stay_small_pages(site):
    site.write("docs/maps/large.yml", json.dumps({"argmap": 1, "title": "L", "thesis": "c0", "claims": claims(1_000)}))
    site.write("docs/index.md", "```argmap\nlarge\n```\n")
    site.write("argmap.toml", 'engine = "none"\n')
    pages = {path: path.stat().st_size for path in site.build(strict=False).out.rglob("*.html")}
    assert len(pages) > 20
    assert max(pages.values()) < 500_000

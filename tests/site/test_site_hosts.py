"""A site under every setting of its host that changes addresses, navigation or templates."""

import pytest
from published import Published
from small_site import Site
from walks import boxes, leads, sections, target

MATERIAL = {"name": "material", "font": False}
INSTANT = {"theme": MATERIAL | {"features": ["navigation.instant"]}}
PRUNE = {"theme": MATERIAL | {"features": ["navigation.instant", "navigation.prune", "navigation.tabs"]}}
BELOW = {"site_url": "https://example.org/town/"}
FILES = {"use_directory_urls": False}
SETTINGS = {
    "material": {"theme": MATERIAL},
    "material-files": {"theme": MATERIAL} | FILES,
    "instant-below": INSTANT | BELOW,
    "instant-below-files": INSTANT | BELOW | FILES,
    "prune": PRUNE,
    "prune-below-files": PRUNE | BELOW | FILES,
    "offline": {"theme": MATERIAL, "plugins": ["search", "offline", "argmap"]},
    "mkdocs": {"theme": "mkdocs"},
    "mkdocs-below-files": {"theme": "mkdocs"} | BELOW | FILES,
    "readthedocs": {"theme": "readthedocs"},
    "readthedocs-below-files": {"theme": "readthedocs"} | BELOW | FILES,
}


@pytest.fixture(scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in SETTINGS])
def hosted(request, tmp_path_factory):
    """A strict build with pages at several depths."""
    site = Site(tmp_path_factory.mktemp(request.param))
    site.write(
        "docs/more/deep/page.md", "# Deep\n\n[dear](argmap:pier#too-dear)\n\n```argmap\nmap: pier\nview: cost\n```\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        return site.build(**SETTINGS[request.param])


@pytest.fixture(scope="module")
def published(hosted):
    return Published(f"{hosted.out.as_uri()}/", hosted.out)


def test_no_link_is_dead(hosted):
    assert hosted.dead_links("/town/" if "site_url" in hosted.config else "/") == []


def test_pages_at_any_depth_have_their_drawings_and_their_outline(published):
    for path in pages_of_the_sites_own(published):
        page = published.pages[path]
        figure = page.one("figure", "argmap")
        assert [len(page.within(figure, "svg", cls)) for cls in ("am-column", "am-narrow")] == [1, 1]
        assert page.within(figure, "details", "am-outline")


def pages_of_the_sites_own(published):
    return ["", *(path for path in published.pages if path.startswith("more/"))]


def test_every_box_leads_to_its_claim_and_every_claim_to_its_words_and_back(published):
    found = sections(published)
    claims = {place for section in found for place in section.places}
    assert claims
    assert {place for _, place in boxes(published)} <= claims
    (article,) = published.with_class("am-article")
    back = set(leads(published, article, "am-article"))
    assert [section for section in found for _ in section.passages if not back & {*section.places}] == []


def test_links_in_markdown_lead_to_claims(published):
    _, deep = pages_of_the_sites_own(published)
    claims = {place for section in sections(published) for place in section.places}
    (link,) = (each for each in published.pages[deep].all("a", "am-ref") if not each.inside("figure"))
    assert target(published, deep, link.attributes["href"]) in claims


def test_the_search_knows_claims_and_no_drawing(hosted):
    everywhere = " ".join(hosted.index.values())
    assert "forty minutes" in everywhere
    assert "Argument map:" not in everywhere

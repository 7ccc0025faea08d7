"""The files with maps' data: for every map that a page draws, under an address that changes with it."""

import json
import re
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from harbour import PIER
from small_site import Site

OTHER = PIER.replace("title: A second pier", "title: Another pier")
TWO = """\
argmap: 1
title: Two texts
thesis: a
sources:
  report: { file: ../../report.txt }
  the-letter: { file: ../../letter.txt }
claims:
  a: { text: A, quote: { exact: "A pier costs", source: report }, because: [b] }
  b: { text: B, quote: [{ exact: "They wait.", source: the-letter }, { exact: "like ours", source: report }] }
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return Site(tmp_path)


def addresses(site):
    """Where each page of the site has its maps' data, by the page's path."""
    return {
        name: found
        for name, page in site.pages.items()
        if (found := [each.attributes["data-map"] for each in page.all() if "data-map" in each.attributes])
    }


@pytest.mark.parametrize("directories", [True, False])
def test_every_drawing_that_answers_has_its_data_and_every_address_in_it_is_there(site, directories):
    site.write("letter.txt", "They wait.\n")
    site.write("docs/maps/two.yml", TWO)
    site.write("docs/deep/page.md", "# Deep\n\n```argmap\ntwo\n```\n")
    site.build(use_directory_urls=directories)
    found = addresses(site)
    assert len(found) == 5
    for page, all_its in found.items():
        for address in all_its:
            file = (site.out / page).parent / unquote(urlsplit(address).path)
            data = json.loads(file.read_text("utf-8"))
            for said, anchor in leads(data):
                path, _ = urldefrag(urljoin(file.resolve().relative_to(site.out.resolve()).as_posix(), said))
                target = f"{path}index.html" if path.endswith("/") else path
                assert anchor in site.pages[target].ids


def leads(data):
    """Each page that a map's data names, with a place on it."""
    for claim in data["claims"]:
        yield data["page"], claim["id"]
    for each in [*data["claims"], *data["arguments"]]:
        for quote in each.get("quotes", []):
            yield data["sources"][quote.get("source", next(iter(data["sources"])))]["page"], quote["at"]


def test_a_map_that_no_page_draws_has_no_data(site):
    site.write("docs/maps/other.yml", OTHER)
    site.build(plugins=["search", {"argmap": {"pages": ["pier"]}}])
    assert (site.out / "maps/pier.json").is_file()
    assert not (site.out / "maps/other.json").exists()
    assert not any("other.json" in address for found in addresses(site).values() for address in found)


def test_a_map_drawn_only_beside_its_article_has_its_data(site):
    site.write("docs/index.md", "# Home\n")
    site.build()
    assert (site.out / "maps/pier.json").is_file()
    assert list(addresses(site)) == ["maps/pier/sources/report/index.html"]


def test_the_address_changes_with_the_map_and_only_with_it(site):
    digest = re.compile(r"^maps/pier\.json\?([0-9a-f]{8})$")

    def built():
        (address,) = addresses(site.build())["index.html"]
        found = digest.match(address)
        assert found
        return found[1]

    first = built()
    site.write("docs/index.md", "# Home\n\nOther words.\n\n```argmap\npier\n```\n")
    assert built() == first
    site.write("docs/maps/pier.yml", PIER.replace("A pier is too dear.", "A pier costs too much."))
    second = built()
    assert second != first
    site.write("docs/maps/pier.yml", PIER)
    assert built() == first


def test_every_page_asks_for_a_map_under_the_same_address(site):
    site.write("docs/deep/page.md", "# Deep\n\n```argmap\npier\n```\n\n```argmap\nmap: pier\nview: cost\n```\n")
    site.build()
    found = {urljoin(f"/{page}", address) for page, its in addresses(site).items() for address in its}
    assert len(found) == 1


def test_what_the_site_has_of_its_own_under_that_name_stands(site):
    site.write("docs/maps/pier.json", '{"mine": true}')
    site.build()
    assert json.loads((site.out / "maps/pier.json").read_text("utf-8")) == {"mine": True}
    assert addresses(site) == {}

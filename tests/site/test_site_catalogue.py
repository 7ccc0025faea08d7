"""The plugin's option `index`: one page that lists all maps."""

import json
from urllib.parse import urljoin

import pytest
from harbour import BROKEN, PIER
from mkdocs.exceptions import Abort

from argmap.pages import catalogue

MATERIAL = {"theme": {"name": "material", "font": False, "features": ["navigation.instant"]}}
RUSSIAN = """\
argmap: 1
title: Второй причал
thesis: a
language: ru
claims:
  a: { text: Причал нужен., date: 2019, tags: [money] }
"""


def plugins(**options):
    return {"plugins": ["search", {"argmap": options}]}


@pytest.fixture
def town(site):
    site.write("docs/maps/pier-two.yml", RUSSIAN)
    site.write("docs/maps/steps/one.yml", PIER.replace("../../report", "../../../report").replace("A second", "A"))
    return site


def listed(page):
    return [page.within(item, "a")[0].text for item in page.within(page.one("ul", "am-maps"), "li")]


def data(site):
    return json.loads((site.out / "assets/argmap/maps.json").read_text("utf-8"))


def test_there_is_none_where_nobody_asks_for_it(town):
    town.build()
    assert not (town.out / "maps/index.html").exists()
    assert not (town.out / "assets/argmap/maps.json").exists()


def test_every_map_stands_there_in_words(town):
    page = town.build(**plugins(index=True), **MATERIAL).html("maps/index.html")
    assert listed(page) == ["A second pier", "Второй причал", "A pier"]
    first, second, _ = page.within(page.one("ul", "am-maps"), "li")
    assert page.within(first, "p")[0].text == "The town should build a second pier."
    assert [e.text for e in page.within(first, "span")] == ["undecided", "Ferry companies, The mayor", "figures, money"]
    assert page.within(first, "time")[0].text == "2016-10"
    assert (second.attributes["lang"], second.attributes["dir"]) == ("ru", "ltr")
    assert page.within(second, "p", "am-of")[0].attributes["lang"] == "en"


def test_maps_stand_in_the_order_of_their_numbers(site):
    for number in (10, 9, 100):
        site.write(f"docs/maps/case-{number}.yml", PIER.replace("A second pier", f"Case {number}"))
    page = site.build(**plugins(index=["case-*"]), **MATERIAL).html("maps/index.html")
    assert listed(page) == ["Case 9", "Case 10", "Case 100"]


@pytest.mark.parametrize("directories", [True, False])
def test_in_a_strict_build_every_link_is_alive(town, directories):
    town.write("docs/index.md", "# Home\n\n[All maps](maps/index.md)\n")
    town.build(use_directory_urls=directories, **plugins(index=True), **MATERIAL)
    assert [dead for dead in town.dead_links() if dead[0] != "404.html"] == []
    assert {name: page.repeated_ids for name, page in town.pages.items() if page.repeated_ids} == {}


def test_names_and_patterns_choose_what_is_listed(town, heard):
    assert listed(town.build(**plugins(index=["pier*"])).html("maps/index.html")) == ["A second pier", "Второй причал"]
    with pytest.raises(Abort):
        town.build(**plugins(index=["peir"]))
    assert "the option `index` has `peir`" in heard.take()[0]


def test_a_map_leads_to_its_claims_else_to_where_it_is_drawn_else_to_its_file(town):
    town.write("docs/other.md", "```argmap\npier-two\n```\n")
    town.build(**plugins(index=True, pages=["pier"]))
    page = town.html("maps/index.html")
    links = [page.within(item, "a")[0].attributes["href"] for item in page.within(page.one("ul", "am-maps"), "li")]
    assert [link.removeprefix("./") for link in links] == ["pier/claims/", "../other/", "steps/one.yml"]
    # The same from where the data lies.
    there = [urljoin("assets/argmap/maps.json", each["href"]) for each in data(town)["maps"]]
    assert there == ["maps/pier/claims/", "other/", "maps/steps/one.yml"]


def test_the_script_has_all_that_the_page_has(town):
    town.build(**plugins(index=True))
    first, second, _ = data(town)["maps"]
    assert first["title"] == "A second pier"
    assert first["label"] == "undecided"
    assert (first["date"], second["date"]) == ("2016-10", "2019")
    assert first["actors"] == ["Ferry companies", "The mayor"]
    assert second["tags"] == ["money"]
    assert second["lang"] == "ru"
    assert "lang" not in first


def test_only_the_index_loads_its_script_and_its_style(town):
    town.build(**plugins(index=True))
    loads = [name for name, page in town.pages.items() if "argmap-maps." in str([e.attributes for e in page.elements])]
    assert loads == ["maps/index.html"]
    page = town.html("maps/index.html")
    assert not [e for e in page.all("script") if "argmap-maps" in e.attributes.get("src", "") and e.text]


def test_long_lists_have_several_pages_and_the_data_has_all(town, monkeypatch):
    monkeypatch.setattr(catalogue, "PER_PAGE", 2)
    town.build(**plugins(index=True), **MATERIAL)
    assert len(listed(town.html("maps/index.html"))) == 2
    assert listed(town.html("maps/index/2/index.html")) == ["A pier"]
    second = town.html("maps/index/2/index.html")
    pages = second.within(second.one("nav", "am-pages"), "a")
    assert [page.attributes.get("aria-current") for page in pages] == [None, "page"]
    assert len(data(town)["maps"]) == 3
    assert [dead for dead in town.dead_links() if dead[0] != "404.html"] == []


def test_the_navigation_leads_to_the_index_and_the_index_to_the_maps(town):
    home = town.build(**plugins(index=True), **MATERIAL).html()
    addresses = {e.attributes.get("href", "") for nav in home.all("nav", "md-nav") for e in home.within(nav, "a")}
    assert "maps/" in {address.removeprefix("./") for address in addresses}
    assert not [address for address in addresses if "claims" in address]


def test_the_search_finds_the_page_and_not_its_list(town):
    index = town.build(**plugins(index=True), **MATERIAL).index
    assert "maps/" in index
    assert "Причал" not in index["maps/"]


def test_a_page_of_the_site_s_own_stays(town):
    town.write("docs/maps/index.md", "# Mine\n")
    town.build(**plugins(index=True))
    assert "Mine" in town.html("maps/index.html").text
    assert not town.html("maps/index.html").all("ul", "am-maps")


def test_a_broken_map_is_told_of_and_not_listed(town, heard):
    town.write("docs/maps/steps/one.yml", BROKEN)
    town.build(strict=False, **plugins(index=True))
    assert heard.take()
    assert listed(town.html("maps/index.html")) == ["A second pier", "Второй причал"]


HOSTILE = "<script>alert(1)</script> & &copy; {{ 7*7 }}"


def test_text_is_text(town):
    town.write("docs/maps/pier.yml", PIER.replace("title: A second pier", f"title: '{HOSTILE}'"))
    page = town.build(**plugins(index=True)).html("maps/index.html")
    assert listed(page)[0] == HOSTILE
    assert not [e for e in page.all("script") if "alert" in e.text]


def test_the_index_speaks_the_site_s_language(town):
    page = town.build(**plugins(index=True), theme={**MATERIAL["theme"], "language": "fa"}).html("maps/index.html")
    element = page.one("div", "am-catalogue")
    assert (element.attributes["lang"], element.attributes["dir"]) == ("fa", "rtl")
    assert data(town)["words"]["catalogue.find"] == "یافتن نقشه"

"""A site with maps, as readers get it."""

import os
import re
from urllib.parse import urlsplit

import pytest
from harbour import PIER
from html_reader import Html
from pymdownx.superfences import fence_code_format

from argmap.site import plugin

THEME = {"theme": {"name": "material", "font": False, "features": ["navigation.instant"]}}
PAGES = ["maps/pier/claims/index.html", "maps/pier/sources/report/index.html"]


@pytest.mark.parametrize("settings", [THEME, {}, {"theme": "readthedocs"}], ids=["material", "mkdocs", "readthedocs"])
def test_a_strict_build_with_every_link_alive_and_every_id_one(site, settings):
    site.write("docs/more/page.md", "# More\n\n```argmap\nmap: pier\nview: cost\n```\n\n```argmap\npier\n```\n")
    site.build(**settings)
    ours = {name: page for name, page in site.pages.items() if name in ["index.html", "more/page/index.html", *PAGES]}
    assert len(ours) == 4
    assert {name: page.repeated_ids for name, page in ours.items() if page.repeated_ids} == {}
    if settings is THEME:  # the others' own templates have links that lead nowhere
        assert [dead for dead in site.dead_links() if dead[0] != "404.html"] == []


LINKS = ["All claims", "Read the text", "Drawing (SVG)", "Map file (YAML)"]


def test_a_fence_is_a_figure_with_links_to_the_claims(site):
    page = site.build().html()
    assert page.all("figure", "argmap")
    assert "maps/pier/claims/#too-dear" in page.links
    assert [e.text for e in page.within(page.one("figcaption"), "a")] == LINKS


@pytest.mark.parametrize("directories", [True, False])
def test_links_to_claims_from_anywhere(site, directories):
    site.write(
        "docs/a/b/page.md",
        "# P\n\n[too dear](argmap:pier#too-dear), [all](argmap:pier), [step](argmap:pier#by-analogy)\n",
    )
    site.build(use_directory_urls=directories, **THEME)
    page = site.html("a/b/page/index.html" if directories else "a/b/page.html")
    claims = "../../../maps/pier/claims/" if directories else "../../maps/pier/claims.html"
    ours = [address for address in page.links if "claims" in address and address.startswith(claims)]
    assert {f"{claims}#too-dear", claims, f"{claims}#by-analogy"} <= set(ours)
    assert page.one("a", "am-ref").attributes["title"] == "Counterpoint: A pier is too dear."
    assert [dead for dead in site.dead_links() if dead[0] != "404.html"] == []


def test_a_site_below_an_address(site):
    site.build(site_url="https://example.org/town/", **THEME)
    assert site.dead_links("/town/") == []


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("argmap:peir#too-dear", "There is no map named `peir` (did you mean `pier`?)"),
        ("argmap:pier#to-dear", "the map has no claim named `to-dear` (did you mean `too-dear`?)"),
    ],
)
def test_a_link_that_leads_nowhere_fails_a_strict_build(site, heard, link, why):
    site.write("docs/index.md", f"[x]({link})")
    with pytest.raises(SystemExit):
        site.build()
    assert heard.take() == [f"argmap: docs/index.md: the link `{link}` leads nowhere: {why}"]


@pytest.mark.parametrize(
    "anchor",
    [
        "claims.md#too-dear",
        "claims.md#by-analogy.but.1",
        "sources/report.md#too-dear",
        "sources/report.md#ferries-wait",
    ],
)
def test_markdown_may_link_to_places_on_generated_pages(site, anchor):
    site.write("docs/index.md", f"[x](maps/pier/{anchor})\n\n```argmap\npier\n```\n\n[y](#argmap-1-figure)")
    site.build()


def test_mkdocs_checks_anchors_on_generated_pages(site, heard):
    site.write("docs/index.md", "[x](maps/pier/claims.md#to-dear)")
    with pytest.raises(SystemExit):
        site.build()
    assert "does not contain an anchor '#to-dear'" in heard.take()[0]


def test_generated_pages_have_titles_and_tables_of_contents(site):
    site.build(**THEME)
    claims, source = map(site.html, PAGES)
    assert claims.all("title")[0].text == "The claims: A second pier - Harbour"
    assert claims.one("h1").text == "The claims: A second pier"
    assert source.one("h1").text == "Harbour report"
    contents = [e.text for e in claims.all("a", "md-nav__link") if e.attributes["href"].startswith("#")]
    assert "Ferries wait" in contents


def test_text_is_text_in_titles(site):
    hostile = "<script>alert(1)</script> &copy;"
    text = PIER.replace("A second pier\n", f"'{hostile}'\n").replace("Harbour report", f"'{hostile}'")
    site.write("docs/maps/pier.yml", text)
    site.build(**THEME)
    for page in map(site.html, PAGES):
        assert hostile in page.one("h1").text
        assert page.source.count("<script>alert") == 0


def test_very_many_maps_are_in_no_navigation_that_nobody_wrote(site, monkeypatch):
    def listed():
        home = site.build(**THEME).html()
        return {e.attributes.get("href") for nav in home.all("nav", "md-nav") for e in home.within(nav, "a")}

    assert "maps/pier/claims/" in listed()
    monkeypatch.setattr(plugin, "MOST_LISTED", 0)
    assert "maps/pier/claims/" not in listed()
    assert site.html("maps/pier/claims/index.html").one("h1")


def test_source_pages_ask_not_to_be_indexed_and_no_others(site):
    site.build()
    asking = [name for name, page in site.pages.items() if page.all("meta", name="robots", content="noindex")]
    assert asking == [PAGES[1]]


def test_the_search_index_has_the_claims_and_no_drawing(site):
    site.build()
    assert "Before." in site.index[""] + site.index.get("#home", "")
    assert "Ferries" not in site.index[""]
    assert "ferries routinely wait forty minutes" in site.index["maps/pier/claims/#ferries-wait"]
    everywhere = " ".join(site.index.values())
    assert "data-argmap" not in everywhere
    assert "Argument map:" not in everywhere


def test_the_search_index_of_material_too(site):
    site.build(**THEME)
    assert "Argument map:" not in " ".join(site.index.values())
    assert "forty minutes" in site.index["maps/pier/claims/#ferries-wait"]


def test_the_search_index_of_material_has_each_claim_once(site):
    site.build(**THEME)
    of_claims = {where: text for where, text in site.index.items() if where.startswith("maps/pier/claims/")}
    assert "maps/pier/claims/#ferries-wait" in of_claims  # whose title is its text
    assert not [where for where, text in of_claims.items() if "Ferries wait" in text]


def test_no_stand_in_is_left(site):
    site.build()
    assert not [name for name, page in site.pages.items() if "data-argmap" in page.source]


def test_nothing_is_fetched_from_elsewhere(site):
    site.build(**THEME)
    loading = {"img", "script", "link", "iframe", "source", "use", "image"}
    addresses = [
        e.attributes.get("src") or e.attributes.get("href") or e.attributes.get("xlink:href") or ""
        for page in site.pages.values()
        for e in page.elements
        if e.tag in loading
    ]
    assert not [address for address in addresses if urlsplit(address).netloc]
    (sheet,) = (site.out / "assets/argmap").glob("argmap.*.css")
    assert "http" not in sheet.read_text("utf-8")
    fonts = re.findall(r'url\("([^"]+)"\)', sheet.read_text("utf-8"))
    assert fonts
    assert all((sheet.parent / font).is_file() for font in fonts)


def test_the_style_sheets_name_changes_with_its_content_and_the_sites_own_comes_later(site):
    site.write("docs/own.css", "")
    site.build(extra_css=["own.css"])
    sheets = [e.attributes["href"] for e in site.html().all("link", rel="stylesheet")]
    ours = next(sheet for sheet in sheets if re.fullmatch(r"assets/argmap/argmap\.[0-9a-f]{8}\.css", sheet))
    assert sheets.index(ours) < sheets.index("own.css")


def test_no_plain_href_inside_a_drawing(site):
    site.build()
    assert not [e for page in site.pages.values() for e in page.elements if e.inside("svg") and "href" in e.attributes]


def test_the_map_itself_can_be_had(site):
    site.build()
    assert (site.out / "maps/pier.yml").read_text("utf-8") == PIER


def test_maps_may_lie_outside_the_docs_in_folders_with_any_name_and_end_in_yaml(site):
    (site.folder / "docs/maps/pier.yml").unlink()
    site.write("argmap.toml", "maps = 'arguments'")
    site.write("arguments/2016/the #1 pier.yaml", PIER)
    site.write(
        "docs/index.md",
        "```argmap\nmap: '2016/the #1 pier'\n```\n\n[too dear](argmap:2016/the%20%231%20pier#too-dear)",
    )
    site.build(**THEME)
    assert (site.out / "maps/2016/the #1 pier.yml").is_file()
    assert [e.attributes["href"] for e in site.html().all("a", "am-ref")] == [
        "maps/2016/the%20%231%20pier/claims/#too-dear"
    ]
    assert [dead for dead in site.dead_links() if dead[0] != "404.html"] == []


@pytest.mark.parametrize("there", [True, False])
def test_no_maps_are_no_trouble(site, there):
    (site.folder / "docs/maps/pier.yml").unlink()
    if not there:
        (site.folder / "docs/maps").rmdir()
    site.write("docs/index.md", "# Home")
    site.build()


def test_without_pages_a_drawing_leads_to_its_outline(site):
    site.build(plugins=["search", {"argmap": {"pages": False}}], **THEME)
    page = site.html()
    assert not (site.out / "maps/pier/claims").exists()
    assert "#argmap-1-o-too-dear" in page.links
    assert [dead for dead in site.dead_links() if dead[0] != "404.html"] == []


def test_generated_pages_left_out_of_the_nav_are_no_warning(site):
    nav = [{"Home": "index.md"}, {"Claims": "maps/pier/claims.md"}]
    site.build(nav=nav, validation={"nav": {"omitted_files": "warn"}})
    assert "maps/pier/claims/" in [address.removeprefix("./") for address in site.html().links]


def test_a_page_of_the_sites_own_takes_the_place_of_a_generated_one(site):
    site.write("docs/maps/pier/claims.md", "# Mine\n\n## too dear {: #too-dear }")
    site.build(markdown_extensions=["attr_list"])
    assert site.html(PAGES[0]).one("h1").text == "Mine"


@pytest.mark.parametrize(
    "extensions",
    [
        lambda superfences: [{"pymdownx.superfences": superfences}],
        lambda superfences: [{"pymdownx.extra": {"pymdownx.superfences": superfences}}],
    ],
    ids=["superfences", "extra"],
)
def test_other_fences_are_kept(site, extensions):
    mermaid = {"name": "mermaid", "class": "mermaid", "format": fence_code_format}
    site.write("docs/index.md", "```mermaid\na-->b\n```\n\n```argmap\npier\n```\n\n```python\nx\n```\n")
    site.build(markdown_extensions=extensions({"custom_fences": [mermaid]}))
    page = site.html()
    assert page.one("pre", "mermaid").text == "a-->b"
    assert page.all("figure", "argmap")
    assert page.all("div", "highlight")


def test_two_builds_are_the_same(site):
    first = {name: page.source for name, page in site.build().pages.items()}
    again = {name: page.source for name, page in site.build().pages.items()}
    assert {name: source for name, source in again.items() if first[name] != source and "index" not in name} == {}
    assert figure(first["index.html"]) == figure(again["index.html"])


def figure(source):
    return source[source.index("<figure") : source.rindex("</figure>")]


def test_a_second_build_takes_drawings_from_the_cache(site):
    site.build()
    kept = {path: path.stat().st_mtime_ns for path in (site.folder / ".cache/argmap").iterdir()}
    assert kept
    site.build()
    assert {path: path.stat().st_mtime_ns for path in (site.folder / ".cache/argmap").iterdir()} == kept


def test_a_dirty_build_draws_a_changed_map_anew(site, heard):
    site.write("docs/plain.md", "# Plain")
    site.build()
    plain = (site.out / "plain/index.html").stat().st_mtime_ns
    file = site.write("docs/maps/pier.yml", PIER.replace("A pier is too dear.", "A pier costs too much."))
    later = max(path.stat().st_mtime for path in site.out.rglob("*")) + 1
    os.utime(file, (later, later))
    site.build(dirty=True, strict=False)
    assert "A pier costs too much." in Html((site.out / "index.html").read_text("utf-8")).one("figure", "argmap").text
    assert (site.out / "plain/index.html").stat().st_mtime_ns == plain
    assert ["dirty" in message for message in heard.take()] == [True]


def test_the_search_knows_claims_and_texts_and_not_the_words_around_them(site):
    site.build(theme={"name": "material", "font": False})
    claim = site.index["maps/pier/claims/#ferries-wait"]
    assert "ferries routinely wait forty minutes" in claim
    assert not [word for word in ("fortyminutes", "in the text", "Cite this claim", "Actors") if word in claim]
    article = next(text for place, text in site.index.items() if place.startswith("maps/pier/sources/report/"))
    assert "ferries routinely wait forty minutes" in article
    assert not [word for word in ("Back to the passage", "Sentence 1", "fortyminutes") if word in article]
    assert "data-search-exclude" not in site.html("maps/pier/claims/index.html").source


def test_what_only_an_editor_s_server_adds_is_not_published(site):
    out = site.build().out
    assert len(list((out / "assets/argmap").glob("*.js"))) == 1
    assert "serving" not in (out / "index.html").read_text("utf-8")

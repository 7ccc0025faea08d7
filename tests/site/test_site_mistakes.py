"""What becomes of a site whose maps have mistakes: strict builds fail, others show them, each told once."""

import logging

import pytest
from harbour import BROKEN, MISQUOTED, PIER
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from argmap.pages import host as hosts

TWICE = "# Home\n\n```argmap\npier\n```\n\n```argmap\nmap: pier\nview: cost\n```\n"


@pytest.mark.parametrize(
    ("map_text", "finding"),
    [
        (BROKEN, "docs/maps/pier.yml:33:19: error[unknown-reference]"),
        (MISQUOTED, "docs/maps/pier.yml:60:12: error[quote-not-found]"),
    ],
    ids=["broken", "misquoted"],
)
def test_a_mistake_fails_a_strict_build_and_is_told_once(site, heard, map_text, finding):
    site.write("docs/maps/pier.yml", map_text)
    site.write("docs/index.md", TWICE)
    with pytest.raises(Abort):
        site.build()
    (told,) = heard.take()
    assert told.startswith(f"argmap: {finding}: ")


@pytest.mark.parametrize(("map_text", "drawings"), [(BROKEN, 0), (MISQUOTED, 2)], ids=["broken", "misquoted"])
def test_a_mistake_is_seen_where_the_drawing_would_be(site, heard, map_text, drawings):
    site.write("docs/maps/pier.yml", map_text)
    site.write("docs/index.md", TWICE)
    page = site.build(strict=False).html()
    assert len(page.all("figure", "am-broken")) == 2
    assert "docs/maps/pier.yml:" in page.all("figure", "am-broken")[0].text
    assert len(page.all("svg", "am-column")) == drawings
    assert str(site.folder) not in page.source
    assert len(heard.take()) == 1


def test_a_map_that_cannot_be_read_does_not_stop_the_others(site, heard):
    site.write("docs/maps/other.yml", "- not\n- a map\n")
    site.write("docs/maps/bytes.yml", "").write_bytes(b"title: \xff")
    assert site.build(strict=False).html().all("svg")
    assert len(heard.take()) == 2


def test_a_source_that_is_not_there(site, heard):
    (site.folder / "report.txt").unlink()
    page = site.build(strict=False).html()
    assert "There is no source file" in page.one("figure", "am-broken").text
    assert not (site.out / "maps/pier/sources").exists()
    assert "There is no source file" in heard.take()[0]
    assert [dead for dead in site.dead_links() if "pier" in dead[1]] == []


def test_a_mistake_in_a_fence_is_told_with_its_page(site, heard):
    site.write("docs/more/page.md", "```argmap\npeir\n```\n\n```argmap\nmap: pier\nvieww: x\n```")
    site.build(strict=False)
    assert heard.take() == [
        "argmap: docs/more/page.md: error[fence]: There is no map named `peir` (did you mean `pier`?)",
        "argmap: docs/more/page.md: error[fence]: There is no option named `vieww` (did you mean `view`?)",
    ]


def test_two_files_with_one_name(site, heard):
    site.write("docs/maps/pier.yaml", BROKEN)
    site.build(strict=False)
    assert heard.take() == [
        "argmap: docs/maps/pier.yaml: warning[same-name]: This file is passed over: "
        "`docs/maps/pier.yml` has the same name (keep one of the two)"
    ]


def test_a_missing_engine_leaves_the_outline_and_says_what_to_install(site, heard):
    site.write("argmap.toml", "engine = '/nowhere/dot'")
    site.write("docs/index.md", TWICE)
    page = site.build(strict=False).html()
    assert "pip install graphviz-pure" in page.all("p", "am-finding")[0].text
    assert "The town should build a second pier." in page.all("details", "am-outline")[0].text
    assert not page.all("svg")
    assert all("pip install graphviz-pure" in message for message in heard.take())


def test_settings_that_are_not_to_be_used_stop_the_build_with_one_line(site, heard):
    site.write("argmap.toml", "mapps = 'x'")
    with pytest.raises(Abort):
        site.build()
    (told,) = heard.take()
    assert told.endswith("argmap.toml: error[unreadable]: argmap knows no setting `mapps` (did you mean `maps`?)")


class Stops(BasePlugin):
    def on_page_content(self, html, **_):
        raise ValueError("not today")


class Replaces(BasePlugin):
    def on_page_content(self, html, **_):
        return html.replace("Every claim of the map", "Each claim of the map") + "<p>added</p>"


def build_with(site, plugin, **options):
    config = site.load(**options)
    config.plugins["other"] = plugin
    build(config)


def test_when_another_plugin_fails_no_page_is_left_open(site, heard):
    with pytest.raises(ValueError, match="not today"):
        build_with(site, Stops())
    with pytest.raises(LookupError):
        hosts.current.get()
    assert "not today" in heard.take()[0]


def test_when_markdown_fails_no_page_is_left_open(site, heard, monkeypatch):
    monkeypatch.setattr("mkdocs.structure.pages.Page.render", Stops.on_page_content)
    with pytest.raises(TypeError):
        site.build()
    with pytest.raises(LookupError):
        hosts.current.get()
    assert heard.take()


def test_other_plugins_find_the_whole_page_and_may_add_to_it(site):
    build_with(site, Replaces())
    claims = site.html("maps/pier/claims/index.html")
    assert "Each claim of the map" in claims.text
    assert "added" in claims.text
    assert claims.one("h2", id="too-dear")
    assert site.html().all("svg")


def test_on_config_may_be_called_again(site):
    config = site.load()
    plugin = config.plugins["argmap"]
    for _ in range(3):
        plugin.on_config(config)
    assert config.markdown_extensions.count("pymdownx.superfences") == 1
    assert config.markdown_extensions.count("argmap.links") == 1
    assert [f["name"] for f in config.mdx_configs["pymdownx.superfences"]["custom_fences"]] == ["argmap"]
    assert len([sheet for sheet in config.extra_css if "argmap" in str(sheet)]) == 1
    assert len(config.watch) == len(set(config.watch))


def watched(site):
    config = site.load()
    config.plugins["argmap"].on_config(config)
    return {str(path).removeprefix(f"{site.folder}/") for path in config.watch}


def test_a_source_beside_mkdocs_yml_is_watched_and_not_the_whole_project(site):
    assert watched(site) == {"report.txt"}


def test_folders_of_maps_and_sources_outside_the_docs_are_watched(site):
    site.write("argmap.toml", "maps = 'maps'")
    site.write("texts/report.txt", (site.folder / "report.txt").read_text("utf-8"))
    site.write("maps/pier.yml", PIER.replace("../../report", "../texts/report"))
    assert watched(site) == {"maps", "texts"}


def test_nothing_outside_the_project_is_watched(site):
    site.write("docs/maps/pier.yml", PIER.replace("../../report.txt", "../../../elsewhere/report.txt"))
    assert watched(site) == set()


def test_a_folder_that_is_not_there_is_not_watched(site):
    site.write("argmap.toml", "maps = 'maps'")
    assert watched(site) == set()


def test_links_are_not_collected_where_mkdocs_does_not_collect_them(site, monkeypatch):
    """With `-v` MkDocs leaves `page.links_to_anchors` at None."""
    logging.getLogger("mkdocs").setLevel(logging.DEBUG)
    monkeypatch.setattr(logging.getLogger("mkdocs"), "propagate", False)
    try:
        site.write("docs/index.md", TWICE + "[x](argmap:pier#too-dear)")
        site.build()
    finally:
        logging.getLogger("mkdocs").setLevel(logging.NOTSET)
    assert site.html().all("svg")

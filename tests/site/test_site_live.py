"""What an editor who serves a site sees of a change, build by build: here in one process, where it can be counted."""

import pytest
from harbour import BROKEN, MISQUOTED, PIER
from html_reader import Html
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from argmap.drawing import engine

OTHER = """\
argmap: 1
title: A ferry
thesis: buy-it
claims:
  buy-it: { text: The town should buy a ferry., because: [it-sails] }
  it-sails: { text: It sails in any weather. }
"""
PAGE = "# Home\n\n```argmap\npier\n```\n\n```argmap\nother\n```\n\n[too dear](argmap:pier#too-dear)\n"


class Serving:
    """The builds of one `mkdocs serve`: each loads its configuration anew, and the plugin stays."""

    def __init__(self, site, command="serve"):
        self.site = site
        self.loaded = site.load(strict=False)
        self.loaded.plugins.on_startup(command=command, dirty=False)

    def page(self, path="index.html"):
        build(self.site.load(strict=False))
        return self.site.html(path)


@pytest.fixture
def serving(site):
    site.write("docs/maps/other.yml", OTHER)
    site.write("docs/index.md", PAGE)
    served = Serving(site)
    yield served
    served.loaded.plugins.on_startup(command="build", dirty=False)


@pytest.fixture
def laid_out(monkeypatch):
    """The sources of every layout that the engine was asked for."""
    sources, lay_out = [], engine.lay_out

    def counted(source, *arguments, **options):
        sources.append(source)
        return lay_out(source, *arguments, **options)

    monkeypatch.setattr(engine, "lay_out", counted)
    return sources


def test_only_the_changed_map_is_laid_out_again(serving, laid_out):
    serving.page()
    assert laid_out
    laid_out.clear()

    serving.page()
    assert laid_out == []

    serving.site.write("docs/maps/other.yml", OTHER.replace("in any weather", "in every weather there is"))
    page = serving.page()
    assert "there is" in page.all("svg", "am-column")[1].text
    # This map has two cards, the other more.
    assert {graph.count("[width=") for source in laid_out for graph in source.split("digraph")[1:]} == {2}


def test_a_change_of_nothing_that_is_drawn_lays_out_nothing(serving, laid_out):
    serving.page()
    laid_out.clear()
    serving.site.write("docs/maps/pier.yml", PIER.replace("See the *appendix*.", "See the *appendices*."))
    serving.page()
    assert laid_out == []


def test_a_broken_map_lays_out_nothing_and_mended_nothing_either(serving, laid_out, heard):
    serving.page()
    laid_out.clear()
    serving.site.write("docs/maps/pier.yml", BROKEN)
    serving.page()
    serving.site.write("docs/maps/pier.yml", PIER)
    serving.page()
    assert laid_out == []
    assert len(heard.take()) == 1


def test_a_broken_map_shows_its_mistakes_and_below_them_the_drawing_as_it_was(serving, heard):
    before = serving.page().all("svg", "am-column")[0]
    serving.site.write("docs/maps/pier.yml", BROKEN)
    page = serving.page()
    said = page.one("figure", "am-broken")
    assert "There is no claim `town-alike`." in said.text
    assert "Below is the drawing as it was before that." in said.text
    assert (page.one("code", "am-excerpt").text, page.one("mark").text) == ("33because: [town-alike]", "town-alike")
    drawing = page.all("svg", "am-column")[0]
    assert drawing.text == before.text
    assert said.end < drawing.start
    assert serving.site.dead_links() == []
    assert len(heard.take()) == 1


def test_it_is_the_drawing_as_it_last_was(serving, heard):
    serving.page()
    serving.site.write("docs/maps/pier.yml", PIER.replace("A pier is too dear.", "A pier costs too much."))
    serving.page()
    serving.site.write("docs/maps/pier.yml", "- no map\n")
    assert "A pier costs too much." in serving.page().all("svg", "am-column")[0].text
    heard.take()


def test_a_map_that_was_broken_from_the_start_has_nothing_to_show(serving, heard):
    serving.site.write("docs/maps/pier.yml", BROKEN)
    page = serving.page()
    assert "Below" not in page.one("figure", "am-broken").text
    assert len(page.all("svg", "am-column")) == 1
    heard.take()


def test_a_view_that_was_not_there_yet_has_nothing_to_show(serving, heard):
    serving.page()
    serving.site.write("docs/index.md", "```argmap\nmap: pier\nview: newer\n```\n")
    serving.site.write("docs/maps/pier.yml", BROKEN + "  newer: { title: Newer, focus: too-dear }\n")
    page = serving.page()
    assert "town-alike" in page.one("figure", "am-broken").text
    assert not page.all("svg")
    assert len(heard.take()) == 1


def test_a_quote_that_is_lost_shows_beside_the_drawing_with_its_line(serving, heard):
    serving.site.write("docs/maps/pier.yml", MISQUOTED)
    page = serving.page()
    assert page.one("mark").text == '"A pier costs five million."'
    assert "Below" not in page.one("figure", "am-broken").text
    heard.take()


def test_the_map_s_own_pages_stay_and_say_that_they_are_old(serving, heard):
    serving.page()
    serving.site.write("docs/maps/pier.yml", BROKEN)
    for path in ("maps/pier/claims/index.html", "maps/pier/sources/report/index.html"):
        page = serving.page(path)
        assert "This page shows the map as it was before that." in page.one("figure", "am-broken").text
    heard.take()


def test_what_is_published_has_no_memory(site, heard):
    site.build()
    site.write("docs/maps/pier.yml", BROKEN)
    page = site.build(strict=False).html()
    assert not page.all("svg")
    assert not (site.out / "maps/pier/claims").exists()
    heard.take()
    with pytest.raises(Abort):
        site.build()
    heard.take()


def test_another_project_s_map_of_that_name_is_no_memory(serving, heard, tmp_path_factory, monkeypatch):
    from small_site import Site

    serving.page()
    other = tmp_path_factory.mktemp("other")
    monkeypatch.chdir(other)
    site = Site(other)
    site.write("docs/maps/pier.yml", BROKEN)
    build(site.load(strict=False))
    assert not Html((site.out / "index.html").read_text("utf-8")).all("svg")
    heard.take()

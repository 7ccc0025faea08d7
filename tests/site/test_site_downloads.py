"""The files of a map in the built site, and the form for its faults."""

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from harbour import PICTURES, PIER
from mkdocs.commands.build import build
from png_reader import Png

from argmap.pages.library import Library
from argmap.settings import load
from argmap.site.pagehost import Build, PageHost
from argmap.site.repository import issues_form

XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


ADDRESS = "https://example.org/town/"


def contents(site, files=PICTURES):
    return {file: (site.out / file).read_bytes() for file in files}


def head(site):
    return site.html().source.partition("</head>")[0]


def test_every_file_is_there_and_whole(site):
    site.build(site_url=ADDRESS)
    for file, content in contents(site).items():
        if file.endswith(".svg"):
            root = ElementTree.fromstring(content)
            assert root.tag.endswith("svg")
            assert b"@font-face" in content
        else:
            png = Png(content)
            assert png.ink(0, 0, png.width, png.height) > 1_000


@pytest.mark.parametrize("directories", [True, False])
def test_a_drawing_leads_to_the_published_claims(site, directories):
    site.build(site_url=ADDRESS, use_directory_urls=directories)
    root = ElementTree.fromstring((site.out / "maps/pier.svg").read_bytes())
    page = "claims/" if directories else "claims.html"
    assert f"https://example.org/town/maps/pier/{page}#too-dear" in {e.get(XLINK_HREF) for e in root.iter()}


def test_the_same_site_has_the_same_files(site):
    first = contents(site.build(site_url=ADDRESS))
    said = head(site)
    (site.folder / ".cache").rename(site.folder / "put-away")
    assert contents(site.build()) == first
    assert head(site) == said


def test_a_rebuild_of_the_same_plugin_makes_them_anew(site):
    config = site.load()
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    drawings = [file for file in PICTURES if file.endswith(".svg")]
    first = contents(site, drawings), head(site)
    build(config)
    assert (contents(site, drawings), head(site)) == first
    assert not list((site.out / "maps").rglob("*.png"))  # an editor shares nothing
    site.write("docs/maps/pier.yml", PIER.replace("A pier is too dear.", "A pier costs too much."))
    build(config)
    assert b"costs too much" in (site.out / "maps/pier.svg").read_bytes()
    config.plugins.on_shutdown()


def test_what_the_site_has_of_its_own_stands(site):
    site.write("docs/maps/pier.svg", "<svg/>")
    site.build()
    assert (site.out / "maps/pier.svg").read_text("utf-8") == "<svg/>"


def test_a_map_without_pages_has_no_pictures(site):
    site.build(plugins=["search", {"argmap": {"pages": False}}], site_url="https://example.org/")
    assert {path.name for path in (site.out / "maps").rglob("*.*")} == {"pier.json", "pier.yml"}
    assert "og:image" not in site.html().source


@pytest.mark.parametrize(
    ("repository", "form"),
    [
        ("https://github.com/town/pier", "https://github.com/town/pier/issues/new"),
        ("https://github.com/town/pier.git", "https://github.com/town/pier/issues/new"),
        ("https://www.github.com/town/pier/tree/main/", "https://github.com/town/pier/issues/new"),
        ("https://gitlab.com/town/harbour/pier/", "https://gitlab.com/town/harbour/pier/-/issues/new"),
        ("https://gitlab.com/town/pier/-/tree/main", "https://gitlab.com/town/pier/-/issues/new"),
        ("https://codeberg.org/town/pier", "https://codeberg.org/town/pier/issues/new"),
        ("https://github.com/town", None),
        ("https://github.com.example.org/town/pier", None),
        ("https://example.org/town/pier", None),
        ("git@github.com:town/pier", None),
        ("https://[x", None),
        ("", None),
        (None, None),
    ],
)
def test_the_form_for_issues_of_a_repository(repository, form):
    assert issues_form(repository) == form


@pytest.mark.parametrize(
    ("setting", "form"),
    [
        ("", "https://github.com/town/pier/issues/new"),
        ('issues = "https://example.org/new"', "https://example.org/new"),
    ],
)
def test_a_setting_goes_before_the_repository(site, setting, form):
    site.write("argmap.toml", setting)
    site.config["repo_url"] = "https://github.com/town/pier"
    library = Library(load(site.folder), site.folder)
    page = SimpleNamespace(file=SimpleNamespace(src_uri="index.md", dest_uri="index.html"))
    assert PageHost(Build(library, None, site.load()), page).issues == form

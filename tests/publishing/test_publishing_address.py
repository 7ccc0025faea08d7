"""The project's own site, built for an address and for none."""

import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from house import HOUSE
from html_reader import Html

ADDRESS = "https://example.org/argmap/"
REPOSITORY = "https://example.org/code/argmap"


def build(folder, **addresses):
    """Build the site as a workflow does; its pages by their path below the site, without the page for lost visitors."""
    told = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPO_URL")}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    env = told | {"NO_MKDOCS_2_WARNING": "1"} | addresses
    # Told to be quiet, MkDocs counts no warnings, and nothing is strict.
    done = subprocess.run(command, cwd=HOUSE, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(folder).as_posix(): Html(path.read_text("utf-8")) for path in folder.rglob("*.html")}
    return {path: page for path, page in pages.items() if path != "404.html"}


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return tmp_path_factory.mktemp("published")


# GitHub gives the address without the slash.
@pytest.fixture(scope="module")
def pages(published):
    return build(published, SITE_URL=ADDRESS.removesuffix("/"), REPO_URL=REPOSITORY)


def canonical(page):
    return [link.attributes["href"] for link in page.all("link", rel="canonical")]


def test_every_page_says_where_it_is(pages):
    assert len(pages) > 5
    for path, page in pages.items():
        assert canonical(page) == [ADDRESS + path.removesuffix("index.html")]


def test_the_sitemap_lists_pages_of_the_site(pages, published):
    places = [place.text for place in ElementTree.parse(published / "sitemap.xml").iterfind(".//{*}loc")]
    assert ADDRESS in places
    assert {f"{place.removeprefix(ADDRESS)}index.html" for place in places} <= set(pages)


def test_who_is_lost_deep_in_the_site_finds_the_way_back(pages, published):
    lost = Html((published / "404.html").read_text("utf-8"))
    inner = [link for link in lost.links if not link.startswith("https:")]
    assert inner
    assert all(link.startswith("/argmap/") for link in inner)


def test_every_page_leads_to_the_repository(pages):
    for page in pages.values():
        assert REPOSITORY in page.links


def test_built_at_home_no_address_is_invented(tmp_path):
    for page in build(tmp_path).values():
        assert canonical(page) == []
        assert page.all(cls="md-source") == []


def test_the_readme_shows_the_settings_that_the_site_has():
    settings = re.findall(r"^ *((?:site|repo)_url: .*)$", (HOUSE / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(settings) == 2
    assert all(f"\n{setting}\n" in (HOUSE / "mkdocs.yml").read_text("utf-8") for setting in settings)

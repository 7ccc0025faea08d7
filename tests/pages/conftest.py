"""Maps on pages of no particular host."""

from functools import cached_property
from pathlib import Path

import pytest
from harbour import PIER, REPORT
from heard import listening
from markdown import Markdown
from small_site import Folder

from argmap.pages.fence import accept_fence, draw_fence
from argmap.pages.library import Library
from argmap.reading import read
from argmap.settings import load

FENCE = {"name": "argmap", "class": "argmap", "format": draw_fence, "validator": accept_fence}


@pytest.fixture(autouse=True)
def heard():
    """Fails every test in which a warning is told that nobody took."""
    with listening() as heard:
        yield heard


class Project(Folder):
    """A project in a folder, which is the working directory."""

    def __init__(self, folder):
        super().__init__(folder)
        self.write("mkdocs.yml", "site_name: Harbour\n")

    def read(self, map_text=PIER, report=REPORT):
        self.write("report.txt", report)
        return read(self.write("docs/maps/pier.yml", map_text), project=self.folder)

    def html(self, markdown, md=None):
        """A page of Markdown where there is nothing but Python-Markdown."""
        return (md or self.converter()).convert(markdown)

    def converter(self):
        return Markdown(
            extensions=["pymdownx.superfences", "argmap.links", "admonition", "attr_list", "pymdownx.tabbed"],
            extension_configs={
                "pymdownx.superfences": {"custom_fences": [FENCE]},
                "pymdownx.tabbed": {"alternate_style": True},
            },
        )

    def fence(self, text, header=""):
        return self.html(f"```argmap {header}\n{text}\n```\n")


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


class WholeSite:
    """A host of a site that has every page, and holds nothing back."""

    page = "docs/index.md"

    @cached_property
    def library(self):
        return Library(load(Path.cwd()), Path.cwd())

    def href(self, uri, anchor=""):
        return f"/{uri}#{anchor}" if anchor else f"/{uri}"

    markdown_href = href

    issues = "https://example.org/town/issues/new"

    def absolute(self, uri, anchor=""):
        return f"https://example.org{self.href(uri, anchor)}"

    def draws(self, name):
        pass

    def data(self, reading):
        return self.href(f"maps/{reading.name}.json")

    def hold(self, make):
        return make()


@pytest.fixture
def whole_site():
    return WholeSite()


class LargeSite(WholeSite):
    """The same with a project, which says how to draw."""

    def __init__(self, folder):
        self.library = Library(load(folder), folder)

    def number(self):
        return 1

    def warn(self, message):
        raise AssertionError(message)


@pytest.fixture
def large_site(project):
    return LargeSite(project.folder)


class Unpublished(WholeSite):
    """The same before anyone has said where it will be published, or where faults are told."""

    issues = None

    def absolute(self, uri, anchor=""):
        return None


@pytest.fixture
def unpublished():
    return Unpublished()

"""A small MkDocs site in a folder, built for real."""

import json
from urllib.parse import unquote, urlsplit

import yaml
from harbour import PIER, REPORT
from html_reader import Html
from mkdocs.commands.build import build
from mkdocs.config import load_config

HOME = "# Home\n\nBefore.\n\n```argmap\npier\n```\n\nAfter.\n"


class Folder:
    """A project's files, as someone writes them."""

    def __init__(self, folder):
        self.folder = folder
        self.write("report.txt", REPORT)
        self.write("docs/maps/pier.yml", PIER)

    def write(self, path, content):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8", newline="")
        return file


class Site(Folder):
    """A project and, once built, its site."""

    def __init__(self, folder):
        super().__init__(folder)
        self.out = folder / "site"
        self.write("docs/index.md", HOME)
        self.config = {
            "site_name": "Harbour",
            "theme": "mkdocs",
            "plugins": ["search", "argmap"],
            "validation": {"anchors": "warn", "links": {"unrecognized_links": "warn", "absolute_links": "warn"}},
        }

    def load(self, strict=True):
        self.write("mkdocs.yml", yaml.dump(self.config, sort_keys=False))
        return load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.out), strict=strict)

    def build(self, *, strict=True, dirty=False, **config):
        """Build with more settings; raises what MkDocs raises."""
        self.config |= config
        loaded = self.load(strict)
        loaded.plugins.on_startup(command="build", dirty=dirty)
        build(loaded, dirty=dirty)
        return self

    def html(self, path="index.html"):
        return Html((self.out / path).read_text("utf-8"))

    @property
    def pages(self):
        return {
            path.relative_to(self.out).as_posix(): Html(path.read_text("utf-8")) for path in self.out.rglob("*.html")
        }

    @property
    def index(self):
        """The search index: the text of each place."""
        found = json.loads((self.out / "search/search_index.json").read_text("utf-8"))["docs"]
        return {entry["location"]: entry["text"] for entry in found}

    def dead_links(self, prefix="/"):
        """Every address in the site's pages that leads to no file, or to no place on a page."""
        pages, dead = self.pages, []
        for name, page in pages.items():
            for address in page.links:
                scheme, host, path, _, anchor = urlsplit(address)
                if scheme or host:
                    continue
                where = (
                    self.out / path.removeprefix(prefix)
                    if path.startswith("/")
                    else (self.out / name).parent / unquote(path)
                )
                target = (self.out / name if not path else where).resolve()
                target = target / "index.html" if target.is_dir() else target
                there = target.relative_to(self.out.resolve()).as_posix() if target.is_file() else None
                if there is None or (anchor and there in pages and unquote(anchor) not in pages[there].ids):
                    dead.append((name, address))
        return dead

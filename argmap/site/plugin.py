"""The MkDocs plugin: files, links and watching. What a map looks like is made in `argmap.pages`."""

from __future__ import annotations

import os
from contextlib import suppress
from contextvars import Token
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import get_toc

from argmap import cache, settings
from argmap.findings import MapError, Severity
from argmap.pages import host as hosts
from argmap.pages.ahead import draw_ahead
from argmap.pages.fence import accept_fence, broken, draw_fence
from argmap.pages.generated import Generated, branch_names, sheet_numbers
from argmap.pages.head import with_head
from argmap.pages.library import Library
from argmap.pages.looks import looks
from argmap.pages.pictures import kept_picture, kept_picture_uris
from argmap.pages.places import board_uri, branch_uri, card_uri, claims_uri, data_uri, map_uri, source_uri
from argmap.site.catalogue import Catalogue
from argmap.site.config import ArgmapConfig, chosen, mistaken
from argmap.site.facts import page_facts
from argmap.site.late import LateFile
from argmap.site.pagehost import Build, PageHost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from argmap.findings import Finding
    from argmap.pages.generated import About
    from argmap.reading import Reading

log = get_plugin_logger("argmap")

FENCE = {"name": "argmap", "class": "argmap", "format": draw_fence, "validator": accept_fence}
SUPERFENCES = "pymdownx.superfences"
MOST_LISTED = 30  # maps whose pages stand in a navigation that nobody wrote
UNSEARCHED = ' data-search-exclude=""'  # in the templates of generated pages
EXTRA = "pymdownx.extra"  # brings superfences along


class ArgmapPlugin(BasePlugin[ArgmapConfig]):
    """Draws argument maps in Markdown pages and adds the pages of each map."""

    def __init__(self) -> None:
        super().__init__()
        self._dirty = self._serving = self._trimmed = False
        self._few = True
        self._seen: Library | None = None
        self._server: LiveReloadServer | None = None
        self._token: Token[hosts.Host] | None = None

    def on_startup(self, *, command: str, dirty: bool, **_: Any) -> None:
        """Being here keeps one instance through all the rebuilds of `mkdocs serve`."""
        self._dirty, self._serving, self._trimmed = dirty, command == "serve", False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Teach Markdown the fence and the links, and watch the maps. Other plugins may call this again."""
        project = Path(config.config_file_path).parent.resolve() if config.config_file_path else Path.cwd()
        try:
            # What is published has no memory: a map with mistakes is never shown as it once was.
            self.library = Library(settings.load(project), project, before=self._seen if self._serving else None)
        except MapError as error:
            raise PluginError(str(error)) from None
        self._seen = self.library
        for extension in (SUPERFENCES, "argmap.links"):
            if extension not in config.markdown_extensions and not (extension == SUPERFENCES and _in_extra(config)):
                config.markdown_extensions.append(extension)
        options = config.mdx_configs.setdefault(EXTRA, {}) if _in_extra(config) else config.mdx_configs
        superfences = options.setdefault(SUPERFENCES, {})
        others = [fence for fence in superfences.get("custom_fences", []) if fence.get("name") != "argmap"]
        superfences["custom_fences"] = [*others, FENCE]
        style, script, *_ = looks(self.library.settings.cache)
        if style not in config.extra_css:
            config.extra_css.insert(0, style)  # before the site's own, which has the last word
        for address in (script, *(uri for uri, _ in self._serving_script())):
            if address not in map(str, config.extra_javascript):
                module = ExtraScriptValue(address)
                module.type = "module"
                config.extra_javascript.append(module)
        self._watch(config)
        return config

    def on_serve(self, server: LiveReloadServer, **_: Any) -> None:
        """Keep the server: a source that is quoted only later has to be watched as well."""
        self._server = server

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add style sheet, script and the pages of every map that can be read; tell of every finding, once a build."""
        self.build = Build(self.library, files, config)
        self.made: dict[str, Generated] = {}
        self.pictured: list[str] = []
        self.described: dict[str, File] = {}
        self.catalogue = Catalogue(self.build)
        for uri, content in (*looks(self.library.settings.cache).items(), *self._serving_script()):
            files.append(File.generated(config, uri, content=content))
        self._tell(self.library.findings)
        for option in ("pages", "index", "board"):
            for mistake in mistaken(option, self.config[option], self.library.names):
                self.build.warn(mistake)
        paged = [name for name in self.library.names if chosen(name, self.config.pages)]
        self._few = len(paged) <= MOST_LISTED
        if config.nav is None and not self._few and not self.config.index:
            log.info(
                f"The pages of {len(paged)} maps are too many for a navigation. `index: true` lists them on a page."
            )
        for name in self.library.names:
            self._tell(self.library.get(name).findings)
            self._add_map(name, files, config)
            reading = self.library.shown(name)
            if isinstance(reading, MapError):
                continue
            self._add_data(name, files, config)
            # Pages in the order of their addresses, as they would stand in a folder.
            if chosen(name, self.config.board):
                self._add_page(board_uri(name), Generated(reading, board=True), files, config)
            if chosen(name, self.config.pages):
                self._add_pages(reading, files, config)
                self._add_pictures(reading, files, config)
            if chosen(name, self.config.index):
                self.catalogue.enter(reading)
        if self.config.index:
            self.catalogue.add(files)
        if self._dirty:
            self._refresh(files)
        draw_ahead(self.library, _written(files), self.pictured)
        return files

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """From here on whatever a page draws or links to belongs to this page."""
        self._leave_page()
        self.host = PageHost(self.build, page)
        self._token = hosts.current.set(self.host)
        self.catalogue.entitle(page)
        if made := self.made.get(page.file.src_uri):
            about = made.about(self.library.shelf)
            page.meta["title"] = about.title
            page.meta.setdefault("description", about.description)
            if about.large:
                page.meta.setdefault("hide", ["navigation"])  # a drawing takes what room there is; Material heeds it
        return markdown

    # First, so that whoever adds to a page finds the whole of it.
    @event_priority(100)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """A generated page's content is made here, past Markdown: a claim's text is text and no markup."""
        self._leave_page()
        anchors: set[str] = set()
        if made := self.made.get(page.file.src_uri):
            html += self._mistakes(made.reading)
            html += made.content(self.host, self.library.shelf)
            about = made.about(self.library.shelf)
            anchors |= {*about.anchors}
            page.toc = get_toc(_headings(about))
        html += self.catalogue.content(page, self.host)
        anchors |= {f"argmap-{number}-figure" for number in range(1, self.host.drawings + 1)}
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
        return html

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Fill in data now that every page has what it draws, and nothing has been written yet."""
        for uri, file in self.described.items():
            if data := self.build.data.get(uri):
                file.content_bytes = data
            else:
                files.remove(file)
        self.catalogue.fill()
        return env

    # First, so that whoever makes pages smaller finds the drawings.
    @event_priority(100)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Say what the page is, and put the drawings in: Markdown and the search index had no need to see them."""
        made = self.made.get(page.file.src_uri)
        if made:
            # The search has been here. No text of a map's has quotation marks that are not escaped.
            output = output.replace(UNSEARCHED, "")
        return self.build.fill(with_head(output, page_facts(page, self.build, made)))

    def on_post_build(self, **_: Any) -> None:
        """Keep what was made for the next build, and the cache from growing with every one.

        To look through it takes a while: an editor's server does so once.
        """
        if self.library.shelf.store() and not self._trimmed:
            cache.trim(self.library.settings.cache, self.library.settings.cache_limit)
            self._trimmed = self._serving

    def on_build_error(self, **_: Any) -> None:
        """A page that was never finished is left as well."""
        self._leave_page()

    def _mistakes(self, reading: Reading) -> str:
        """What is wrong with the map of a generated page that shows it as it was before that."""
        found = self.library.get(reading.name)
        if not isinstance(found, MapError):
            return ""
        return broken(found.findings, self.host, shown=reading, as_="page")

    def _serving_script(self) -> Iterable[tuple[str, bytes]]:
        """What pages load as well while an editor's server shows them."""
        if not self._serving:
            return ()
        from argmap.pages.assets import serving_script

        return (serving_script(),)

    def _leave_page(self) -> None:
        if self._token:
            hosts.current.reset(self._token)
            self._token = None

    def _add_map(self, name: str, files: Files, config: MkDocsConfig) -> None:
        """The map itself can be had where the site's maps are, wherever the project keeps it."""
        if files.src_uris.get(map_uri(name)) is None:
            path = self.library.path(name)
            files.append(File.generated(config, map_uri(name), abs_src_path=str(path)))

    def _add_data(self, name: str, files: Files, config: MkDocsConfig) -> None:
        """A place for what the browser needs of a map that some page draws."""
        uri = data_uri(name)
        if files.src_uris.get(uri) is None:
            self.described[uri] = File.generated(config, uri, content=b"")
            files.append(self.described[uri])

    def _add_pictures(self, reading: Reading, files: Files, config: MkDocsConfig) -> None:
        """What is made when the pages are done: until then others can link to it."""
        self.pictured.append(reading.name)
        shared = config.site_url and not self._serving  # networks know no picture but by its whole address
        for uri in kept_picture_uris(reading, self.library.shelf):
            if uri == card_uri(reading.name) and not shared:
                continue
            if files.src_uris.get(uri) is None:  # else the site has another file there
                made = partial(kept_picture, uri, reading, self.library, self.build)
                files.append(LateFile.at(config, uri, made))

    def _add_pages(self, reading: Reading, files: Files, config: MkDocsConfig) -> None:
        self._add_page(claims_uri(reading.name), Generated(reading), files, config)
        for branch in branch_names(reading, self.library.shelf):
            self._add_page(branch_uri(reading.name, branch), Generated(reading, branch=branch), files, config)
        for source in self.library.shelf.readable(reading):
            for sheet in sheet_numbers(reading, source, self.library.shelf):
                made = Generated(reading, source, sheet=sheet)
                self._add_page(source_uri(reading.name, source, sheet), made, files, config)

    def _add_page(self, uri: str, made: Generated, files: Files, config: MkDocsConfig) -> None:
        # Whoever writes a `nav` lists those that belong there, and is not told of those that do not.
        # Of a large map or a long text one page leads to all the others, and the index to the pages of every map.
        # MkDocs writes the navigation into every page: that of very many maps would be most of each, and of a build.
        listed = self._few and not chosen(made.reading.name, self.config.index)
        in_nav = config.nav is None and made.first and listed
        inclusion = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
        if files.src_uris.get(uri) is None:  # else the site has a page of its own there
            files.append(File.generated(config, uri, content="", inclusion=inclusion))
            self.made[uri] = made

    def _tell(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            if finding.severity is Severity.NOTE:
                log.info(str(finding))
            else:
                self.build.warn(str(finding))

    def _watch(self, config: MkDocsConfig) -> None:
        """Rebuild when a map or a source changes; MkDocs watches the docs folder itself."""
        docs, project = Path(config.docs_dir), self.library.project
        # Not the whole project, with all that is installed in it, and nothing outside, where no source may lie.
        inside = (path for path in self.library.files if path.is_relative_to(project))
        watched = {self.library.settings.maps, *(path if path.parent == project else path.parent for path in inside)}
        for path in sorted(watched):
            # What does not exist or may not be read stops the server.
            if os.access(path, os.R_OK) and not path.is_relative_to(docs) and str(path) not in config.watch:
                config.watch.append(str(path))
                if self._server:
                    self._server.watch(str(path))

    def _refresh(self, files: Files) -> None:
        """Have pages with drawings made anew where only a map has changed: `--dirty` looks at Markdown alone."""
        readable = (path for path in self.library.files if os.access(path, os.R_OK))
        changed = max((path.stat().st_mtime for path in readable), default=0.0)
        for file in files.documentation_pages():
            page = Path(file.abs_dest_path)
            older = file.generated_by is None and page.is_file() and page.stat().st_mtime < changed
            if older and "argmap" in file.content_string:
                os.utime(page, (0, 0))


def _written(files: Files) -> Iterator[str]:
    """The pages that somebody wrote. Of one that cannot be read MkDocs will say so."""
    for file in files.documentation_pages():
        if file.generated_by is None:
            with suppress(OSError, ValueError):
                yield file.content_string


def _in_extra(config: MkDocsConfig) -> bool:
    return EXTRA in config.markdown_extensions and SUPERFENCES not in config.markdown_extensions


def _headings(about: About) -> list[Any]:
    """A generated page's headings, as Python-Markdown's table of contents tells them: their names are HTML."""
    return [{"level": 2, "id": anchor, "name": escape(name), "children": []} for anchor, name in about.headings]

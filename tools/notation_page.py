"""MkDocs hook: puts the forms of the notation, and its limits, into `docs/notation.md` from the code itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from argmap import cache, settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from argmap.notation.reference import FieldReference, FormReference

PAGE = "notation.md"
MARK = re.compile(r"<!-- argmap: ([a-z-]+) -->")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Fill in what the page leaves to the code, or find it as it was filled in when page and code were the same."""
    if page.file.src_uri != PAGE:
        return markdown
    folder = settings.load(Path(config.config_file_path).parent).cache
    code = (Path(__file__).read_bytes(), cache.code_digest("argmap.sources"))
    name = f"{cache.key('argmap.notation', code, markdown)}.md"
    found = cache.load(folder, name)
    if found is None:
        found = filled(markdown)
        cache.store(folder, name, found)
    return found


def filled(markdown: str) -> str:
    """The page with each mark replaced. Raises `PluginError` for a mark that means nothing."""

    marks = _marks()

    def fill(found: re.Match[str]) -> str:
        if found[1] not in marks:
            raise PluginError(f"{PAGE} has the mark `{found[0]}`; the marks are {', '.join(marks)}.")
        return marks[found[1]]()

    return MARK.sub(fill, markdown)


def forms() -> str:
    """A section for each form, and one in it for each field."""
    from argmap.notation.reference import reference

    return "\n\n".join(part for form in reference() for part in _form(form))


def _form(form: FormReference) -> Iterator[str]:
    yield f"## {form.name.capitalize()} {{: #{form.anchor} }}"
    places = ", ".join(f"[`{place}`](#{place})" for place in form.stands_in)
    yield f"{form.description} Stands in {places}." if places else form.description
    for field in form.fields:
        yield from _field(field)


def _field(field: FieldReference) -> Iterator[str]:
    yield f"### `{field.name}` {{: #{field.anchor} }}"
    yield field.description
    yield f"*{_presence(field)}* Takes {field.takes}."
    # Each in a block of its own: together they would write one field twice.
    yield from (f"```yaml\n{example}\n```" for example in field.examples)


def _presence(field: FieldReference) -> str:
    if field.required:
        return "Required."
    return f"Optional, `{field.default}` when left out." if field.default else "Optional."


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"


def _marks() -> Mapping[str, Callable[[], str]]:
    """What a mark stands for. What checks maps is loaded here: a page that is kept needs none of it."""
    from argmap.notation import document, formats, reader
    from argmap.sources import files

    return {
        "forms": forms,
        "versions": lambda: " and ".join(f"`{version}`" for version in formats.VERSIONS),
        "deepest": lambda: str(document.DEEPEST),
        "largest-map": lambda: _megabytes(reader.LARGEST),
        "largest-source": lambda: _megabytes(files.LARGEST),
        "url-schemes": lambda: ", ".join(f"`{scheme}:`" for scheme in formats.URL_SCHEMES),
    }

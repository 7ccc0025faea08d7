"""MkDocs hook: puts every rule into `docs/rules.md`, with its examples, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap import cache, settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from argmap.review import Rule

PAGE = "rules.md"
EXAMPLES = Path(__file__).parent.parent / "tests" / "review"
COVERAGE = 60
"""Percent; without a wish nothing is said of coverage."""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Fill in the rules, or find them as they were filled in when page, examples and code were the same."""
    if page.file.src_uri != PAGE:
        return markdown
    folder = settings.load(Path(config.config_file_path).parent).cache
    rooms = (cache.code_digest(f"argmap.{room}") for room in ("notation", "sources", "reasoning"))
    examples = (
        path.read_bytes() for path in (Path(__file__), *sorted(EXAMPLES.rglob("*.yml")), EXAMPLES / "report.txt")
    )
    name = f"{cache.key('argmap.review', markdown, *rooms, *examples)}.md"
    found = cache.load(folder, name)
    if found is None:
        found = filled(markdown)
        cache.store(folder, name, found)
    return found


def filled(markdown: str) -> str:
    """The page with the rules in the place of their mark, and the report that the examples are of in its own."""
    from argmap.review import RULES

    rules = "\n\n".join(part for rule in RULES.values() for part in _section(rule))
    report = _block("text", (EXAMPLES / "report.txt").read_text("utf-8"))
    return markdown.replace("<!-- argmap: rules -->", rules).replace("<!-- argmap: report -->", report)


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id} {{: #{rule.id} }}"
    yield f"{rule.summary} *{str(rule.severity).capitalize()}.*"
    yield rule.why
    yield "This map trips it:"
    yield _block("yaml", _map("trips", rule))
    yield _block("text", "\n".join(_findings(rule)))
    yield "And this one does not:"
    yield _block("yaml", _map("passes", rule))


def _map(kind: str, rule: Rule) -> str:
    return (EXAMPLES / kind / f"{rule.id}.yml").read_text("utf-8")


def _findings(rule: Rule) -> Iterator[str]:
    """What the rule says of its example, which lies nowhere."""
    from argmap.reading import Policy, read

    path = EXAMPLES / "trips" / f"{rule.id}.yml"
    for finding in read(path, policy=Policy(coverage=COVERAGE)).findings:
        if finding.rule == rule.id:
            yield str(finding).replace(str(path), path.name)


def _block(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"

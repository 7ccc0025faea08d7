"""MkDocs hook: puts every rule into `docs/rules.md`, with its examples, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import unified_diff
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
    """The page with each mark replaced by what it stands for."""
    from argmap.review import RULES

    marks = {
        "table": "\n".join(_table(RULES.values())),
        "report": _quoted((EXAMPLES / "report.txt").read_text("utf-8")),
        "rules": "\n\n".join(part for rule in RULES.values() for part in _section(rule)),
    }
    for mark, stands_for in marks.items():
        markdown = markdown.replace(f"<!-- argmap: {mark} -->", stands_for)
    return markdown


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    yield from ("| Rule | Looks for |", "|---|---|")
    for rule in rules:
        yield f"| [{rule.id}](#{rule.id}) | {_summary(rule)} |"


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id} {{: #{rule.id} }}"
    yield _summary(rule)
    yield rule.why
    yield "This map trips it:"
    yield f"```yaml\n{_example('trips', rule).rstrip()}\n```"
    yield from map(_quoted, _findings(rule))
    yield "Changed like this, it does not:"
    yield "\n".join(("```diff", *_change(rule), "```"))


def _summary(rule: Rule) -> str:
    return f"{rule.summary} *{str(rule.severity).capitalize()}.*"


def _example(kind: str, rule: Rule) -> str:
    return (EXAMPLES / kind / f"{rule.id}.yml").read_text("utf-8")


def _change(rule: Rule) -> Iterator[str]:
    """What is another line in the map that does not trip it, each change between the lines around it."""
    lines = (_example(kind, rule).splitlines() for kind in ("trips", "passes"))
    _, _, _, *changes = unified_diff(*lines, n=1, lineterm="")
    yield from ("…" if line.startswith("@@") else line for line in changes)


def _findings(rule: Rule) -> Iterator[str]:
    """What the rule says of its example, as `argmap check` does, were the example in a file named for the rule."""
    from argmap.reading import Policy, read

    path = EXAMPLES / "trips" / f"{rule.id}.yml"
    for finding in read(path, policy=Policy(coverage=COVERAGE)).findings:
        if finding.rule == rule.id:
            line = str(replace(finding, file=path.name))
            place, says, rest = line.partition(f"{finding.severity}[{rule.id}]: ")
            yield f"`{place}{says.rstrip(': ')}`: {rest}"


def _quoted(text: str) -> str:
    """Text as a quotation in Markdown."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())

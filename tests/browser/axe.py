"""What axe-core finds on a page, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from needs import node_package

if TYPE_CHECKING:
    from playwright.sync_api import Page

FINDINGS = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations", "incomplete"] });
  const told = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => [
    `${rule.id} (${node.impact})`, node.target.flat().join(" "), node.failureSummary]));
  return [told(found.violations), told(found.incomplete)];
}"""


class Found(NamedTuple):
    """What a rule says of an element."""

    rule: str
    target: str
    summary: str

    def __str__(self) -> str:
        return f"{self.rule} at {self.target}: {' '.join(self.summary.split())}"


def bring(page: Page) -> None:
    """Put axe on the page that is shown now."""
    page.add_script_tag(path=node_package("axe-core") / "axe.min.js")


def judge(page: Page) -> tuple[list[Found], list[Found]]:
    """The violations, and what axe cannot decide."""
    violations, incomplete = page.evaluate(FINDINGS)
    return _found(violations), _found(incomplete)


def _found(told: list[Any]) -> list[Found]:
    return [Found(*each) for each in told]

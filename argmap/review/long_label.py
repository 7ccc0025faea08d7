"""Labels that are too long for what they are there for."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

LONGEST_LABEL = 60
LONGEST_TEXT = 180
"""In characters. A card takes some thirty a line: so it has two lines for a label, and six for a claim without one."""


@rule(
    "long-label",
    Severity.NOTE,
    summary=f"A `label` of more than {LONGEST_LABEL} characters, or none where the text has more than {LONGEST_TEXT}.",
    why="Labels stand in small drawings, lists and sentences. A long one makes a card of many lines, and pushes the "
    "others apart.",
)
def long_label(subject: Subject) -> Iterator[Said]:
    """The claims whose label, or text where there is no label, would fill a small drawing."""
    for claim in subject.map.claims.values():
        if len(claim.label) > LONGEST_LABEL:
            message = f"The label of `{claim.id}` has {len(claim.label)} characters."
            yield Said(claim.place, message, f"{LONGEST_LABEL} fit on a small card; the text has room for the rest")
        elif not claim.label and len(claim.text) > LONGEST_TEXT:
            message = f"`{claim.id}` has {len(claim.text)} characters, and no label."
            yield Said(claim.place, message, "give it a `label`, for small drawings and lists")

"""Quotes that end within a number."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.anchored import anchored
from argmap.review.rule import Said, Subject, rule


@rule(
    "cut-number",
    Severity.WARNING,
    summary="A quote that takes a part only of a number.",
    why="“The pier costs 3” is not what “the pier costs 3.5 million” says.",
)
def cut_number(subject: Subject) -> Iterator[Said]:
    """The quotes that begin or end inside a number; who anchors quotes has seen them already."""
    return anchored(subject, "cut-number")

"""What was found when quotes were anchored and is a matter of judgement: rules say it, so that it can be switched."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Place
from argmap.review.rule import Said, Subject


def anchored(subject: Subject, name: str) -> Iterator[Said]:
    """The anchoring's findings of one name."""
    for found in subject.anchoring.findings:
        if found.rule == name:
            yield Said(Place(found.file, found.line, found.column), found.message, found.hint)

"""Sources of which the map covers less than the project wants."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule


@rule(
    "low-coverage",
    Severity.WARNING,
    summary="A source of which fewer sentences are quoted or set aside than the setting `coverage` asks for.",
    why="A sentence that is neither may carry what the map is missing. Without the setting nothing is asked for. "
    "The example is read with `coverage = 60`.",
)
def low_coverage(subject: Subject) -> Iterator[Said]:
    """The sources with less than the wanted percentage of their sentences covered."""
    for source, sentences in subject.anchoring.coverage.items():
        covered = sum(sentence.covered for sentence in sentences)
        # In whole numbers: 4 of 5 is 80 percent, and no less by the width of a float.
        if sentences and 100 * covered < subject.coverage * len(sentences):
            yield Said(
                subject.map.sources[source].place,
                f"Of the {len(sentences)} sentences of `{source}`, {covered} are quoted or set aside, "
                f"that is {100 * covered // len(sentences)} percent; the project asks for {subject.coverage}.",
                "quote more, or say under `aside` why the others carry no claim",
            )

"""Sentences that the map passes over."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.anchored import anchored
from argmap.review.rule import Said, Subject, rule


@rule(
    "uncovered-sentence",
    Severity.NOTE,
    summary="Sentences of a source that are neither quoted nor set aside.",
    why="Each may carry what the map is missing. One that carries nothing belongs under `aside`, with the reason.",
)
def uncovered_sentence(subject: Subject) -> Iterator[Said]:
    """One note for each source; who anchors quotes has counted already."""
    return anchored(subject, "uncovered-sentence")

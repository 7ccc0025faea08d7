"""A claim's `expect` is a test of the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Finding, Severity
from argmap.model import Label
from argmap.reasoning import says
from argmap.words import words_for

if TYPE_CHECKING:
    from argmap.review.subject import Subject

_TO = {Label.STANDS: "to stand", Label.FALLS: "to fall", Label.UNDECIDED: "to be undecided"}


def expect(subject: Subject) -> Iterator[Finding]:
    """The claims whose label is not the one their `expect` says."""
    for claim in subject.map.claims.values():
        verdict = subject.verdicts[claim.id]
        if claim.expect is None or claim.expect is verdict.label:
            continue
        # Findings are in English, whatever the language of the map.
        sentence = says(subject.map, claim.id, verdict, words_for("en"))
        yield Finding(
            *(claim.expect_place or claim.place),
            "expect",
            Severity.ERROR,
            f"`{claim.id}` is expected {_TO[claim.expect]}, but {sentence[0].lower()}{sentence[1:]}",
            f"if that is what the map should say, write `expect: {verdict.label}`",
        )

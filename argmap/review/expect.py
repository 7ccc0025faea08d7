"""A claim's `expect` is a test of the map."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.model import Label
from argmap.reasoning import says
from argmap.review.rule import Said, Subject, rule
from argmap.words import words_for

_TO = {Label.STANDS: "to stand", Label.FALLS: "to fall", Label.UNDECIDED: "to be undecided"}


@rule(
    "expect",
    Severity.ERROR,
    summary="A claim whose `expect` is not what becomes of it.",
    why="`expect` is your own test of the map. It is always an error, and the one rule that cannot be switched off.",
)
def expect(subject: Subject) -> Iterator[Said]:
    """The claims whose label is not the one their `expect` says."""
    for claim in subject.map.claims.values():
        verdict = subject.verdicts[claim.id]
        if claim.expect is None or claim.expect is verdict.label:
            continue
        # Findings are in English, whatever the language of the map.
        sentence = says(subject.map, claim.id, verdict, words_for("en"))
        yield Said(
            (claim.expect_place or claim.place),
            f"`{claim.id}` is expected {_TO[claim.expect]}, but {sentence[0].lower()}{sentence[1:]}",
            f"if that is what the map should say, write `expect: {verdict.label}`",
        )

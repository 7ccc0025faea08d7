"""Arguments that say what another one says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

if TYPE_CHECKING:
    from argmap.model import Argument


@rule(
    "repeated-argument",
    Severity.WARNING,
    summary="An argument that the map has already.",
    why="Repeating an argument makes it no stronger. Where more weight is meant, `strength` says so.",
)
def repeated_argument(subject: Subject) -> Iterator[Said]:
    """The arguments whose premises, conclusion and polarity have occurred before."""
    first: dict[tuple[str, bool, frozenset[str]], Argument] = {}
    for argument in subject.map.arguments.values():
        earlier = first.setdefault((argument.conclusion, argument.attacks, frozenset(argument.premises)), argument)
        if earlier is not argument:
            word = "against" if argument.attacks else "for"
            premises = " and ".join(f"`{premise}`" for premise in dict.fromkeys(argument.premises))
            yield Said(
                argument.place,
                f"The argument from {premises} {word} `{argument.conclusion}` is already on line {earlier.place.line}.",
                "repeating an argument makes it no stronger; write `strength:` if that is meant",
            )

"""Arguments that say what another one says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Finding, Severity

if TYPE_CHECKING:
    from argmap.model import Argument
    from argmap.review.subject import Subject


def repeated_argument(subject: Subject) -> Iterator[Finding]:
    """The arguments whose premises, conclusion and polarity have occurred before."""
    first: dict[tuple[str, bool, frozenset[str]], Argument] = {}
    for argument in subject.map.arguments.values():
        earlier = first.setdefault((argument.conclusion, argument.attacks, frozenset(argument.premises)), argument)
        if earlier is not argument:
            word = "against" if argument.attacks else "for"
            premises = " and ".join(f"`{premise}`" for premise in dict.fromkeys(argument.premises))
            yield Finding(
                *argument.place,
                "repeated-argument",
                Severity.WARNING,
                f"The argument from {premises} {word} `{argument.conclusion}` is already on line {earlier.place.line}.",
                "repeating an argument makes it no stronger; write `strength:` if that is meant",
            )

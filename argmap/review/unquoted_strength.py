"""Arguments whose weight no words of the text support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Severity
from argmap.model import Strength
from argmap.review.rule import Said, Subject, rule
from argmap.review.stated import quoted
from argmap.sources.fold import fold

if TYPE_CHECKING:
    from argmap.model import Argument


@rule(
    "unquoted-strength",
    Severity.NOTE,
    summary="An argument that is weak or strong, and nothing quoted says so.",
    why="A weight decides what stands. Where it is the author's own, the author's words show it: an “although”, a "
    "“rough”. Put them into `why` between quotation marks, or into the argument's `quote`; what is quoted for or "
    "against the step counts as well. A weight that is yours alone is no fault, but readers should see that it is.",
)
def unquoted_strength(subject: Subject) -> Iterator[Said]:
    """The weighed arguments of a map with texts that neither quote these nor have words of theirs in `why`."""
    texts = [text.folded.words for text in subject.anchoring.texts.values()] if _weighed(subject) else []
    for argument in _weighed(subject) if texts else ():
        if _has_quotes(argument):
            continue
        said = (fold(words).words for words in quoted(argument.why))
        if not any(words and words in text for words in said for text in texts):
            premises = " and ".join(f"`{premise}`" for premise in dict.fromkeys(argument.premises))
            yield Said(
                argument.place,
                f"The argument from {premises} is {argument.strength.name.lower()}, "
                "and its `why` has no words of the text for that.",
                "have in `why` the author's own words between quotation marks, if there are any",
            )


def _weighed(subject: Subject) -> list[Argument]:
    return [argument for argument in subject.map.arguments.values() if argument.strength is not Strength.NORMAL]


def _has_quotes(argument: Argument) -> bool:
    """Whether the text is quoted for the step, or for what is for or against it."""
    return bool(argument.quotes) or any(own.quotes for own in argument.own)

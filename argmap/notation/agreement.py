"""What the fields of one claim or argument owe each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Finding, Severity
from argmap.notation.parts import arguments, child, entries, word, written

if TYPE_CHECKING:
    from argmap.notation.document import Node


def check_agreement(root: Node) -> Iterator[Finding]:
    """Where fields of the same claim or argument contradict each other, or one lacks another."""
    for _, claim in entries(child(root, "claims")).values():
        yield from _implicit(claim)
        yield from _weighed(claim)
        yield from _reasoned(claim)
    for argument in arguments(root):
        yield from _reasoned(argument)


def _error(node: Node, name: str, rule: str, message: str, hint: str) -> Finding:
    """A finding at the key of a field."""
    return Finding(*entries(node)[name].key.place, rule, Severity.ERROR, message, hint)


def _implicit(claim: Node) -> Iterator[Finding]:
    if written(claim, "implicit") and written(claim, "quote"):
        yield _error(
            claim,
            "implicit",
            "implicit-quote",
            "An implicit claim is one that the text does not state, so it has no `quote`.",
            "keep one of the two",
        )


def _weighed(claim: Node) -> Iterator[Finding]:
    if not written(claim, "because"):
        return
    for name in ("strength", "assumed"):
        if written(claim, name):
            yield _error(
                claim,
                name,
                "supported-claim",
                f"`{name}` is for claims without `because`: this one is worth what its arguments are.",
                "weigh the argument instead: `{premises: […], strength: …, why: …}`",
            )


def _reasoned(node: Node) -> Iterator[Finding]:
    if word(child(node, "strength")) in ("weak", "strong") and not written(node, "why"):
        yield _error(
            node, "strength", "missing-why", "A `strength` other than `normal` needs a reason.", "add `why: …`"
        )

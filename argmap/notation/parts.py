"""The parts of a map as written, found in whatever is there: what is missing or misshapen is passed over.

The schema speaks of misshapen parts; the checks that stand on these functions look at all the rest, so
that every mistake of a map is reported in one run.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.notation.document import Entry, Listing, Mapping, Node, Scalar


def child(node: Node | None, name: str) -> Node | None:
    """What stands under a key, if anything does."""
    entry = node.entries.get(name) if isinstance(node, Mapping) else None
    return entry.value if entry else None


def entries(node: Node | None) -> dict[str, Entry]:
    """The entries of a mapping."""
    return node.entries if isinstance(node, Mapping) else {}


def items(node: Node | None) -> tuple[Node, ...]:
    """The items of a list."""
    return node.items if isinstance(node, Listing) else ()


def word(node: Node | None) -> str | None:
    """The text of a scalar that is one."""
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None


def written(node: Node | None, name: str) -> bool:
    """Whether a field has something in it."""
    match child(node, name):
        case None:
            return False
        case Scalar(value=value):
            return value is not None and value != ""
        case Listing(items=found):
            return bool(found)
        case _:
            return True


def own_arguments(node: Node) -> Iterator[Node]:
    """The arguments for and against a claim or an argument, and those nested in them."""
    for name in ("because", "but"):
        for item in items(child(node, name)):
            yield item
            if isinstance(item, Mapping):  # none of its short forms has arguments of its own
                yield from own_arguments(item)


def arguments(root: Node) -> Iterator[Node]:
    """Every argument of the map."""
    for _, claim in entries(child(root, "claims")).values():
        yield from own_arguments(claim)


def premises(argument: Node) -> tuple[Node, ...]:
    """An argument's premises, in whichever form it is written."""
    match argument:
        case Scalar():
            return (argument,)
        case Listing(items=found):
            return found
        case Mapping():
            return items(child(argument, "premises"))


def quotes(root: Node) -> Iterator[Node]:
    """Every quote of the map's question, claims and arguments."""
    claims = [claim for _, claim in entries(child(root, "claims")).values()]
    for owner in (child(root, "question"), *claims, *arguments(root)):
        match child(owner, "quote"):
            case None:
                pass
            case Listing(items=found):
                yield from found
            case quote:
                yield quote

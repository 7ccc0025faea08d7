"""A map in its canonical form: fields in the schema's order, texts wrapped, comments kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.editing.comments import Part, with_comments
from argmap.editing.meaning import check_meaning, meaning
from argmap.editing.scalars import WIDTH, block, double_quoted, is_plain, on_one_line
from argmap.notation import parse_map
from argmap.notation.document import Listing, Mapping, Node, Scalar, read_document

if TYPE_CHECKING:
    from argmap.editing.manuscript import Manuscript
    from argmap.notation.schema import Form

STEP = 2
"""How many columns what belongs to something stands further in."""

# Words that are looked for in the article or followed elsewhere: they stay on one line, however long.
_WHOLE = frozenset({"quote", "exact", "reads", "prefix", "suffix", "file", "url"})
_IN_BRACKETS = frozenset({"premises", "actors", "groups", "tags"})

_Path = tuple[str | int, ...]


def formatted(manuscript: Manuscript) -> Manuscript:
    """The same map in its canonical form.

    Raises `MapError` where the file has no map, and `ChangedMeaningError` where the form would be another map.
    """
    file = str(manuscript.path)
    before = meaning(parse_map(manuscript.text, file))
    root = read_document(file, manuscript.text).root
    text = canonical(manuscript.text, root) if root else manuscript.text
    if text != manuscript.text:
        check_meaning(text, file, before)
    return manuscript.rewritten(text)


def canonical(text: str, root: Node) -> str:
    """The text of a map in its canonical form."""
    document = with_comments(text, root)
    lines = [*_above(document.head, 0), *_Printer(text).children(document.root, 0, ()), *_above(document.foot, 0)]
    return "\n".join(lines).strip("\n") + "\n"


class _Printer:
    """Prints parts as lines; recursive, over the nesting that a document may have."""

    def __init__(self, text: str) -> None:
        self._text = text

    def children(self, part: Part, indent: int, path: _Path) -> list[str]:
        """The children of a part, one below the other."""
        lines: list[str] = []
        for child, name in self._in_order(part, path):
            above, own = self._part(child, indent, (*path, name))
            lines += [*_above(above, indent), *own]
        return lines

    def _in_order(self, part: Part, path: _Path) -> list[tuple[Part, str | int]]:
        """The children with their names, the fields of a form in the schema's order."""
        named: list[tuple[Part, str | int]] = [
            (child, child.key.text if child.key else number) for number, child in enumerate(part.children)
        ]
        form = _form(path) if isinstance(part.value, Mapping) else None
        if form is None:
            return named
        order = {name: at for at, name in enumerate(form.model_fields)}
        return sorted(named, key=lambda each: order.get(str(each[1]), len(order)))

    def _part(self, part: Part, indent: int, path: _Path) -> tuple[list[str], list[str]]:
        """What stands above a part, to be indented as it is, and the part's own lines."""
        head = " " * indent + (f"{part.key.text}:" if part.key else "-")
        if isinstance(part.value, Scalar):
            return part.leading, self._scalar(part, part.value, head, indent, _name(path)).split("\n")
        line = self._line(part, head, path)
        if line is not None:
            return part.leading, [line]
        if part.key:
            return part.leading, [head + part.trailing, *self.children(part, indent + STEP, path)]
        return self._item(part, head, indent, path)

    def _item(self, part: Part, head: str, indent: int, path: _Path) -> tuple[list[str], list[str]]:
        """An item of several lines: its first child stands beside the dash, what is above that child above the dash."""
        (first, name), *others = self._in_order(part, path)
        above, own = self._part(first, indent + STEP, (*path, name))
        beside = [" " * indent + part.trailing.strip()] if part.trailing else []
        own[0] = head + own[0][len(head) :]
        for child, other in others:
            more, lines = self._part(child, indent + STEP, (*path, other))
            own += [*_above(more, indent + STEP), *lines]
        return [*part.leading, *beside, *above], own

    def _line(self, part: Part, head: str, path: _Path) -> str | None:
        """A list or mapping on one line, where it was written so or is one of ids, and fits."""
        value = part.value
        listed = isinstance(value, Listing) and (_name(path) in _IN_BRACKETS or isinstance(path[-1], int))
        if part.children and (part.has_comments or not (_is_flow(value) or listed)):
            return None
        written = self._flow(part, path)
        if written is None or (part.children and len(head) + 1 + len(written) > WIDTH):
            return None
        return f"{head} {written}{part.trailing}"

    def _flow(self, part: Part, path: _Path) -> str | None:
        """A part in brackets or braces; None where it holds what cannot stand there."""
        if isinstance(part.value, Scalar):
            return self._flow_scalar(part.value)
        parts = []
        for child, name in self._in_order(part, path):
            written = self._flow(child, (*path, name))
            if written is None:
                return None
            parts.append(f"{child.key.text}: {written}" if child.key else written)
        joined = ", ".join(parts)
        if isinstance(part.value, Listing):
            return f"[{joined}]"
        return f"{{ {joined} }}" if joined else "{}"

    def _flow_scalar(self, scalar: Scalar) -> str | None:
        if scalar.style in ("|", ">"):
            return None if _held(scalar, 0) else double_quoted(scalar.text)
        raw = self._text[scalar.start : scalar.end]
        if "\n" in raw or (scalar.plain and not is_plain(raw, flow=True)):
            return on_one_line(scalar.text, scalar.style, flow=True)
        return raw

    def _scalar(self, part: Part, scalar: Scalar, head: str, indent: int, name: str) -> str:
        """A key or dash with its text."""
        inner = indent + STEP
        if scalar.style in ("|", ">"):
            return _beside(head, _held(scalar, inner) or double_quoted(scalar.text), part.trailing)
        raw = self._text[scalar.start : scalar.end]
        line = raw if "\n" not in raw else on_one_line(scalar.text, scalar.style, flow=False)
        if len(head) + 1 + len(line) > WIDTH and name not in _WHOLE:
            wrapped = block("|" if "\n" in scalar.text else ">", scalar.text, inner)
            if wrapped and wrapped.count("\n") > 1:
                line = wrapped
        return _beside(head, line, part.trailing)


def _held(scalar: Scalar, indent: int) -> str | None:
    """A block scalar as one, in its own style or at least literal; None where neither can hold its text."""
    return block(scalar.style, scalar.text, indent) or block("|", scalar.text, indent)


def _beside(head: str, written: str, comment: str) -> str:
    first, line_break, others = written.partition("\n")
    return f"{head} {first}{comment}{line_break}{others}"


def _above(lines: Sequence[str], indent: int) -> list[str]:
    """Comments as they stand above something: at the margin if they were there, else indented with it.

    Of several blank lines one is kept.
    """
    return [
        line if not line[:1].isspace() else " " * indent + line.strip()
        for line, before in zip(lines, ["#", *lines], strict=False)
        if line or before
    ]


def _is_flow(value: Node) -> bool:
    return not isinstance(value, Scalar) and value.flow


def _name(path: _Path) -> str:
    """The key under which something stands, an item as its list does."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _form(path: _Path) -> type[Form] | None:
    """The schema's form of the mapping at a path; None for one that names things by their ids."""
    from argmap.notation import schema

    sections: dict[str, type[Form]] = {
        "sources": schema.SourceForm,
        "actors": schema.ActorForm,
        "groups": schema.GroupForm,
        "claims": schema.ClaimForm,
        "views": schema.ViewForm,
    }
    match path:
        case ():
            return schema.MapForm
        case (str(section),) if section in sections:
            return None
        case (str(section), _) if section in sections:
            return sections[section]
    named: dict[str, type[Form]] = {
        "question": schema.QuestionForm,
        "because": schema.ArgumentForm,
        "but": schema.ArgumentForm,
        "quote": schema.QuoteForm,
        "aside": schema.AsideForm,
        "tour": schema.StepForm,
    }
    return named.get(_name(path))

"""YAML's syntax errors in plain words: what is wrong, where, and what usually causes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import yaml


class Mistake(NamedTuple):
    """A syntax error; `at` counts code points from the beginning of the text."""

    at: int
    rule: str
    message: str
    hint: str


class _Case(NamedTuple):
    """A kind of error, known by a part of what the parser says.

    libyaml and the pure parser word some errors differently, so a case may have several signs.
    `begins` when the place to look at is where the faulty thing begins, not where the parser gave up.
    """

    signs: tuple[str, ...]
    message: str
    hint: str
    rule: str = "syntax"
    begins: bool = False


# A key that begins a line and is no key: YAML takes it, and the next line, for a text.
_UNSPACED = re.compile(r"^[ ]*(?:-[ ]+)*(?P<key>[a-z_]+)(?P<colon>:)(?!//)[^\s:][^\n]*\n[^\n]*\Z", re.MULTILINE)
_QUOTE_IT = "put the text in quotes"
_INDENT = "indent with spaces"

_CASES = (
    _Case(
        ("scanning an anchor",),
        "`&` begins an anchor, and anchors are not part of the notation.",
        _QUOTE_IT,
        rule="anchor",
        begins=True,
    ),
    _Case(
        ("scanning an alias",),
        "`*` begins an alias, and aliases are not part of the notation.",
        _QUOTE_IT,
        rule="alias",
        begins=True,
    ),
    _Case(
        ("undefined tag handle", "scanning a tag", "parsing a tag", "%TAG"),
        "`!` begins a tag, and tags are not part of the notation.",
        _QUOTE_IT,
        rule="tag",
        begins=True,
    ),
    _Case(("tab character",), "A tab stands where the line is indented.", _INDENT),
    _Case(
        ("mapping values are not allowed",),
        "A second `:` on one line, or a line that is indented too far.",
        "put a text that holds `: ` in quotes, and begin the fields of one mapping in one column",
    ),
    _Case(
        ("sequence entries are not allowed",),
        "A list cannot begin here.",
        "begin it on a line of its own, or put a text that begins with `- ` in quotes",
    ),
    _Case(
        ("scanning a quoted scalar: found unexpected", "quoted scalar: found unexpected"),
        "The quotation mark that opens here is never closed.",
        "add the closing mark; inside '…' write an apostrophe twice",
        begins=True,
    ),
    _Case(
        ("unknown escape", "Unicode character escape", "hexdecimal number", "hexadecimal number"),
        'Inside "…" a backslash begins an escape, and this is none.',
        "write `\\\\` for a backslash, or use '…'",
    ),
    _Case(
        ("parsing a flow sequence",),
        "The list that begins in line {begin} is not closed before this.",
        "look for a missing `,` or `]`",
    ),
    _Case(
        ("parsing a flow mapping",),
        "The mapping that begins in line {begin} is not closed before this.",
        "look for a missing `,` or `}`",
    ),
    _Case(
        ("could not find expected ':'",),
        "This line has no `:` after its key.",
        "write `key: value`, or put a text of several lines under `|`",
        begins=True,
    ),
    _Case(
        ("parsing a block mapping", "parsing a block collection"),
        "This does not continue what stands above it.",
        "begin what belongs together in one column, and put the whole of a text in quotes, not its first words",
    ),
    _Case(
        ("document start",),
        "This does not belong to the map above it.",
        "begin the fields of the map in one column",
    ),
    _Case(("node content",), "A value should stand here.", _QUOTE_IT),
    _Case(
        ("block scalar",),
        "After `|` or `>` the text begins on the next line.",
        "indent that line with spaces, or put a text that begins with `|` or `>` in quotes",
    ),
    _Case(("YAML document", "directive"), "This line is not one that maps know.", "leave it out"),
)


def explain(error: yaml.MarkedYAMLError, text: str, line_of: Callable[[int], int]) -> Mistake:
    """The error in plain words; `line_of` tells the line of an index."""
    context, problem = error.context or "", error.problem or ""
    at = error.problem_mark.index if error.problem_mark else 0
    begin = error.context_mark.index if error.context_mark else at
    if "cannot start any token" in problem:
        return _stray(text, at)
    if "mapping values are not allowed" in problem and (above := _UNSPACED.search(text, _two_lines_back(text, at), at)):
        return Mistake(above.start("colon"), "syntax", "No space follows this `:`.", f"write `{above['key']}: …`")
    said = f"{context}: {problem}"
    for case in _CASES:
        if any(sign in said for sign in case.signs):
            message = case.message.replace("{begin}", str(line_of(begin)))
            return Mistake(begin if case.begins else at, case.rule, message, case.hint)
    return Mistake(at, "syntax", f"This is not YAML: {problem or error}.", "")


def _two_lines_back(text: str, index: int) -> int:
    """Where the line above that of an index begins."""
    line = text.rfind("\n", 0, index)
    return text.rfind("\n", 0, max(line, 0)) + 1


def _stray(text: str, index: int) -> Mistake:
    """A character that nothing can begin with."""
    found = text[index : index + 1]
    if found == "\t":
        return Mistake(index, "syntax", "A tab stands where the line is indented.", _INDENT)
    return Mistake(index, "syntax", f"An unquoted text cannot begin with “{found}”.", _QUOTE_IT)

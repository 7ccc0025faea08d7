"""Text as text in Markdown, as GitHub reads it."""

from __future__ import annotations

import re

from argmap.cli.terminal import harmless

# What means something in Markdown as it stands within a line. Letters, commas and full stops never do.
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~()!:]")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# GitHub makes links of these whatever stands before them; between two texts it finds none.
_MENTION = re.compile(r"([@#$])")


def escaped(words: str) -> str:
    """A text that says itself: no markup, no HTML, no link, nobody mentioned."""
    return _MENTION.sub(r"\1<!-- -->", _SPECIAL.sub(r"\\\g<0>", harmless(words)).translate(_HTML))


def coded(words: str) -> str:
    """The same, but what stands between two backticks is code, as in what a rule says."""
    parts = words.split("`")
    if len(parts) % 2 == 0:
        return escaped(words)
    return "`".join(harmless(part) if at % 2 else escaped(part) for at, part in enumerate(parts))

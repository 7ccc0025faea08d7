"""Characters that no page and no message shows."""

from __future__ import annotations

import re

UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that would turn a text's direction or cannot be shown."""


def readable(text: str) -> str:
    """A text without characters that would turn its direction or cannot be shown; the map's own are refused."""
    return UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", text)

"""Several contents in one: a line of JSON that says which, and how long they are, and then the contents themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping


def packed(contents: Mapping[str, bytes]) -> bytes:
    """Contents by their names, in order, as one."""
    head = json.dumps([(name, len(content)) for name, content in contents.items()])
    return b"\n".join([head.encode(), b"".join(contents.values())])


def unpacked(content: bytes) -> dict[str, bytes]:
    """The contents. Raises `ValueError` or `TypeError` for what `packed` never made."""
    head, _, rest = content.partition(b"\n")
    found, at = {}, 0
    for name, size in json.loads(head):
        found[str(name)] = rest[at : at + size]
        at += size
    return found

"""The templates of the pages, with what every one of them is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from argmap.drawing import bearing
from argmap.pages.compiled import Compiled
from argmap.pages.prose import markdown

if TYPE_CHECKING:
    from argmap.reading import Reading


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("argmap.pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        bytecode_cache=Compiled(Path(__file__).parent / "templates" / "__pycache__"),
    )


def render(template: str, reading: Reading, *, claim_href: Callable[[str], str], **values: Any) -> str:
    """A template with the map, the words of its language, and ways to say and to link."""
    return (
        _environment()
        .get_template(template)
        .render(
            map=reading.map,
            w=reading.words,
            says=reading.says,
            bearing=lambda argument: bearing(reading.map, argument, reading.words),
            markdown=markdown,
            claim_href=claim_href,
            **values,
        )
    )


def render_plain(template: str, **values: Any) -> str:
    """A template that needs no map."""
    return _environment().get_template(template).render(**values)

"""What a page says of itself to machines and to those who share it: the end of its `<head>`.

Themes say some of it. What a page's head has already is not said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from argmap.words import base

LOCALES = {"en": "en_US", "fa": "fa_IR", "ru": "ru_RU"}  # a language alone is no locale to those who read them
NOINDEX = '<meta name="robots" content="noindex">'  # beside what a theme tells robots: they heed the strictest
PICTURE = {"og:image:type", "og:image:width", "og:image:height", "og:image:alt"}

_HEAD = re.compile(r"</head\s*>", re.IGNORECASE)
_NAMED = re.compile(r"<meta\s[^>]*?\b(?:name|property)\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_CANONICAL = re.compile(r"<link\s[^>]*?\brel\s*=\s*[\"']?canonical\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A page's picture: its address, absolute if that is known, and what it shows in words."""

    address: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a page. `address` is the published one; `data` is an element with data for machines."""

    title: str
    site: str
    description: str = ""
    address: str = ""
    language: str = "en"
    home: bool = False
    indexed: bool = True
    picture: Shown | None = None
    data: str = ""


def with_head(page: str, facts: Facts) -> str:
    """A page's HTML with what is known of it, as far as its head does not say it."""
    found = _HEAD.search(page)
    if found is None:
        return page
    head = page[: found.start()]
    return f"{head}{_missing(head, facts)}{page[found.start() :]}"


def locale(language: str) -> str:
    """A language tag as the Open Graph protocol writes it: "pt-BR" -> "pt_BR"."""
    parts = language.replace("_", "-").split("-")
    region = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    return f"{parts[0].lower()}_{region}" if region else LOCALES.get(base(language), base(language))


def _missing(head: str, facts: Facts) -> str:
    said = {name.lower() for name in _NAMED.findall(head)}
    if "og:image" in said:
        said |= PICTURE  # another picture's size is not this one's
    tags = [_meta(kind, name, value) for kind, name, value in _metas(facts) if value and name not in said]
    if not facts.indexed and NOINDEX not in head:
        tags.insert(0, NOINDEX)
    if facts.address and not _CANONICAL.search(head):
        tags.append(f'<link rel="canonical" href="{escape(facts.address)}">')
    if facts.data and facts.data not in head:
        tags.append(facts.data)
    return "".join(f"{tag}\n" for tag in tags)


def _metas(facts: Facts) -> Iterator[tuple[str, str, str]]:
    yield "name", "description", facts.description
    yield "property", "og:type", "website" if facts.home else "article"
    yield "property", "og:site_name", facts.site
    yield "property", "og:title", facts.title
    yield "property", "og:description", facts.description
    yield "property", "og:url", facts.address
    yield "property", "og:locale", locale(facts.language)
    yield "name", "twitter:card", "summary_large_image" if facts.picture else "summary"
    if facts.picture:
        from argmap.drawing import CARD_HEIGHT, CARD_WIDTH  # to load it takes a while, and many pages have no picture

        yield "property", "og:image", facts.picture.address
        yield "property", "og:image:type", "image/png"
        yield "property", "og:image:width", f"{CARD_WIDTH:.0f}"
        yield "property", "og:image:height", f"{CARD_HEIGHT:.0f}"
        yield "property", "og:image:alt", facts.picture.alt


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(value)}">'

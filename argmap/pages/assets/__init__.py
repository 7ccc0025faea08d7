"""The one style sheet of a site and its typefaces, under names that change with their content."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from argmap.drawing import DARK, dark_palette, style_sheet
from argmap.drawing.fonts import CYRILLIC, FACES, LATIN, LATIN_EXT, Face, woff2

FOLDER = "assets/argmap"
# What is read in a page and not drawn has typefaces of its own.
READ = (
    Face("IBM Plex Serif", "ibm-plex-serif-latin-400-normal", 400, "normal", LATIN),
    Face("IBM Plex Serif", "ibm-plex-serif-latin-400-italic", 400, "italic", LATIN),
    Face("IBM Plex Serif", "ibm-plex-serif-latin-600-normal", 600, "normal", LATIN),
    Face("IBM Plex Serif", "ibm-plex-serif-latin-ext-400-normal", 400, "normal", LATIN_EXT),
    Face("IBM Plex Serif", "ibm-plex-serif-latin-ext-600-normal", 600, "normal", LATIN_EXT),
    Face("IBM Plex Serif", "ibm-plex-serif-cyrillic-400-normal", 400, "normal", CYRILLIC),
    Face("IBM Plex Serif", "ibm-plex-serif-cyrillic-400-italic", 400, "italic", CYRILLIC),
    Face("IBM Plex Serif", "ibm-plex-serif-cyrillic-600-normal", 600, "normal", CYRILLIC),
    Face("IBM Plex Mono", "ibm-plex-mono-latin-400-normal", 400, "normal", LATIN),
)
SHEETS = ("figure.css", "claims.css", "article.css")
# What Material calls its dark scheme, and a page that names no scheme on a dark screen.
SLATE = '[data-md-color-scheme="slate"]'
NO_SCHEME = "body:not([data-md-color-scheme])"


@cache
def assets(buckets: tuple[int, ...]) -> dict[str, bytes]:
    """Every file of a site's looks by its address; the style sheet comes first.

    `buckets` are the widths in CSS pixels from which on drawings of those widths are shown.
    """
    fonts = {f"fonts/{face.file}.woff2": woff2(face) for face in FACES}
    fonts |= {
        f"fonts/{face.file}.woff2": (files(__package__) / f"fonts/{face.file}.woff2").read_bytes() for face in READ
    }
    sheet = _sheet(buckets).encode()
    name = f"argmap.{sha256(sheet).hexdigest()[:8]}.css"
    return {f"{FOLDER}/{path}": content for path, content in {name: sheet, **fonts}.items()}


def _sheet(buckets: tuple[int, ...]) -> str:
    faces = "\n".join(face.rule(f"fonts/{face.file}.woff2") for face in (*FACES, *READ))
    slate, unnamed = (dark_palette().replace(".am-palette", f"{page} .am-palette") for page in (SLATE, NO_SCHEME))
    pages = "\n".join((files(__package__) / sheet).read_text("utf-8") for sheet in SHEETS)
    shown = "\n".join(
        f"@container argmap (min-width: {bucket}px) {{ .am-wide-{bucket} .am-frame-column {{ display: block; }} "
        f".am-wide-{bucket} .am-frame-narrow {{ display: none; }} }}"
        for bucket in buckets
    )
    return "\n".join(
        (
            faces,
            style_sheet(),
            pages.replace("/*BUCKETS*/", shown),
            f"@media {DARK} {{ {slate} }}",
            f"@media {DARK} and (prefers-color-scheme: dark) {{ {unnamed} }}",
        )
    )

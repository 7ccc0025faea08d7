"""The one style sheet of a site and its typefaces, under names that change with their content."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from argmap.drawing import DARK, dark_palette, style_sheet

FOLDER = "assets/argmap"
LATIN_EXT = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,"
    "U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,"
    "U+2212,U+2215,U+FEFF,U+FFFD"
)
CYRILLIC = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"
ARABIC = "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC"
FACES = (
    ("IBM Plex Sans", "ibm-plex-sans-latin-400-normal", 400, "normal", LATIN),
    ("IBM Plex Sans", "ibm-plex-sans-latin-400-italic", 400, "italic", LATIN),
    ("IBM Plex Sans", "ibm-plex-sans-latin-600-normal", 600, "normal", LATIN),
    ("IBM Plex Sans", "ibm-plex-sans-latin-ext-400-normal", 400, "normal", LATIN_EXT),
    ("IBM Plex Sans", "ibm-plex-sans-latin-ext-600-normal", 600, "normal", LATIN_EXT),
    ("IBM Plex Sans", "ibm-plex-sans-cyrillic-400-normal", 400, "normal", CYRILLIC),
    ("IBM Plex Sans", "ibm-plex-sans-cyrillic-600-normal", 600, "normal", CYRILLIC),
    ("IBM Plex Sans Arabic", "ibm-plex-sans-arabic-arabic-400-normal", 400, "normal", ARABIC),
    ("IBM Plex Sans Arabic", "ibm-plex-sans-arabic-arabic-600-normal", 600, "normal", ARABIC),
    ("IBM Plex Serif", "ibm-plex-serif-latin-400-normal", 400, "normal", LATIN),
    ("IBM Plex Serif", "ibm-plex-serif-latin-400-italic", 400, "italic", LATIN),
    ("IBM Plex Serif", "ibm-plex-serif-latin-600-normal", 600, "normal", LATIN),
    ("IBM Plex Serif", "ibm-plex-serif-latin-ext-400-normal", 400, "normal", LATIN_EXT),
    ("IBM Plex Serif", "ibm-plex-serif-latin-ext-600-normal", 600, "normal", LATIN_EXT),
    ("IBM Plex Serif", "ibm-plex-serif-cyrillic-400-normal", 400, "normal", CYRILLIC),
    ("IBM Plex Serif", "ibm-plex-serif-cyrillic-400-italic", 400, "italic", CYRILLIC),
    ("IBM Plex Serif", "ibm-plex-serif-cyrillic-600-normal", 600, "normal", CYRILLIC),
    ("IBM Plex Mono", "ibm-plex-mono-latin-400-normal", 400, "normal", LATIN),
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
    fonts = {f"fonts/{file}.woff2": _font(file) for _, file, *_ in FACES}
    sheet = _sheet(buckets).encode()
    name = f"argmap.{sha256(sheet).hexdigest()[:8]}.css"
    return {f"{FOLDER}/{path}": content for path, content in {name: sheet, **fonts}.items()}


def _sheet(buckets: tuple[int, ...]) -> str:
    faces = "\n".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};font-display:swap;'
        f'src:url("fonts/{file}.woff2") format("woff2");unicode-range:{covers}}}'
        for family, file, weight, style, covers in FACES
    )
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


def _font(file: str) -> bytes:
    return (files(__package__) / "fonts" / f"{file}.woff2").read_bytes()

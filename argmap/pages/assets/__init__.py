"""The one style sheet of a site, its one script and its typefaces, under names that change with their content.

Both are written as several files, and joined without their comments: a site has one request for each.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files

import rcssmin
import rjsmin

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
SHEETS = ("figure.css", "claims.css", "article.css", "live.css")
# Each after those that it imports.
SCRIPTS = (
    *("dom", "signs", "map", "sentences", "names", "labels", "state", "showing", "ways", "drawing", "keys", "move"),
    *("sharing", "panel", "report", "tools", "tour", "figure", "along", "start"),
)
# What Material calls its dark scheme, and a page that names no scheme on a dark screen.
SLATE = '[data-md-color-scheme="slate"]'
NO_SCHEME = "body:not([data-md-color-scheme])"


@cache
def assets(buckets: tuple[int, ...]) -> dict[str, bytes]:
    """Every file of a site's looks by its address; first the style sheet, then the script, an ES module.

    `buckets` are the widths in CSS pixels from which on drawings of those widths are shown.
    """
    fonts = {f"fonts/{face.file}.woff2": woff2(face) for face in FACES}
    fonts |= {
        f"fonts/{face.file}.woff2": (files(__package__) / f"fonts/{face.file}.woff2").read_bytes() for face in READ
    }
    whole = dict((_named("css", rcssmin.cssmin(_sheet(buckets))), _named("js", _script())))
    return {f"{FOLDER}/{path}": content for path, content in {**whole, **fonts}.items()}


@cache
def serving_script() -> tuple[str, bytes]:
    """What pages load as well while an editor's server shows them: an ES module's address, and the module."""
    name, content = _named("js", rjsmin.jsmin((files(__package__) / "script/serving.js").read_text("utf-8")))
    return f"{FOLDER}/serving.{name}", content


def _named(kind: str, text: str) -> tuple[str, bytes]:
    content = text.encode()
    return f"argmap.{sha256(content).hexdigest()[:8]}.{kind}", content


def _script() -> str:
    """The script's files as one small module: what they import from each other stands in it."""
    parts = ((files(__package__) / f"script/{name}.js").read_text("utf-8") for name in SCRIPTS)
    whole = re.sub(r"^import .*\n|^export ", "", "\n".join(parts), flags=re.MULTILINE)
    # A comma after the last of several is for whoever reads a file, as is the last semicolon of several.
    fewer = re.sub(r",(?=\n *[\])}])", "", whole)
    return re.sub(r";(?=\})", "", rjsmin.jsmin(fewer))


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

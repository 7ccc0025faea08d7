"""The one style sheet of a site and its typefaces, under names that change with their content."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from argmap.drawing import DARK, dark_palette, style_sheet
from argmap.drawing.fonts import FACES, woff2

FOLDER = "assets/argmap"
# What Material calls its dark scheme, and a page that names no scheme on a dark screen.
SLATE = '[data-md-color-scheme="slate"]'
NO_SCHEME = "body:not([data-md-color-scheme])"


@cache
def assets(buckets: tuple[int, ...]) -> dict[str, bytes]:
    """Every file of a site's looks by its address; the style sheet comes first.

    `buckets` are the widths in CSS pixels from which on drawings of those widths are shown.
    """
    fonts = {f"fonts/{face.file}.woff2": woff2(face) for face in FACES}
    sheet = _sheet(buckets).encode()
    name = f"argmap.{sha256(sheet).hexdigest()[:8]}.css"
    return {f"{FOLDER}/{path}": content for path, content in {name: sheet, **fonts}.items()}


def _sheet(buckets: tuple[int, ...]) -> str:
    faces = "\n".join(face.rule(f"fonts/{face.file}.woff2") for face in FACES)
    slate, unnamed = (dark_palette().replace(".am-palette", f"{page} .am-palette") for page in (SLATE, NO_SCHEME))
    pages = (files(__package__) / "pages.css").read_text("utf-8")
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

"""Write `argmap/drawing/metrics.json`: advance widths of the packaged typefaces, in thousandths of an em.

Run `python tools/measure_faces.py` after changing a typeface in `argmap/drawing/fonts/`.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

HOUSE = Path(__file__).parent.parent / "argmap"
FONTS = HOUSE / "drawing" / "fonts"
FACES = {
    "regular": ["latin-400-normal", "latin-ext-400-normal", "cyrillic-400-normal", "arabic-arabic-400-normal"],
    "semibold": ["latin-600-normal", "latin-ext-600-normal", "cyrillic-600-normal", "arabic-arabic-600-normal"],
}


def advances(names: list[str]) -> dict[str, int]:
    """Characters to advance widths; the first face that has a character decides."""
    widths: dict[str, int] = {}
    for name in names:
        font = TTFont(FONTS / f"ibm-plex-sans-{name}.woff2")
        scale = 1000 / font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            widths.setdefault(chr(code), round(font["hmtx"][glyph][0] * scale))
    return widths


def by_width(widths: dict[str, int]) -> dict[str, str]:
    """The same table turned over, which is half the size: advance widths to the characters that have them."""
    table: dict[int, str] = {}
    for character, width in sorted(widths.items()):
        table[width] = table.get(width, "") + character
    return {str(width): table[width] for width in sorted(table)}


def main() -> None:
    """Measure every face and write the table."""
    table = {face: by_width(advances(names)) for face, names in FACES.items()}
    text = json.dumps(table, ensure_ascii=False, indent=0, separators=(",", ":"))
    (HOUSE / "drawing" / "metrics.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()

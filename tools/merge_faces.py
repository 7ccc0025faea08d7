"""Write `argmap/drawing/fonts/*.ttf`: the packaged typefaces as the rasteriser wants them.

It reads no WOFF2, and looks each font's missing characters up in all the others, whatever their weight: so the scripts
of a weight become one file, without hinting. Run `python tools/merge_faces.py` after changing a typeface there.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.subset import Options as Trim
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "argmap" / "drawing" / "fonts"
FACES = {
    "regular": ["latin-400-normal", "latin-ext-400-normal", "cyrillic-400-normal", "arabic-arabic-400-normal"],
    "semibold": ["latin-600-normal", "latin-ext-600-normal", "cyrillic-600-normal", "arabic-arabic-600-normal"],
    "italic": ["latin-400-italic"],
}
# Drawings are set without kerning. What is left joins letters and puts marks on them.
FEATURES = ["ccmp", "init", "medi", "fina", "isol", "rlig", "calt", "mark", "mkmk", "curs"]
FAMILY = "IBM Plex Sans"
WEIGHTS = {"regular": 400, "semibold": 600, "italic": 400}
COPYRIGHT, FAMILY_NAME, POSTSCRIPT_NAME = 0, 1, 6  # of a font's name table


def trimmed(name: str) -> TTFont:
    """A face with nothing but outlines, and what sets them."""
    font = TTFont(FONTS / f"ibm-plex-sans-{name}.woff2")
    trim = Trim()
    trim.hinting = False
    trim.layout_features = FEATURES
    trim.drop_tables += ["STAT", "gasp", "DSIG"]
    trim.notdef_outline = True
    trim.glyph_names = False
    subsetter = Subsetter(trim)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font.flavor = None
    return font


def merged(names: list[str], scratch: Path) -> TTFont:
    """Several faces as one; the first that has a character decides."""
    files = []
    for name in names:
        files.append(scratch / f"{name}.ttf")
        trimmed(name).save(files[-1])
    return (
        Merger(Options(drop_tables=["STAT"])).merge([str(file) for file in files])
        if len(files) > 1
        else TTFont(files[0])
    )


def main() -> None:
    """Merge every weight and write it."""
    from tempfile import TemporaryDirectory

    for style, names in FACES.items():
        with TemporaryDirectory() as scratch:
            font = merged(names, Path(scratch))
            table = font["name"]
            table.names = [record for record in table.names if record.nameID == COPYRIGHT]
            # Weight and style are told by other tables; without a name of each kind the rasteriser finds no face.
            table.setName(FAMILY, FAMILY_NAME, 3, 1, 0x409)
            table.setName(f"{FAMILY.replace(' ', '')}-{style.title()}", POSTSCRIPT_NAME, 3, 1, 0x409)
            font["OS/2"].usWeightClass = WEIGHTS[style]
            font["post"].formatType = 3.0
            font["head"].modified = font["head"].created
            font.recalcTimestamp = False
            font.save(FONTS / f"{style}.ttf")


if __name__ == "__main__":
    main()

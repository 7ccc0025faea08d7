"""Every text can be read on its ground, and every mark be seen: WCAG's contrast, computed from the style sheets.

Which colours are written and drawn with, and which are written on, is taken from the rules: every ink has to hold on
every ground, whether or not a page has the two together today. Hairlines (`--am-line`, `--rule`) separate what stands
apart without them, and are neither text nor marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

import pytest

from argmap import drawing, pages

DRAWING = Path(drawing.__file__).parent
ASSETS = Path(pages.__file__).parent / "assets"
PAPER = (Path(__file__).parents[2] / "docs/stylesheets/paper.css").read_text("utf-8")
SHEETS = [DRAWING / "style.css", *sorted(ASSETS.glob("*.css"))]

TEXT, MARK = 4.5, 3.0
GROUNDS = {"--am-card", "--am-ground"}
HAIRLINES = {"--am-line"}
# Page grounds: this site's own, and those of Material's two schemes, #fff and hsl(225 15% 14%).
MATERIAL = {"light": "#ffffff", "dark": "#1e2129"}

Colour = tuple[float, float, float]
Palette = Mapping[str, str]


def blocks(css: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Every rule: the conditions around it, its selector, its declarations."""
    around: list[str] = []
    for before, bracket in re.findall(r"([^{}]*)([{}]|$)", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        if bracket == "{":
            around.append(" ".join(before.split()))
        elif bracket == "}":
            *conditions, selector = around
            pairs = (each.partition(":") for each in before.split(";") if ":" in each)
            yield " ".join(conditions), selector, {name.strip(): value.strip() for name, _, value in pairs}
            around.pop()


def palette(css: str, selector: str, condition: str = "") -> dict[str, str]:
    """The custom properties that a sheet gives to a selector."""
    found: dict[str, str] = {}
    for conditions, named, declared in blocks(css):
        if named == selector and conditions == condition:
            found |= {name: value for name, value in declared.items() if re.match(r"#[0-9a-f]{3,6}$", value)}
    return found


def schemes(style: str, dark: str) -> dict[str, dict[str, str]]:
    """The palette of drawings by scheme; on paper it is the light one with other greys."""
    light = palette(style, ".am-palette")
    return {
        "light": light,
        "dark": palette(dark, ".am-palette"),
        "print": light | palette(style, ".am-palette", "@media print"),
    }


SCHEME = '[data-md-color-scheme="{}"]'
STYLE, DARK = ((DRAWING / name).read_text("utf-8") for name in ("style.css", "dark.css"))
PALETTES = schemes(STYLE, DARK)
INKS = set(PALETTES["light"]) - GROUNDS - HAIRLINES
SITE = {"light": palette(PAPER, SCHEME.format("default")), "dark": palette(PAPER, SCHEME.format("slate"))}


def rgb(colour: str) -> Colour:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def over(top: Colour, share: float, below: Colour) -> Colour:
    """A colour of which a share is seen over another."""
    red, green, blue = (share * a + (1 - share) * b for a, b in zip(top, below, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def page_grounds(scheme: str) -> dict[str, str]:
    """What a page is written on, where nothing of ours lies between."""
    if scheme == "print":
        return {"paper": "#ffffff"}
    return {"Material": MATERIAL[scheme], "this site": SITE[scheme]["--paper"]}


def faint(palettes: Mapping[str, Palette]) -> list[str]:
    """The pairs of ink and ground, in any scheme, that cannot be read."""
    found = []
    for scheme, colours in palettes.items():
        grounds = {name: colours[name] for name in GROUNDS} | page_grounds(scheme)
        for ink, (name, ground) in product(sorted(set(colours) - GROUNDS - HAIRLINES), grounds.items()):
            ratio = contrast(rgb(colours[ink]), rgb(ground))
            if ratio < TEXT:
                found.append(f"{scheme}: {ink} on {name} has {ratio:.2f}")
    return found


def declared() -> Iterator[tuple[str, str, dict[str, str]]]:
    """The rules of our sheets but those for colours that the reader sets."""
    for sheet in SHEETS:
        for conditions, selector, declarations in blocks(sheet.read_text("utf-8")):
            if "forced-colors" not in conditions:
                yield conditions, selector, declarations


def variables(value: str) -> set[str]:
    """What a value is made of, whoever's own colour resolved: that of its role, or of what is said softly."""
    named = {name for name in re.findall(r"var\((--am-[a-z-]+)", value) if name in {*PALETTES["light"], "--am-own"}}
    return (named - {"--am-own"}) | (INKS if "--am-own" in named else set())


def test_both_schemes_and_paper_have_every_colour() -> None:
    assert len(INKS) >= 7
    assert {scheme: set(colours) for scheme, colours in PALETTES.items()} == dict.fromkeys(
        PALETTES, INKS | GROUNDS | HAIRLINES
    )


def test_every_ink_can_be_read_on_every_ground() -> None:
    assert faint(PALETTES) == []


@pytest.mark.parametrize("sheet", ["light", "dark"])
def test_a_faint_ink_is_found(sheet: str) -> None:
    sound = STYLE if sheet == "light" else DARK
    faded = re.sub(r"--am-soft: #\w+", "--am-soft: #808590", sound, count=1)
    assert faded != sound
    palettes = schemes(*((faded, DARK) if sheet == "light" else (STYLE, faded)))
    assert any(each.startswith(f"{sheet}: --am-soft on ") for each in faint(palettes))


def test_text_and_marks_are_of_an_ink_and_stand_on_a_ground() -> None:
    """What the test above tries is all that there is: rules use no other colours, but what follows here."""
    for _, selector, rule in declared():
        on = variables(rule.get("background", rule.get("background-color", "")))
        if "color-mix" in rule.get("background", "") or on <= GROUNDS:
            assert variables(rule.get("color", "")) <= INKS, selector
            assert variables(rule.get("fill", "")) <= INKS | GROUNDS, selector
        elif "color" not in rule:  # a bar, not what is written on
            assert on <= INKS | HAIRLINES, selector
        for colours in PALETTES.values():
            for ink, ground in product(variables(rule.get("color", "")), on - GROUNDS):
                assert contrast(rgb(colours[ink]), rgb(colours[ground])) >= TEXT, selector


def test_no_rule_has_a_colour_of_its_own() -> None:
    """But the shadows of what lies over the page."""
    literal = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", re.IGNORECASE)
    found = [
        (selector, name)
        for _, selector, rule in declared()
        for name, value in rule.items()
        if literal.search(value) and not name.startswith("--am-") and name != "box-shadow"
    ]
    assert found == []


def test_a_pill_s_word_can_be_read_on_it() -> None:
    """Its ground and its word are painted by two rules."""
    looks = {
        selector: rule["fill"]
        for _, selector, rule in declared()
        if (".am-pill" in selector or ".am-now" in selector) and "fill" in rule
    }
    for look in (".am-pill", ".am-now"):
        ground, word = (variables(looks[f".am-drawing {look} {part}"]).pop() for part in ("rect", "text"))
        for scheme, colours in PALETTES.items():
            assert contrast(rgb(colours[word]), rgb(colours[ground])) >= TEXT, (scheme, look)


def test_tinted_passages_can_be_read() -> None:
    """The text of a page over a share of an ink, at each share that a rule has; aside, what is said softly."""
    mix = re.compile(r"color-mix\(in srgb, var\((--am-\w+)\) (\d+)%, transparent\)")
    shares = {
        (name, int(share) / 100) for _, _, rule in declared() for name, share in mix.findall(rule.get("background", ""))
    }
    assert shares
    for scheme, (name, share) in product(PALETTES, shares):
        colours = PALETTES[scheme]
        tints = variables(f"var({name})")
        for tint, ground in product(tints, page_grounds(scheme).values()):
            tinted = over(rgb(colours[tint]), share, rgb(ground))
            assert contrast(rgb(colours["--am-ink"]), tinted) >= TEXT, (scheme, tint, share)


def test_what_is_seen_through_can_be_seen() -> None:
    """A strip's blocks are the only marks that are always painted thinly; what is dimmed for a while is not meant."""
    (share,) = (float(rule["opacity"]) for _, selector, rule in declared() if selector == ".am-strip span")
    for scheme, colours in PALETTES.items():
        for ground in page_grounds(scheme).values():
            assert contrast(over(rgb(colours["--am-soft"]), share, rgb(ground)), rgb(ground)) >= MARK, scheme


@pytest.mark.parametrize("scheme", SITE)
def test_this_site_s_own_inks_can_be_read_on_its_paper(scheme: str) -> None:
    colours = SITE[scheme]
    grounds = {"--paper", "--shade"}
    inks = set(colours) - grounds - {"--rule", "--rule-soft"}
    assert len(inks) >= 6
    found = {(ink, ground): contrast(rgb(colours[ink]), rgb(colours[ground])) for ink, ground in product(inks, grounds)}
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}
    # The words that a search has found, and a line of code that is marked.
    for name, on in (("--brown", 0.25), ("--link", 0.12)):
        for ground in grounds:
            tinted = over(rgb(colours[name]), on, rgb(colours[ground]))
            assert contrast(rgb(colours["--ink"]), tinted) >= TEXT, (name, ground)


def test_this_site_writes_with_nothing_else() -> None:
    known = {*SITE["light"], "--own"}
    for conditions, selector, rule in blocks(PAPER):
        for name, value in rule.items():
            if name in ("color", "background") and not conditions.startswith("@media (forced"):
                assert set(re.findall(r"var\((--[\w-]+)", value)) <= known, selector
                assert name != "color" or not re.search(r"--(paper|shade|rule)\b", value), selector
                assert "#" not in value, selector


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(rgb("#000"), rgb("#fff")) == pytest.approx(21)
    assert contrast(rgb("#777777"), rgb("#ffffff")) == pytest.approx(4.48, abs=0.005)

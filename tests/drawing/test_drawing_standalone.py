"""A drawing as a file of its own, for programs that know no CSS variables."""

import re
from base64 import b64encode
from xml.etree import ElementTree

import pytest
from drawn_maps import SVG, drawn, golden, plain

from argmap.drawing import dark_palette, standalone, style_sheet
from argmap.drawing.fonts import FACES, woff2

MEDIA = re.compile(r"@media ([^{]+)\{\n(.*?)\n\}\n", re.DOTALL)
DARK = "screen and (forced-colors:none) and (prefers-color-scheme:dark)"
RULE = re.compile(r"([^{}]+)\{([^{}]+)\}")
COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})|none")
SYSTEM_COLOUR = re.compile(r"Canvas|CanvasText|LinkText|none")
OWN_COLOURS = ("as-thesis", "as-premise", "as-counterpoint", "as-answer", "as-claim", "supports", "opposes")


@pytest.fixture(scope="module")
def style():
    """The style of a drawing's file, as an XML parser reads it."""
    drawing = drawn(golden("undercut-of-an-undercut-with-backing-and-groups")).column
    return ElementTree.fromstring(standalone(drawing)).find(f"{SVG}style").text


def by_condition(style):
    """The text of the rules under each condition; "" is no condition."""
    return {"": MEDIA.sub("", style), **dict(MEDIA.findall(style))}


def colours(rules):
    """The colour of each selector and property, such as `(".am-drawing .am-box", "fill")`."""
    return {
        (selector.strip(), name): value.split()[-1]  # an outline's colour comes after its width and kind
        for selectors, body in RULE.findall(rules)
        for selector in selectors.split(",")
        for name, _, value in (declaration.partition(":") for declaration in body.split(";"))
        if name in {"fill", "stroke", "outline"}
    }


def palette(sheet):
    """The colours of a palette in a sheet: its first rule."""
    return dict(re.findall(r"--am-([a-z]+): ([^;]+);", sheet.partition(".am-palette")[2].partition("}")[0]))


def test_nothing_is_left_of_variables(style):
    assert not re.search(r"var\(|--|am-palette", style)


def test_every_colour_is_said_outright(style):
    for condition, rules in by_condition(style).items():
        kind = SYSTEM_COLOUR if condition == "(forced-colors: active)" else COLOUR
        assert {where: value for where, value in colours(rules).items() if not kind.fullmatch(value)} == {}


def test_every_colour_is_of_its_palette(style):
    light, dark = palette(style_sheet()), palette(dark_palette())
    found = by_condition(style)
    assert set(colours(found[""]).values()) - {"none"} == set(light.values())
    assert set(colours(found[DARK]).values()) == set(dark.values())


def test_what_is_coloured_on_a_light_ground_is_coloured_under_each_condition(style):
    found = by_condition(style)
    assert set(found) == {"", "print", "(forced-colors: active)", DARK}
    light = {where for where, colour in colours(found[""]).items() if colour != "none"}
    for rules in found.values():
        assert light <= set(colours(rules))


def test_cards_have_their_ground_and_edges_in_both_schemes(style):
    box = (".am-drawing .am-box", "fill")
    found = by_condition(style)
    assert colours(found[""])[box] == palette(style_sheet())["card"]
    assert colours(found[DARK])[box] == palette(dark_palette())["card"]
    assert {(f".am-drawing .am-{look} .am-band", "fill") for look in OWN_COLOURS} <= set(colours(found[""]))


@pytest.mark.parametrize(
    ("reading", "files"),
    [
        (plain({"t": {"because": ["a"]}, "a": {}}), {"latin-400-normal", "latin-600-normal"}),
        (plain({"t": {"text": "Łódź"}}), {"latin-600-normal", "latin-ext-600-normal"}),
        (
            plain({"t": {"because": ["a"]}, "a": {"qualifier": "perhaps"}}),
            {"latin-400-italic", "latin-400-normal", "latin-600-normal"},
        ),
        (
            plain({"t": {"because": ["a"]}, "a": {"text": "Да.", "qualifier": "пожалуй"}}),
            {"latin-400-italic", "latin-400-normal", "latin-600-normal", "cyrillic-400-normal"},
        ),
    ],
    ids=["plain", "a letter of its own", "a hedge", "a hedge in a script without italics"],
)
def test_a_file_carries_the_typefaces_of_its_characters_and_no_others(reading, files):
    svg = standalone(drawn(reading).column)
    carried = {face.file for face in FACES if b64encode(woff2(face)).decode() in svg}
    assert carried == {f"ibm-plex-sans-{file}" for file in files}
    assert svg.count("@font-face") == len(files)


def test_persian_has_its_own_typeface():
    svg = standalone(drawn(golden("persian")).column)
    assert 'font-family:"IBM Plex Sans Arabic"' in svg


def test_braces_are_balanced(style):
    for rules in by_condition(style).values():
        assert RULE.sub("", rules).strip() == ""

"""What a fence may say, and what is said of one that cannot be understood."""

from textwrap import dedent

import pytest

from argmap.model import View
from argmap.pages.options import FenceError, FenceOptions, parse


def test_a_name_alone():
    assert parse("harbour\n") == FenceOptions("harbour")


def test_names_that_look_like_values_are_names():
    assert parse("map: no").map == "no"
    assert parse("2016").map == "2016"


def test_options_below_the_name():
    text = """\
        map: 2016/harbour
        view: traffic
        focus: ferries-wait
        depth: 2
        groups: [traffic, money]
        actors: ferries, mayor
        tags: figures
        caption: "Who waits: ferries"
    """
    assert parse(dedent(text)) == FenceOptions(
        map="2016/harbour",
        view="traffic",
        focus="ferries-wait",
        depth=2,
        groups=("traffic", "money"),
        actors=("ferries", "mayor"),
        tags=("figures",),
        caption="Who waits: ferries",
    )


def test_options_in_the_header_yield_to_those_below():
    assert parse("map: harbour\nview: cost", {"view": "traffic", "caption": "x"}) == FenceOptions(
        "harbour", view="cost", caption="x"
    )


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "names no map", "map: name"),
        ("caption: Who waits", "names no map", "map: name"),
        ("map:", "names no map", "map: name"),
        ("[harbour]", "is a list", "map: name"),
        ("map: [harbour]", "`map` takes a word", "on one line"),
        ("map: harbour\nveiw: cost", "no option named `veiw`", "did you mean `view`?"),
        ("map: harbour\nzzz: cost", "no option named `zzz`", "there are `map`, `view`"),
        ("map: harbour\ndepth: two", "not `two`", "depth: 2"),
        ("map: harbour\ndepth: -1", "not `-1`", "depth: 2"),
        ("map: harbour\ndepth: ٢", "not `٢`", "depth: 2"),
        ("map: harbour\ndepth: 99999999999", "a number of steps", "depth: 2"),
        ("map: harbour\ngroups: {a: b}", "`groups` takes ids", "groups: [one, two]"),
        ("map: harbour\ngroups: ['']", "`groups` takes ids", "groups: [one, two]"),
        ("map: harbour\nview: a\nview: b", "`view` stands twice", "keep one"),
        ("map: harbour\n? [a]\n: b", "where an option's name should be", "one option on each line"),
        ("map: harbour\ncaption: Who waits: ferries", "not YAML: mapping values", "one option on each line"),
        ("map: 'harbour", "not YAML", "one option on each line"),
        ("map: harbour\ncaption: \x00", "not YAML", "one option on each line"),
        ("a: b\n---\nc: d", "not YAML: but found another document", "one option on each line"),
        ("map: &x harbour", "no anchors", "quotation marks"),
        ("map: *x", "no anchors", "quotation marks"),
        ('map: "\\e[2J"', "control character", "anew"),
        ('"\\e[2J": x', "control character", "anew"),
        ('map: "har\\u202ebour"', "control character", "anew"),
        ("x" * 4_001, "at most 4000 characters", ""),
        ("[" * 4_000, "nested too deep", "one option on each line"),
        ("{a: " * 1_000, "nested too deep", "one option on each line"),
        ("- " * 2_000, "nested too deep", "one option on each line"),
    ],
)
def test_mistakes_are_told_with_what_was_probably_meant(text, message, hint):
    with pytest.raises(FenceError) as caught:
        parse(text)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_a_bomb_of_aliases_does_not_go_off():
    rows = [f"x{level}: &x{level} [{', '.join([f'*x{level - 1}'] * 9)}]" for level in range(1, 30)]
    with pytest.raises(FenceError, match="no anchors"):
        parse("\n".join(["map: a", "x0: &x0 lol", *rows]))


@pytest.fixture
def pier(project):
    return project.read().map


def test_a_view_of_the_map_is_narrowed_by_options(pier):
    chosen = parse("map: pier\nview: cost\ndepth: 3\ntags: money").chosen(pier)
    assert (chosen.title, chosen.focus, chosen.depth, chosen.tags) == ("The money", "too-dear", 3, ("money",))


def test_no_option_is_the_whole_map(pier):
    assert parse("pier").chosen(pier) == View()


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        ("view: trafic", "no view named `trafic`", "did you mean `traffic`?"),
        ("view: zzz", "no view named `zzz`", "there are `traffic`, `cost`"),
        ("focus: ferry-wait", "no claim named `ferry-wait`", "did you mean `ferries-wait`?"),
        ("groups: trafic", "no group named `trafic`", "did you mean `traffic`?"),
        ("actors: [ferries, mayer]", "no actor named `mayer`", "did you mean `mayor`?"),
        ("tags: figure", "no tag named `figure`", "did you mean `figures`?"),
        ("depth: 2", "counts steps from a claim", "`focus`"),
    ],
)
def test_what_the_map_does_not_have(pier, options, message, hint):
    with pytest.raises(FenceError) as caught:
        parse(f"map: pier\n{options}").chosen(pier)
    assert message in caught.value.message
    assert hint in caught.value.hint

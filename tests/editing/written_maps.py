"""Maps as all sorts of editors might write them."""

import re
from pathlib import Path

import yaml
from hypothesis import strategies as st

from argmap.findings import MapError
from argmap.model import ArgumentMap
from argmap.notation import parse_map

HOUSE = Path(__file__).parents[2]
MAPS = sorted((HOUSE / "docs/maps").rglob("*.yml")) + sorted((HOUSE / "tests/notation/allowed").glob("*.yml"))

IDS = st.sampled_from(["a", "b", "c", "no", "null", "a-1"])
TEXTS = st.one_of(
    st.sampled_from(
        ["A.", "no", "12", "a: b", "a #b", "- a", "x" * 130, "word " * 60 + "end", "one\ntwo", "one\n\n two"]
    ),
    st.text("ab :#-\"'\\,[]{}|>%&*!?@`\n\té😀\u200c\u2028", min_size=1, max_size=30),
    st.lists(st.sampled_from(["an", "alliance", "with", "is:", "“formed”", "#1"]), min_size=15, max_size=60).map(
        " ".join
    ),
).filter(str.strip)


def arguments(names, depth=2):
    premises = st.lists(st.sampled_from(names), min_size=1, max_size=3)
    spelled = {"premises": premises}
    optional = {"quote": TEXTS, "note": TEXTS, "scheme": TEXTS}
    if depth:
        optional |= {"but": arguments(names, depth - 1), "because": arguments(names, depth - 1)}
    return st.lists(st.sampled_from(names) | premises | st.fixed_dictionaries(spelled, optional=optional), max_size=3)


@st.composite
def maps(draw):
    """A map as plain values, its fields in any order."""
    names = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    quote = TEXTS | st.fixed_dictionaries({"exact": TEXTS}, optional={"reads": TEXTS, "prefix": TEXTS, "suffix": TEXTS})
    claim = st.fixed_dictionaries(
        {"text": TEXTS},
        optional={
            "label": TEXTS,
            "quote": quote | st.lists(quote, min_size=1, max_size=2),
            "note": TEXTS,
            "tags": st.lists(TEXTS, max_size=2),
            "because": arguments(names),
            "but": arguments(names),
        },
    )
    found = {
        "argmap": 1,
        "title": draw(TEXTS),
        "thesis": names[0],
        "sources": {"s": {"file": "s.txt", "aside": draw(st.lists(st.just({"why": "b", "exact": "c"}), max_size=2))}},
        "claims": {name: draw(claim) for name in names},
    }
    return dict(draw(st.permutations(list(found.items()))))


STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([None, False, True]),
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "width": st.sampled_from([20, 80, 120, 10_000]),
        "indent": st.sampled_from([2, 4]),
        "allow_unicode": st.booleans(),
        "sort_keys": st.just(False),
    }
)


PLACES = st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["beside", "", "  ", "      ", "\n"])), max_size=6)


def commented(text: str, places: list[tuple[int, str]]) -> str:
    """The text with comments, each of its own number, and blank lines above or beside some of its lines."""
    lines = text.split("\n")
    for number, (line, how) in enumerate(places):
        at = line % len(lines)
        if how == "beside":
            lines[at] += f"  # c{number}."
        else:
            lines[at] = f"{how}# c{number}.\n{lines[at]}" if how != "\n" else f"\n{lines[at]}"
    return "\n".join(lines)


def as_map(text: str) -> ArgumentMap | None:
    try:
        return parse_map(text, "map.yml")
    except MapError:
        return None


def written(found: dict, style: dict) -> str:
    """A map's values as YAML in a style. The version stays a number where all else is put in quotes."""
    text = yaml.dump(found, **style)
    return re.sub(r"""(!!int )?(["'])?argmap\2?: *(!!int )?(["'|>]-?\n? *)?1["']?""", "argmap: 1", text, count=1)

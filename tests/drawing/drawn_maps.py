"""Maps for tests of drawings, and what a reader would see in one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from hypothesis import strategies as st

from argmap.drawing import Options, draw
from argmap.drawing.scene import compose
from argmap.drawing.views import select
from argmap.model import View
from argmap.notation import parse_map
from argmap.reading import Reading, read
from argmap.reasoning import label
from argmap.sources import anchor

MAPS = Path(__file__).parent / "maps"
ALLOWED = Path(__file__).parents[1] / "notation" / "allowed"
NAMES = sorted(path.stem for path in MAPS.glob("*.yml"))

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


@cache
def golden(name):
    """A map in `maps/`, read."""
    return read(MAPS / f"{name}.yml", project=MAPS)


def plain(claims, *, thesis=None, **fields):
    """`{"t": {"because": ["a"]}, "a": {}}` as a reading; a claim without a text says its own id."""
    written = {
        "argmap": 1,
        "title": "Plain",
        "thesis": thesis or next(iter(claims)),
        "claims": {key: {"text": f"Text of {key}."} | fields for key, fields in claims.items()},
    }
    return written_out(json.dumps(written | fields))


@cache
def written_out(text):
    """A map in JSON as a reading: JSON is YAML."""
    argument_map = parse_map(text, "plain.yml")
    return Reading("plain", argument_map, anchor(argument_map), label(argument_map), ())


def selected(reading, *, limit=None, **view):
    return select(reading.map, View(**view), limit=limit)


def scene_of(reading, **view):
    return compose(selected(reading, **view))


def drawn(reading, *, view=None, prefix="m-", href="#{}".format, **options):
    return draw(reading, view or View(), href=href, prefix=prefix, options=Options(**options))


def chain(length):
    """Every claim the only reason for the one before it."""
    return plain({f"c{n}": {"because": [f"c{n + 1}"]} for n in range(length - 1)} | {f"c{length - 1}": {}}, thesis="c0")


class Rect(NamedTuple):
    """A rectangle in a picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other, by=0.0):
        """Whether they overlap by more than so much."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > by and down > by

    def holds(self, other, slack=0.2):
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def encloses(self, point, edge=1.0):
        """Whether a point lies inside, further in than the edge."""
        x, y = point
        return self.left + edge < x < self.right - edge and self.top + edge < y < self.bottom - edge


def along(points):
    """Points along a chain of Bezier curves, at most some pixels apart."""
    for start in range(0, len(points) - 3, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[start : start + 4]
        steps = 2 + int((abs(x3 - x0) + abs(y3 - y0)) / 4)
        for step in range(steps + 1):
            t = step / steps
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            yield (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)


@dataclass(frozen=True)
class Picture:
    """An SVG as a reader sees it: `cards` by the ids of the claims in them."""

    root: ElementTree.Element
    prefix: str

    @classmethod
    def of(cls, svg, prefix):
        return cls(ElementTree.fromstring(svg), prefix)

    @property
    def canvas(self):
        left, top, width, height = map(float, self.root.get("viewBox").split())
        return Rect(left, top, left + width, top + height)

    @property
    def claims(self):
        """The groups that are claims, by id, in the order in which they are read."""
        return {
            group.get("id").removeprefix(self.prefix): group
            for group in self.root.iter(f"{SVG}g")
            if group.get("role") == "graphics-object group"
        }

    @property
    def cards(self):
        found = {}
        for card in self.root.iter(f"{SVG}g"):
            if "am-card" in card.get("class", "").split():
                ids = tuple(g.get("id").removeprefix(self.prefix) for g in card.findall(f"{SVG}g"))
                found[ids] = rect(card.find(f"{SVG}rect"))
        return found

    @property
    def grounds(self):
        return [rect(box) for box in self.root.iter(f"{SVG}rect") if box.get("class") == "am-group"]

    @property
    def texts(self):
        return ["".join(text.itertext()) for text in self.root.iter(f"{SVG}text")]


def rect(element):
    x, y, width, height = (float(element.get(name)) for name in ("x", "y", "width", "height"))
    return Rect(x, y, x + width, y + height)


def column(reading, **given):
    drawing = drawn(reading, **given)
    assert drawing.findings == ()
    return Picture.of(drawing.column, f"{given.get('prefix', 'm-')}c-")


def narrow(reading, **given):
    return Picture.of(drawn(reading, **given).narrow, f"{given.get('prefix', 'm-')}n-")


# Maps at random: small, but with all that the notation has, loops and repeated arguments too.

TEXTS = st.sampled_from(
    [
        "Yes.",
        "Ferries wait 40 minutes for the only pier.",
        "A supercalifragilisticexpialidociousandmoreofthesame word.",
        "همکاری آن‌ها از منطقی بیرونی پیروی می‌کند.",
        "渡轮平均要等四十分钟才能靠上唯一的码头。",
        "The town should build a second pier before the summer because the only one it has is old, small and dear.",
    ]
)


@st.composite
def maps(draw, most=6):
    ids = [f"c{n}" for n in range(draw(st.integers(1, most)))]
    premises = st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True)

    def items(depth):
        written = st.fixed_dictionaries({"premises": premises}, optional={"strength": st.sampled_from(["weak"])})
        if depth:
            own = st.lists(items(depth - 1), max_size=1)
            written = st.fixed_dictionaries({"premises": premises}, optional={"because": own, "but": own})
        return st.one_of(premises, written).map(
            lambda item: item | {"why": "A reason."} if isinstance(item, dict) and "strength" in item else item
        )

    fields = st.fixed_dictionaries(
        {"text": TEXTS},
        optional={
            "because": st.lists(items(2), max_size=2),
            "but": st.lists(items(1), max_size=2),
            "group": st.sampled_from(["g", "h"]),
            "implicit": st.just("It goes without saying."),
            "qualifier": st.just("it could be argued"),
        },
    )
    return json.dumps(
        {
            "argmap": 1,
            "title": "At random",
            "thesis": draw(st.sampled_from(ids)),
            "groups": {"g": {"title": "Group G"}, "h": {"title": "A group with a rather long title"}},
            "claims": {key: draw(fields) for key in ids},
        },
        ensure_ascii=False,
    )
